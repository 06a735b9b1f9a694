"""The hiring plan on screen and as PDF."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from accounts.models import User
from assessments.own_bank import bank_now
from assessments.plan.cover import PlanMeta
from assessments.plan.hiring_plan import build_plan
from assessments.plan.pdf import PAPERS
from assessments.plan.rendering import kept_plan_pdf
from hiring.access import requisition_for
from hiring.models import Requisition
from hiring.reviewing import Reviewed, review_requisition, store_review

EXPORT = "hiring.export_plan"


@require_safe
@login_required
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan as a page, for everybody who may see the requisition."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    content = {
        "plan": build_plan(review_requisition(requisition), meta_of(requisition), bank_now()),
        "screen": True,
        "report_url": requisition.get_absolute_url(),
        "pdf_url": reverse("assessments:plan_pdf", args=[pk]) if user.has_perm(EXPORT) else "",
    }
    return render(request, "assessments/plan.html", content)


@require_safe
@login_required
def plan_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan as PDF; ``?paper=letter`` for Letter, ``?inline=1`` to open instead of save. Keeps a review."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    if not user.has_perm(EXPORT):
        raise PermissionDenied("You can read this requisition but not export its plan.")
    asked = request.GET.get("paper", "a4")
    paper = next((known for known in PAPERS if known == asked), None)
    if paper is None:
        return HttpResponseBadRequest(f"paper must be one of: {', '.join(PAPERS)}", content_type="text/plain")
    reviewed = review_requisition(requisition)
    whole = build_plan(reviewed, meta_of(requisition), bank_now())
    pdf = kept_plan_pdf(requisition, whole, reviewed.document, reviewed.today, paper)
    _remember(requisition, reviewed, user)
    where = "inline" if "inline" in request.GET else "attachment"
    name = f"{slugify(f'hiring-plan-{requisition.pk}-{requisition.title or ""}')[:80].rstrip('-')}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'{where}; filename="{name}"', "Cache-Control": "private, no-cache"},
    )


def meta_of(requisition: Requisition) -> PlanMeta:
    """What the plan says of itself. Needs ``owner`` loaded."""
    return PlanMeta(reference=f"R-{requisition.pk:04}", owner=str(requisition.owner))


def _remember(requisition: Requisition, reviewed: Reviewed, user: User) -> None:
    """Keep the exported review, once for the same answers, verdict and day."""
    report = reviewed.report
    same = requisition.reviews.filter(
        occasion="export",
        digest=report.digest,
        ruleset=report.ruleset,
        verdict=report.verdict.value,
        day=reviewed.today,
        made_by=user,
    )
    if not same.exists():
        store_review(requisition, reviewed, by=user, occasion="export")
