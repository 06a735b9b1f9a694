"""An organisation's own scenarios and questions: kept in the admin, beside the shipped ones."""

import logging
import re
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from assessments.bank import QUESTIONS, SCENARIOS
from assessments.bank.own import QUESTION_TO_START_FROM, text_to_start_from
from assessments.models import OwnEntry
from assessments.own_bank import bank_now
from assessments.planning import generate
from assessments.working import working_plan
from compensation.benchmark import NoMarket
from compensation.effects import effects, touched
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.document import RequisitionDocument, Stage
from hiring.foreseeing import foreseen_fixes
from hiring.models import Requisition
from hiring.reviewing import review_requisition
from tests.assessments.planning.build import requisition, scope

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
ADD = "admin:assessments_ownentry_add"
LIST = "admin:assessments_ownentry_changelist"
BODY = text_to_start_from("S05").replace("Accuracy drops, nothing is red", "The night our ranking failed")
QUESTION = """competency = "lifecycle"
question = "How would you ship our ranking?"
levels = ["mid", "senior"]
anchors.poor = "a"
anchors.partial = "b"
anchors.good = "c"
anchors.great = "d"
"""


def entry(code: str = "OWN-1", body: str = BODY, kind: str = "scenario", *, in_use: bool = True) -> OwnEntry:
    return OwnEntry.objects.create(kind=kind, code=code, body=body, in_use=in_use)


def add(client: Client, **fields: str) -> str:
    posted = {"kind": "scenario", "code": "OWN-1", "in_use": "on", "body": BODY} | fields
    return client.post(reverse(ADD), posted, follow=True).content.decode()


def test_an_own_scenario_stands_beside_the_shipped_ones() -> None:
    entry()
    entry("OWN-Q1", QUESTION, "question")
    bank = bank_now()
    assert set(bank.scenarios) == {*SCENARIOS, "OWN-1"}
    assert set(bank.questions) == {*QUESTIONS, "OWN-Q1"}
    assert all(bank.scenarios[name] is shipped for name, shipped in SCENARIOS.items())


def test_the_bank_takes_one_query(django_assert_num_queries: Callable[..., object]) -> None:
    entry()
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        bank_now()


def test_plans_choose_it_where_it_fits() -> None:
    entry()
    plan = generate(requisition(scope=scope("model-monitoring", "drift-detection")), bank=bank_now())
    chosen = next(session for session in plan.sessions if session.stage.scenario == "OWN-1")
    assert chosen.purpose.startswith("The night our ranking failed")


def test_out_of_use_it_is_kept_and_not_chosen() -> None:
    entry(in_use=False)
    assert "OWN-1" not in bank_now().scenarios
    assert OwnEntry.objects.count() == 1


def test_what_a_newer_version_cannot_read_is_left_out_and_named(caplog: pytest.LogCaptureFixture) -> None:
    entry(body=BODY.replace("minutes = 60", "duration = 60"))
    with caplog.at_level(logging.WARNING):
        assert set(bank_now().scenarios) == set(SCENARIOS)
    assert "OWN-1 line 3: duration: there is no such field" in caplog.text


@pytest.mark.parametrize("code", ["S05", "Q01", "OWN", "OWN-", "own-1", "OWN-1\n", "OWN-ABCDEFGHIJKLM", "OWN-É"])
def test_no_code_can_be_that_of_shipped_content(code: str) -> None:
    with pytest.raises(ValidationError) as error:
        OwnEntry(kind="scenario", code=code, body=BODY).full_clean()
    assert "code" in error.value.message_dict


def test_the_administrator_adds_one_from_a_shipped_scenario(dora: User, signed_in: SignIn) -> None:
    client = signed_in(dora)
    page = client.get(reverse(ADD), {"copy": "S13"}).content.decode()
    assert "Review a deployment change" in page
    assert 'id = "S13"' not in page
    assert "was added successfully" in add(client)
    assert "The night our ranking failed" in client.get(reverse(LIST)).content.decode()


def test_a_question_starts_from_its_fields(dora: User, signed_in: SignIn) -> None:
    page = signed_in(dora).get(reverse(ADD), {"copy": "question"}).content.decode()
    assert "anchors.great" in page
    assert QUESTION_TO_START_FROM.splitlines()[0].split(" ")[0] in page


@pytest.mark.parametrize("copy", ["S99", "../../settings", "", "S05.toml"])
def test_any_other_start_is_the_usual_one(dora: User, signed_in: SignIn, copy: str) -> None:
    page = signed_in(dora).get(reverse(ADD), {"copy": copy})
    assert "Accuracy drops, nothing is red" in page.content.decode()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (BODY.replace("minutes = 60", "minutes = 0"), "OWN-1 line 3: minutes:"),
        (BODY.replace('poor = "Waits for labels."', 'poor = ""'), "lines 2, poor"),
        ("title = ", "OWN-1 line 1:"),
        ("a = [" * 500, "OWN-1 line 1:"),
    ],
)
def test_a_mistake_is_named_with_line_and_field_and_nothing_is_saved(
    dora: User, signed_in: SignIn, body: str, says: str
) -> None:
    assert says in add(signed_in(dora), body=body)
    assert not OwnEntry.objects.exists()


def test_the_last_good_text_stays_when_an_edit_is_wrong(dora: User, signed_in: SignIn) -> None:
    own = entry()
    url = reverse("admin:assessments_ownentry_change", args=[own.pk])
    page = signed_in(dora).post(url, {"in_use": "on", "body": "nonsense"}).content.decode()
    assert "OWN-1 line 1" in page
    own.refresh_from_db()
    assert own.body == BODY


def test_a_code_stays_what_it_is(dora: User, signed_in: SignIn) -> None:
    own = entry()
    url = reverse("admin:assessments_ownentry_change", args=[own.pk])
    signed_in(dora).post(url, {"in_use": "on", "body": BODY, "code": "OWN-2", "kind": "question"})
    own.refresh_from_db()
    assert (own.code, own.kind) == ("OWN-1", "scenario")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_sees_or_adds_them(role: Role, person: Callable[..., User], signed_in: SignIn) -> None:
    client = signed_in(person("eve", role))
    for url in (reverse(LIST), reverse(ADD)):
        assert client.get(url).status_code in (302, 403)
    assert client.post(reverse(ADD), {"code": "OWN-1", "body": BODY, "kind": "scenario"}).status_code in (302, 403)
    assert not OwnEntry.objects.exists()


def _stray_loop(owner: User) -> Requisition:
    """A loop for infrastructure work, most of whose technical minutes go to an own scenario for modelling."""
    entry(body=BODY_FOR_ML)
    document = demo_document("healthy_senior")
    scope = document.scope.model_copy(update={"archetype": "infra_heavy"})
    stage = Stage(type="live_debug", minutes=240, day=1, scenario="OWN-1")
    process = document.process.model_copy(update={"stages": (stage, *document.process.stages)})
    made = Requisition(owner=owner)
    load(made, document.model_copy(update={"scope": scope, "process": process}))
    return made


def _no_market(document: RequisitionDocument) -> NoMarket:
    return NoMarket("none is asked for here")


BODY_FOR_ML = re.sub(r"archetypes = \[[^\]]*\]", 'archetypes = ["ml_heavy"]', BODY)


def test_an_own_scenario_of_another_job_is_flagged_wherever_a_requisition_is_judged(
    person: Callable[..., User], signed_in: SignIn
) -> None:
    alice = person("alice", Role.MANAGER)
    made = _stray_loop(alice)
    client = signed_in(alice)
    assert "M05-T7" in {flag.id for flag in review_requisition(made).report.flags}
    assert "M05-T7" in client.get(f"/requisitions/{made.pk}/").content.decode()
    assert "M05-T7" in client.get(reverse("assessments:plan", args=[made.pk])).content.decode()
    now = review_requisition(made)
    assert "M05-T7" in {flag.id for flag in working_plan(made).report(now).flags}
    [judged] = effects(touched(["US"], "USD"), _no_market, _no_market, now.today)
    assert judged.reviewed is not None
    assert "M05-T7" in {flag.id for flag in judged.reviewed.report.flags}


def test_a_loop_of_shipped_scenarios_costs_no_query_for_the_bank(person: Callable[..., User]) -> None:
    made = Requisition(owner=person("alice", Role.MANAGER))
    load(made, demo_document("healthy_senior"))
    with CaptureQueriesContext(connection) as queries:
        review_requisition(made)
    assert not any("ownentry" in query["sql"] for query in queries)


def test_an_own_scenario_costs_one_query_however_much_is_foreseen(person: Callable[..., User]) -> None:
    made = _stray_loop(person("alice", Role.MANAGER))
    with CaptureQueriesContext(connection) as queries:
        reviewed = review_requisition(made)
        foreseen_fixes(reviewed, lambda place, card: True)
    assert sum("ownentry" in query["sql"] for query in queries) == 1
