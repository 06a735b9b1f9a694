"""The seven steps of the guided form."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its address, its place, what it is called, and which section of the document it fills."""

    slug: str
    number: int
    title: str
    section: str
    lede: str
    minutes: str


STEPS: Final[tuple[Step, ...]] = (
    Step(
        "role",
        1,
        "Role",
        "role",
        "Who you are looking for, where, and why now. Level and place decide which market the pay is held against.",
        "1 to 2 minutes",
    ),
    Step(
        "ml-today",
        2,
        "ML today",
        "ml_today",
        "What runs today and what hurts. This tells whether an MLOps hire comes too early, in time, or as a rescue.",
        "1 to 2 minutes",
    ),
    Step(
        "scope",
        3,
        "Scope and skills",
        "scope",
        "The same title covers three different jobs. Say which one this is, then ask only for what that job needs.",
        "about 3 minutes",
    ),
    Step(
        "pay",
        4,
        "Pay",
        "pay",
        "The offer, and what it was measured against. Base pay is compared with base pay, never with a total.",
        "about 1 minute",
    ),
    Step(
        "organisation",
        5,
        "Organisation",
        "organisation",
        "Whom the person answers to, what they may decide, and where their work begins and ends.",
        "about 1 minute",
    ),
    Step(
        "process",
        6,
        "Hiring process",
        "process",
        "What you will test, who sits on the panel, and how fast you decide.",
        "1 to 2 minutes",
    ),
    Step(
        "growth",
        7,
        "Growth",
        "growth",
        "Why a good person would still be here in two years.",
        "about 1 minute",
    ),
)
"""In the order of the form."""

_BY_SECTION: Final = {step.section: step for step in STEPS}
_BY_SLUG: Final = {step.slug: step for step in STEPS}


def step_of(section: str) -> Step:
    """The step that fills a section of the document, e.g. ``ml_today``. Raises KeyError where there is none."""
    return _BY_SECTION[section]


def step_at(slug: str) -> Step | None:
    """The step with this address, e.g. ``ml-today``; None where there is none."""
    return _BY_SLUG.get(slug)
