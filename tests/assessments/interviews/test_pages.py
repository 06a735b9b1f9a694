"""The interview plan's pages: who may do what, what a change does, and that nobody overwrites unseen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from assessments.models import PanelSeat, PlanDraft
from assessments.working import working_plan
from hiring.assemble import document_of
from hiring.models import Requisition, Review
from tests.assessments.interviews.conftest import fresh

pytestmark = pytest.mark.django_db

SignedIn = Callable[[User], Client]
Act = Callable[..., Any]


def address(name: str, requisition: Requisition, *more: int) -> str:
    return reverse(f"assessments:{name}", args=[requisition.pk, *more])


def said(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


SEEN = [("alice", 200), ("bob", 404), ("rita", 200), ("ada", 200), ("dora", 200), ("charlie", 404)]
CHANGED = [("alice", 302), ("bob", 404), ("rita", 302), ("ada", 403), ("dora", 302), ("charlie", 404)]
FORMS = [(who, 200 if status == 302 else status) for who, status in CHANGED]
EXPORTED = [(who, 403 if who == "ada" else status) for who, status in SEEN]


@pytest.mark.parametrize("where", ["interviews", "compare", "kits", "preparation", "debrief"])
@pytest.mark.parametrize(("who", "status"), SEEN)
def test_who_may_read(
    request: pytest.FixtureRequest, signed_in: SignedIn, requisition: Requisition, where: str, who: str, status: int
) -> None:
    client = signed_in(request.getfixturevalue(who))
    assert client.get(address(where, requisition)).status_code == status


@pytest.mark.parametrize("where", ["add_session", "week"])
@pytest.mark.parametrize(("who", "status"), FORMS)
def test_who_may_open_the_forms(
    request: pytest.FixtureRequest, signed_in: SignedIn, requisition: Requisition, where: str, who: str, status: int
) -> None:
    client = signed_in(request.getfixturevalue(who))
    assert client.get(address(where, requisition)).status_code == status
    assert client.get(address("edit_session", requisition, 1)).status_code == status


@pytest.mark.parametrize("where", ["change", "undo", "accept", "take_back", "panel"])
@pytest.mark.parametrize(("who", "status"), CHANGED)
def test_who_may_change(
    request: pytest.FixtureRequest, signed_in: SignedIn, requisition: Requisition, where: str, who: str, status: int
) -> None:
    client = signed_in(request.getfixturevalue(who))
    fields = {"do": "remove:1", "token": fresh(requisition).token, "person-product": "Ann"}
    assert client.post(address(where, requisition), fields).status_code == status
    assert client.get(address(where, requisition)).status_code == 405
    if status != 302:
        assert not PlanDraft.objects.exists()
        assert not PanelSeat.objects.exists()


@pytest.mark.parametrize(("who", "status"), CHANGED)
def test_who_may_save_forms(
    request: pytest.FixtureRequest, signed_in: SignedIn, requisition: Requisition, who: str, status: int
) -> None:
    client = signed_in(request.getfixturevalue(who))
    fields = {"type": "exec_chat", "minutes": "30", "token": fresh(requisition).token}
    assert client.post(address("add_session", requisition), fields).status_code == status
    hours = {"opens": "09:00", "closes": "16:00", "people": "3"}
    assert client.post(address("week", requisition), hours).status_code == status


def test_a_shared_manager_works_on_the_plan(signed_in: SignedIn, bob: User, requisition: Requisition, act: Act) -> None:
    requisition.shared_with.add(bob)
    assert "Removed" in said(act(signed_in(bob), requisition, "remove:1"))


def test_nobody_is_sent_to_sign_in(client: Client, requisition: Requisition) -> None:
    for page in ("interviews", "compare", "kits", "week"):
        assert reverse("account_login") in client.get(address(page, requisition)).headers["Location"]


def test_readers_see_no_buttons(signed_in: SignedIn, ada: User, requisition: Requisition) -> None:
    page = signed_in(ada).get(address("interviews", requisition)).content.decode()
    assert 'name="do"' not in page
    assert "person-hiring_manager" not in page
    assert address("calendar", requisition) not in page


def test_every_page_of_a_requisition_leads_to_the_plan(
    signed_in: SignedIn, alice: User, requisition: Requisition
) -> None:
    page = signed_in(alice).get(requisition.get_absolute_url()).content.decode()
    assert address("interviews", requisition) in page


def test_without_a_loop_the_generated_plan_is_shown_and_nothing_is_stored(
    signed_in: SignedIn, alice: User, without_loop: Requisition
) -> None:
    page = signed_in(alice).get(address("interviews", without_loop)).content.decode()
    assert "Generated from the requisition" in page
    assert "Accept the plan" in page
    assert not PlanDraft.objects.exists()


def test_nothing_answered_still_gives_a_plan(signed_in: SignedIn, alice: User, empty: Requisition) -> None:
    client = signed_in(alice)
    for page in ("interviews", "compare", "kits", "preparation", "debrief"):
        assert client.get(address(page, empty)).status_code == 200


def test_accepting_writes_one_revision_with_history_and_review(
    signed_in: SignedIn, alice: User, without_loop: Requisition
) -> None:
    token = fresh(without_loop).token
    response = signed_in(alice).post(address("accept", without_loop), {"token": token}, follow=True)
    after = Requisition.objects.get(pk=without_loop.pk)
    assert "Accepted" in said(response)
    assert after.revision == without_loop.revision + 1
    assert len(document_of(after).process.stages) > 3
    assert after.history.first().history_user == alice
    assert Review.objects.filter(requisition=after, occasion="Interview plan accepted", made_by=alice).count() == 1
    assert fresh(after).accepted


def test_accepting_twice_writes_once(signed_in: SignedIn, alice: User, without_loop: Requisition) -> None:
    client = signed_in(alice)
    client.post(address("accept", without_loop), {"token": fresh(without_loop).token})
    again = client.post(address("accept", without_loop), {"token": fresh(without_loop).token}, follow=True)
    assert "already" in said(again)
    assert Review.objects.filter(occasion="Interview plan accepted").count() == 1


def test_accepting_is_undone_by_one_click(signed_in: SignedIn, alice: User, without_loop: Requisition) -> None:
    client = signed_in(alice)
    Requisition.objects.filter(pk=without_loop.pk).update(
        loop_days=None, unsure=["loop_days"], decision_hours=None, unparsed={"decision_hours": "soon"}
    )
    before = document_of(Requisition.objects.get(pk=without_loop.pk))
    page = client.post(address("accept", without_loop), {"token": fresh(without_loop).token}, follow=True)
    assert "Undo accepting" in page.content.decode()
    assert f'action="{address("take_back", without_loop)}"' in page.content.decode().split("<dialog")[1]
    page = client.post(address("take_back", without_loop), follow=True)
    after = Requisition.objects.get(pk=without_loop.pk)
    assert "as it was" in said(page) and "Undo accepting" not in page.content.decode()
    assert document_of(after) == before
    assert after.unsure == ["loop_days"] and after.unparsed == {"decision_hours": "soon"}
    assert after.revision == without_loop.revision + 2
    assert Review.objects.filter(requisition=after, occasion__endswith="taken back", made_by=alice).count() == 1
    again = client.post(address("take_back", without_loop), follow=True)
    assert "no accepted plan" in said(again)


def test_accepting_is_not_undone_over_what_somebody_changed_since(
    signed_in: SignedIn, alice: User, without_loop: Requisition
) -> None:
    client = signed_in(alice)
    Requisition.objects.filter(pk=without_loop.pk).update(decision_hours=None)
    client.post(address("accept", without_loop), {"token": fresh(without_loop).token})
    Requisition.objects.filter(pk=without_loop.pk).update(decision_hours=7)
    before = document_of(Requisition.objects.get(pk=without_loop.pk))
    page = client.post(address("take_back", without_loop), follow=True)
    assert "Not taken back" in said(page) and "changed since" in said(page)
    assert document_of(Requisition.objects.get(pk=without_loop.pk)) == before
    assert "Undo accepting" not in page.content.decode()


def test_accepting_again_after_a_change_of_the_plan_is_undone_to_the_first(
    signed_in: SignedIn, alice: User, without_loop: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    client.post(address("accept", without_loop), {"token": fresh(without_loop).token})
    first = document_of(Requisition.objects.get(pk=without_loop.pk))
    act(client, without_loop, "remove:1")
    client.post(address("accept", without_loop), {"token": fresh(without_loop).token})
    assert document_of(Requisition.objects.get(pk=without_loop.pk)) != first
    client.post(address("take_back", without_loop))
    assert document_of(Requisition.objects.get(pk=without_loop.pk)) == first


def test_accepting_a_plan_made_for_other_answers_is_refused(
    signed_in: SignedIn, alice: User, without_loop: Requisition
) -> None:
    token = fresh(without_loop).token
    Requisition.objects.filter(pk=without_loop.pk).update(revision=7, level="principal")
    response = signed_in(alice).post(address("accept", without_loop), {"token": token}, follow=True)
    assert "Accepted" not in said(response)
    assert document_of(Requisition.objects.get(pk=without_loop.pk)).process.stages == ()


def test_a_change_is_kept_as_draft_and_leaves_the_requisition_alone(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act
) -> None:
    before = document_of(requisition)
    response = act(signed_in(alice), requisition, "remove:4")
    assert "Raises M08-T2" in said(response)
    assert document_of(Requisition.objects.get(pk=requisition.pk)) == before
    assert [session.key for session in fresh(requisition).sessions] == [1, 2, 3, 5, 6]
    assert "A draft: the requisition does not hold it yet" in response.content.decode()


def test_a_change_on_an_older_plan_is_refused(
    signed_in: SignedIn, alice: User, rita: User, requisition: Requisition, act: Act
) -> None:
    token = fresh(requisition).token
    act(signed_in(rita), requisition, "remove:6", token=token)
    response = act(signed_in(alice), requisition, "remove:5", token=token)
    assert "Somebody changed this plan meanwhile" in said(response)
    assert [session.key for session in fresh(requisition).sessions] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "do", ["", "dance:1", "later", "later:x", "later:99", "swap:2", "use:1:999", "add:999", "remove:" + "9" * 40]
)
def test_buttons_that_do_not_fit_change_nothing_and_say_so(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act, do: str
) -> None:
    response = act(signed_in(alice), requisition, do)
    assert response.status_code == 200
    assert said(response)
    assert not PlanDraft.objects.exists()


def test_undo_takes_a_change_back_and_brings_it_again(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    before = fresh(requisition).sessions
    act(client, requisition, "remove:2")
    client.post(address("undo", requisition), {"token": fresh(requisition).token})
    assert fresh(requisition).sessions == before
    client.post(address("undo", requisition), {"token": fresh(requisition).token})
    assert len(fresh(requisition).sessions) == len(before) - 1


def test_undo_takes_back_ones_own_change_only(
    signed_in: SignedIn, alice: User, rita: User, requisition: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    response = act(client, requisition, "remove:2")
    undo = next(message.extra_tags for message in response.context["messages"])
    act(signed_in(rita), requisition, "remove:6")
    assert "Somebody changed this plan" in said(client.post(undo, follow=True))
    assert [session.key for session in fresh(requisition).sessions] == [1, 3, 4, 5]


def test_swapping_takes_one_of_the_alternatives_and_nothing_else(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    page = client.get(address("interviews", requisition)).context["page"]
    choice = page.sessions[1].swaps[0]
    act(client, requisition, "swap:2", **{"to-2": choice.value})
    stage = fresh(requisition).sessions[1].stage
    assert stage.scenario == choice.value
    assert [s.stage for s in fresh(requisition).sessions if s.key != 2] == [
        row.session.stage for row in page.sessions if row.session.key != 2
    ]
    assert "Choose what" in said(act(client, requisition, "swap:2", **{"to-2": "S99"}))


def test_making_one_session_anew_keeps_edits_elsewhere(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    fields = {"type": "hm_screen", "minutes": "50", "day": "1", "purpose": "My own words", "panel": "hiring_manager"}
    client.post(address("edit_session", requisition, 1), {**fields, "token": fresh(requisition).token})
    edited = fresh(requisition).sessions[0]
    act(client, requisition, "swap:2", **{"to-2": "S11"})
    act(client, requisition, "regenerate:2")
    assert fresh(requisition).sessions[0] == edited
    assert edited.purpose == "My own words"
    assert edited.stage.minutes == 50


def test_generating_anew_with_and_without_a_take_home(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    for choice, expected in (("takehome", True), ("live", False)):
        act(client, requisition, f"generate:{choice}")
        types = [session.stage.type for session in fresh(requisition).sessions]
        assert ("take_home" in types) is expected


def test_the_requisitions_loop_can_be_taken_up_again(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    act(client, requisition, "remove:2")
    act(client, requisition, "adopt")
    assert fresh(requisition).accepted


def test_a_part_of_the_generated_plan_can_be_taken_over(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    act(client, requisition, "generate:live")
    act(client, requisition, "remove:2")
    missing = [row for row in client.get(address("compare", requisition)).context["rows"] if not row.here]
    assert len(missing) == 1
    act(client, requisition, missing[0].take)
    page = client.get(address("compare", requisition))
    assert page.context["same"]
    assert "Both are the same" in page.content.decode()


def test_an_edited_session_asks_what_was_chosen(signed_in: SignedIn, alice: User, requisition: Requisition) -> None:
    fields = {"type": "partner_interview", "minutes": "45", "own_questions": "on", "questions": ["Q22", "Q30"]}
    client = signed_in(alice)
    token = fresh(requisition).token
    client.post(address("edit_session", requisition, 4), {**fields, "day": "4", "token": token})
    planned = next(
        planned
        for planned, session in zip(fresh(requisition).plan.sessions, fresh(requisition).sessions, strict=True)
        if session.key == 4
    )
    assert planned.questions == ("Q22", "Q30")


def test_what_the_form_does_not_offer_stays(signed_in: SignedIn, alice: User, requisition: Requisition) -> None:
    session = fresh(requisition).sessions[1]
    form = signed_in(alice).get(address("edit_session", requisition, 2)).context["form"]
    fields = {name: form.initial[name] for name in ("type", "minutes", "day", "panel", "tags", "scenario")}
    fields["competencies"] = form.initial["competencies"]
    token = fresh(requisition).token
    signed_in(alice).post(address("edit_session", requisition, 2), {**fields, "token": token})
    again = next(each for each in fresh(requisition).sessions if each.key == 2)
    assert set(again.stage.competencies) == set(session.stage.competencies)
    assert again.stage.model_copy(update={"competencies": ()}) == session.stage.model_copy(update={"competencies": ()})


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("minutes", "0", "at least 5 minutes"),
        ("minutes", "", "how many minutes"),
        ("minutes", "ten", "whole minutes"),
        ("minutes", "9999999999", "at most 480"),
        ("day", "0", "count from 1"),
        ("day", "99", "by day 30"),
        ("type", "séance", "one of the kinds"),
        ("panel", "cat", "cat"),
        ("scenario", "x" * 101, "100 characters"),
        ("purpose", "x" * 301, "300 characters"),
        ("scenario", "a\x00b", "Null characters"),
    ],
)
def test_bad_input_is_said_beside_its_field_and_kept(
    signed_in: SignedIn, alice: User, requisition: Requisition, field: str, value: str, words: str
) -> None:
    fields = {"type": "exec_chat", "minutes": "30", "day": "2", "purpose": "kept", field: value}
    response = signed_in(alice).post(address("add_session", requisition), {**fields, "token": fresh(requisition).token})
    assert response.status_code == 422
    assert words in " ".join(response.context["form"].errors[field])
    assert field == "purpose" or 'value="kept"' in response.content.decode()
    assert not PlanDraft.objects.exists()


def test_what_was_typed_stays_when_somebody_was_faster(
    signed_in: SignedIn, alice: User, rita: User, requisition: Requisition, act: Act
) -> None:
    token = fresh(requisition).token
    act(signed_in(rita), requisition, "remove:6", token=token)
    client = signed_in(alice)
    fields = {"type": "exec_chat", "minutes": "31", "purpose": "mine"}
    response = client.post(address("add_session", requisition), {**fields, "token": token})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="31"' in page
    assert "still here" in page
    assert (
        client.post(
            address("add_session", requisition), {**fields, "token": response.context["working"].token}
        ).status_code
        == 302
    )
    assert fresh(requisition).sessions[-1].purpose == "mine"


def test_a_session_that_is_gone_is_not_found(signed_in: SignedIn, alice: User, requisition: Requisition) -> None:
    assert signed_in(alice).get(address("edit_session", requisition, 77)).status_code == 404


def test_names_are_kept_beside_the_document_with_who_wrote_them(
    signed_in: SignedIn, alice: User, requisition: Requisition
) -> None:
    before = document_of(requisition)
    client = signed_in(alice)
    client.post(
        address("panel", requisition),
        {"person-hiring_manager": "  Priya \x00 Raman ", "backup-hiring_manager": "Joel", "person-nobody": "x"},
    )
    seat = PanelSeat.objects.get()
    assert (seat.person, seat.backup) == ("Priya Raman", "Joel")
    assert seat.history.first().history_user == alice
    assert document_of(Requisition.objects.get(pk=requisition.pk)) == before
    assert "Priya Raman" in client.get(address("interviews", requisition)).content.decode()
    client.post(address("panel", requisition), {"person-hiring_manager": "Priya Raman"})
    assert PanelSeat.objects.get().backup == "Joel"


def test_gaps_and_overlaps_are_said_in_words(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    page = act(client, requisition, "remove:2").content.decode()
    assert "Why there is a gap" in page
    rows = {row.name: row.word for row in client.get(address("interviews", requisition)).context["page"].matrix}
    assert "Gap" in rows.values()
    assert "covered" in rows.values()


def test_three_sessions_on_one_thing_are_an_overlap(signed_in: SignedIn, alice: User, requisition: Requisition) -> None:
    client = signed_in(alice)
    for _ in range(2):
        fields = {"type": "partner_interview", "minutes": "30", "day": "4", "tags": ["collaboration", "anchored"]}
        client.post(address("add_session", requisition), {**fields, "token": fresh(requisition).token})
    rows = client.get(address("interviews", requisition)).context["page"].matrix
    assert [row.word for row in rows if row.name == "Collaboration"] == ["3 times"]


def test_the_cost_counts_panel_debrief_and_people(signed_in: SignedIn, alice: User, requisition: Requisition) -> None:
    client = signed_in(alice)
    client.post(address("week", requisition), {"opens": "10:00", "closes": "17:00", "people": "2"})
    page = client.get(address("interviews", requisition)).context["page"]
    plan = working_plan(requisition).plan
    seats = {role for session in plan.sessions for role in session.stage.panel}
    each = plan.panel_minutes + 30 * len(seats)
    stats = {stat.label: stat.figure for stat in page.stats}
    hours, minutes = divmod(2 * each + 60, 60)
    assert stats["Time for one hire"] == (f"{hours} h {minutes:02}" if minutes else f"{hours} h")
    assert stats["Time asked of each person"] == "4 h 45"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("starts_on", "soon", "as a date"),
        ("time_zone", "Mars/Olympus", "Europe/Berlin"),
        ("closes", "08:00", "after it starts"),
        ("opens", "", "first session starts"),
        ("closed_days", "2026-12-25 Xmas", "“Xmas” is not a date"),
        ("closed_days", " ".join(["2026-12-25"] * 101), "At most 100"),
        ("people", "0", "At least one"),
        ("contact", "x" * 201, "200"),
    ],
)
def test_a_bad_week_is_said_beside_its_field_and_not_saved(
    signed_in: SignedIn, alice: User, requisition: Requisition, field: str, value: str, words: str
) -> None:
    fields = {
        "starts_on": "2026-11-30", "time_zone": "Europe/Berlin", "opens": "10:00", "closes": "17:00", "people": "4",
    }  # fmt: skip
    response = signed_in(alice).post(address("week", requisition), {**fields, field: value})
    assert response.status_code == 422
    assert words in " ".join(response.context["form"].errors[field])
    assert not PlanDraft.objects.exists()


def test_a_date_needs_a_zone(signed_in: SignedIn, alice: User, requisition: Requisition) -> None:
    fields = {"starts_on": "2026-11-30", "opens": "10:00", "closes": "17:00", "people": "4"}
    response = signed_in(alice).post(address("week", requisition), fields)
    assert "time_zone" in response.context["form"].errors


def test_dates_show_in_the_week_and_survive_a_change(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act
) -> None:
    client = signed_in(alice)
    fields = {
        "starts_on": "2026-12-23", "time_zone": "Europe/Berlin", "opens": "09:30", "closes": "17:00", "people": "4",
        "closed_days": "2026-12-24\n2026-12-25",
    }  # fmt: skip
    client.post(address("week", requisition), fields)
    page = act(client, requisition, "later:4").content.decode()
    assert "Wed 23 Dec" in page
    assert "Mon 28 Dec" in page
    assert "Fri 25 Dec" not in page
    assert "09:30–10:30" in page


def test_hours_that_do_not_fit_and_dates_that_cannot_be_are_said(
    signed_in: SignedIn, alice: User, requisition: Requisition
) -> None:
    client = signed_in(alice)
    fields = {
        "starts_on": "9999-12-31", "time_zone": "UTC", "opens": "10:00", "closes": "10:30", "people": "4",
    }  # fmt: skip
    client.post(address("week", requisition), fields)
    page = client.get(address("interviews", requisition)).content.decode()
    assert "does not fit into the working day" in page
    assert "give another start date" in page


def test_texts_are_escaped(signed_in: SignedIn, alice: User, requisition: Requisition) -> None:
    client = signed_in(alice)
    fields = {"type": "exec_chat", "minutes": "30", "scenario": "<script>x", "purpose": "<b>bold", "day": "1"}
    client.post(address("add_session", requisition), {**fields, "token": fresh(requisition).token})
    client.post(address("panel", requisition), {"person-hiring_manager": "<i>me"})
    for page in ("interviews", "compare", "kits", "preparation", "debrief"):
        text = client.get(address(page, requisition)).content.decode()
        assert "<script>x" not in text
        assert "<b>bold" not in text
        assert "<i>me" not in text


@pytest.mark.parametrize("where", ["interviews", "compare"])
def test_a_pinned_number_of_queries_however_long_the_loop(
    signed_in: SignedIn, alice: User, requisition: Requisition, act: Act, where: str
) -> None:
    client = signed_in(alice)
    act(client, requisition, "generate:live")
    client.get(address(where, requisition))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(address(where, requisition))
        counts.append(len(queries))
        for _ in range(3):
            fields = {"type": "exec_chat", "minutes": "30", "day": "5"}
            client.post(address("add_session", requisition), {**fields, "token": fresh(requisition).token})
    assert counts[0] == counts[1]
    assert counts[0] == {"interviews": 11, "compare": 8}[where]
