"""The lines that hold hints: each family finds its own, whatever other families look for."""

from hiring.prose.hints import HintedLines, hints

_TEAMS = hints("team", "squad")
_STEAM = hints("steam", "tea ")
_LONG = hints("on call", "on call support")


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
