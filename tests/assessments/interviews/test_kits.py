"""Kits, preparation pack, debrief sheet and calendar: what is in them, what must not be, and who gets them."""

import io
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import icalendar
import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from accounts.models import User
from assessments.bank import SHIPPED
from assessments.kits.interviewer import kit_of, timing
from assessments.kits.preparation import preparation_pack
from assessments.kits.role import role_brief
from assessments.models import PlanDraft, RenderedPlan
from assessments.planning import generate, plan_of
from hiring.demo.seed import demo_document
from hiring.document import RequisitionDocument
from hiring.models import Requisition
from tests.assessments.interviews.conftest import fresh

SignedIn = Callable[[User], Client]
Act = Callable[..., Any]
PDFS = ("kits_pdf", "preparation_pdf", "debrief_pdf")


def address(name: str, requisition: Requisition, *more: int) -> str:
    return reverse(f"assessments:{name}", args=[requisition.pk, *more])


@pytest.fixture
def dated(signed_in: SignedIn, alice: User, requisition: Requisition) -> Client:
    """Alice's client, with a week given: it starts before a holiday and a clock change, in Berlin."""
    client = signed_in(alice)
    client.post(
        address("week", requisition),
        {
            "starts_on": "2026-10-22", "time_zone": "Europe/Berlin", "opens": "10:00", "closes": "17:00",
            "closed_days": "2026-10-23", "people": "4", "contact": "Joel Brandt, joel@example.org",
        },
    )  # fmt: skip
    return client


@given(
    st.integers(0, 480),
    st.sampled_from(["hm_screen", "live_debug", "partner_interview", "panel_tech", "references"]),
    st.sampled_from([None, "S05", "S13"]),
)
def test_the_parts_of_every_session_are_as_long_as_it_is(minutes: int, kind: str, scenario: str | None) -> None:
    stage = {"type": kind, "minutes": minutes, "scenario": scenario, "tags": ["collaboration"], "day": 1}
    plan = plan_of(RequisitionDocument.model_validate({"process": {"stages": [stage]}}, strict=False))
    session = plan.sessions[0]
    questions = [SHIPPED.questions[name] for name in session.questions]
    parts = timing(session, SHIPPED.scenarios.get(scenario or ""), questions, first=True)
    edges = [part.minutes.removesuffix(" min").split("–") for part in parts]
    assert edges[0][0] == "0"
    assert edges[-1][1] == str(minutes)
    assert all(one[1] == other[0] for one, other in pairwise(edges))
    assert all(int(end) >= int(start) for start, end in edges)


def test_every_scenario_of_the_bank_makes_a_kit_that_can_be_run() -> None:
    document = demo_document("healthy_senior")
    for scenario in SHIPPED.scenarios.values():
        stage = {"type": scenario.type, "minutes": scenario.minutes, "scenario": scenario.id, "panel": ["mlops_peer"]}
        process = {"process": {"stages": [stage]}}
        plan = plan_of(RequisitionDocument.model_validate(process, strict=False))
        kit = kit_of(
            plan, plan.sessions[0], SHIPPED, role_brief(document), chairs=(), when="", level="junior", ai_rule=""
        )
        assert kit.scenario == scenario
        assert len(kit.rated) == len(scenario.lines)
        assert all(line.anchors is not None for line in kit.rated)
        assert kit.variant == (scenario.junior_variant or "")
        assert kit.ai_rule == scenario.ai_use


def test_the_preparation_pack_gives_no_exercise_away() -> None:
    document = demo_document("healthy_senior")
    plan = generate(document)
    pack = preparation_pack(
        plan, role_brief(document), when={}, people={}, contact="", decision="within 48 hours", zone=""
    )
    text = str(pack)
    for session in plan.sessions:
        scenario = SHIPPED.scenarios.get(session.stage.scenario or "")
        if scenario is not None:
            for secret in (scenario.title, scenario.task, *filter(None, [scenario.root_cause]), *scenario.hints):
                assert secret not in text
        for name in session.questions:
            assert SHIPPED.questions[name].question not in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "status"), [("alice", 200), ("bob", 404), ("rita", 200), ("ada", 403), ("dora", 200), ("charlie", 404)]
)
def test_who_may_export(
    request: pytest.FixtureRequest,
    signed_in: SignedIn,
    requisition: Requisition,
    monkeypatch: pytest.MonkeyPatch,
    who: str,
    status: int,
) -> None:
    monkeypatch.setattr("assessments.plan.rendering.render_pdf", lambda *args: b"%PDF-")
    client = signed_in(request.getfixturevalue(who))
    for name in PDFS:
        assert client.get(address(name, requisition)).status_code == status
    assert client.get(address("kit_pdf", requisition, 1)).status_code == status
    assert client.get(address("calendar", requisition)).status_code == (302 if status == 200 else status)


@pytest.mark.django_db
def test_kits_on_screen_hold_script_anchors_and_a_blank_scorecard(
    signed_in: SignedIn, alice: User, requisition: Requisition
) -> None:
    client = signed_in(alice)
    client.post(address("panel", requisition), {"person-mlops_peer": "Tomasz Wilk", "backup-mlops_peer": "Aiko Sato"})
    page = client.get(address("kit", requisition, 2)).content.decode()
    scenario = SHIPPED.scenarios[fresh(requisition).sessions[1].stage.scenario or ""]
    for words in (scenario.task, scenario.root_cause, *scenario.hints, "Tomasz Wilk", "stand-in Aiko Sato"):
        assert str(words).replace("'", "&#x27;").replace('"', "&quot;") in page
    assert page.count("Evidence, in their words") == len(scenario.lines)
    assert "<input" not in page
    assert "<textarea" not in page
    assert client.get(address("kit", requisition, 99)).status_code == 404


@pytest.mark.django_db
def test_the_pack_and_the_sheet_name_dates_people_contact_and_deadline(dated: Client, requisition: Requisition) -> None:
    dated.post(address("panel", requisition), {"person-hiring_manager": "Priya Raman"})
    pack = dated.get(address("preparation", requisition)).content.decode()
    assert "Thu 22 Oct, 10:00–11:00" in pack
    assert "Priya Raman (Hiring manager)" in pack
    assert "Joel Brandt, joel@example.org" in pack
    assert "Europe/Berlin" in pack
    sheet = dated.get(address("debrief", requisition)).content.decode()
    assert "by Friday 30 October 2026, 12:15 (Europe/Berlin)" in sheet
    assert "Priya Raman" in sheet


@pytest.mark.django_db
def test_the_calendar_skips_the_holiday_and_keeps_the_hour_over_the_clock_change(
    dated: Client, requisition: Requisition
) -> None:
    response = dated.get(address("calendar", requisition))
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    starts = [(str(event["summary"]).split(":")[0], event.decoded("dtstart")) for event in events]
    found = [(title, f"{start:%m-%d %H:%M}", start.utcoffset()) for title, start in starts]
    assert found[0] == ("Hiring-manager talk", "10-22 10:00", timedelta(hours=2))
    assert ("Live debugging", "10-27 10:00", timedelta(hours=1)) in found
    assert found[-1] == ("Debrief", "10-28 13:15", timedelta(hours=1))


@pytest.mark.django_db
def test_the_calendar_of_the_person_tells_no_scenario_and_no_talk_of_the_team(
    dated: Client, requisition: Requisition
) -> None:
    events = icalendar.Calendar.from_ical(dated.get(f"{address('calendar', requisition)}?for=person").content)
    text = " ".join(f"{event['summary']} {event.get('description')}" for event in events.walk("VEVENT"))
    assert len(events.walk("VEVENT")) == 6
    for secret in ("Debrief", "Dry run", "S05", "S14", "Scenario"):
        assert secret not in text


@pytest.mark.django_db
def test_a_changed_plan_updates_the_same_entries(dated: Client, requisition: Requisition, act: Act) -> None:
    def entries() -> dict[str, int]:
        calendar = icalendar.Calendar.from_ical(dated.get(address("calendar", requisition)).content)
        return {str(event["uid"]): int(event["sequence"]) for event in calendar.walk("VEVENT")}

    before = entries()
    act(dated, requisition, "later:4")
    after = entries()
    assert before.keys() == after.keys()
    assert min(after.values()) > max(before.values())


@pytest.mark.django_db
def test_the_calendar_asks_for_a_date_first_and_refuses_odd_readers(
    signed_in: SignedIn, alice: User, requisition: Requisition
) -> None:
    client = signed_in(alice)
    response = client.get(address("calendar", requisition), follow=True)
    assert "First say when the week starts" in response.content.decode()
    assert client.get(f"{address('calendar', requisition)}?for=mum").status_code == 400
    assert client.get(f"{address('kits_pdf', requisition)}?paper=papyrus").status_code == 400


@pytest.mark.django_db
def test_a_kit_as_pdf_is_tagged_whole_kept_and_carries_no_requisition(
    signed_in: SignedIn, alice: User, requisition: Requisition
) -> None:
    client = signed_in(alice)
    response = client.get(address("kit_pdf", requisition, 2))
    pdf = PdfReader(io.BytesIO(response.content))
    assert response.headers["Content-Disposition"].startswith('attachment; filename="kit-2-')
    assert not pdf.attachments
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = " ".join(page.extract_text() for page in pdf.pages)
    assert "Scorecard, session 2" in text
    assert len(pdf.pages) == 2
    assert RenderedPlan.objects.filter(requisition=requisition).count() == 1
    assert client.get(address("kit_pdf", requisition, 2)).content == response.content
    assert RenderedPlan.objects.filter(requisition=requisition).count() == 1


@pytest.mark.django_db
def test_nothing_about_a_person_interviewed_has_a_place_to_be_stored() -> None:
    names = {field.name for field in PlanDraft._meta.get_fields()}
    assert names == {
        "requisition", "revision", "sessions", "before", "accepted", "starts_on", "time_zone", "opens", "closes",
        "closed_days", "people", "contact", "updated_at",
    }  # fmt: skip
