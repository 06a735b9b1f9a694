"""From a requisition to an interview plan."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from assessments.bank import SHIPPED
from assessments.bank.content import Bank
from assessments.planning import rules
from assessments.planning.choosing import level_of
from assessments.planning.draft import Draft, even_out, hand_out, hand_out_people
from assessments.planning.panel import people_of
from assessments.planning.plan import InterviewPlan
from assessments.planning.reading import plan_of
from assessments.planning.shapes import lengthened, loop_of, take_homes, wants_takehome
from assessments.planning.wanted import Wanted, bundles, wanted_of
from hiring.document import Process, RequisitionDocument, Stage
from hiring.document.base import json_number
from hiring.thresholds import DECISION_HOURS, SOFT_WEIGHT, SOFT_WEIGHT_SENIOR

_ANSWERS = (
    "stages", "takehome_hours", "takehome_window_days", "ai_policy", "rubric_defined", "scorecard", "soft_weight_pct",
    "scope_in_first_call", "loop_days", "decision_hours",
)  # fmt: skip
"""What a plan decides (design.md, section 12, 9). Everything else is the document's."""


def generate(document: RequisitionDocument, *, bank: Bank = SHIPPED, takehome: bool | None = None) -> InterviewPlan:
    """The interview plan of a requisition. Pure: the same document and bank give the same plan.

    ``takehome`` chooses between a take-home and live work; None goes by what the document says. Levels from staff on
    get no take-home. Answers that are open are assumed, and the plan's notes say so; nothing makes it fail.
    """
    wish = wants_takehome(document) if takehome is None else takehome
    given = wish and bool(take_homes(document, bank))
    wanted = wanted_of(document)
    together = bundles([each for each in wanted if each.kind in ("skill", "people")])
    drafts = _filled(document, bank, together, takehome=given)
    process = _process(document, _stages(drafts, wanted), takehome=given)
    plan = plan_of(document.model_copy(update={"process": process}), bank=bank)
    return replace(plan, notes=(*_notes(document, wish=wish, given=given), *plan.notes))


def _filled(document: RequisitionDocument, bank: Bank, together: list[list[Wanted]], *, takehome: bool) -> list[Draft]:
    """The sessions with their must-haves. Where some find no room and hours are left, the first talk grows."""
    drafts = loop_of(document, bank, people_of(document), together, takehome=takehome)
    hand_out(drafts, together)
    crafts = sum(any(each.kind == "skill" for each in bundle) for bundle in together)
    longer = [lengthened(drafts[0]), *drafts[1:]]
    most = rules.MOST_HOURS[level_of(document)] * 60
    if sum(len(draft.holds) for draft in drafts) < crafts and sum(draft.minutes for draft in longer) <= most:
        drafts = longer
        hand_out(drafts, together)
    even_out(drafts)
    hand_out_people(drafts, together)
    return drafts


def decided(plan: InterviewPlan) -> dict[str, Any]:
    """What accepting the plan sets, as plain data by field of the section ``process``."""
    return {field: value for field, value in plan.process.model_dump(mode="json").items() if field in _ANSWERS}


def _stages(drafts: list[Draft], wanted: tuple[Wanted, ...]) -> tuple[Stage, ...]:
    """The drafts as stages. Beside its must-haves each exercise names what else it shows, each skill once a loop."""
    seen = {key for each in wanted for key in each.keys}
    stages = []
    for draft in drafts:
        extra = tuple(slug for slug in (draft.scenario.competencies if draft.scenario else ()) if slug not in seen)
        seen.update(extra)
        stages.append(draft.stage(extra))
    return tuple(stages)


def _process(document: RequisitionDocument, stages: tuple[Stage, ...], *, takehome: bool) -> Process:
    process = document.process
    least = SOFT_WEIGHT_SENIOR if level_of(document) in ("senior", "staff", "principal") else SOFT_WEIGHT
    minutes = sum(stage.minutes for stage in stages if stage.type == "take_home")
    weight, decision = process.soft_weight_pct, process.decision_hours
    return process.model_copy(
        update={
            "stages": stages,
            "takehome_hours": Decimal(minutes) / 60 if takehome else None,
            "takehome_window_days": Decimal(rules.TAKE_HOME_WINDOW_DAYS) if takehome else None,
            "ai_policy": process.ai_policy or "allowed_explain",
            "rubric_defined": True,
            "scorecard": True,
            "soft_weight_pct": Decimal(least) if weight is None or weight < least else weight,
            "scope_in_first_call": True,
            "loop_days": Decimal(rules.DAYS[-1]),
            "decision_hours": Decimal(DECISION_HOURS) if decision is None else min(decision, Decimal(DECISION_HOURS)),
        }
    )


def _notes(document: RequisitionDocument, *, wish: bool, given: bool) -> list[str]:
    notes = []
    if document.role.level is None:
        notes.append("The level is not answered: planned as for a mid-level role.")
    if document.scope.archetype in (None, "unsure"):
        notes.append("The split is not decided: the scenarios suit any of the three where such exist.")
    if not document.scope.must_haves:
        notes.append("No must-haves are given: the scenarios are chosen by level, split and your answers on ML today.")
    if wish and not given:
        level = level_of(document)
        notes.append(
            f"No take-home: at {level} level it is live work instead."
            if level not in rules.TAKE_HOME_LEVELS
            else "No take-home of the bank fits this level and split: live work instead."
        )
    if given:
        hours = json_number(Decimal(rules.MOST_TAKE_HOME_MINUTES) / 60)
        notes.append(
            f"The take-home stands in for the live exercises; it is capped at {hours} hours and due "
            f"{rules.TAKE_HOME_WINDOW_DAYS} days after the first talk. Offer live work to whoever has no such hours."
        )
    ml = document.ml_today
    if ml.mlops_count == 0:
        notes.append(_judges(document))
    if ml.ds_count == 0 and ml.mle_count == 0:
        notes.append("There is nobody yet whom the hire will serve: an external reviewer takes that seat.")
    return notes


def _judges(document: RequisitionDocument) -> str:
    if people_of(document).hands_on == "external":
        return "You have no MLOps engineer yet: borrow an external reviewer for the hands-on sessions."
    return (
        "You have no MLOps engineer yet: platform and an internal customer judge together by the written anchors; an "
        "external reviewer stands by."
    )
