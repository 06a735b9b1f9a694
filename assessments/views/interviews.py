"""The interview plan's page, and the plan beside the generated one."""

from dataclasses import dataclass
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import User
from assessments.editing.comparing import Difference, pairs
from assessments.views.hiring_plan import EXPORT
from assessments.views.interview_page import interview_page, kit_links, name_of, scenario_words
from assessments.working import WorkingPlan, working_plan
from hiring.access import may_edit_step, requisition_for
from hiring.document import Stage
from hiring.reviewing import review_document

SECTION = "process"
"""The section of the requisition whose editors work on the plan."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """A session beside its counterpart. ``take`` is what the button says to use the generated one; "" for no button."""

    here: str
    generated: str
    differences: tuple[Difference, ...]
    take: str
    word: str


@require_safe
@login_required
def interviews(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan as a week, with coverage, panel and sessions; everything to change it with for who may."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    working = working_plan(requisition)
    may_edit = may_edit_step(user, requisition, SECTION)
    context = {
        "requisition": requisition,
        "page": interview_page(working, review_document(requisition, working.document)),
        "may_edit": may_edit,
        "links": kit_links(requisition, may_export=user.has_perm(EXPORT)),
    }
    return render(request, "assessments/interviews.html", context)


@require_safe
@login_required
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan beside what the generator makes of the requisition now."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    working = working_plan(requisition)
    generated = [session.stage for session in working.generated.sessions]
    rows = []
    for pair in pairs(working.sessions, generated):
        here, there = pair.here, pair.generated
        index = -1 if there is None else generated.index(there)
        take = "" if there is None else f"use:{here.key}:{index}" if here else f"add:{index}"
        word = "Only here" if there is None else "Only generated" if here is None else "The same"
        rows.append(
            PairRow(
                here=_title(working, here.stage if here else None),
                generated=_title(working, there),
                differences=pair.differences,
                take=take if here is None or pair.differences else "",
                word="Changed" if pair.differences else word,
            )
        )
    context = {
        "requisition": requisition,
        "working": working,
        "rows": rows,
        "notes": working.generated.notes,
        "may_edit": may_edit_step(user, requisition, SECTION),
        "same": all(row.word == "The same" for row in rows),
    }
    return render(request, "assessments/interviews_compare.html", context)


def _title(working: WorkingPlan, stage: Stage | None) -> str:
    if stage is None:
        return ""
    scenario = scenario_words(working, stage.scenario)
    return ", ".join(filter(None, (name_of(stage.type), f"{stage.minutes} min", scenario)))
