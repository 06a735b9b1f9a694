"""The plan as HTML and as PDF, and the PDFs kept."""

import json
from datetime import date

from django.template.loader import render_to_string

from assessments.models import RenderedPlan
from assessments.plan.hiring_plan import HiringPlan
from assessments.plan.pdf import Paper, input_key, render_pdf
from hiring.document import RequisitionDocument, as_answered
from hiring.models import Requisition

KEPT = 12
"""Rendered plans and kits kept for each requisition: the latest few, on both papers."""


def plan_html(plan: HiringPlan) -> str:
    """The plan's HTML for paper."""
    return render_to_string("assessments/plan.html", {"plan": plan, "screen": False})


def document_json(document: RequisitionDocument) -> bytes:
    """The document as it is attached: indented JSON, the same bytes each time."""
    return json.dumps(as_answered(document), ensure_ascii=False, indent=2).encode()


def plan_pdf(plan: HiringPlan, document: RequisitionDocument, day: date, paper: Paper) -> bytes:
    """The PDF, made anew. Needs no database."""
    return render_pdf(plan_html(plan), document_json(document), day, paper)


def kept_plan_pdf(
    requisition: Requisition, plan: HiringPlan, document: RequisitionDocument, day: date, paper: Paper
) -> bytes:
    """The PDF of a stored requisition: the kept one where nothing it shows has changed, else made and kept."""
    return kept_pdf(requisition, plan_html(plan), document_json(document), day, paper)


def kept_pdf(requisition: Requisition, html: str, attachment: bytes | None, day: date, paper: Paper) -> bytes:
    """The PDF of a stored requisition’s page: the kept one where nothing it shows has changed, else made and kept."""
    key = input_key(html, attachment or b"", day, paper)
    if kept := RenderedPlan.objects.filter(key=key).values_list("pdf", flat=True).first():
        return bytes(kept)
    pdf = render_pdf(html, attachment, day, paper)
    RenderedPlan.objects.get_or_create(key=key, defaults={"requisition": requisition, "pdf": pdf})
    outdated = RenderedPlan.objects.filter(requisition=requisition).values_list("pk", flat=True)[KEPT:]
    if stale := list(outdated):
        RenderedPlan.objects.filter(pk__in=stale).delete()
    return pdf
