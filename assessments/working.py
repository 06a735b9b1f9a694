"""The interview plan that is being worked on: where it comes from, changing it, accepting it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from django.db import transaction
from django.utils import timezone

from assessments.acceptance import changed_since, kept_before
from assessments.bank import index_of
from assessments.bank.content import Bank
from assessments.editing.accepting import WRITES, accepted_process
from assessments.editing.sessions import (
    Sessions,
    from_plan,
    from_stages,
    plain_sessions,
    read_sessions,
    stages_of,
)
from assessments.models import PanelSeat, PlanDraft
from assessments.own_bank import bank_now
from assessments.planning import InterviewPlan, generate, plan_of
from hiring.access import require_edit
from hiring.assemble import columns_of, document_of, storage_errors
from hiring.document import RequisitionDocument
from hiring.facts.bank import BankIndex
from hiring.forms.answer import Answer
from hiring.models import Requisition
from hiring.questions import question_at
from hiring.reporting import Report
from hiring.review import review
from hiring.reviewing import Reviewed, store_review
from hiring.saving import locked, put_answers

if TYPE_CHECKING:
    from accounts.models import User

ACCEPTED = "Interview plan accepted"

Basis = Literal["draft", "requisition", "generated"]


class PlanChanged(Exception):
    """What was shown is not what is stored any more. The text says so to the person; nothing was changed."""


class PlanRefused(Exception):
    """The plan cannot be put into the requisition. The text says why; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Names:
    """Who takes a seat and who stands in; "" where nobody is named."""

    person: str = ""
    backup: str = ""


@dataclass(frozen=True)
class WorkingPlan:
    """A plan as it stands.

    ``basis`` says where the sessions come from: a stored draft, the loop of the requisition, or the generator (which
    answers where there is neither). ``document`` is the requisition's as it is stored.
    """

    requisition: Requisition
    document: RequisitionDocument
    row: PlanDraft
    sessions: Sessions
    basis: Basis
    names: Mapping[str, Names]
    content: Bank

    @cached_property
    def generated(self) -> InterviewPlan:
        """What the generator makes of the document now; a loop with a take-home keeps one."""
        return generate(self.document, bank=self.content, takehome=self._takehome)

    @property
    def _takehome(self) -> bool | None:
        if self.basis == "generated":
            return None
        return any(session.stage.type == "take_home" for session in self.sessions)

    @cached_property
    def then(self) -> RequisitionDocument:
        """The document as it will be once the plan is accepted; the same where the plan is its own loop."""
        if self.basis == "requisition":
            return self.document
        process = accepted_process(self.document, self.sessions, self.generated.process)
        return self.document.model_copy(update={"process": process})

    @cached_property
    def plan(self) -> InterviewPlan:
        """The sessions with purposes, seats, questions and coverage; choices made by hand stand."""
        whole = plan_of(self.then, bank=self.content)
        sessions = tuple(
            replace(
                planned,
                questions=planned.questions if session.questions is None else self._known(session.questions),
                purpose=session.purpose or planned.purpose,
            )
            for planned, session in zip(whole.sessions, self.sessions, strict=True)
        )
        return replace(whole, sessions=sessions)

    @property
    def token(self) -> str:
        """Names this state of draft and requisition, so that a page can say what it showed."""
        return f"{self.row.revision}-{self.requisition.revision}"

    @property
    def accepted(self) -> bool:
        """Whether the requisition holds this loop."""
        return bool(self.sessions) and stages_of(self.sessions) == self.document.process.stages

    @property
    def may_take_back(self) -> bool:
        """Whether what was accepted last still stands, so that it can be taken back."""
        return self.row.accepted is not None and not changed_since(self.row.accepted, self.document.process)

    def report(self, now: Reviewed) -> Report:
        """The report as it will be once the plan is accepted. ``now``: as things stand, whose day and market hold."""
        return now.report if self.then is now.document else _report(self.then, now, index_of(self.content))

    def report_generated(self, now: Reviewed) -> Report:
        """The same for the generated plan."""
        document = self.document.model_copy(update={"process": self.generated.process})
        return _report(document, now, index_of(self.content))

    def _known(self, questions: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in questions if name in self.content.questions)


def working_plan(requisition: Requisition) -> WorkingPlan:
    """The plan of a requisition as it stands. Four queries: stages, bank, draft, names."""
    document = document_of(requisition)
    content = bank_now()
    row = PlanDraft.objects.filter(requisition=requisition).first() or PlanDraft(requisition=requisition)
    row.requisition = requisition
    sessions, basis = _sessions_of(row, document, content)
    names = {seat.role: Names(seat.person, seat.backup) for seat in PanelSeat.objects.filter(requisition=requisition)}
    return WorkingPlan(requisition, document, row, sessions, basis, names, content)


def change_sessions(
    requisition: Requisition, user: "User", shown: str, change: Callable[[WorkingPlan], Sessions]
) -> tuple[WorkingPlan, WorkingPlan]:
    """Change the sessions; gives the plan before and after. Those from before are kept for `undo`.

    ``shown`` is the plan's token that the page showed. Raises PermissionDenied, PlanChanged where the plan is another
    by now, and what ``change`` raises.
    """
    with transaction.atomic():
        working = _opened(requisition, user, shown)
        sessions = change(working)
        if sessions == working.sessions and working.basis == "draft":
            return working, working
        working.row.before = plain_sessions(working.sessions)
        working.row.sessions = plain_sessions(sessions)
        save_row(working.row, user)
    return working, working_plan(working.requisition)


def undo(requisition: Requisition, user: "User", shown: str) -> bool:
    """Put the sessions back as they were before the last change; once more brings the change back.

    ``shown`` is the plan's token that the page showed: nobody takes back what somebody else did since. False where
    there is nothing to undo. Raises PermissionDenied, PlanChanged.
    """
    with transaction.atomic():
        row = _opened(requisition, user, shown).row
        if row.before is None:
            return False
        row.sessions, row.before = row.before, row.sessions
        save_row(row, user)
    return True


def accept(requisition: Requisition, user: "User", shown: str) -> Reviewed | None:
    """Put the plan into the requisition: one revision, one line of history, a stored review. None: it is there already.

    What it replaces is kept for `assessments.acceptance.take_back`.

    ``shown`` is the plan's token that the page showed. Raises PermissionDenied, PlanChanged where plan or requisition
    have moved on, PlanRefused where the columns cannot hold the plan.
    """
    with transaction.atomic():
        working = _opened(requisition, user, shown)
        requisition = working.requisition
        if working.token != shown:
            raise PlanChanged("The requisition has changed since. See what accepting writes now, and accept again.")
        if not working.sessions:
            raise PlanRefused("There is no session to accept.")
        if errors := storage_errors(requisition, working.then):
            raise PlanRefused(" ".join(text for texts in errors.values() for text in texts))
        columns = columns_of(working.then)
        plain = working.then.model_dump(mode="json")["process"]
        answers = {
            name: (question_at(f"/process/{name}"), Answer(columns[name] if name in columns else plain[name]))
            for name in WRITES
            if getattr(working.document.process, name) != getattr(working.then.process, name)
        }
        kept = kept_before(requisition, working.document.process, working.then.process, tuple(answers))
        reviewed = put_answers(requisition, user, answers)
        if reviewed is not None:
            store_review(requisition, reviewed, by=user, occasion=ACCEPTED)
            working.row.accepted = kept
            PlanDraft.objects.filter(pk=requisition.pk).update(accepted=kept)
        if working.basis == "generated":
            working.row.sessions = plain_sessions(working.sessions)
            save_row(working.row, user)
    return reviewed


def save_row(row: PlanDraft, user: "User") -> None:
    """Save the draft with one more revision, and who did it."""
    row.revision += 1
    row.updated_at = timezone.now()
    row._history_user = user  # type: ignore[attr-defined]  # read by simple-history
    row.save()


def _report(document: RequisitionDocument, now: Reviewed, index: BankIndex) -> Report:
    return review(document, today=now.today, market=now.market, bank=index, waivers=now.waivers)


def _opened(requisition: Requisition, user: "User", shown: str) -> WorkingPlan:
    """The plan, locked for a change. A stored draft does not mind other answers; what is made from them does."""
    requisition = locked(requisition)
    require_edit(user, requisition, "process")
    working = working_plan(requisition)
    known = shown.split("-")[0] == working.token.split("-")[0] if working.basis == "draft" else shown == working.token
    if not known:
        raise PlanChanged("Somebody changed this plan meanwhile. Look at it as it is now, and do it again.")
    return working


def _sessions_of(row: PlanDraft, document: RequisitionDocument, content: Bank) -> tuple[Sessions, Basis]:
    if row.sessions is not None:
        return read_sessions(row.sessions), "draft"
    if document.process.stages:
        return from_stages(document.process.stages), "requisition"
    return from_plan(generate(document, bank=content)), "generated"
