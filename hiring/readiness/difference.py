"""What changed between two stored reviews of one requisition. Reads their JSON forms only: rulesets may differ."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FlagChange:
    """One trigger that is not as it was. A side is None where it did not stand; ``waived`` counts as not standing."""

    id: str
    message: str
    before: str | None
    after: str | None
    waived_before: bool
    waived_after: bool


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer that is not as it was, by JSON Pointer of its field."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed. ``ruleset_changed``: flags may differ because the rules do."""

    flags: tuple[FlagChange, ...]
    answers: tuple[AnswerChange, ...]
    ruleset_changed: bool

    @property
    def appeared(self) -> tuple[FlagChange, ...]:
        """Flags that stand now and did not."""
        return tuple(flag for flag in self.flags if flag.before is None and flag.after is not None)

    @property
    def gone(self) -> tuple[FlagChange, ...]:
        """Flags that stood and do not any more, waived ones included."""
        return tuple(flag for flag in self.flags if flag.before is not None and flag.after is None)

    @property
    def changed(self) -> tuple[FlagChange, ...]:
        """Flags that stand with another severity."""
        return tuple(flag for flag in self.flags if flag.before is not None and flag.after is not None)


def difference(
    before: dict[str, Any], after: dict[str, Any], document_before: dict[str, Any], document_after: dict[str, Any]
) -> Difference:
    """What changed from one review to the other: reports and documents in their JSON forms."""
    return Difference(
        flags=_flag_changes(before, after),
        answers=changed_answers(document_before, document_after),
        ruleset_changed=before.get("ruleset") != after.get("ruleset"),
    )


def changed_answers(before: dict[str, Any], after: dict[str, Any]) -> tuple[AnswerChange, ...]:
    """The answers that differ between two documents in JSON form, field by field, in the newer one's order."""
    changes: list[AnswerChange] = []
    for section in [*after, *(name for name in before if name not in after)]:
        old, new = before.get(section), after.get(section)
        if not isinstance(old, dict) or not isinstance(new, dict):
            continue
        for field in [*new, *(name for name in old if name not in new)]:
            if old.get(field) != new.get(field):
                changes.append(AnswerChange(f"/{section}/{field}", old.get(field), new.get(field)))
    return tuple(changes)


def _flag_changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[FlagChange, ...]:
    old, new = _standing(before, "triggers"), _standing(after, "triggers")
    old_waived, new_waived = _standing(before, "waived"), _standing(after, "waived")
    changes = []
    for id_ in sorted(old | new, key=_order):
        was, now = old.get(id_), new.get(id_)
        if was is not None and now is not None and was["severity"] == now["severity"]:
            continue
        message = (now or was or {}).get("message", "")
        changes.append(
            FlagChange(
                id=id_,
                message=message,
                before=None if was is None else was["severity"],
                after=None if now is None else now["severity"],
                waived_before=id_ in old_waived,
                waived_after=id_ in new_waived,
            )
        )
    return tuple(changes)


def _standing(report: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    return {flag["id"]: flag for finding in report["findings"] for flag in finding[kind]}


def _order(trigger_id: str) -> tuple[str, int]:
    mistake, _, number = trigger_id.partition("-T")
    return mistake, int(number)
