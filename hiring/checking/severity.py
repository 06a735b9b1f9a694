"""How bad a flag is."""

from enum import IntEnum


class Severity(IntEnum):
    """Blocker: do not post yet. Warning: will cost people or money. Advice: better with it."""

    ADVICE = 1
    WARNING = 2
    BLOCKER = 3

    @property
    def word(self) -> str:
        """The word used in reports: ``advice``, ``warning`` or ``blocker``."""
        return self.name.lower()


ADVICE, WARNING, BLOCKER = Severity.ADVICE, Severity.WARNING, Severity.BLOCKER
