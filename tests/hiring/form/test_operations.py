"""The buttons of the form work on what was typed, and do nothing where they no longer fit."""

from typing import Any

from hiring.forms.operations import operate, operation_in, take_added


def _after(button: str, typed: dict[str, Any], section: str = "scope") -> dict[str, Any]:
    operation = operation_in(button)
    assert operation is not None
    return operate(operation, typed, {}, section).typed


def _duties(*shares: str) -> dict[str, Any]:
    return {"duties": [{"text": f"Duty {index}", "percent": share} for index, share in enumerate(shares)]}


def _shares(typed: dict[str, Any]) -> list[str]:
    return [row["percent"] for row in typed["duties"]]


def test_duties_scale_to_a_whole_hundred() -> None:
    assert _shares(_after("scale:duties", _duties("40", "25", "30", "20", "10"))) == ["32", "20", "24", "16", "8"]
    assert sum(map(int, _shares(_after("scale:duties", _duties("1", "1", "1"))))) == 100


def test_scaling_leaves_duties_without_a_share_alone() -> None:
    assert _shares(_after("scale:duties", _duties("30", "", "some", "30"))) == ["50", "", "some", "50"]
    assert _shares(_after("scale:duties", _duties("", "0"))) == ["", "0"]


def test_lines_move_and_go() -> None:
    typed = _duties("1", "2", "3")
    assert _shares(_after("up:duties:1", typed)) == ["2", "1", "3"]
    assert _shares(_after("down:duties:1", typed)) == ["1", "3", "2"]
    assert _shares(_after("remove:duties:0", typed)) == ["2", "3"]
    assert _shares(typed) == ["1", "2", "3"]


def test_a_button_that_no_longer_fits_changes_nothing() -> None:
    typed = _duties("1", "2")
    for button in ("remove:duties:7", "up:duties:0", "remove:duties:x", "remove:title:0", "explode:duties", "add:"):
        assert _after(button, typed) == typed


def test_a_requirement_moves_to_the_other_list() -> None:
    typed: dict[str, Any] = {
        "must_haves": [{"any_of": ["python"], "years": ""}, {"any_of": ["go"], "years": "2"}],
        "nice_to_haves": [{"any_of": ["rust"], "years": ""}],
    }
    after = _after("move:must_haves:1", typed)
    assert [row["any_of"] for row in after["must_haves"]] == [["python"]]
    assert after["nice_to_haves"][-1] == {"any_of": ["go"], "years": "2"}


def test_clearing_takes_an_answer_back() -> None:
    assert _after("clear:level", {"level": "senior"}, "role") == {"level": ""}
    assert _after("clear:locations", {"locations": [{"country": "US"}]}, "role") == {"locations": []}


def test_what_is_typed_to_be_added_is_added_once() -> None:
    typed: Any = {"must_haves": [{"any_of": ["python"], "years": ""}]}
    taken = take_added(typed, {"must_haves": "Python, 3 years of Go", "nice_to_haves": "Rust"})
    assert taken == {"must_haves": [{"any_of": ["python"], "years": ""}, {"any_of": ["go"], "years": "3"}]}
