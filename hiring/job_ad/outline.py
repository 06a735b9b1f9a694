"""An outline for rewriting an ad: in the order in which people read, what it has already and what to add."""

from dataclasses import dataclass

from hiring.facts.duty_areas import AREAS
from hiring.facts.wording import listed
from hiring.job_ad.ad import JobAd
from hiring.thresholds import CAP

FEWEST_WORDS = 350
MOST_WORDS = 700
"""Words of an ad that says enough and is still read: domain knowledge, M12-T2."""


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """One part of the rewritten ad. ``done`` where the ad has it already."""

    name: str
    say: str
    done: bool


def outline_of(ad: JobAd) -> tuple[OutlinePart, ...]:
    """The parts of a good ad, each with what this one lacks."""
    return (_top(ad), _purpose(ad), _week(ad), _projects(ad), _must(ad), _nice(ad), _people(ad), _terms(ad))


def _top(ad: JobAd) -> OutlinePart:
    missing = [
        word for word, said in (("level", ad.level), ("place", ad.places or ad.work_mode), ("pay", ad.pay)) if not said
    ]
    if missing:
        return OutlinePart("Title and facts.", f"Add {listed(missing)} at the top, where people look first.", False)
    return OutlinePart("Title and facts.", "Level, place and pay are there; keep them at the top.", True)


def _purpose(ad: JobAd) -> OutlinePart:
    if ad.lifecycle_areas and ad.team:
        return OutlinePart("Why the job exists.", "Two sentences: how many models run, and who uses them.", True)
    return OutlinePart("Why the job exists.", "Say how many models run, who uses them and who builds them.", False)


def _week(ad: JobAd) -> OutlinePart:
    named = {area.value for area in ad.duty_areas}
    missing = [words for area, words in AREAS.items() if area not in named]
    if missing:
        lacks = f"{listed(missing)} {'is' if len(missing) == 1 else 'are'} missing"
        return OutlinePart("The week.", f"Four or five duties with their shares; {lacks}.", False)
    return OutlinePart("The week.", "All four kinds of MLOps work are there; give each its share of the week.", True)


def _projects(ad: JobAd) -> OutlinePart:
    if ad.outcomes:
        return OutlinePart("First projects.", "Outcomes with a number or a date are there.", True)
    return OutlinePart("First projects.", "Name two or three, each with a number or a date.", False)


def _must(ad: JobAd) -> OutlinePart:
    cap = CAP[ad.level.value] if ad.level else max(CAP.values())
    count = ad.n_must
    if count > cap:
        return OutlinePart(
            f"Must have, {cap} at most.", f"There are {count}: keep what you would reject someone over.", False
        )
    if not count:
        return OutlinePart(f"Must have, {cap} at most.", "Say what you would reject someone over.", False)
    return OutlinePart(f"Must have, {cap} at most.", f"There are {count}; say for each what it is used for.", True)


def _nice(ad: JobAd) -> OutlinePart:
    return OutlinePart(
        "Nice to have.", "What can be learned in half a year, under a heading of its own.", bool(ad.nice)
    )


def _people(ad: JobAd) -> OutlinePart:
    missing = [
        words
        for words, said in (("who they report to", ad.reporting_line), ("whom they work with", ad.team))
        if not said
    ]
    if missing:
        return OutlinePart("People.", f"Say {listed(missing)}.", False)
    return OutlinePart("People.", "Who leads and whom they work with is said.", True)


def _terms(ad: JobAd) -> OutlinePart:
    missing = [
        words
        for words, said in (
            ("on-call, or that there is none", ad.on_call),
            ("growth", ad.growth),
            ("the interviews", ad.process),
        )
        if not said
    ]
    if missing:
        return OutlinePart("On-call, growth, interviews.", f"Say something about {listed(missing)}.", False)
    return OutlinePart("On-call, growth, interviews.", "All three are there.", True)
