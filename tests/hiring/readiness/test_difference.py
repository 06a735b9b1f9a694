"""What changed between two stored reviews."""

from typing import Any

from hiring.readiness.difference import difference


def _report(ruleset: str = "1", waived: tuple[str, ...] = (), **severities: str) -> dict[str, Any]:
    def flag(id_: str, severity: str) -> dict[str, Any]:
        return {"id": id_.replace("_", "-"), "severity": severity, "message": f"{id_} fires"}

    triggers = [flag(id_, severity) for id_, severity in severities.items()]
    return {
        "ruleset": ruleset,
        "findings": [{"triggers": triggers, "waived": [flag(id_, "warning") for id_ in waived]}],
    }


def test_flags_appear_go_and_change():
    before = _report(M01_T1="blocker", M02_T2="warning", M03_T1="warning", M11_T10="advice")
    after = _report(M02_T2="blocker", M03_T1="warning", M11_T2="advice", M11_T10="advice")
    found = difference(before, after, {}, {})
    assert [(flag.id, flag.before, flag.after) for flag in found.appeared] == [("M11-T2", None, "advice")]
    assert [(flag.id, flag.before, flag.after) for flag in found.gone] == [("M01-T1", "blocker", None)]
    assert [(flag.id, flag.before, flag.after) for flag in found.changed] == [("M02-T2", "warning", "blocker")]


def test_a_waived_flag_is_gone_and_says_so():
    found = difference(_report(M01_T2="warning"), _report(waived=("M01_T2",)), {}, {})
    assert [(flag.id, flag.waived_before, flag.waived_after) for flag in found.gone] == [("M01-T2", False, True)]


def test_answers_that_changed_by_field():
    before = {"schema_version": 1, "role": {"title": "A", "level": "mid"}, "pay": {"base_min": 1}, "old": {"x": 1}}
    after = {"schema_version": 1, "role": {"title": "B", "level": "mid"}, "pay": {"base_min": 1, "base_max": 2}}
    found = difference(_report(), _report(), before, after)
    assert [(change.path, change.before, change.after) for change in found.answers] == [
        ("/role/title", "A", "B"),
        ("/pay/base_max", None, 2),
    ]


def test_other_rules_are_said():
    assert difference(_report("1"), _report("2"), {}, {}).ruleset_changed
    assert not difference(_report("1"), _report("1"), {}, {}).ruleset_changed
