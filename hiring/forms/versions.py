"""Which revision of each answer a form shows: carried in the form itself, so that no state lives elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from hiring.forms.submission import Submitted
from hiring.questions import Question


@dataclass(frozen=True, slots=True)
class Versions:
    """``base`` is the revision the form shows; ``behind`` names fields that show an older one.

    ``parts`` gives the digest of each list that is kept in rows of its own. Written ``12 title:9 level:9``.
    """

    base: int
    behind: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Submitted, questions: Iterable[Question]) -> Self:
        """From a submitted form. What cannot be read is revision -1, which never existed: nothing is overwritten."""
        first, *others = (data.get("base") or "").split() or [""]
        behind = {name: _revision(text) for name, _, text in (other.partition(":") for other in others)}
        parts = {
            question.field: shown for question in questions if (shown := data.get(f"shown-{question.field}") or "")
        }
        return cls(_revision(first), behind, parts)

    def choosing(self, name: str, shown: str) -> "Versions":
        """After somebody decided for their own value having seen the stored one: the form has caught up there."""
        if name in self.parts:
            return replace(self, parts={**self.parts, name: shown})
        return replace(self, behind={**self.behind, name: _revision(shown)})

    @property
    def text(self) -> str:
        """As the form carries it."""
        return " ".join([str(self.base), *(f"{name}:{revision}" for name, revision in self.behind.items())])


def _revision(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
