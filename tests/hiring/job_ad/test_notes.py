"""Marks in the text: nothing of the ad is lost, numbers follow the text, notes stand beside their words."""

from hypothesis import given
from hypothesis import strategies as st

from hiring.job_ad import AdFlag, JobAd, Span
from hiring.job_ad.examples import EXAMPLES
from hiring.job_ad.notes import Annotated, annotated


def _flag(id_: str, severity: str, *spans: tuple[int, int]) -> AdFlag:
    return AdFlag(id_[:3], id_, severity, "What is wrong.", "What to do.", tuple(Span(*span) for span in spans))  # type: ignore[arg-type]


def _ad(text: str) -> JobAd:
    return JobAd(text, None, english=True, words=len(text.split()))


def _text(shown: Annotated) -> str:
    return "".join(part.text for row in shown.rows for line in row.lines for part in line.segments)


def test_words_are_marked_and_numbered_in_the_order_of_the_text() -> None:
    shown = annotated(
        _ad("We want a rockstar\n\nwho is young"),
        [_flag("M12-T9", "advice", (27, 32)), _flag("M12-T2", "warning"), _flag("M08-T7", "warning", (10, 18))],
    )
    first, second = shown.rows
    assert [note.number for note in first.notes] == [1] and first.notes[0].flag.trigger == "M08-T7"
    assert [part.text for part in first.lines[0].segments if part.severity == "warning"] == ["rockstar"]
    assert [note.number for note in second.notes] == [2]
    assert [note.number for note in shown.missing] == [3] and shown.missing[0].flag.trigger == "M12-T2"


def test_where_marks_overlap_the_worst_shows_and_both_are_named() -> None:
    shown = annotated(_ad("AWS and GCP"), [_flag("M03-T6", "warning", (0, 11)), _flag("M03-T1", "blocker", (8, 11))])
    parts = shown.rows[0].lines[0].segments
    assert [(part.text, part.severity) for part in parts] == [("AWS and ", "warning"), ("GCP", "blocker")]
    assert [note.number for note in parts[-1].ends] == [1, 2]


def test_lines_know_their_kind() -> None:
    shown = annotated(_ad("# Title\n- one\n- two\nEnd"), [])
    (row,) = shown.rows
    assert [(line.kind, line.opens_list, line.closes_list) for line in row.lines] == [
        ("heading", False, False),
        ("bullet", True, False),
        ("bullet", False, True),
        ("text", False, False),
    ]
    assert _text(shown) == "TitleonetwoEnd"


@given(
    st.text(alphabet="ab \n-#", max_size=80),
    st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=8),
)
def test_any_marks_on_any_text_lose_no_word(text: str, spans: list[tuple[int, int]]) -> None:
    flags = [_flag("M12-T5", severity, span) for span, severity in zip(spans, ["advice", "blocker"] * 4, strict=False)]
    shown = annotated(_ad(text), flags)
    kept = [letter for letter in _text(shown) if letter in "ab"]
    assert kept == [letter for letter in text if letter in "ab"]
    noted = [note.number for row in shown.rows for note in row.notes] + [note.number for note in shown.missing]
    assert sorted(noted) == list(range(1, len(flags) + 1))


def test_examples_are_told_apart() -> None:
    assert len({example.text for example in EXAMPLES}) == len(EXAMPLES) >= 3
