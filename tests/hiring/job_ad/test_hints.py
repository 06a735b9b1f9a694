"""Hints: each family finds its own places, and no match is lost to looking only where hints stand."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hiring.facts.areas import OBJECTS, PROSE, STEMS
from hiring.job_ad import read_ad_text, requirements, statements, welcome, years
from hiring.prose import hints as all_hints
from hiring.prose.hints import HintedLines, Hints, hints
from hiring.prose.plain import lowered, plain
from tests.hiring.job_ad.wordings import always_holds, openings

_TEAMS = hints("team", "squad")
_STEAM = hints("steam", "tea ")
_LONG = hints("on call", "on call support")
_ADS = [
    json.loads(line)["text"] for line in (Path(__file__).parent / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_lines_come_whole_and_in_order():
    low = "the team\nnothing\na squad of a team"
    found = HintedLines(low).having(_TEAMS)
    assert [low[start:end] for start, end in found] == ["the team", "a squad of a team"]


def test_a_hint_inside_another_familys_hint_is_found():
    lines = HintedLines("steam engines")
    assert lines.having(_TEAMS) == lines.having(_STEAM) == [(0, 13)]


def test_a_hint_that_a_longer_one_begins_with_is_found():
    lines = HintedLines("on call\non call support\non\ncall")
    assert lines.having(_LONG) == [(0, 7), (8, 23)]


def test_a_hint_may_end_a_line_but_not_cross_it():
    assert HintedLines("tea\n tea ").starts(_STEAM) == {4}


def test_empty_texts_have_no_lines():
    assert HintedLines("").having(_TEAMS) == HintedLines("\n\n").having(_TEAMS) == []


def test_matches_do_not_overlap_and_stay_in_their_line():
    lines = HintedLines("squad team squad\nteam")
    found = [match.span() for match in lines.matches(re.compile(r"(?:team|squad)(?:\s(?:team|squad))?"), _TEAMS)]
    assert found == [(0, 10), (11, 16), (17, 21)]


def test_matches_in_a_stretch_begin_and_end_in_it():
    lines = HintedLines("a team of teams")
    assert [match.span() for match in lines.matches(re.compile("teams?"), _TEAMS, 3, 14)] == [(10, 14)]


def test_hints_made_after_a_text_was_searched_are_found_in_it():
    lines = HintedLines("late guests")
    late = hints("guest")
    assert lines.places(late) == [5] and lines.any(late)


def test_offsets_count_characters_not_bytes():
    assert HintedLines("für unser größtes team").places(_TEAMS) == [18]


@pytest.fixture(scope="module")
def tried() -> list[tuple[re.Pattern[str], Hints]]:
    """Every pattern that reading an ad tries only where its words begin, with those words."""
    pairs: dict[tuple[re.Pattern[str], Hints], None] = {}

    class Recording(HintedLines):
        def matches(
            self, pattern: re.Pattern[str], family: Hints, first: int = 0, last: int | None = None
        ) -> Iterator[re.Match[str]]:
            pairs[pattern, family] = None
            return super().matches(pattern, family, first, last)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hiring.prose.reading.HintedLines", Recording)
        for number, text in enumerate(_ADS):
            read_ad_text(f"{text}\n{number} {number}")
    assert len(pairs) > 15
    return list(pairs)


def test_whatever_a_pattern_matches_begins_with_one_of_its_hints(tried: list[tuple[re.Pattern[str], Hints]]):
    for pattern, family in tried:
        letters = all_hints._FAMILIES[family]
        lost = [text for text in openings(pattern, longest=24) if not text.startswith(letters)]
        assert not lost, f"{pattern.pattern[:60]}… also begins like this: {lost[:5]}"


def test_gated_and_ungated_patterns_find_the_same_in_ads(tried: list[tuple[re.Pattern[str], Hints]]):
    for text in (*_ADS, "\n".join(_ADS).replace("-", " "), "\n".join(_ADS).replace(". ", "\n")):
        low = lowered(plain(text))
        lines = HintedLines(low)
        for pattern, family in tried:
            gated = [match.span() for match in lines.matches(pattern, family)]
            assert gated == [match.span() for match in _by_line(pattern, low)]


_LINES_TRIED = (
    (years._YEARS, years.YEAR_HINTS),
    (welcome._NICE_AFTER, welcome.NICE_HINTS),
    (welcome._NICE_BEFORE, welcome.NICE_HINTS),
    (requirements._NOT_ASKED, requirements._NOT_ASKED_HINTS),
    (requirements._ANNOUNCES, requirements._ANNOUNCE_HINTS),
    (requirements._REQUIRED, requirements._REQUIRED_HINTS),
    (requirements._WANTED_FOR, requirements._WANTED_HINTS),
    (statements._OUTCOMES, statements._FIGURE_HINTS),
)


@pytest.mark.parametrize(("pattern", "family"), _LINES_TRIED)
def test_whatever_a_pattern_matches_holds_one_of_its_hints(pattern: re.Pattern[str], family: Hints):
    assert always_holds(pattern, all_hints._FAMILIES[family])


@pytest.mark.parametrize("area", PROSE)
def test_what_names_an_area_holds_an_act_and_its_object(area: str):
    assert always_holds(PROSE[area], STEMS[area])
    assert always_holds(PROSE[area], OBJECTS[area])


def _by_line(pattern: re.Pattern[str], low: str) -> Iterator[re.Match[str]]:
    start = 0
    for line in low.split("\n"):
        yield from pattern.finditer(low, start, start + len(line))
        start += len(line) + 1
