"""M07: reporting, authority and incentives."""

from typing import Any

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING
from hiring.facts.case import Case
from hiring.mistakes.org_misalignment import MISTAKE
from tests.hiring.mistakes.build import case, fired, is_clear, is_off, missing, severity_of


def org(**answers: Any) -> Case:
    """A case from answers of step 5; those of steps 1 and 2 by prefix: ``ml_mle_count``, ``role_headcount``."""
    sections: dict[str, dict[str, Any]] = {"organisation": {}, "ml_today": {}, "role": {}}
    for name, value in answers.items():
        if name.startswith("ml_today__"):
            sections["ml_today"][name.removeprefix("ml_today__")] = value
        elif name.startswith("role__"):
            sections["role"][name.removeprefix("role__")] = value
        else:
            sections["organisation"][name] = value
    return case(**sections)


def people(ds: int | None = None, mle: int | None = None, mlops: int | None = None) -> dict[str, Any]:
    return {"ml_today__ds_count": ds, "ml_today__mle_count": mle, "ml_today__mlops_count": mlops}


def test_an_undecided_manager_blocks() -> None:
    assert severity_of(MISTAKE, "M07-T1", org(reports_to="undecided")) == BLOCKER


def test_a_manager_not_asked_for_yet_is_no_finding() -> None:
    assert missing(MISTAKE, "M07-T1", org()) == ("/organisation/reports_to",)
    assert is_clear(MISTAKE, "M07-T1", org(reports_to="ml_lead"))


def test_two_managers_without_the_last_word() -> None:
    flag = fired(MISTAKE, "M07-T2", org(managers=2, priority_owner=False))
    assert flag.severity == WARNING
    assert "2 managers" in flag.message


def test_two_managers_with_a_priority_owner_or_one_manager_are_fine() -> None:
    assert is_clear(MISTAKE, "M07-T2", org(managers=2, priority_owner=True))
    assert is_clear(MISTAKE, "M07-T2", org(managers=1, priority_owner=False))
    assert is_clear(MISTAKE, "M07-T2", org()), "one manager unless said otherwise"
    assert is_clear(MISTAKE, "M07-T2", org(managers=None, priority_owner=True))


def test_a_matrix_with_an_unknown_owner_is_not_checked() -> None:
    assert missing(MISTAKE, "M07-T2", org(managers=3)) == ("/organisation/priority_owner",)
    assert missing(MISTAKE, "M07-T2", org(managers=None, priority_owner=False)) == ("/organisation/managers",)


@pytest.mark.parametrize(
    ("ds", "mle", "fires"), [(0, 10, True), (0, 9, False), (6, 9, True), (5, 9, False), (15, 0, True), (14, 0, False)]
)
def test_ten_ml_engineers_or_fifteen_people_ask_for_a_platform_team(ds: int, mle: int, fires: bool) -> None:
    judged = org(reports_to="ml_lead", **people(ds, mle))
    assert severity_of(MISTAKE, "M07-T3", judged) == (WARNING if fires else None)


def test_the_platform_team_trigger_fires_beside_an_undecided_line() -> None:
    assert severity_of(MISTAKE, "M07-T3", org(reports_to="undecided", **people(0, 12))) == WARNING


def test_known_engineers_decide_although_the_data_scientists_are_not_counted() -> None:
    flag = fired(MISTAKE, "M07-T3", org(reports_to="ml_lead", **people(None, 10)))
    assert flag.message.startswith("10 ML engineers without"), "a count nobody gave is not called 0"
    assert missing(MISTAKE, "M07-T3", org(reports_to="ml_lead", **people(15, None))) == ("/ml_today/mle_count",)
    assert missing(MISTAKE, "M07-T3", org(reports_to="ml_lead", **people(None, 9))) == ("/ml_today/ds_count",)
    assert missing(MISTAKE, "M07-T3", org(**people(0, 10))) == ("/organisation/reports_to",)
    assert is_clear(MISTAKE, "M07-T3", org(**people(5, 5)))


def test_a_platform_team_or_one_planned_within_six_months_is_fine() -> None:
    assert is_clear(MISTAKE, "M07-T3", org(reports_to="ml_platform_team", **people(10, 20)))
    planned = {"reports_to": "ml_lead", **people(10, 20)}
    assert is_off(MISTAKE, "M07-T3", org(ml_platform_team_planned_months=6, **planned))
    assert severity_of(MISTAKE, "M07-T3", org(ml_platform_team_planned_months=7, **planned)) == WARNING


def test_a_small_start_up_under_its_founder_needs_no_platform_team() -> None:
    founder = {"reports_to": "founder_cto", **people(6, 10)}
    assert is_off(MISTAKE, "M07-T3", org(role__headcount=30, **founder))
    assert severity_of(MISTAKE, "M07-T3", org(role__headcount=31, **founder)) == WARNING
    assert severity_of(MISTAKE, "M07-T3", org(**founder)) == WARNING, "an unknown size exempts nobody"


def test_a_wider_platform_is_fine_below_ten_ml_engineers() -> None:
    assert is_off(MISTAKE, "M07-T3", org(reports_to="platform_lead", **people(10, 9)))
    assert severity_of(MISTAKE, "M07-T3", org(reports_to="platform_lead", **people(10, 10))) == WARNING


@pytest.mark.parametrize(
    ("authority", "severity"),
    [
        ([], BLOCKER),
        (["ml_tooling"], WARNING),
        (["ml_tooling", "release_gate"], WARNING),
        (["ml_tooling", "release_gate", "vendor_choice"], None),
        (["ml_tooling", "ml_tooling", "ml_tooling"], WARNING),
    ],
)
def test_fewer_than_three_decisions_are_too_few(authority: list[str], severity: Any) -> None:
    assert severity_of(MISTAKE, "M07-T4", org(authority=authority)) == severity


def test_the_missing_decisions_are_named() -> None:
    flag = fired(MISTAKE, "M07-T4", org(authority=["vendor_choice", "oncall_policy"]))
    assert "deployment standards" in flag.message
    assert flag.fix.startswith("Grant ML tooling and deployment standards in writing")
    assert missing(MISTAKE, "M07-T4", org()) == ("/organisation/authority",)


def test_a_committee_that_decides() -> None:
    assert severity_of(MISTAKE, "M07-T5", org(decision_forum="committee")) == WARNING
    assert is_clear(MISTAKE, "M07-T5", org(decision_forum="consult"))
    assert missing(MISTAKE, "M07-T5", org()) == ("/organisation/decision_forum",)


def test_no_metric_or_a_metric_outside_the_goals() -> None:
    assert severity_of(MISTAKE, "M07-T6", org(role_metrics=[])) == WARNING
    assert severity_of(MISTAKE, "M07-T6", org(in_okrs=False)) == WARNING, "whatever the metrics are"
    assert is_clear(MISTAKE, "M07-T6", org(role_metrics=["velocity"], in_okrs=True))
    assert missing(MISTAKE, "M07-T6", org(role_metrics=["velocity"])) == ("/organisation/in_okrs",)
    assert missing(MISTAKE, "M07-T6", org(in_okrs=True)) == ("/organisation/role_metrics",)


def handoffs(*names: str, owner: str | None = "Ana") -> list[dict[str, Any]]:
    return [{"name": name, "owner": owner} for name in names]


def test_four_owned_handoffs_are_too_few_and_five_are_enough() -> None:
    four, five = ("data", "training", "packaging", "release"), ("data", "training", "packaging", "release", "deploy")
    flag = fired(MISTAKE, "M07-T7", org(handoffs=handoffs(*four)))
    assert flag.severity == WARNING
    assert "incident response" in flag.fix
    assert is_clear(MISTAKE, "M07-T7", org(handoffs=handoffs(*five)))


def test_a_handoff_counts_once_and_only_with_an_owner() -> None:
    blank = [*handoffs("data", "training", "packaging", "release"), *handoffs("deploy", owner="  ")]
    assert severity_of(MISTAKE, "M07-T7", org(handoffs=blank)) == WARNING
    twice = handoffs("data", "data", "data", "data", "data")
    assert severity_of(MISTAKE, "M07-T7", org(handoffs=twice)) == WARNING
    assert missing(MISTAKE, "M07-T7", org()) == ("/organisation/handoffs",)


@pytest.mark.parametrize(
    ("teams", "mlops", "ds", "mle", "fires"),
    [
        (4, 0, 1, 1, True),
        (3, 0, 1, 1, False),
        (4, 1, 1, 1, False),
        (1, 0, 5, 6, True),
        (1, 0, 5, 5, False),
        (1, 1, 10, 11, True),
        (1, 1, 10, 10, False),
    ],
)
def test_teams_and_people_that_one_team_can_serve(teams: int, mlops: int, ds: int, mle: int, fires: bool) -> None:
    judged = org(teams_served=teams, **people(ds, mle, mlops))
    assert severity_of(MISTAKE, "M07-T8", judged) == (WARNING if fires else None)


def test_serving_is_decided_by_what_is_known() -> None:
    assert severity_of(MISTAKE, "M07-T8", org(teams_served=5, **people(None, None, 0))) == WARNING
    assert severity_of(MISTAKE, "M07-T8", org(**people(11, 0, 0))) == WARNING
    assert missing(MISTAKE, "M07-T8", org(teams_served=3, **people(11, None, 0))) == ("/ml_today/mle_count",)
    assert missing(MISTAKE, "M07-T8", org(teams_served=3, **people(5, 5, None))) == ("/ml_today/mlops_count",)
    assert missing(MISTAKE, "M07-T8", org(teams_served=5, **people(5, 5))) == ("/ml_today/mlops_count",)
    assert missing(MISTAKE, "M07-T8", org(**people(5, 5, 0))) == ("/organisation/teams_served",)
    assert missing(MISTAKE, "M07-T8", org(teams_served=1, **people(5, None, 0))) == ("/ml_today/mle_count",)


@pytest.mark.parametrize("line", ["ds_ic", "product", "it"])
def test_lines_that_cannot_back_the_role(line: str) -> None:
    assert severity_of(MISTAKE, "M07-T9", org(reports_to=line)) == WARNING


@pytest.mark.parametrize("line", ["ml_lead", "platform_lead", "ml_platform_team", "founder_cto", "undecided"])
def test_other_lines_are_fine(line: str) -> None:
    assert is_clear(MISTAKE, "M07-T9", org(reports_to=line))


def test_the_line_is_not_judged_before_it_is_given() -> None:
    assert missing(MISTAKE, "M07-T9", org()) == ("/organisation/reports_to",)


def test_metrics_against_the_partner() -> None:
    assert severity_of(MISTAKE, "M07-T10", org(role_metrics=["features_only"])) == ADVICE
    assert severity_of(MISTAKE, "M07-T10", org(shared_with_ds=False)) == ADVICE
    assert is_clear(MISTAKE, "M07-T10", org(role_metrics=["uptime"], shared_with_ds=True))
    assert is_clear(MISTAKE, "M07-T10", org(role_metrics=[], shared_with_ds=True))
    assert missing(MISTAKE, "M07-T10", org(shared_with_ds=True)) == ("/organisation/role_metrics",)
    assert missing(MISTAKE, "M07-T10", org(role_metrics=["uptime"])) == ("/organisation/shared_with_ds",)
