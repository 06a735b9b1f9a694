"""Plans for the tests: from a demo document or from sections, reviewed on a fixed day."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from assessments.bank import bank_index
from assessments.plan.cover import PlanMeta
from assessments.plan.hiring_plan import HiringPlan, build_plan
from compensation.source import shipped_market_for
from hiring.demo.seed import demo_document
from hiring.document import RequisitionDocument
from hiring.reporting import Waiver
from hiring.review import review
from hiring.reviewing import Reviewed

DAY = date(2026, 11, 22)
META = PlanMeta("R-0012", "Maya Lindqvist")


def reviewed(document: RequisitionDocument, *waivers: Waiver) -> Reviewed:
    """A document reviewed against the shipped figures."""
    market = shipped_market_for(document, DAY)
    report = review(document, today=DAY, market=market, bank=bank_index(), waivers=waivers)
    return Reviewed(document, market, DAY, waivers, report)


def plan_of(document: RequisitionDocument, *waivers: Waiver) -> HiringPlan:
    """The plan of a document."""
    return build_plan(reviewed(document, *waivers), META)


def demo(name: str = "healthy_senior", **sections: Mapping[str, Any]) -> RequisitionDocument:
    """A demo document with some answers replaced, section by section."""
    data = demo_document(name).model_dump(mode="json")
    for section, answers in sections.items():
        data[section] |= answers
    return RequisitionDocument.model_validate_json(json.dumps(data))
