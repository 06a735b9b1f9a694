"""What the ad asks for, each tool with what it is for: a bare list of names says nothing about the work."""

from typing import Final

from hiring.document import RequisitionDocument, Slot
from hiring.job_ad.writing.pieces import Part, Piece, bullet, count, names_of
from hiring.questions.wording import number
from hiring.skills import SKILLS
from hiring.skills.matching import NEED_CONTEXT, fold

_USED_FOR: Final = {
    "programming": " in code that others rely on",
    "containers-k8s": " for services that have to stay up",
    "cloud": ", as the ground you set up and run things on",
    "ci-cd": " for changes that reach people safely",
    "pipelines": " for work that runs unattended",
    "ml-lifecycle": " for models that people use",
    "experiment-tracking": ", so that every result can be traced",
    "feature-store": ", shared by those who train and those who serve",
    "serving": " under real traffic",
    "monitoring-drift": " with alerts that somebody acts on",
    "data-versioning": ", so that a run can be repeated",
    "iac": ", kept under review like any other code",
    "observability": " for systems you answered for",
    "data-engineering": " on data that changes every day",
    "ml-frameworks": ", well enough to test and debug what others wrote",
    "llmops": ", beyond the prototype",
    "governance-security": " in daily work, not only on paper",
    "soft-skills": " with people outside your own team",
}
"""By group of the taxonomy: what a skill is asked for, as it follows the name."""

_NO_GROUND: Final = frozenset({"finops", "git", "mentoring", "software-engineering"})
"""Skills that the words of their group do not fit."""

_DEGREES: Final = {
    "none": "No degree is required",
    "bachelor": "A bachelor's degree",
    "master": "A master's degree",
    "phd": "A doctorate (PhD)",
}


def must_haves(document: RequisitionDocument) -> Part:
    """The requirements, years and degree."""
    scope = document.scope
    pieces = [bullet(slot_line(slot)) for slot in scope.must_haves]
    if scope.years_min:
        pieces.append(bullet(f"{scope.years_min}+ years of professional experience"))
    if scope.degree is not None:
        pieces.append(bullet(_DEGREES[scope.degree]))
    if scope.publications:
        pieces.append(bullet("Publications of your own"))
    if scope.must_haves:
        pieces.append(Piece("That is the whole list: nothing else is a condition.", spare=2))
    return Part("What you bring", tuple(pieces))


def nice_to_haves(document: RequisitionDocument) -> Part:
    """What helps and can be learned."""
    slots = document.scope.nice_to_haves
    pieces = [bullet(slot_line(slot)) for slot in slots]
    if slots:
        learned = "any of it can" if len(slots) > 1 else "it can"
        pieces.append(Piece(f"Nobody is turned away over this: {learned} be learned here.", spare=3))
    return Part("Nice to have", tuple(pieces))


def slot_line(slot: Slot) -> str:
    """A requirement in a line that says what the tool is for."""
    names = names_of(slot.any_of)
    skill = SKILLS.get(slot.any_of[0])
    purpose = _USED_FOR.get(skill.group) if skill and skill.slug not in _NO_GROUND else None
    line = f"{names}{purpose}" if purpose else names
    if skill and fold(skill.name) in NEED_CONTEXT and not slot.years:
        line = f"Experience with {line}"
    if slot.years is None or slot.years == 0:
        return line
    years = count(slot.years, "year") if slot.years != int(slot.years) else f"{number(slot.years)}+ years"
    return f"{years} of {line}"
