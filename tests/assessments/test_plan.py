"""What the hiring plan says. The words are looked for where a reader would look: in the whole page."""

import html
import re
from datetime import date

import pytest

from assessments.plan.rendering import plan_html
from hiring.document import RequisitionDocument
from hiring.reporting import Waiver
from tests.assessments.plans import demo, plan_of

EMPTY = RequisitionDocument()


def words(document: RequisitionDocument, *waivers: Waiver) -> str:
    """The text of the plan's page."""
    page = plan_html(plan_of(document, *waivers))
    text = re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", " ", page, flags=re.S))
    return " ".join(html.unescape(text).split())


def test_a_healthy_role_is_told_from_cover_to_evidence() -> None:
    text = words(demo())
    for said in (
        "Hiring plan R-0012",
        "Senior, permanent. 50 % infrastructure, 50 % machine learning. Works for 6 models in production",
        "Offer USD 175,000 to 215,000 base",
        "Owner Maya Lindqvist",
        "Reviewed 22 November 2026 · ruleset",
        "Must have, 8 of 9",
        "AWS or Google Cloud or Microsoft Azure",
        "Weekly retraining with a quality gate for the frost model",
        "Outcomes agreed: One retraining pipeline with a gate, live",
        "percentile of MLOps postings",
        "Stock units (RSU)",
        "Release gate, with the right to block",
        "6 sessions in 3 rounds: 4 h 45 of the person’s time, 7 h 30 of the panel’s.",
        "2. Live debugging, 1 h: Accuracy drops, nothing is red (S05)",
        "Says drift and retrains at once",
        "Last round to decision 48 hours at most 48 hours vendor claim met",
        "Senior (this role)",
        "USD 3,000 a year and 10 % of the time",
        "Posted on",
    ):
        assert said in text, said


def test_a_plan_that_is_not_ready_says_so_first() -> None:
    plan = plan_of(demo("startup_unicorn"))
    assert plan.cover.warning == "Not ready: do not post"
    assert "blockers stand: " in plan.cover.verdict_text
    severities = [flag.severity for flag in plan.flags.flags]
    assert severities == sorted(severities, key=["blocker", "warning", "advice"].index)
    assert severities[0] == "blocker"


def test_an_empty_requisition_names_what_is_missing_and_claims_nothing() -> None:
    plan = plan_of(EMPTY)
    assert plan.cover.warning == "Not ready: answers missing"
    assert "first of all “Title”" in plan.cover.verdict_text
    assert not plan.flags.clear
    assert plan.pay.picture is None
    assert plan.interviews.lede == "No interview is planned yet."
    assert {line.met for line in plan.clock} == {None}
    assert "Interview stages" in next(line.answers for line in plan.flags.open if line.mistake == "M05")


def test_a_ready_plan_carries_no_warning() -> None:
    assert plan_of(demo()).cover.warning == ""


def test_a_waiver_stands_with_author_reason_and_end() -> None:
    document = demo("startup_unicorn")
    severity = next(flag.severity for flag in plan_of(document).flags.flags if flag.id == "M07-T5")
    waiver = Waiver(
        trigger="M07-T5",
        severity=severity,  # type: ignore[arg-type]
        reason="known_risk",
        text="Until the <new> CTO starts",
        author="Rita",
        made_on=date(2026, 11, 20),
        expires_on=date(2027, 1, 31),
    )
    line = next(flag for flag in plan_of(document, waiver).flags.flags if flag.id == "M07-T5")
    assert line.severity == "waived"
    assert line.fix.startswith("Waived by Rita, 20 Nov 2026, until 31 Jan 2027:")
    assert "“Until the <new> CTO starts”" in line.fix


def test_what_people_type_never_becomes_markup() -> None:
    nasty = "<script>alert('x')</script>&\"\x01"
    page = plan_html(
        plan_of(
            demo(
                role={"title": nasty},
                scope={"first_projects": [nasty], "goals_90d": [nasty], "duties": [{"text": nasty}]},
                organisation={"handoffs": [{"name": "data", "owner": nasty}]},
                growth={"scope_expansion": nasty},
            )
        )
    )
    assert "<script" not in page
    assert "\x01" not in page
    assert page.count("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&amp;&quot;") >= 6


def test_a_very_long_answer_is_cut_and_says_where_the_rest_is() -> None:
    text = words(demo(growth={"scope_expansion": "grow " * 1000}))
    assert "… (the attached requisition has the rest)" in text
    assert "grow " * 200 not in text


def test_each_must_have_names_its_sessions_or_is_a_gap() -> None:
    document = demo(scope={"must_haves": [{"any_of": ["python"]}, {"any_of": ["gcp", "aws"]}, {"any_of": ["cobol"]}]})
    sessions = {line.name: line.sessions for line in plan_of(document).interviews.coverage}
    assert sessions["Python"] == "1 (60 min)"
    assert sessions["Google Cloud or AWS"] == "3 (60 min)"
    assert sessions["cobol"] == ""
    assert sessions["Communication"] == "2 (60 min), 5 (30 min)"
    assert "cobol gap: no session" in words(document)


def test_a_loop_of_many_days_becomes_a_list() -> None:
    stages = [{"type": "live_debug", "minutes": 30, "day": day} for day in range(1, 31)]
    plan = plan_of(demo(process={"stages": stages}))
    assert plan.interviews.days == ()
    assert len(plan.interviews.sessions) == 30
    tagged = [{**stage, "tags": ["communication"]} for stage in stages]
    people = {line.name: line.sessions for line in plan_of(demo(process={"stages": tagged})).interviews.coverage}
    assert people["Communication"] == "1 (30 min), 2 (30 min), 3 (30 min), 4 (30 min) and 26 more"
    assert len(plan.scorecards) == 12


@pytest.mark.parametrize(("level", "only"), [("junior", {"Q04", "Q06", "Q08", "Q20", "Q23", "Q27", "Q29", "Q43"})])
def test_juniors_are_asked_what_juniors_can_answer(level: str, only: set[str]) -> None:
    asked = {question.id for card in plan_of(demo(role={"level": level})).scorecards for question in card.questions}
    assert asked
    assert asked <= only


def test_questions_do_not_repeat_and_two_tell_mlops_from_devops() -> None:
    asked = [question for card in plan_of(demo()).scorecards for question in card.questions]
    assert len({question.id for question in asked}) == len(asked)
    assert sum(question.competency == "discriminator" for question in asked) >= 2


def test_a_scenario_the_bank_does_not_know_asks_for_anchors() -> None:
    stages = [{"type": "live_debug", "minutes": 60, "scenario": "Our own outage"}]
    (card,) = plan_of(demo(process={"stages": stages})).scorecards
    assert card.missing.startswith("“Our own outage” is not in the bank.")


def test_a_market_in_another_currency_is_not_compared() -> None:
    section = plan_of(demo(pay={"currency": "XXX"})).pay
    assert section.picture is None
    assert "no market figures" in section.why_not


def test_flags_on_one_fact_share_a_row() -> None:
    ids = [flag.id for flag in plan_of(demo("startup_unicorn")).flags.flags]
    assert "M05-T3, M01-T5" in ids
    assert "M01-T5" not in ids


def test_what_passes_the_clock_is_marked() -> None:
    clock = {line.name: line for line in plan_of(demo(process={"decision_hours": 72, "loop_days": None})).clock}
    assert (clock["Last round to decision"].planned, clock["Last round to decision"].word) == ("72 hours", "over")
    assert clock["First to last round"].word == "open"
    assert "Take-home window" not in clock
