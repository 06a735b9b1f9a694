"""Changing the plan by a button, taking a change back, accepting the plan."""

from collections.abc import Callable, Sequence
from typing import Final, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import User
from assessments.acceptance import NotTakenBack, take_back
from assessments.editing.sessions import (
    DraftSession,
    NoSuchSession,
    Sessions,
    added,
    from_plan,
    from_stages,
    moved,
    position_of,
    replaced,
    without,
)
from assessments.planning import alternatives, generate, regenerated
from assessments.views.interview_page import effect_of
from assessments.working import PlanChanged, PlanRefused, WorkingPlan, accept, change_sessions, undo
from hiring.access import requisition_for
from hiring.document import Stage
from hiring.models import Requisition
from hiring.reviewing import review_document
from hiring.strip import VERDICT_MARKS
from hiring.views.back import back_to


class NothingToDo(Exception):
    """A change that cannot be made. The text says why, for people."""


@require_POST
@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """One change: ``do`` is ``verb:what``, ``token`` names the plan that the page showed."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    verb, *rest = request.POST.get("do", "").split(":")
    work = _WORK.get(verb)
    if work is None:
        messages.warning(request, "Nothing was changed: this page does not know that button any more.")
        return back_to(request, _page(pk))

    def changed(working: WorkingPlan) -> Sessions:
        return work(working, rest, request)

    try:
        before, after = change_sessions(requisition, user, request.POST.get("token", ""), changed)
    except (PlanChanged, NothingToDo) as error:
        messages.warning(request, str(error))
    except NoSuchSession:
        messages.warning(request, "This session is not in the plan any more.")
    else:
        say_effect(request, requisition, _SAID[verb], before, after)
    return back_to(request, _page(pk))


@require_POST
@login_required
def undo_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the last change back; once more brings it back."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    try:
        undone = undo(requisition, user, request.POST.get("token") or request.GET.get("token", ""))
    except PlanChanged as error:
        messages.warning(request, str(error))
    else:
        if undone:
            messages.success(request, "The last change of the plan is taken back.")
        else:
            messages.info(request, "There is no change to take back.")
    return back_to(request, _page(pk))


@require_POST
@login_required
def accept_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts the plan into the requisition."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    try:
        reviewed = accept(requisition, user, request.POST.get("token", ""))
    except (PlanChanged, PlanRefused) as error:
        messages.warning(request, str(error))
    else:
        if reviewed is None:
            messages.info(request, "The requisition holds this plan already.")
        else:
            verdict = VERDICT_MARKS[reviewed.report.verdict.value].word.lower()
            back = reverse("assessments:take_back", args=[pk])
            messages.success(
                request, f"Accepted: the requisition holds this plan. Verdict: {verdict}.", extra_tags=back
            )
    return HttpResponseRedirect(_page(pk))


@require_POST
@login_required
def take_back_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts the answers back as they were before the plan was accepted, unless somebody has changed them since."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    try:
        take_back(requisition, user)
    except NotTakenBack as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, "Taken back: the requisition is as it was before the plan was accepted.")
    return HttpResponseRedirect(_page(pk))


def say_effect(
    request: HttpRequest, requisition: Requisition, said: str, before: WorkingPlan, after: WorkingPlan
) -> None:
    """Say what a change did to the flags, with a button to take it back."""
    if after is before:
        messages.info(request, "The plan is so already.")
        return
    now = review_document(requisition, after.document)
    effect = effect_of(before.report(now), after.report(now))
    said += f" Clears {', '.join(effect.clears)}." if effect.clears else ""
    said += f" Raises {', '.join(effect.raises)}." if effect.raises else ""
    said += "" if effect.clears or effect.raises else " No flag changes."
    # The toast shows an undo button for a message that carries the address of one.
    back = reverse("assessments:undo", args=[requisition.pk], query={"token": after.token})
    messages.success(request, said, extra_tags=back)


def _page(pk: int) -> str:
    return reverse("assessments:interviews", args=[pk])


type Work = Callable[[WorkingPlan, Sequence[str], HttpRequest], Sessions]


def _number(rest: Sequence[str], at: int = 0) -> int:
    if len(rest) > at and rest[at].isascii() and rest[at].isdigit() and len(rest[at]) < 10:
        return int(rest[at])
    raise NothingToDo("Nothing was changed: this page does not know that button any more.")


def _earlier(working: WorkingPlan, rest: Sequence[str], request: HttpRequest) -> Sessions:
    return moved(working.sessions, _number(rest), -1)


def _later(working: WorkingPlan, rest: Sequence[str], request: HttpRequest) -> Sessions:
    return moved(working.sessions, _number(rest), 1)


def _remove(working: WorkingPlan, rest: Sequence[str], request: HttpRequest) -> Sessions:
    return without(working.sessions, _number(rest))


def _swap(working: WorkingPlan, rest: Sequence[str], request: HttpRequest) -> Sessions:
    key = _number(rest)
    wanted = request.POST.get(f"to-{key}", "")
    known = alternatives(working.then, position_of(working.sessions, key) + 1, bank=working.content)
    found = next((stage for stage in known if stage.scenario == wanted), None)
    if found is None:
        raise NothingToDo("Choose what to swap it for.")
    return replaced(working.sessions, DraftSession(key=key, stage=found))


def _regenerate(working: WorkingPlan, rest: Sequence[str], request: HttpRequest) -> Sessions:
    key = _number(rest)
    stage = regenerated(working.then, position_of(working.sessions, key) + 1, bank=working.content)
    return replaced(working.sessions, DraftSession(key=key, stage=stage))


def _generate(working: WorkingPlan, rest: Sequence[str], request: HttpRequest) -> Sessions:
    takehome = {"takehome": True, "live": False}.get(rest[0] if rest else "")
    return from_plan(generate(working.document, bank=working.content, takehome=takehome))


def _adopt(working: WorkingPlan, rest: Sequence[str], request: HttpRequest) -> Sessions:
    stages = working.document.process.stages
    if not stages:
        raise NothingToDo("The requisition has no interview stage to start from.")
    return from_stages(stages)


def _use(working: WorkingPlan, rest: Sequence[str], request: HttpRequest) -> Sessions:
    return replaced(working.sessions, DraftSession(key=_number(rest), stage=_generated(working, rest, 1)))


def _add(working: WorkingPlan, rest: Sequence[str], request: HttpRequest) -> Sessions:
    return added(working.sessions, _generated(working, rest, 0), None, "")


def _generated(working: WorkingPlan, rest: Sequence[str], at: int) -> Stage:
    index = _number(rest, at)
    if index >= len(working.generated.sessions):
        raise NothingToDo("The generated plan is another by now. Compare once more.")
    return working.generated.sessions[index].stage


_WORK: Final[dict[str, Work]] = {
    "earlier": _earlier,
    "later": _later,
    "remove": _remove,
    "swap": _swap,
    "regenerate": _regenerate,
    "generate": _generate,
    "adopt": _adopt,
    "use": _use,
    "add": _add,
}
_SAID: Final = {
    "earlier": "Moved.",
    "later": "Moved.",
    "remove": "Removed.",
    "swap": "Swapped.",
    "regenerate": "Made anew; the other sessions are as they were.",
    "generate": "The whole plan is made anew.",
    "adopt": "The plan is the requisition’s loop.",
    "use": "Taken from the generated plan.",
    "add": "Added from the generated plan.",
}
