"""Reading a job ad: from its text to a ``JobAd``. Pure and deterministic; time grows with the text's length only."""

from collections.abc import Iterable
from typing import Final

from hiring.job_ad.ad import JobAd, Said
from hiring.job_ad.degree import degree_of
from hiring.job_ad.discipline import discipline_of
from hiring.job_ad.duties import duties_of, duty_areas_of, lifecycle_areas_of
from hiring.job_ad.growth import growth_of
from hiring.job_ad.level import level_of
from hiring.job_ad.pay import pay_of
from hiring.job_ad.place import places_of
from hiring.job_ad.requirements import clouds_required, slots_of
from hiring.job_ad.statements import on_call_of, outcomes_of, process_of, soft_skills_of
from hiring.job_ad.team import reporting_line_of, team_of
from hiring.job_ad.title import title_of
from hiring.job_ad.work_mode import work_mode_of
from hiring.job_ad.years import years_of
from hiring.prose.reading import reading_of
from hiring.prose.spans import Span
from hiring.prose.words import Hit

LONGEST: Final = 200_000
"""Characters that are read. An ad has a few thousand; what comes after is left unread, and stays in the text."""


def read_ad_text(text: str, title: str | None = None) -> JobAd:
    """Read an ad. ``title`` where it is known apart from the text; else it is looked for at the top.

    Offsets in the answer are those of ``text``. An ad in another language than English comes back unread,
    with ``english`` False.
    """
    reading = reading_of(text[:LONGEST])
    words = reading.words
    if not reading.english:
        return JobAd(text, title, english=False, words=words)
    title = title or title_of(reading)
    claims, years = years_of(reading)
    slots = slots_of(reading, -1 if years is None else years.spans[0].start)
    places = places_of(reading)
    pay = pay_of(reading, tuple(place.value.country for place in places))
    return JobAd(
        text,
        title,
        english=True,
        words=words,
        sections=reading.layout.sections,
        discipline=discipline_of(reading, title),
        level=level_of(reading, title),
        years=years,
        years_claims=claims,
        degree=degree_of(reading),
        pay=pay[0] if pay else None,
        other_pay=pay[1:],
        work_mode=work_mode_of(reading, title),
        places=places,
        slots=slots,
        clouds_and=clouds_required(slots),
        duties=duties_of(reading),
        duty_areas=duty_areas_of(reading),
        lifecycle_areas=lifecycle_areas_of(reading, slots),
        on_call=on_call_of(reading),
        reporting_line=reporting_line_of(reading),
        team=team_of(reading),
        outcomes=outcomes_of(reading),
        growth=growth_of(reading),
        process=process_of(reading),
        soft_skills=soft_skills_of(reading),
        buzzwords=_said(hit for hit in reading.cliches if not reading.boilerplate_at(hit.start)),
        exclusionary=_said(reading.excluding),
        hero_words=_said(reading.lone_wolf),
    )


def _said(found: Iterable[Hit]) -> tuple[Said[str], ...]:
    return tuple([Said(hit.text, (Span(hit.start, hit.end),)) for hit in found])
