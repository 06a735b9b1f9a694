"""The guided form: one page a step, saved as it is filled in."""

from dataclasses import dataclass, field
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.models import User
from hiring.access import requisition_for
from hiring.assemble import document_of
from hiring.forms.answer import Answer, Raw
from hiring.forms.layout import applies
from hiring.forms.operations import Operation, Outcome, operate, operation_in, take_added
from hiring.forms.reading import read
from hiring.forms.showing import show
from hiring.forms.submission import asked, typed_answers
from hiring.forms.suggesting import is_accepted_with_all, suggestion_for
from hiring.forms.versions import Versions
from hiring.models import Requisition
from hiring.questions import Question, Step, question_at, step_at
from hiring.reviewing import bank
from hiring.saving import SaveResult, save_answers
from hiring.views.form_fill import fill_from_preset
from hiring.views.form_page import autosave_context, page_context

LISTS_WITH_ADD = ("must_haves", "nice_to_haves")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """One step: shows it, or saves what came in and answers with the page, the next step, or the live parts alone."""
    user = cast(User, request.user)
    found = step_at(step)
    if found is None:
        raise Http404("No such step")
    if request.method == "POST":
        # Saving reads the requisition anew under its lock: a hundred columns would be read twice.
        light = get_object_or_404(Requisition.objects.visible_to(user).only("owner_id"), pk=pk)
        return _Post(request, user, light, found).answer()
    requisition = requisition_for(user, pk)
    blank = {request.GET["add"]} if "add" in request.GET else set()
    return render(request, "hiring/form/step.html", page_context(user, requisition, found, blank_rows=blank))


@dataclass
class _Post:
    """One submission of a step. ``requisition`` knows its key and owner only."""

    request: HttpRequest
    user: User
    requisition: Requisition
    step: Step
    outcome: Outcome = field(init=False)
    versions: Versions = field(init=False)

    def answer(self) -> HttpResponse:
        """Save, then answer as the way of asking wants it."""
        data = self.request.POST
        operation = operation_in(data.get("do", ""))
        is_autosave = bool(getattr(self.request, "htmx", False)) and operation is None
        questions = asked(data, self.step.section)
        typed = typed_answers(data, questions)
        self.versions = Versions.read(data, questions)
        if not is_autosave:
            typed = take_added(typed, {name: data.get(f"add-{name}", "") for name in LISTS_WITH_ADD})
        self.outcome = self._operated(operation, typed)
        result = self._save(questions)
        if is_autosave:
            context = autosave_context(self.user, result, self.step, self.versions, self.outcome.typed)
            return render(self.request, "hiring/form/step.html#autosave", context)
        return self._page(operation, result)

    def _operated(self, operation: Operation | None, typed: dict[str, Raw]) -> Outcome:
        if operation is None:
            return Outcome(typed)
        name, rest = operation.field, operation.rest[0] if operation.rest else ""
        match operation.verb:
            case "use":
                return Outcome(self._with_suggestions(typed, None if name == "all" else name))
            case "mine" if name in typed:
                self.versions = self.versions.choosing(name, rest)
            case "theirs":
                typed.pop(name, None)
            case _:
                added = {name: self.request.POST.get(f"add-{name}", "") for name in LISTS_WITH_ADD}
                return operate(operation, typed, added, self.step.section)
        return Outcome(typed)

    def _with_suggestions(self, typed: dict[str, Raw], only: str | None) -> dict[str, Raw]:
        """With suggestions put where nothing is answered: in one field, or in all that matter."""
        document = document_of(requisition_for(self.user, self.requisition.pk))
        for name in typed if only is None else {only} & typed.keys():
            question = question_at(f"/{self.step.section}/{name}")
            suggested = suggestion_for(question, document, bank().loops)
            if only is None and not (is_accepted_with_all(question) and applies(question, document)):
                continue
            if suggested is not None and read(question, typed[name]).answer.is_open:
                typed[name] = show(question, Answer(suggested))
        return typed

    def _save(self, questions: tuple[Question, ...]) -> SaveResult:
        by_field = {question.field: question for question in questions}
        return save_answers(
            self.requisition,
            self.user,
            self.step.section,
            {name: read(by_field[name], raw).answer for name, raw in self.outcome.typed.items()},
            self.versions.base,
            behind=self.versions.behind,
            parts_shown=self.versions.parts,
            step=self.step.slug,
        )

    def _page(self, operation: Operation | None, result: SaveResult) -> HttpResponse:
        verb = "" if operation is None else operation.verb
        name = "" if operation is None else operation.field
        requisition = result.requisition
        if verb == "quick":
            requisition.quick_mode = not requisition.quick_mode
            Requisition.objects.filter(pk=requisition.pk).update(quick_mode=requisition.quick_mode)
        if verb == "fill" and not result.conflicts:
            replace = bool(self.request.POST.get("fill-over"))
            requisition = fill_from_preset(self.request, requisition, self.user, replace=replace)
        is_htmx = bool(getattr(self.request, "htmx", False))
        if not result.conflicts and not is_htmx:
            return self._redirect(verb, name)
        if verb == "go" and not result.conflicts:
            response = HttpResponse()
            response["HX-Redirect"] = self._redirect(verb, name).url
            return response
        context = page_context(
            self.user,
            requisition,
            self.step,
            reviewed=None,
            conflicts=result.conflicts,
            typed={
                conflict.question.field: self.outcome.typed[conflict.question.field] for conflict in result.conflicts
            },
            versions=self.versions,
            blank_rows=self.outcome.blank_rows,
            focus=_focus(operation),
        )
        template = "hiring/form/step.html#redrawn" if is_htmx else "hiring/form/step.html"
        return render(self.request, template, context)

    def _redirect(self, verb: str, name: str) -> HttpResponseRedirect:
        slug = name if verb == "go" and step_at(name) else self.step.slug
        if verb == "go" and name == "report":
            return HttpResponseRedirect(reverse("hiring:report", args=[self.requisition.pk]))
        if verb == "go":
            return HttpResponseRedirect(reverse("hiring:step", args=[self.requisition.pk, slug]))
        query = f"?add={name}" if name in self.outcome.blank_rows else ""
        anchor = f"#{name}" if name in self.outcome.typed else "#archetype" if verb == "fill" else ""
        return HttpResponseRedirect(f"{reverse('hiring:step', args=[self.requisition.pk, slug])}{query}{anchor}")


def _focus(operation: Operation | None) -> str:
    """Where the keyboard goes after a button whose row may be gone: the id of an element of the new page."""
    if operation is None:
        return ""
    return f"{operation.verb}:{operation.field}"
