"""Years demanded of a tool, held against its age: nobody has used it for longer than it has existed."""

from datetime import date

from hiring.facts.slots import Requirement


def most_years(requirement: Requirement, today: date) -> int | None:
    """Years that the oldest of the alternatives has existed, where more are demanded; else None."""
    years, released = requirement.slot.years, requirement.line.released
    if years is None or released is None or years <= today.year - released:
        return None
    return today.year - released
