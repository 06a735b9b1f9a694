"""The start page: the requisitions a person may see, or what Preflight is for those not signed in."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hiring.models import Requisition
from hiring.questions import describe
from hiring.registry import MISTAKES, TRIGGER_BY_ID
from hiring.strip import VERDICT_MARKS, Mark, cells, held_back_by
from hiring.verdict_news import MOST_ON_THE_LIST, news_of, with_news

PAGE = 25
LONGEST_SEARCH = 100
_SHOWN = ("title", "level", "owner__name", "owner__email", "updated_at", "verdict", "worst_flags", "last_step")


@dataclass(frozen=True, slots=True)
class RequisitionRow:
    """A requisition in the list."""

    requisition: Requisition
    mark: Mark
    level: str
    held_back_by: str


@dataclass(frozen=True, slots=True)
class VerdictChoice:
    """A verdict to filter by, and how many visible requisitions have it."""

    value: str
    mark: Mark
    count: int
    chosen: bool


@require_GET
def requisitions(request: HttpRequest) -> HttpResponse:
    """The requisitions, newest first, by verdict and words; a landing page for anonymous people."""
    if not request.user.is_authenticated:
        return render(request, "hiring/landing.html", {"mistakes": MISTAKES, "triggers": len(TRIGGER_BY_ID)})
    visible = Requisition.objects.visible_to(request.user)
    words = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH]
    verdicts = [value for value in request.GET.getlist("verdict") if value in VERDICT_MARKS]
    counts = dict(visible.order_by().values_list("verdict").annotate(Count("pk")))
    found = _matching(visible, words, verdicts)
    page = Paginator(found.select_related("owner").only(*_SHOWN), PAGE).get_page(request.GET.get("page"))
    told = with_news(request.user).only("title", "owner_id", "verdict_news")[:MOST_ON_THE_LIST]
    context = {
        "page": page,
        "told": [(requisition, news_of(requisition, request.user)) for requisition in told],
        "rows": [_row(requisition) for requisition in page],
        "total": sum(counts.values()),
        "verdicts": [
            VerdictChoice(value, mark, counts.get(value, 0), value in verdicts) for value, mark in VERDICT_MARKS.items()
        ],
        "words": words,
        "filtered": bool(words or verdicts),
        "by_verdict": bool(verdicts),
        "query": urlencode([("q", words), *(("verdict", value) for value in verdicts)]),
        "may_add": request.user.has_perm("hiring.add_requisition"),
        "may_view": request.user.has_perm("hiring.view_requisition"),
        "may_export": request.user.has_perm("hiring.export_plan"),
    }
    return render(request, "hiring/list.html", context)


def _matching(visible: QuerySet[Requisition], words: str, verdicts: list[str]) -> QuerySet[Requisition]:
    for word in words.split():
        visible = visible.filter(Q(title__icontains=word) | Q(owner__name__icontains=word))
    return visible.filter(verdict__in=verdicts) if verdicts else visible


def _row(requisition: Requisition) -> RequisitionRow:
    level = "" if requisition.level is None else describe("/role/level", requisition.level)
    held = held_back_by(cells(requisition.worst_flags))
    return RequisitionRow(requisition, VERDICT_MARKS[requisition.verdict], level, held)
