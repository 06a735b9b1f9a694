"""`manage.py hiring_plan`: a plan from a file, without a database."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from assessments.plan.attachment import read_attachment
from hiring.document import RequisitionDocument
from hiring.reviewing import Reviewed


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "requisition.json"
    path.write_text(json.dumps({"role": {"title": "MLOps Engineer", "level": "mid"}}))
    return path


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Stands in for the layout and keeps what it was given."""
    given: dict[str, Any] = {}

    def fake(plan: object, document: RequisitionDocument, day: object, paper: str) -> bytes:
        given.update(document=document, day=day, paper=paper)
        return b"%PDF-fake"

    def remember(reviewed: Reviewed, meta: object) -> Reviewed:
        given["reviewed"] = reviewed
        return reviewed

    monkeypatch.setattr("assessments.management.commands.hiring_plan.plan_pdf", fake)
    monkeypatch.setattr("assessments.management.commands.hiring_plan.build_plan", remember)
    return given


def test_a_file_becomes_a_plan_that_can_be_checked_and_exported_again(source: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "plan.pdf", tmp_path / "again.pdf"
    call_command("hiring_plan", str(source), output=str(first), today="2026-11-22")
    document = RequisitionDocument.model_validate_json(read_attachment(first.read_bytes()))
    assert document.role.title == "MLOps Engineer"
    call_command("hiring_plan", str(first), output=str(second), today="2026-11-22")
    assert second.read_bytes() == first.read_bytes()


def test_options_reach_the_plan(source: Path, tmp_path: Path, seen: dict[str, Any]) -> None:
    market = tmp_path / "market.json"
    market.write_text(json.dumps({"currency": "EUR", "as_of": "2026-01-01"}))
    call_command(
        "hiring_plan",
        str(source),
        output=str(tmp_path / "p.pdf"),
        market=str(market),
        today="2026-05-01",
        paper="letter",
    )
    assert seen["day"].isoformat() == "2026-05-01"
    assert seen["paper"] == "letter"
    assert seen["reviewed"].market.currency == "EUR"


def test_without_a_market_the_shipped_figures_answer(tmp_path: Path, seen: dict[str, Any]) -> None:
    source = tmp_path / "r.json"
    source.write_text(json.dumps({"role": {"level": "senior", "locations": [{"country": "US"}]}}))
    call_command("hiring_plan", str(source), output=str(tmp_path / "p.pdf"), today="2026-11-22")
    assert "mlops" in seen["reviewed"].market.families


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        ("{", {}, "not valid JSON"),
        ('{"role": {"level": "wizard"}}', {}, "/role/level"),
        ("%PDF-1.7 not one of ours", {}, "cannot be read"),
        ("{}", {"today": "tomorrow"}, "is not a day"),
        ("{}", {"market": "no-such-file.json"}, "no such file"),
        ("{}", {"output": "no/such/folder/plan.pdf"}, "No such file or directory"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(
    tmp_path: Path, seen: dict[str, Any], content: str, options: dict[str, str], said: str
) -> None:
    source = tmp_path / "r.json"
    source.write_text(content)
    with pytest.raises(CommandError) as error:
        call_command("hiring_plan", str(source), **({"output": str(tmp_path / "p.pdf")} | options))
    assert error.value.returncode == 2
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert not (tmp_path / "p.pdf").exists()
