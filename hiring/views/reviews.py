"""Stored reviews: keeping one, the history, and what changed between any two."""

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from accounts.models import User
from hiring.access import may_edit_step, requisition_for
from hiring.models import Requisition, Review
from hiring.questions import describe
from hiring.readiness.difference import AnswerChange, FlagChange, difference
from hiring.registry import TRIGGER_BY_ID
from hiring.reviewing import remember_verdict, review_requisition, store_review
from hiring.strip import MARKS, Mark
from hiring.views.report_rows import Link, answer_link, stored_rows

PAGE = 50


@dataclass(frozen=True, slots=True)
class FlagChangeRow:
    """A flag that changed, in words."""

    change: FlagChange
    title: str
    before: Mark | None
    after: Mark | None


@dataclass(frozen=True, slots=True)
class AnswerChangeRow:
    """An answer that changed, in the form's words."""

    answer: Link
    before: str
    after: str


@require_POST
@login_required
def keep_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps the review as it stands now, for those who may change something about the requisition."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    if not may_edit_step(user, requisition, "process"):
        raise PermissionDenied("You can read this requisition but not keep reviews of it.")
    reviewed = review_requisition(requisition)
    remember_verdict(requisition, reviewed.report)
    store_review(requisition, reviewed, by=user, occasion="Kept by hand")
    messages.success(request, "This review is kept; the history shows it.")
    return HttpResponseRedirect(reverse("hiring:reviews", args=[pk]))


@require_GET
@login_required
def reviews(request: HttpRequest, pk: int) -> HttpResponse:
    """All stored reviews, the latest first; any two can be compared."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    stored = requisition.reviews.select_related("made_by").defer("document", "market", "report")
    page = Paginator(stored, PAGE).get_page(request.GET.get("page"))
    context = {
        "requisition": requisition,
        "page": page,
        "rows": stored_rows(page),
        "may_keep": may_edit_step(user, requisition, "process"),
    }
    return render(request, "hiring/report_reviews.html", context)


@require_GET
@login_required
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed from the earlier to the later of two stored reviews."""
    requisition = requisition_for(cast(User, request.user), pk)
    chosen = _chosen(request, requisition)
    if chosen is None:
        messages.warning(request, "Choose two different reviews to compare.")
        return HttpResponseRedirect(reverse("hiring:reviews", args=[pk]))
    before, after = chosen
    found = difference(before.report, after.report, before.document, after.document)
    sides = stored_rows([before, after])
    context = {
        "requisition": requisition,
        "sides": sides,
        "before": sides[0],
        "after": sides[1],
        "groups": [
            ("Flags that appeared", [_flag_row(change) for change in found.appeared]),
            ("Flags that are gone", [_flag_row(change) for change in found.gone]),
            ("Flags with another severity", [_flag_row(change) for change in found.changed]),
        ],
        "answers": [_answer_row(requisition, change) for change in found.answers],
        "ruleset_changed": found.ruleset_changed,
        "market_changed": before.market != after.market,
    }
    return render(request, "hiring/report_compare.html", context)


def _chosen(request: HttpRequest, requisition: Requisition) -> tuple[Review, Review] | None:
    """The two reviews asked for, the earlier first; None unless there are two. Http404 for those of another one."""
    keys = {request.GET.get("a", ""), request.GET.get("b", "")}
    if len(keys) != 2 or not all(key.isascii() and key.isdecimal() and len(key) < 19 for key in keys):
        return None
    found = list(requisition.reviews.filter(pk__in=keys).select_related("made_by").order_by("made_at", "pk"))
    if len(found) != 2:
        raise Http404("No such review")
    return found[0], found[1]


def _flag_row(change: FlagChange) -> FlagChangeRow:
    trigger = TRIGGER_BY_ID.get(change.id)
    return FlagChangeRow(
        change=change,
        title=change.message if trigger is None else trigger.title,
        before=None if change.before is None else MARKS[change.before],
        after=None if change.after is None else MARKS[change.after],
    )


def _answer_row(requisition: Requisition, change: AnswerChange) -> AnswerChangeRow:
    try:
        link = answer_link(requisition, change.path)
    except KeyError:
        # A field of an older form of the document: it has no question any more.
        return AnswerChangeRow(Link(change.path, ""), str(change.before), str(change.after))
    return AnswerChangeRow(link, _said(change.path, change.before), _said(change.path, change.after))


def _said(path: str, value: Any) -> str:
    return "not answered" if value is None else describe(path, value)
