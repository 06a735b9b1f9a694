"""The commands that read job ads and measure the reading."""

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.management import CommandError, call_command

from hiring.cli.schemas import schemas

GOLD = Path(__file__).parents[1] / "job_ad" / "gold.jsonl"
AD = "MLOps Engineer\n\nRequirements\n- 5+ years of experience\n- Python\n- AWS and Azure\n"


def run(command: str, *args: str) -> str:
    out = io.StringIO()
    call_command(command, *args, "--today", "2026-11-22", stdout=out)
    return out.getvalue()


@pytest.fixture
def ad(tmp_path: Path) -> str:
    path = tmp_path / "ad.md"
    path.write_text(AD, encoding="utf-8")
    return str(path)


def test_the_answer_is_what_the_schema_says(ad: str) -> None:
    answer = json.loads(run("analyse_job_ad", ad, "--format", "json"))
    jsonschema.validate(answer, schemas()["job-ad.schema.json"])
    assert answer["years_min"] == 5
    assert answer["must"] == ["python", "aws", "azure"]
    assert answer["clouds_and"] is True
    flag = next(flag for flag in answer["mistakes"] if flag["id"] == "M03-T6")
    assert [AD[start:end] for start, end in flag["spans"]] == ["AWS", "Azure"]


def test_text_names_values_words_and_offsets(ad: str) -> None:
    text = run("analyse_job_ad", ad)
    assert "MLOps Engineer" in text
    assert "Years:       5  “5+ years”" in text
    assert "[W] M03-T6" in text
    assert "Fix: Require one cloud" in text


def test_a_collection_gives_one_answer_a_line(tmp_path: Path) -> None:
    path = tmp_path / "ads.jsonl"
    lines: list[dict[str, Any]] = [
        {"id": "a", "title": "Senior SRE", "text": AD},
        {"id": 7, "title": None, "text": "Wir suchen dich für unser Team: du baust mit uns die Plattform."},
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    first, second = (json.loads(line) for line in run("analyse_job_ad", str(path)).splitlines())
    assert (first["id"], first["level"]) == ("a", "senior")
    assert second["id"] == 7
    assert "not in English" in second["not_checked"]


def test_a_bad_line_is_named_and_the_others_are_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ads.jsonl"
    path.write_text('{"text": 5}\nnot json\n' + json.dumps({"text": AD}), encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("analyse_job_ad", str(path), stdout=out, stderr=err)
    assert stopped.value.code == 2
    assert "line 1" in err.getvalue()
    assert "line 2: not valid JSON" in err.getvalue()
    assert json.loads(out.getvalue().splitlines()[2])["years_min"] == 5


def test_files_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no such file") as missing:
        run("analyse_job_ad", str(tmp_path / "none.txt"))
    assert missing.value.returncode == 2
    binary = tmp_path / "ad.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(CommandError) as refused:
        run("analyse_job_ad", str(binary))
    assert refused.value.returncode == 2


def test_measuring_names_accuracy_and_f1(tmp_path: Path) -> None:
    report = json.loads(run("measure_job_ads", str(GOLD), "--format", "json"))
    assert report["fields"]["discipline"] == {
        "measure": "accuracy",
        "value": 1.0,
        "labelled": report["fields"]["discipline"]["labelled"],
        "wrong": [],
    }
    path = tmp_path / "labelled.jsonl"
    path.write_text(json.dumps({"id": "x", "text": AD, "must": ["python", "go"], "years_min": 4}), encoding="utf-8")
    fields = json.loads(run("measure_job_ads", str(path), "--format", "json"))["fields"]
    assert fields["years_min"]["value"] == 0
    assert fields["must"]["value"] == pytest.approx(2 / 5)
    text = run("measure_job_ads", str(path), "--wrong")
    assert "missed ['go'], extra ['aws', 'azure']" in text


def test_a_file_without_labels_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ads.jsonl"
    path.write_text(json.dumps({"id": "x", "text": AD}), encoding="utf-8")
    with pytest.raises(CommandError, match="label"):
        run("measure_job_ads", str(path))
