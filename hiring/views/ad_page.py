"""The advert of a requisition: written from its answers, edited, taken away, and held against the requisition."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from accounts.models import User
from hiring.access import may_edit_step, requisition_for
from hiring.ad_files import LONGEST_AD, Refused, text_of_paste
from hiring.assemble import document_of
from hiring.document import RequisitionDocument
from hiring.facts.law import PayDuty, Standing, pay_duties
from hiring.forms.answer import Answer
from hiring.job_ad import JobAd
from hiring.job_ad.drift import NOT_SAID, Difference, differences
from hiring.job_ad.flags import flags_of
from hiring.job_ad.notes import annotated
from hiring.job_ad.reader import read_ad_text
from hiring.job_ad.suggestions import suggestions_of
from hiring.job_ad.writing import (
    FEWEST_WORDS,
    MOST_WORDS,
    PostingIncomplete,
    as_html,
    as_word,
    draft_of,
    job_posting,
)
from hiring.job_ad.writing.draft import words_in
from hiring.models import Requisition
from hiring.questions import Question, Step, question_at, step_of
from hiring.registry import TRIGGER_BY_ID
from hiring.saving import Conflict, save_answers
from hiring.views.ad_rows import quotes_of, rows_by_step

_LONGEST_NAME: Final = 200
_MOST_QUOTES: Final = 6
_LONGEST_QUOTE: Final = 120
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMATS: Final = ("md", "html", "docx", "jsonld")


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """A question, and where it is answered."""

    question: Question
    step: Step
    href: str


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """What each side says, and the words of the ad."""

    in_ad: str
    in_requisition: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DifferenceGroup:
    """The differences on one question: what only one side has stands in one row."""

    answer: AnswerLink
    rows: tuple[DifferenceRow, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def advert(request: HttpRequest, pk: int) -> HttpResponse:
    """The advert. POST with ``do``: save, check, or one of the formats to take away."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    page = _Page(request, user, requisition)
    return page.posted() if request.method == "POST" else page.shown(page.stored_text())


class _Page:
    def __init__(self, request: HttpRequest, user: User, requisition: Requisition) -> None:
        self.request = request
        self.user = user
        self.requisition = requisition
        self.document = document_of(requisition)
        self.draft = draft_of(self.document)
        self.employer = request.POST.get("employer", settings.HIRING_EMPLOYER).strip()[:_LONGEST_NAME]

    def stored_text(self) -> str:
        """The text to start from: the stored advert, or the draft where there is none or a new one is asked for."""
        return self.draft.text if "fresh" in self.request.GET else self.document.role.job_ad or self.draft.text

    def posted(self) -> HttpResponse:
        """Save, check, or hand out."""
        do = self.request.POST.get("do", "")
        try:
            text = text_of_paste(self.request.POST.get("ad", ""))
        except Refused as refused:
            return self.shown(self.request.POST.get("ad", ""), problem=str(refused), status=400)
        if do == "save":
            return self._save(text)
        if do in _FORMATS:
            return self._handed_out(text, do)
        return self.shown(text)

    def shown(
        self,
        text: str,
        *,
        problem: str = "",
        employer_missing: bool = False,
        status: int = 200,
        conflict: Conflict | None = None,
    ) -> HttpResponse:
        """The page around a text."""
        ad = read_ad_text(text[:LONGEST_AD])
        today = timezone.localdate()
        grouped = list(self._grouped(ad, differences(ad, self.document)))
        context: Mapping[str, Any] = {
            "requisition": self.requisition,
            "text": text,
            "ad": ad,
            "words": words_in(text),
            "fewest": FEWEST_WORDS,
            "most": MOST_WORDS,
            "draft": self.draft,
            "is_typed": self.request.method == "POST",
            "is_stored": text == self.document.role.job_ad,
            "has_stored": bool(self.document.role.job_ad),
            "may_save": may_edit_step(self.user, self.requisition, "role"),
            "employer": self.employer,
            "differences": grouped,
            "difference_count": sum(len(group.rows) for group in grouped),
            "read": list(rows_by_step(ad, suggestions_of(ad))),
            "gaps": [self._link(pointer) for pointer in self.draft.gaps],
            "duties": _duties_to_mind(self.document),
            "notes": annotated(ad, flags_of(ad, today)) if ad.english else None,
            "triggers": TRIGGER_BY_ID,
            "problem": problem,
            "employer_missing": employer_missing,
            "conflict": conflict,
        }
        return render(self.request, "hiring/advert.html", context, status=status)

    def _save(self, text: str) -> HttpResponse:
        base = self.request.POST.get("base", "")
        revision = int(base) if base.isascii() and base.isdigit() and len(base) < 10 else self.requisition.revision
        result = save_answers(self.requisition, self.user, "role", {"job_ad": Answer(text)}, revision)
        if result.conflicts:
            self.requisition = result.requisition
            self.document = document_of(result.requisition)
            return self.shown(text, status=409, conflict=result.conflicts[0])
        messages.success(self.request, "Saved as the advert of this requisition.")
        return HttpResponseRedirect(reverse("hiring:advert", args=[self.requisition.pk]))

    def _handed_out(self, text: str, format_: str) -> HttpResponse:
        title = self.document.role.title or "Advert"
        match format_:
            case "md":
                content: str | bytes = f"{text}\n"
                kind = "text/markdown; charset=utf-8"
            case "html":
                content, kind = as_html(text, title), "text/html; charset=utf-8"
            case "docx":
                content, kind = as_word(text, title), _WORD
            case _:
                try:
                    posting = job_posting(self.document, text, employer=self.employer, posted_on=timezone.localdate())
                except PostingIncomplete as incomplete:
                    say = f"Search engines ask for more than is known. Missing: {', '.join(incomplete.missing)}."
                    return self.shown(text, problem=say, employer_missing=not self.employer, status=400)
                content, kind = (
                    _fit_for_a_page(json.dumps(posting, indent=2, ensure_ascii=False)),
                    "application/ld+json",
                )
        response = HttpResponse(content, content_type=kind)
        name = slugify(title) or "advert"
        response["Content-Disposition"] = f'attachment; filename="{name[:80]}.{format_}"'
        return response

    def _grouped(self, ad: JobAd, found: tuple[Difference, ...]) -> Iterator[DifferenceGroup]:
        for pointer in dict.fromkeys(each.pointer for each in found):
            rows: list[DifferenceRow] = []
            own = [each for each in found if each.pointer == pointer]
            only_here = [each.in_requisition for each in own if each.kind == "only_in_requisition"]
            only_there = [each for each in own if each.kind == "only_in_ad"]
            if only_there:
                names = "; ".join(each.in_ad for each in only_there)
                rows.append(DifferenceRow(names, only_there[0].in_requisition, _quotes(ad, only_there)))
            rows += [
                DifferenceRow(each.in_ad, each.in_requisition, _quotes(ad, [each]))
                for each in own
                if each.kind == "differs"
            ]
            if only_here:
                rows.append(DifferenceRow(NOT_SAID, "; ".join(only_here)))
            yield DifferenceGroup(self._link(pointer), tuple(rows))

    def _link(self, pointer: str) -> AnswerLink:
        question = question_at(pointer)
        step = step_of(question.section)
        href = f"{reverse('hiring:step', args=[self.requisition.pk, step.slug])}#{question.field}"
        return AnswerLink(question, step, href)


def _fit_for_a_page(data: str) -> str:
    """JSON that no words in it can end the script element it is pasted into."""
    return data.replace("<", "\\u003c")


def _quotes(ad: JobAd, found: Iterable[Difference]) -> tuple[str, ...]:
    """The words of the ad behind some differences, each once, the first few."""
    spans = (span for each in found for span in each.spans)
    return quotes_of(ad, spans, _MOST_QUOTES, _LONGEST_QUOTE)


def _duties_to_mind(document: RequisitionDocument) -> list[PayDuty]:
    """The pay laws of the places hired in that speak to an advert today."""
    minded = (Standing.BINDS, Standing.MAY_BIND)
    return [duty for duty in pay_duties(document, timezone.localdate()) if duty.standing in minded]
