"""Files that are not what they should be: one line that says where and what is allowed."""

from pathlib import Path

import pytest

from hiring.cli.positions import lines_of
from hiring.cli.reading import BadInput, is_collection, read_bytes, read_day, read_entry, read_lines, read_market


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{"role": {"level": "boss"}}',
            "f: /role/level: should be 'junior', 'mid', 'senior', 'staff' or 'principal', not 'boss'",
        ),
        ('{"role": {"boss": 1}}', "f: /role/boss: there is no such field"),
        ('{"pay": {"base_min": "12"}}', "f: /pay/base_min: should be a number, not '12'"),
        ('{"pay": {"base_min": -5}}', "f: /pay/base_min: should be greater than or equal to 0, not -5"),
        ("{", "f: the document: not valid JSON: EOF while parsing an object at line 1 column 1"),
        ("[]", "f: the document: an object is expected, not []"),
        ('{"scope": {"duties": [{}]}}', "f: /scope/duties/0/text: this field is required"),
        ('{"role": 1, "pay": 2}', "f: /role: an object is expected, not 1 (and 1 more)"),
    ],
)
def test_the_field_and_what_is_allowed_are_named(text: str, expected: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_entry(text, "f")
    assert str(caught.value) == expected


def test_a_missing_empty_or_binary_file_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        read_bytes(str(tmp_path / "none.json"))
    with pytest.raises(BadInput, match="is a folder"):
        read_bytes(str(tmp_path))
    empty = tmp_path / "empty.json"
    empty.write_bytes(b" \n")
    with pytest.raises(BadInput, match="is empty"):
        read_bytes(str(empty))
    with pytest.raises(BadInput, match="not UTF-8"):
        read_entry(b"\xff\xfe\x00", "f")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_entry(b'\xef\xbb\xbf{"role": {"title": "x"}}', "f").document.role.title == "x"


def test_an_envelope_carries_market_and_day() -> None:
    entry = read_entry('{"document": {}, "market": null, "today": "2026-01-02"}', "f")
    assert entry.market is None
    assert entry.market_given
    assert str(entry.today) == "2026-01-02"


def test_a_document_may_speak_of_a_document() -> None:
    entry = read_entry('{"role": {"title": "document"}}', "f")
    assert entry.document.role.title == "document"


def test_one_bad_line_leaves_the_others() -> None:
    entries = list(read_lines(b'{"role": {}}\n\nnonsense\n{"pay": {}}\n', "f"))
    assert [isinstance(entry, BadInput) for entry in entries] == [False, True, False]
    assert str(entries[1]).startswith("f line 3: ")


def test_a_line_separator_inside_a_text_ends_no_line() -> None:
    (entry,) = read_lines('{"role": {"job_ad": "One\u2028Two\x85Three"}}\r\n'.encode(), "f")
    assert not isinstance(entry, BadInput)
    assert entry.document.role.job_ad == "One\u2028Two\x85Three"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("many.jsonl", b"{}", True),
        ("one.json", b"{}\n{}", False),
        ("-", b"{}\n{}\n", True),
        ("-", b'{\n"role": {}\n}', False),
        ("-", b'{"role": {}}', False),
    ],
)
def test_collections_are_told_from_documents(name: str, content: bytes, expected: bool) -> None:
    assert is_collection(name, content) is expected


def test_days_are_read_as_iso_dates() -> None:
    assert read_day("2026-11-22").day == 22
    with pytest.raises(BadInput, match="YYYY-MM-DD"):
        read_day("22.11.2026")


def test_a_market_file_names_its_bad_field(tmp_path: Path) -> None:
    file = tmp_path / "market.json"
    file.write_text('{"currency": "dollars", "as_of": "2026-01-01"}')
    with pytest.raises(BadInput, match="/currency"):
        read_market(str(file))


def test_lines_of_values_in_a_json_text() -> None:
    text = '{\n  "a/b": [1,\n    {"c": "x\\n"}],\n  "d": null\n}'
    assert lines_of(text) == {"": 1, "/a~1b": 2, "/a~1b/0": 2, "/a~1b/1": 3, "/a~1b/1/c": 3, "/d": 4}
    assert lines_of("{") == {}
