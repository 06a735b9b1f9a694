"""Saving answers. It never fails over what was typed, and never overwrites what somebody else changed unseen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from hiring.access import require_edit
from hiring.assemble import document_parts
from hiring.document.canonical import canonical_json
from hiring.forms.answer import Answer
from hiring.forms.showing import settled
from hiring.models import Requisition
from hiring.questions import Question, question_at
from hiring.reviewing import Reviewed, remember_verdict, review_requisition, worst_flags

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import User


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer that two people changed. ``by`` and ``at`` tell who changed it last; None where that is not known."""

    question: Question
    mine: Answer
    theirs: Answer
    by: "User | None"
    at: datetime | None


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What a save came to.

    ``saved`` are the fields written; ``conflicts`` those that wait for a choice; ``behind`` are fields whose value in
    the submitted form is out of date, with the revision that form still shows (conflicts included). ``reviewed`` is
    None where nothing was written.
    """

    requisition: Requisition
    saved: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    behind: Mapping[str, int] = field(default_factory=dict)
    reviewed: Reviewed | None = None


def save_answers(
    requisition: Requisition | int,
    user: "User",
    section: str,
    submitted: Mapping[str, Answer],
    base_revision: int,
    *,
    behind: Mapping[str, int] | None = None,
    parts_shown: Mapping[str, str] | None = None,
    step: str | None = None,
) -> SaveResult:
    """Save one section's answers as they came from a form that showed ``base_revision``.

    Each answer is compared three ways: what the form showed, what it came back as, and what is stored now. Untouched
    answers never overwrite anything; an answer changed on both sides is a conflict and stays as it is stored.
    ``behind`` names fields of which the form still shows an older revision. ``parts_shown`` gives, for answers kept
    in rows of their own, the `part_digest` that the form showed. One revision and one line of history for a save that
    changes something, nothing for one that does not. ``step`` is remembered as where to resume.

    A requisition given by its key is looked up among those the person may see: reading it once, under its lock.

    Raises PermissionDenied, KeyError for a field of another section, Requisition.DoesNotExist for an unknown key.
    """
    # What the person may do is asked before the lock is taken: on SQLite it holds up every other save.
    among = Requisition.objects.visible_to(user) if isinstance(requisition, int) else Requisition.objects.all()
    with transaction.atomic():
        requisition = _locked_among(among, requisition if isinstance(requisition, int) else requisition.pk)
        require_edit(user, requisition, section)
        merge = _Merge(requisition, base_revision, behind or {}, parts_shown or {})
        for name, answer in submitted.items():
            merge.take(question_at(f"/{section}/{name}"), answer)
        if step is not None and step != requisition.last_step:
            requisition.last_step = step
            Requisition.objects.filter(pk=requisition.pk).update(last_step=step)
        reviewed = _write(requisition, user, merge.changes) if merge.changes else None
    return SaveResult(requisition, tuple(merge.changes), merge.conflicts(), merge.behind_after(), reviewed)


def put_answers(
    requisition: Requisition, user: "User", answers: Mapping[str, tuple[Question, Answer]]
) -> Reviewed | None:
    """Write answers of any sections as one revision, whatever is stored. For use on a locked requisition.

    Answers that are stored so already are left alone; None where that is all of them.
    """
    changes = {name: pair for name, pair in answers.items() if stored_answer(requisition, pair[0]) != pair[1]}
    return _write(requisition, user, changes) if changes else None


def locked(requisition: Requisition) -> Requisition:
    """The requisition read anew, locked until the transaction ends."""
    return _locked_among(Requisition.objects.all(), requisition.pk)


def _locked_among(requisitions: "QuerySet[Requisition]", pk: int) -> Requisition:
    return requisitions.select_for_update(of=("self",)).select_related("owner").get(pk=pk)


def stored_answer(requisition: Any, question: Question) -> Answer:
    """An answer as a requisition, or one line of its history, holds it. Parts kept elsewhere are read from there."""
    part = document_parts().get(f"{question.section}.{question.field}")
    value = getattr(requisition, question.field) if part is None else part.read(requisition)
    return Answer(value, question.field in requisition.unsure, requisition.unparsed.get(question.field))


def part_digest(value: Any) -> str:
    """Names a list kept in rows of its own, so that a form can say which one it showed."""
    return sha256(canonical_json(value)).hexdigest()[:16]


class _Merge:
    """Comparing a submitted form with what is stored, field by field."""

    def __init__(
        self, requisition: Requisition, base: int, behind: Mapping[str, int], parts_shown: Mapping[str, str]
    ) -> None:
        self.requisition = requisition
        self.base = base
        self.behind = behind
        self.parts_shown = parts_shown
        self.changes: dict[str, tuple[Question, Answer]] = {}
        self._conflicting: list[tuple[Question, Answer, Answer]] = []
        self._behind: dict[str, int] = {}
        self._history: dict[int, Any] | None = None

    def take(self, question: Question, mine: Answer) -> None:
        """Sort one answer into changes, conflicts, or nothing to do."""
        theirs = stored_answer(self.requisition, question)
        if _same(question, mine, theirs):
            return
        if self._touched_by_me(question, mine, theirs):
            if self._touched_by_others(question, theirs):
                self._conflicting.append((question, mine, theirs))
                self._behind[question.field] = self._base_of(question)
            else:
                self.changes[question.field] = (question, mine)
        else:
            self._behind[question.field] = self._base_of(question)

    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts, with who changed the stored answer last."""
        return tuple(
            Conflict(question, mine, theirs, *self._last_change(question, theirs))
            for question, mine, theirs in self._conflicting
        )

    def behind_after(self) -> Mapping[str, int]:
        """The fields that the form shows out of date."""
        return self._behind

    def _base_of(self, question: Question) -> int:
        return self.behind.get(question.field, self.base)

    def _is_part(self, question: Question) -> bool:
        return f"{question.section}.{question.field}" in document_parts()

    def _touched_by_me(self, question: Question, mine: Answer, theirs: Answer) -> bool:
        if self._is_part(question):
            shown = self.parts_shown.get(question.field)
            return shown is None or shown != part_digest(mine.value) or mine.typed is not None
        shown_then = self._shown(question, theirs)
        return shown_then is None or not _same(question, mine, shown_then)

    def _touched_by_others(self, question: Question, theirs: Answer) -> bool:
        if self._is_part(question):
            shown = self.parts_shown.get(question.field)
            if shown is None:
                return self._base_of(question) != self.requisition.revision
            return shown != part_digest(theirs.value)
        shown_then = self._shown(question, theirs)
        return shown_then is None or not _same(question, theirs, shown_then)

    def _shown(self, question: Question, theirs: Answer) -> Answer | None:
        """The answer as the form showed it; None where history does not tell."""
        revision = self._base_of(question)
        if revision == self.requisition.revision:
            return theirs
        if self._history is None:
            wanted = {self.base, *self.behind.values()}
            rows = self.requisition.history.filter(revision__in=wanted).order_by("history_date", "history_id")
            self._history = {row.revision: row for row in rows}
        row = self._history.get(revision)
        return None if row is None else stored_answer(row, question)

    def _last_change(self, question: Question, theirs: Answer) -> "tuple[User | None, datetime | None]":
        """Who gave the stored answer: the oldest of the newest lines of history that all hold it."""
        since = self._base_of(question)
        rows = self.requisition.history.filter(revision__gt=since).order_by("-history_date", "-history_id")
        found = None
        for row in rows.select_related("history_user"):
            if not self._is_part(question) and stored_answer(row, question) != theirs:
                break
            found = row
            if self._is_part(question):
                break
        return (None, None) if found is None else (found.history_user, found.history_date)


def _same(question: Question, one: Answer, other: Answer) -> bool:
    """Whether two answers look the same in the form."""
    return one == other or settled(question, one) == settled(question, other)


def _write(requisition: Requisition, user: "User", changes: Mapping[str, tuple[Question, Answer]]) -> Reviewed:
    unsure = set(requisition.unsure)
    columns = ["revision", "updated_at", "unsure", "unparsed"]
    parts: list[tuple[Any, Any]] = []
    unparsed = dict(requisition.unparsed)
    for name, (question, answer) in changes.items():
        part = document_parts().get(f"{question.section}.{name}")
        if part is None:
            setattr(requisition, name, answer.value)
            columns.append(name)
        else:
            parts.append((part, answer.value))
        unsure = unsure | {name} if answer.unsure else unsure - {name}
        unparsed.pop(name, None)
        if answer.typed is not None:
            unparsed[name] = answer.typed
    requisition.unsure = sorted(unsure)
    requisition.unparsed = unparsed
    requisition.revision += 1
    requisition.updated_at = timezone.now()
    requisition._history_user = user  # type: ignore[attr-defined]  # read by simple-history
    requisition.save(update_fields=columns)
    for part, value in parts:
        part.write(requisition, value)
    reviewed = review_requisition(requisition)
    if (requisition.verdict, requisition.worst_flags) != (reviewed.report.verdict.value, worst_flags(reviewed.report)):
        remember_verdict(requisition, reviewed.report)
    return reviewed
