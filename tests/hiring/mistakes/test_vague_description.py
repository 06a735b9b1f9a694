"""M12: duties, ad text, languages, figures, the published range."""

from datetime import date
from typing import Any

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.facts.case import Case
from hiring.mistakes.vague_description import MISTAKE
from tests.hiring.mistakes.build import (
    after_patch,
    case,
    fired,
    is_clear,
    is_off,
    missing,
    severity_of,
    slots,
)


def duties(*texts: str, **scope: Any) -> Case:
    return case(scope={"duties": [{"text": text} for text in texts], **scope})


def ad(text: str | None) -> Case:
    return case(role={"job_ad": text})


DEPLOY, SCALE, AUTOMATE, WATCH = "Deploy models", "Scale the cluster", "Automate training", "Alert on drift"


@pytest.mark.parametrize(
    ("texts", "severity"),
    [
        (("Support our data scientists", "Look after the cloud"), BLOCKER),
        ((DEPLOY,), WARNING),
        ((DEPLOY, SCALE), WARNING),
        ((DEPLOY, SCALE, AUTOMATE), None),
        ((DEPLOY, SCALE, WATCH), None),
        (("Own rollouts, autoscaling and pipelines",), None),
    ],
)
def test_three_of_four_areas_of_work(texts: tuple[str, ...], severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M12-T1", duties(*texts)) == severity


def test_the_areas_that_lack_are_named() -> None:
    flag = fired(MISTAKE, "M12-T1", duties(DEPLOY, SCALE))
    assert flag.fix == (
        "Add a sentence to the duties on automation of pipelines and monitoring or retraining of models."
    )
    assert missing(MISTAKE, "M12-T1", case()) == ("/scope/duties",)


def words(count: int) -> str:
    return "word " * count


@pytest.mark.parametrize(
    ("count", "severity"),
    [(1, BLOCKER), (59, BLOCKER), (60, WARNING), (149, WARNING), (150, None), (1100, None), (1101, WARNING)],
)
def test_the_length_of_the_ad(count: int, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M12-T2", ad(words(count))) == severity


TEXT_TRIGGERS = ("M12-T2", "M12-T5", "M12-T8", "M12-T9")


@pytest.mark.parametrize("trigger_id", TEXT_TRIGGERS)
def test_without_an_english_ad_its_text_is_not_checked(trigger_id: str) -> None:
    german = (
        "Wir suchen eine Person für das Team, die mit uns die Plattform baut und die Modelle betreibt, etc. etc. etc."
    )
    for text in (None, " \n", german, "我们正在寻找一名机器学习工程师，负责部署和监控模型。"):
        assert missing(MISTAKE, trigger_id, ad(text)) == ("/role/job_ad",)


@pytest.mark.parametrize("trigger_id", TEXT_TRIGGERS)
def test_a_note_on_an_internal_transfer_is_left_alone(trigger_id: str) -> None:
    note = "Internal transfer: passionate, fast-paced, world-class young guys. Requirements: Python, Docker, Kubernetes"
    assert is_off(MISTAKE, trigger_id, ad(note))


@pytest.mark.parametrize(
    ("musts", "fires"),
    [
        (("python", "go", "java-scala", "r-lang"), True),
        (("python", "go", "java-scala"), False),
        (("python", "go|cpp-rust", "java-scala", "r-lang"), True),
        (("python", "go", "java-scala", "r-lang|statistics"), False),
        (("python", "go", "java-scala", "sql"), False),
        (("python", "go", "java-scala", "software-engineering"), True),
        (("Python", "Golang", "Scala", "C++"), True),
        (("python|go|java-scala|r-lang",), False),
    ],
)
def test_four_required_languages(musts: tuple[str, ...], fires: bool) -> None:
    judged = case(scope={"must_haves": slots(*musts)})
    assert severity_of(MISTAKE, "M12-T3", judged) == (WARNING if fires else None)


def test_the_fix_keeps_python_and_one_more() -> None:
    judged = case(scope={"must_haves": slots("go", "docker", "r-lang", "python", "java-scala")})
    mended = after_patch(judged, fired(MISTAKE, "M12-T3", judged))
    assert is_clear(MISTAKE, "M12-T3", mended)
    assert [slot.any_of[0] for slot in mended.scope.must_haves] == ["go", "docker", "python"]
    assert [slot.any_of[0] for slot in mended.scope.nice_to_haves] == ["r-lang", "java-scala"]


def test_without_python_the_fix_keeps_two_languages() -> None:
    judged = case(scope={"must_haves": slots("go", "r-lang", "cpp-rust", "java-scala")})
    mended = after_patch(judged, fired(MISTAKE, "M12-T3", judged))
    assert [slot.any_of[0] for slot in mended.scope.must_haves] == ["go", "r-lang"]


def test_languages_need_a_list_and_nice_to_haves_do_not_count() -> None:
    assert missing(MISTAKE, "M12-T3", case()) == ("/scope/must_haves",)
    nice = case(scope={"must_haves": slots("python"), "nice_to_haves": slots("go", "r-lang", "java-scala", "cpp-rust")})
    assert is_clear(MISTAKE, "M12-T3", nice)


def scope(projects: list[str], goals: list[str], texts: list[str]) -> Case:
    return case(scope={"first_projects": projects, "goals_90d": goals, "duties": [{"text": text} for text in texts]})


def test_no_figure_anywhere() -> None:
    assert severity_of(MISTAKE, "M12-T4", scope(["Better deploys"], ["Learn the stack"], ["Deploy"])) == WARNING


@pytest.mark.parametrize(
    "judged",
    [
        scope(["Deploys in 1 day"], ["Learn"], ["Deploy"]),
        scope(["Better"], ["Drift alerts on the top 5 models"], ["Deploy"]),
        scope(["Better"], ["Learn"], ["p99 under 200 ms"]),
        scope(["Live by March 2027"], [], []),
    ],
)
def test_one_figure_is_enough(judged: Case) -> None:
    assert is_clear(MISTAKE, "M12-T4", judged)


def test_a_figure_may_still_come_with_an_open_list() -> None:
    assert missing(MISTAKE, "M12-T4", scope(["Better"], [], ["Deploy"])) == ("/scope/goals_90d",)
    assert missing(MISTAKE, "M12-T4", case()) == ("/scope/first_projects", "/scope/goals_90d", "/scope/duties")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("A passionate person in a fast-paced place.", None),
        ("A passionate self-starter in a fast-paced place.", ADVICE),
        ("Passionate, cutting edge, world class, best-in-class, synergy.", ADVICE),
        ("Passionate, cutting edge, world class, best-in-class, synergy, wearing many hats.", WARNING),
        ("Docker, Helm, etc. AWS, GCP, etc. Other duties as assigned.", ADVICE),
        ("Python and more. Rockstars only. Various duties.", ADVICE),
        ("Passionate people. Various other duties.", None),
        ("Two or more years, and more than five models, and moreover passionate.", None),
    ],
)
def test_cliches_are_counted_by_occurrence(text: str, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M12-T5", ad(text)) == severity


def test_cliches_about_the_employer_count_half() -> None:
    about = "About us\nA passionate, world-class, cutting-edge, fast-paced company.\n\nThe role\nYou deploy models."
    assert is_clear(MISTAKE, "M12-T5", ad(about))
    assert severity_of(MISTAKE, "M12-T5", ad(about + " You are a self-starter.")) == ADVICE
    moved = "The role\nA passionate, world-class, cutting-edge, fast-paced person."
    assert severity_of(MISTAKE, "M12-T5", ad(moved)) == ADVICE


def place(region: str | None = None, country: str = "US", metro: str | None = None) -> dict[str, Any]:
    return {"country": country, "region": region, "metro": metro}


def hidden(
    *places: dict[str, Any], headcount: int | None = None, today: date = date(2026, 11, 22), **more: Any
) -> Case:
    return case(
        role={"locations": list(places), "headcount": headcount, **more},
        pay={"band_published": False},
        today=today,
    )


def test_a_published_range_is_fine_and_an_open_one_is_asked() -> None:
    assert is_clear(MISTAKE, "M12-T6", case(role={"locations": [place("CO")]}))
    assert missing(MISTAKE, "M12-T6", case(pay={"band_published": None})) == ("/pay/band_published",)


@pytest.mark.parametrize(
    ("judged", "severity"),
    [
        (hidden(), WARNING),
        (hidden(place("TX"), headcount=5000), WARNING),
        (hidden(place("CO")), BLOCKER),
        (hidden(place("MD")), BLOCKER),
        (hidden(place("CA")), WARNING),
        (hidden(place("CA"), headcount=14), WARNING),
        (hidden(place("CA"), headcount=15), BLOCKER),
        (hidden(place("MN"), headcount=5000), WARNING),
        (hidden(place("ME"), headcount=5000), WARNING),
        (hidden(place("DE"), headcount=5000), WARNING),
        (hidden(place(None), headcount=5000), WARNING),
        (hidden(place("CT"), headcount=5000), WARNING),
        (hidden(place(country="IT"), headcount=5000), WARNING),
        (hidden(place("OH", metro="Cleveland"), headcount=15), BLOCKER),
        (hidden(place("OH", metro="Columbus"), headcount=15), WARNING),
        (hidden(place("OH", metro="Columbus"), headcount=15, today=date(2027, 1, 1)), BLOCKER),
        (hidden(place("VA"), today=date(2026, 6, 30)), WARNING),
        (hidden(place("VA"), today=date(2026, 7, 1)), BLOCKER),
    ],
)
def test_where_the_law_asks_for_the_range(judged: Case, severity: Severity) -> None:
    assert severity_of(MISTAKE, "M12-T6", judged) == severity


def test_places_of_remote_hires_count_whatever_the_work_mode() -> None:
    judged = hidden(place("TX"), work_mode="onsite", remote_hiring_in=[place("CO")])
    flag = fired(MISTAKE, "M12-T6", judged)
    assert flag.severity == BLOCKER
    assert "Colorado requires" in flag.message
    assert is_clear(MISTAKE, "M12-T6", after_patch(judged, flag))


@pytest.mark.parametrize(("base_max", "severity"), [(None, BLOCKER), (200_000, BLOCKER), (200_001, WARNING)])
def test_ontario_does_not_bind_high_pay(base_max: int | None, severity: Severity) -> None:
    judged = case(
        role={"locations": [place("ON", "CA")], "headcount": 25},
        pay={"band_published": False, "currency": "CAD", "base_max": base_max},
    )
    assert severity_of(MISTAKE, "M12-T6", judged) == severity


def basics(**changes: Any) -> Case:
    role = {"locations": [place("MA")], "work_mode": "hybrid", "level": "senior"}
    reports_to = changes.pop("reports_to", "ml_lead")
    return case(role={**role, **changes}, organisation={"reports_to": reports_to})


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"locations": []}, "/role/locations"),
        ({"work_mode": None}, "/role/work_mode"),
        ({"level": None}, "/role/level"),
        ({"reports_to": None}, "/organisation/reports_to"),
        ({"reports_to": "undecided"}, "/organisation/reports_to"),
    ],
)
def test_place_mode_level_and_manager_belong_in_the_ad(changes: dict[str, Any], path: str) -> None:
    flag = fired(MISTAKE, "M12-T7", basics(**changes))
    assert flag.severity == ADVICE
    assert [item.path for item in flag.evidence] == [path]


def test_an_empty_document_lacks_all_the_basics() -> None:
    assert len(fired(MISTAKE, "M12-T7", case()).evidence) == 4
    assert is_clear(MISTAKE, "M12-T7", basics())


def requirements(*lines: str) -> Case:
    return ad("MLOps Engineer\n\nRequirements\n" + "\n".join(f"- {line}" for line in lines))


PROSE = ("You have rolled back a model in production", "You can explain drift to a product manager")


@pytest.mark.parametrize(
    ("lines", "fires"),
    [
        (("Python", "Docker", "Kubernetes", *PROSE), True),
        (("Python", "Docker", *PROSE), False),
        (("Python", "Docker and Kubernetes", "5+ years of Terraform"), True),
        (("Python", "Docker"), False),
        (PROSE, False),
    ],
)
def test_lines_that_only_name_tools(lines: tuple[str, ...], fires: bool) -> None:
    assert severity_of(MISTAKE, "M12-T8", requirements(*lines)) == (WARNING if fires else None)


def test_one_line_full_of_tools_counts_and_the_stack_of_the_employer_does_not() -> None:
    assert severity_of(MISTAKE, "M12-T8", ad("Requirements: Python, Docker, Kubernetes, AWS")) == WARNING
    stack = f"Our stack\n- Python\n- Docker\n- Kubernetes\n\nRequirements\n- {PROSE[0]}\n- {PROSE[1]}"
    assert is_clear(MISTAKE, "M12-T8", ad(stack))


@pytest.mark.parametrize("phrase", ["young", "digital natives", "Recent graduates", "guys", "manpower"])
def test_words_that_shut_people_out(phrase: str) -> None:
    flag = fired(MISTAKE, "M12-T9", ad(f"Join our {phrase} today."))
    assert flag.severity == ADVICE
    assert phrase in flag.message


@pytest.mark.parametrize("text", ["Join our young company.", "We train people at every stage of life.", "Youngstown"])
def test_neutral_words_are_fine(text: str) -> None:
    assert is_clear(MISTAKE, "M12-T9", ad(text))


def regulated(must: list[str], nice: list[str], texts: list[str], answer: bool | None = True) -> Case:
    return case(
        ml_today={"regulated": answer},
        scope={
            "must_haves": slots(*must),
            "nice_to_haves": slots(*nice),
            "duties": [{"text": text} for text in texts],
        },
    )


def test_a_regulated_field_without_governance() -> None:
    assert severity_of(MISTAKE, "M12-T10", regulated(["python"], [], ["Deploy models"])) == ADVICE
    assert severity_of(MISTAKE, "M12-T10", regulated(["python"], [], ["Shape roadmaps at Diamond Ltd"])) == ADVICE


@pytest.mark.parametrize(
    "judged",
    [
        regulated(["python", "audit-lineage"], [], ["Deploy models"]),
        regulated(["python"], ["GDPR"], ["Deploy models"]),
        regulated(["python", "terraform|secrets-iam"], [], ["Deploy models"]),
        regulated(["python"], [], ["Keep the audit trail of every release"]),
        regulated(["python", "model governance experience"], [], ["Deploy models"]),
        regulated([], [], ["Write model cards"]),
    ],
)
def test_governance_anywhere_is_enough(judged: Case) -> None:
    assert is_clear(MISTAKE, "M12-T10", judged)


def test_governance_is_only_asked_of_regulated_fields() -> None:
    assert is_clear(MISTAKE, "M12-T10", regulated(["python"], [], ["Deploy"], answer=False))
    assert missing(MISTAKE, "M12-T10", regulated(["python"], [], ["Deploy"], answer=None)) == ("/ml_today/regulated",)
    assert missing(MISTAKE, "M12-T10", regulated(["python"], [], [])) == ("/scope/duties",)
    assert missing(MISTAKE, "M12-T10", regulated([], [], ["Deploy"])) == ("/scope/must_haves",)
