"""The command engineers call from CI: formats, exit codes, bad input."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.management import CommandError, call_command

from hiring.cli.schemas import schemas
from hiring.demo.seed import demo_document
from hiring.registry import MISTAKES

ROOT = Path(__file__).parents[3]
DAY = "2026-11-22"
MARKET = {
    "currency": "USD",
    "as_of": "2026-01-01",
    "geo_factor": 1,
    "families": {
        "mlops": {"p10": 140000, "p25": 150000, "p50": 165000, "p75": 185000, "p90": 200000, "n": 40, "basis": "data"}
    },
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name in ("startup_unicorn", "healthy_senior", "rescue_mission"):
        (tmp_path / f"{name}.json").write_text(demo_document(name).model_dump_json(indent=2), encoding="utf-8")
    (tmp_path / "market.json").write_text(json.dumps(MARKET), encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("check_requisition", *arguments, "--today", DAY, stdout=out, stderr=err)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue(), err.getvalue()
    except CommandError as error:
        return error.returncode, out.getvalue(), str(error)
    return 0, out.getvalue(), err.getvalue()


def test_a_ready_requisition_passes_and_says_so(files: Path) -> None:
    code, out, _ = check(str(files / "healthy_senior.json"))
    assert code == 0
    assert out.startswith("Ready: Senior MLOps Engineer")


@pytest.mark.parametrize(
    ("name", "bar", "code"),
    [
        ("startup_unicorn", "blocker", 1),
        ("startup_unicorn", "never", 0),
        ("rescue_mission", "blocker", 0),
        ("rescue_mission", "warning", 1),
        ("healthy_senior", "warning", 0),
    ],
)
def test_the_exit_code_says_whether_the_bar_is_crossed(files: Path, name: str, bar: str, code: int) -> None:
    assert check(str(files / f"{name}.json"), "--fail-on", bar)[0] == code


def test_json_is_the_published_form_and_the_same_each_time(files: Path) -> None:
    first = check(str(files / "startup_unicorn.json"), "--format", "json")[1]
    report = json.loads(first)
    jsonschema.validate(report, schemas()["report.schema.json"])
    assert [finding["mistake"] for finding in report["findings"]] == [mistake.id for mistake in MISTAKES]
    assert report["verdict"] == "not_ready"
    assert check(str(files / "startup_unicorn.json"), "--format", "json")[1] == first


def test_a_market_of_ones_own_replaces_the_shipped_figures(files: Path) -> None:
    shipped = json.loads(check(str(files / "rescue_mission.json"), "--format", "json")[1])
    own = json.loads(
        check(str(files / "rescue_mission.json"), "--format", "json", "--market", str(files / "market.json"))[1]
    )
    assert "M02-T6" in fired(shipped)
    assert "M02-T6" not in fired(own)


def test_a_waiver_sets_a_flag_aside_and_no_other(files: Path) -> None:
    waivers = files / "waivers.json"
    waiver = {"trigger": "M06-T3", "severity": "warning", "reason": "known_risk", "text": "board agreed",
              "author": "Maya", "made_on": DAY}  # fmt: skip
    waivers.write_text(json.dumps([waiver]))
    report = json.loads(check(str(files / "rescue_mission.json"), "--format", "json", "--waivers", str(waivers))[1])
    assert "M06-T3" not in fired(report)
    assert "M02-T6" in fired(report)
    assert [waived["waiver"]["author"] for finding in report["findings"] for waived in finding["waived"]] == ["Maya"]


def test_sarif_points_at_the_line_of_the_answer(files: Path) -> None:
    file = files / "startup_unicorn.json"
    log = json.loads(check(str(file), "--format", "sarif")[1])
    run = log["runs"][0]
    assert len(run["tool"]["driver"]["rules"]) == sum(len(mistake.triggers) for mistake in MISTAKES)
    result = next(result for result in run["results"] if result["ruleId"] == "M07-T1")
    line = result["locations"][0]["physicalLocation"]["region"]["startLine"]
    assert '"reports_to": "undecided"' in file.read_text().splitlines()[line - 1]
    assert result["level"] == "error"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "M07-T1"


def test_a_collection_gives_one_report_a_line(files: Path) -> None:
    healthy = demo_document("healthy_senior").model_dump(mode="json")
    lines = [
        json.dumps(healthy),
        json.dumps({"document": healthy, "market": None, "today": "2026-01-01"}),
        '{"role": {"level": "boss"}}',
        json.dumps({"document": healthy, "market": MARKET}),
    ]
    file = files / "many.jsonl"
    file.write_text("\n".join(lines))
    code, out, err = check(str(file))
    first, unmarketed, bad, marketed = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert "many.jsonl line 3: /role/level" in err
    assert "line 3" in bad["error"]
    assert first["verdict"] == marketed["verdict"] == "ready"
    assert "M02-T1" in [open_["id"] for open_ in unmarketed["findings"][1]["not_checked"]]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nowhere.json"], "no such file"),
        (["{bad}"], "/pay/currency"),
        (["{good}", "--market", "{bad}"], "/currency"),
        (["{good}", "--waivers", "{bad}"], "array"),
        (["{good}", "--today", "tomorrow"], "YYYY-MM-DD"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(files: Path, arguments: list[str], complaint: str) -> None:
    bad = files / "bad.json"
    bad.write_text('{"pay": {"currency": 5}}')
    names = {"{bad}": str(bad), "{good}": str(files / "healthy_senior.json")}
    if arguments[-1] != "tomorrow":
        code, out, err = check(*(names.get(argument, argument) for argument in arguments))
    else:
        process = run_manage("check_requisition", names["{good}"], "--today", "tomorrow")
        code, out, err = process.returncode, process.stdout, process.stderr
    assert code == 2
    assert out == ""
    assert complaint in err
    assert "\n" not in err.strip()


def test_from_the_shell_without_a_database(files: Path) -> None:
    process = run_manage("check_requisition", "-", "--today", DAY, stdin=(files / "healthy_senior.json").read_text())
    assert process.returncode == 0, process.stderr
    assert process.stdout.startswith("Ready: ")
    broken = run_manage("check_requisition", "-", stdin="{")
    assert broken.returncode == 2
    assert "standard input" in broken.stderr
    assert "Traceback" not in broken.stderr


def test_the_catalogue_as_text_and_json() -> None:
    out = io.StringIO()
    call_command("mistakes", format="json", stdout=out)
    catalogue = json.loads(out.getvalue())
    assert [mistake["slug"] for mistake in catalogue["mistakes"]] == [mistake.slug for mistake in MISTAKES]
    text = io.StringIO()
    call_command("mistakes", stdout=text)
    assert "M12-T10" in text.getvalue()


def run_manage(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": "/usr/bin:/bin",
        "PREFLIGHT_DEBUG": "1",
        "DATABASE_URL": "postgres://nobody@nowhere.invalid/none",
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, input=stdin, capture_output=True, text=True,
        env=environment, timeout=120,
    )  # fmt: skip


def fired(report: dict[str, Any]) -> list[str]:
    return [trigger["id"] for finding in report["findings"] for trigger in finding["triggers"]]
