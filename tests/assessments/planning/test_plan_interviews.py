"""`manage.py plan_interviews`: plans from files, without a database."""

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.management import CommandError, call_command

from hiring.cli.schemas import schemas
from hiring.document import RequisitionDocument
from tests.assessments.planning.build import requisition, scope


def ran(*arguments: str) -> str:
    out = io.StringIO()
    call_command("plan_interviews", *arguments, stdout=out)
    return out.getvalue()


def saved(folder: Path, content: str, name: str = "requisition.json") -> str:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_json_is_a_plan_whose_process_can_be_put_back_and_checked(tmp_path: Path) -> None:
    document = requisition(scope=scope("python", "frontend"))
    path = saved(tmp_path, document.model_dump_json())
    plan = json.loads(ran(path, "--format", "json"))
    jsonschema.validate(plan, schemas()["plan.schema.json"])
    raw = json.loads(document.model_dump_json()) | {"process": plan["process"]}
    RequisitionDocument.model_validate_json(json.dumps(raw))
    again = saved(tmp_path, json.dumps(raw), "planned.json")
    out = io.StringIO()
    call_command("check_requisition", again, format="json", today="2026-11-22", fail_on="never", stdout=out)
    findings = {finding["mistake"]: finding for finding in json.loads(out.getvalue())["findings"]}
    assert findings["M05"]["outcome"] == "clear"
    assert [session["stage"] for session in plan["sessions"]] == [1, 2, 2, 3, 3, 3]
    assert len(plan["sessions"]) == len(plan["process"]["stages"])
    assert {"requirement": "python", "session": 2, "minutes": 55} in plan["coverage"]
    assert [gap["requirement"] for gap in plan["uncovered"]] == ["frontend"]
    assert (plan["candidate_hours"], plan["panel_hours"]) == (4.75, 7.5)


def test_text_tells_the_week_and_what_is_left_out(tmp_path: Path) -> None:
    text = ran(saved(tmp_path, requisition(scope=scope("python", "frontend")).model_dump_json()))
    assert "1. Hiring-manager talk, 60 min, day 1 (stage 1)" in text
    assert "Front-end development: It belongs to another job" in text
    assert "back-up:" in text
    assert max(map(len, text.splitlines())) <= 100


def test_a_take_home_can_be_asked_for(tmp_path: Path) -> None:
    path = saved(tmp_path, requisition("mid").model_dump_json())
    plan = json.loads(ran(path, "--format", "json", "--take-home", "yes"))
    assert "take_home" in [session["type"] for session in plan["sessions"]]


def test_json_lines_give_one_plan_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [requisition().model_dump_json(), json.dumps({"document": {"role": {"level": "junior"}}})]
    plans = [json.loads(line) for line in ran(saved(tmp_path, "\n".join(lines), "many.jsonl")).splitlines()]
    assert [len(plan["sessions"]) for plan in plans] == [6, 4]


def test_a_line_that_cannot_be_read_stands_in_its_place(tmp_path: Path) -> None:
    content = '{"role": {"level": "wizard"}}\n{}\n'
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as exit_:
        call_command("plan_interviews", saved(tmp_path, content, "many.jsonl"), stdout=out, stderr=err)
    assert exit_.value.code == 2
    bad, good = [json.loads(line) for line in out.getvalue().splitlines()]
    assert "line 1: /role/level" in bad["error"]
    assert good["sessions"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is empty"),
        ("{", "not valid JSON"),
        ('{"process": {"stages": [{"type": "quiz", "minutes": 10}]}}', "/process/stages/0/type"),
        ('{"process": {"stages": [{"type": "live_debug", "minutes": -5}]}}', "/process/stages/0/minutes"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(CommandError) as error:
        ran(saved(tmp_path, content))
    assert error.value.returncode == 2
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_the_title_cannot_steer_the_terminal(tmp_path: Path) -> None:
    raw: dict[str, Any] = {"role": {"title": "\x1b[31mRed\x07"}}
    text = ran(saved(tmp_path, json.dumps(raw)))
    assert "\x1b" not in text
    assert "\x07" not in text
