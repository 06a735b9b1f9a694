"""Changing one session by hand, or adding one of one's own."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.models import User
from assessments.editing.sessions import DraftSession, NoSuchSession, Sessions, added, position_of, replaced
from assessments.forms import SessionForm
from assessments.plan.parts import printable
from assessments.views.interview_changes import say_effect
from assessments.views.interview_page import name_of
from assessments.views.interviews import SECTION
from assessments.working import PlanChanged, WorkingPlan, change_sessions, working_plan
from hiring.access import require_edit, requisition_for
from hiring.models import Requisition


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """The form of one session; what was typed stays in it until it can be saved."""
    requisition = _editable(request, pk)
    working = working_plan(requisition)
    try:
        session = working.sessions[position_of(working.sessions, key)]
    except NoSuchSession:
        raise Http404("No such session") from None
    return _answer(request, working, session)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a new session."""
    return _answer(request, working_plan(_editable(request, pk)), None)


def _editable(request: HttpRequest, pk: int) -> Requisition:
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    require_edit(user, requisition, SECTION)
    return requisition


def _answer(request: HttpRequest, working: WorkingPlan, session: DraftSession | None) -> HttpResponse:
    must_haves = [
        (requirement.key, printable(requirement.label, 90))
        for requirement in working.plan.requirements
        if requirement.path is not None
    ]
    questions = _questions(working, session)
    if request.method != "POST":
        start = SessionForm.start(session, must_haves, questions)
        form = SessionForm(initial=start, must_haves=must_haves, content=working.content, session=session)
        return _page(request, working, session, form)
    form = SessionForm(request.POST, must_haves=must_haves, content=working.content, session=session)
    if not form.is_valid():
        return _page(request, working, session, form)

    def changed(current: WorkingPlan) -> Sessions:
        stage, asked, purpose = form.stage(), form.asked(), form.cleaned_data["purpose"]
        if session is None:
            return added(current.sessions, stage, asked, purpose)
        return replaced(current.sessions, DraftSession(key=session.key, stage=stage, questions=asked, purpose=purpose))

    requisition = working.requisition
    token = request.POST.get("token", "")
    try:
        before, after = change_sessions(requisition, cast(User, request.user), token, changed)
    except (PlanChanged, NoSuchSession):
        form.add_error(
            None,
            "Somebody changed this plan meanwhile. What you typed is still here: compare it with the plan as it is "
            "now, and save once more.",
        )
        return _page(request, working_plan(requisition), session, form)
    say_effect(request, requisition, "Changed." if session else "Added.", before, after)
    return HttpResponseRedirect(reverse("assessments:interviews", args=[requisition.pk]))


def _questions(working: WorkingPlan, session: DraftSession | None) -> tuple[str, ...]:
    if session is None:
        return ()
    return working.plan.sessions[position_of(working.sessions, session.key)].questions


def _page(request: HttpRequest, working: WorkingPlan, session: DraftSession | None, form: SessionForm) -> HttpResponse:
    level = working.document.role.level
    asked_elsewhere = {
        name
        for planned, other in zip(working.plan.sessions, working.sessions, strict=True)
        if session is None or other.key != session.key
        for name in planned.questions
    }
    chosen = set(form["questions"].value() or ())
    context = {
        "requisition": working.requisition,
        "working": working,
        "session": session,
        "name": name_of(session.stage.type) if session else "A session of your own",
        "form": form,
        "scenarios": working.content.scenarios.values(),
        "questions": [
            (question, question.id in asked_elsewhere)
            for question in working.content.questions.values()
            if level is None or level in question.levels or question.id in chosen
        ],
    }
    return render(request, "assessments/interviews_session.html", context, status=422 if form.errors else 200)
