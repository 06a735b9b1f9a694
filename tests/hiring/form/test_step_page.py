"""The guided form as people use it: with and without JavaScript, alone and with somebody else."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from hiring.assemble import document_parts
from hiring.forms.layout import GROUPS
from hiring.models import Requisition
from hiring.questions import STEPS, is_quick, question_at, questions_of, read_by

Post = Callable[..., HttpResponse]
SignedIn = Callable[[User], Client]


def _html(response: HttpResponse) -> str:
    return response.content.decode()


def test_the_steps_are_those_of_the_settings() -> None:
    assert tuple(step.slug for step in STEPS) == settings.HIRING_FORM_STEPS


def test_every_question_stands_once_on_its_steps_page() -> None:
    for section, groups in GROUPS.items():
        placed = [name for group in groups for name in group.fields]
        assert sorted(placed) == sorted(question.field for question in questions_of(section))


def test_no_heading_says_again_what_stands_around_it() -> None:
    for step in STEPS:
        titles = [group.title for group in GROUPS[step.section]]
        questions = [question.question for question in questions_of(step.section)]
        assert len({step.title, *titles, *questions}) == 1 + len(titles) + len(questions), step.title


@pytest.mark.parametrize("slug", [step.slug for step in STEPS])
def test_every_step_shows_its_questions_and_what_reads_them(
    slug: str, requisition: Requisition, alice: User, signed_in: SignedIn
) -> None:
    page = _html(signed_in(alice).get(f"/requisitions/{requisition.pk}/{slug}/"))
    for question in questions_of(next(step.section for step in STEPS if step.slug == slug)):
        assert f'id="{question.field}"' in page
        for mistake in read_by(question):
            assert mistake in page
    assert page.count("<h1") == 1


def test_read_by_comes_from_what_the_triggers_say_they_read() -> None:
    readers = read_by(question_at("/scope/must_haves"))
    assert {"M01", "M03"} <= set(readers) and list(readers) == sorted(readers)
    assert read_by(question_at("/process/ds_cost")) == ()


@pytest.mark.parametrize(
    ("who", "may_see", "may_save", "may_save_process"),
    [
        ("alice", 200, 200, 200),
        ("bob", 200, 200, 200),
        ("dora", 200, 200, 200),
        ("rita", 200, 403, 200),
        ("ada", 200, 403, 403),
        ("charlie", 404, 404, 404),
    ],
)
def test_who_sees_and_saves(
    request: pytest.FixtureRequest,
    requisition: Requisition,
    signed_in: SignedIn,
    post: Post,
    who: str,
    may_see: int,
    may_save: int,
    may_save_process: int,
) -> None:
    client = signed_in(request.getfixturevalue(who))
    assert client.get(f"/requisitions/{requisition.pk}/role/").status_code == may_see
    assert post(client, "role", live=True, title="Taken over").status_code == may_save
    assert post(client, "process", live=True, loop_days="5").status_code == may_save_process
    requisition.refresh_from_db()
    assert (requisition.title == "Taken over") is (may_save == 200)
    assert (requisition.loop_days == 5) is (may_save_process == 200)


def test_another_managers_requisition_does_not_exist_for_them(
    requisition: Requisition, bob: User, signed_in: SignedIn
) -> None:
    requisition.shared_with.clear()
    assert signed_in(bob).get(f"/requisitions/{requisition.pk}/role/").status_code == 404


def test_signing_in_comes_first(requisition: Requisition, client: Client) -> None:
    response = client.get(f"/requisitions/{requisition.pk}/role/")
    assert response.status_code == 302 and "/accounts/login/" in response["Location"]


def test_readers_see_the_answers_but_cannot_change_them(
    requisition: Requisition, rita: User, signed_in: SignedIn
) -> None:
    page = _html(signed_in(rita).get(f"/requisitions/{requisition.pk}/role/"))
    assert "Read only" in page and '<fieldset class="all form" disabled>' in page
    assert 'hx-trigger="change' not in page
    assert (
        "disabled>"
        not in _html(signed_in(rita).get(f"/requisitions/{requisition.pk}/process/")).split("all form")[1][:20]
    )


def test_an_unknown_step_is_not_found(requisition: Requisition, alice: User, signed_in: SignedIn) -> None:
    assert signed_in(alice).get(f"/requisitions/{requisition.pk}/nowhere/").status_code == 404


def test_autosave_answers_with_live_parts_and_no_field(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    page = _html(post(signed_in(alice), "role", live=True, title="DevOps Engineer", headcount="many"))
    assert 'id="rail"' in page and 'id="readiness-body"' in page and 'id="saved"' in page
    assert 'id="said-title"' in page and "Enter a number of people" in page
    assert not re.search(r'<(textarea|select|input(?! type="hidden"))', page)
    requisition.refresh_from_db()
    assert requisition.title == "DevOps Engineer"
    assert f'name="base" value="{requisition.revision}"' in page


def test_without_javascript_a_button_saves_and_goes_on(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    assert post(client, "role", title="A", do="go:ml-today")["Location"] == f"/requisitions/{requisition.pk}/ml-today/"
    assert post(client, "role", title="B", do="go:report")["Location"] == f"/requisitions/{requisition.pk}/"
    assert post(client, "role", title="C", do="save")["Location"] == f"/requisitions/{requisition.pk}/role/"
    requisition.refresh_from_db()
    assert (requisition.title, requisition.last_step) == ("C", "role")


def test_input_that_cannot_be_read_comes_back_as_typed(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    post(client, "pay", base_min="a lot & more", do="save")
    page = _html(client.get(f"/requisitions/{requisition.pk}/pay/"))
    assert 'value="a lot &amp; more"' in page and "such as 165,000" in page


def test_rows_are_added_moved_and_removed_by_plain_buttons(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    two = {
        "duties__rows": "2",
        "duties-0-text": "Build",
        "duties-0-percent": "30",
        "duties-1-text": "Run",
        "duties-1-percent": "90",
    }
    added = post(client, "scope", **two, do="add:duties")
    assert added["Location"].endswith("?add=duties#duties")
    assert 'name="duties-2-text"' in _html(client.get(added["Location"].split("#")[0]))
    post(client, "scope", **two, do="up:duties:1")
    requisition.refresh_from_db()
    assert [duty["text"] for duty in requisition.duties] == ["Run", "Build"]
    post(client, "scope", **two, do="scale:duties")
    requisition.refresh_from_db()
    assert [duty["percent"] for duty in requisition.duties] == [25, 75]
    post(client, "scope", **two, do="remove:duties:0")
    requisition.refresh_from_db()
    assert [duty["text"] for duty in requisition.duties] == ["Run"]


def test_requirements_are_added_in_words_and_marked_where_unknown(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    typed = {"must_haves__rows": "0", "add-must_haves": "AWS or GCP, 3 years of Snorkel, React"}
    post(client, "scope", **typed, do="add:must_haves")
    requisition.refresh_from_db()
    assert [slot["any_of"] for slot in requisition.must_haves] == [["aws", "gcp"], ["Snorkel"], ["frontend"]]
    page = _html(client.get(f"/requisitions/{requisition.pk}/scope/"))
    assert "AWS or Google Cloud" in page
    assert "Not recognised: it counts, but is not judged" in page
    assert "Belongs to another job" in page


def test_a_requirement_half_typed_is_not_added_by_autosave(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    post(signed_in(alice), "scope", live=True, **{"must_haves__rows": "0", "add-must_haves": "Kube"})
    requisition.refresh_from_db()
    assert requisition.must_haves == []


def test_suggestions_count_only_once_accepted(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    page = _html(client.get(f"/requisitions/{requisition.pk}/process/"))
    assert "Suggested: 48 hours" in page
    requisition.refresh_from_db()
    assert requisition.decision_hours is None
    post(client, "process", decision_hours="", loop_days="3", do="use:decision_hours")
    post(client, "process", paused_days="", loop_days="3", decision_hours="24", do="use:all")
    requisition.refresh_from_db()
    assert (requisition.decision_hours, requisition.loop_days, requisition.paused_days) == (24, 3, 0)


def test_quick_mode_asks_only_what_the_verdict_waits_for(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    post(client, "role", title="MLOps Engineer", do="quick")
    page = _html(client.get(f"/requisitions/{requisition.pk}/role/"))
    for question in questions_of("role"):
        assert (f'id="{question.field}"' in page) is is_quick(question)


def test_questions_that_quick_mode_hides_keep_their_answers(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    post(client, "role", title="MLOps Engineer", headcount="40", do="quick")
    post(client, "role", title="MLOps", do="save")
    requisition.refresh_from_db()
    assert (requisition.headcount, requisition.title) == (40, "MLOps")


def test_two_people_at_once_the_second_sees_both_answers_and_chooses(
    requisition: Requisition, alice: User, bob: User, signed_in: SignedIn, post: Post
) -> None:
    opened = str(requisition.revision)
    post(signed_in(bob), "role", live=True, title="Bob's title")
    page = _html(post(signed_in(alice), "role", live=True, base=opened, title="Alice's title", headcount="7"))
    assert "Changed by two people" in page and "Bob&#x27;s title" in page and "Alice&#x27;s title" in page
    assert f"title:{opened}" in page
    requisition.refresh_from_db()
    assert (requisition.title, requisition.headcount) == ("Bob's title", 7)

    token = re.search(r'value="(mine:title:\d+)"', page)
    assert token is not None
    base = f"{requisition.revision} title:{opened}"
    post(signed_in(alice), "role", base=base, title="Alice's title", do=token[1])
    requisition.refresh_from_db()
    assert requisition.title == "Alice's title"


def test_taking_the_stored_answer_drops_mine(
    requisition: Requisition, alice: User, bob: User, signed_in: SignedIn, post: Post
) -> None:
    opened = str(requisition.revision)
    post(signed_in(bob), "role", live=True, title="Bob's title")
    response = post(signed_in(alice), "role", base=opened, title="Alice's title", do="theirs:title")
    assert response.status_code == 302
    requisition.refresh_from_db()
    assert requisition.title == "Bob's title"


def test_without_javascript_a_conflict_keeps_what_was_typed_on_the_page(
    requisition: Requisition, alice: User, bob: User, signed_in: SignedIn, post: Post
) -> None:
    opened = str(requisition.revision)
    post(signed_in(bob), "role", live=True, title="Bob's title")
    page = _html(post(signed_in(alice), "role", base=opened, title="Alice's title", do="go:pay"))
    assert 'name="title" value="Alice&#x27;s title"' in page and "Keep mine" in page


def test_the_panel_offers_fixes_of_this_step_and_names_the_others(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    post(client, "role", level="mid", do="save")
    typed = {
        "must_haves__rows": "0",
        "add-must_haves": "Python, Terraform, React, Kubernetes, Docker, Helm, AWS, Spark",
    }
    post(client, "scope", **typed, do="add:must_haves")
    page = _html(client.get(f"/requisitions/{requisition.pk}/scope/"))
    assert re.search(rf'action="/requisitions/{requisition.pk}/fixes/M\d\d-T\d+/apply/"', page)
    assert "Other steps:" in page


def test_a_preset_fills_what_is_empty_and_can_be_taken_back(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    post(client, "role", level="senior", do="save")
    post(client, "scope", first_projects="Our own project", do="save")
    post(client, "scope", archetype="balanced", do="fill")
    requisition.refresh_from_db()
    stages = document_parts()["process.stages"]
    assert requisition.first_projects == ["Our own project"]
    assert requisition.infra_pct == 50 and len(requisition.duties) > 4 and len(stages.read(requisition)) > 2
    client.post(f"/requisitions/{requisition.pk}/fill/undo/")
    requisition.refresh_from_db()
    assert (requisition.infra_pct, requisition.duties, stages.read(requisition)) == (None, [], [])
    assert (requisition.archetype, requisition.first_projects) == ("balanced", ["Our own project"])


def test_taking_a_preset_back_leaves_alone_what_changed_since(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    post(client, "role", level="senior", do="save")
    post(client, "scope", archetype="balanced", do="fill")
    post(client, "scope", infra_pct="60", do="save")
    response = client.post(f"/requisitions/{requisition.pk}/fill/undo/", follow=True)
    assert "Left alone, because they changed since: infrastructure share" in _html(response)
    requisition.refresh_from_db()
    assert (requisition.infra_pct, requisition.duties) == (60, [])


def test_replacing_by_a_preset_has_to_be_asked_for(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    post(client, "role", level="senior", do="save")
    post(client, "scope", first_projects="Ours", archetype="balanced", do="fill", **{"fill-over": "1"})
    requisition.refresh_from_db()
    assert len(requisition.first_projects) == 3
    client.post(f"/requisitions/{requisition.pk}/fill/undo/")
    requisition.refresh_from_db()
    assert requisition.first_projects == ["Ours"]


def test_a_preset_needs_level_and_job(requisition: Requisition, alice: User, signed_in: SignedIn, post: Post) -> None:
    client = signed_in(alice)
    response = post(client, "scope", archetype="balanced", do="fill")
    assert "Choose a level in step 1 first" in _html(client.get(response["Location"]))


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"asked": "title", "base": "-1"},
        {"asked": "nothing base_max", "base": "x title:y"},
        {"asked": "locations", "locations-rows": "999999999"},
        {"asked": "title locations", "title": "x\x00y", "locations-rows": "-1", "do": "remove:locations:-1"},
        {"asked": "title", "do": "mine:title:zzz", "base": "0"},
        {"asked": "title", "do": ":::", "base": "0"},
        {"asked": "level", "do": "use:level", "base": "0"},
    ],
)
@pytest.mark.parametrize("live", [True, False])
def test_nonsense_never_breaks_the_form(
    requisition: Requisition, alice: User, signed_in: SignedIn, data: dict[str, Any], live: bool
) -> None:
    headers = {"HX-Request": "true"} if live else {}
    response = signed_in(alice).post(f"/requisitions/{requisition.pk}/role/", data, headers=headers)
    assert response.status_code in (200, 302)


def test_answers_are_escaped(requisition: Requisition, alice: User, signed_in: SignedIn, post: Post) -> None:
    client = signed_in(alice)
    post(client, "role", title="<script>alert(1)</script>", do="save")
    post(client, "scope", **{"must_haves__rows": "0", "add-must_haves": "<b>bold</b>"}, do="add:must_haves")
    for slug in ("role", "scope"):
        page = _html(client.get(f"/requisitions/{requisition.pk}/{slug}/"))
        assert "<script>alert" not in page and "<b>bold" not in page


@pytest.mark.parametrize("slug", ["role", "scope", "process"])
def test_a_page_asks_the_database_a_fixed_number_of_times(
    requisition: Requisition, alice: User, signed_in: SignedIn, django_assert_num_queries: Any, slug: str
) -> None:
    client = signed_in(alice)
    client.get(f"/requisitions/{requisition.pk}/{slug}/")
    # Session, person, one for roles and permissions; requisition, stages, market sources, waivers.
    with django_assert_num_queries(7):
        client.get(f"/requisitions/{requisition.pk}/{slug}/")


def test_an_autosave_asks_the_database_a_fixed_number_of_times(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post, django_assert_num_queries: Any
) -> None:
    client = signed_in(alice)
    post(client, "role", live=True, title="One", headcount="3")
    # Session, person, one for roles and permissions; then within the transaction (2): the locked requisition where
    # they may see it, its update, its line of history (3, with whom it is shared with), stages, market sources,
    # waivers. One more is the test's own.
    with django_assert_num_queries(14):
        post(client, "role", live=True, title="Two", headcount="3")
    # Nothing changed: the same up to the locked requisition.
    with django_assert_num_queries(7):
        post(client, "role", live=True, title="Two", headcount="3")


def test_accepting_all_suggestions_leaves_lists_zeros_and_what_is_typed_alone(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    typed = {"managers": "", "decision_forum": "committee", "handoffs__rows": "0"}
    post(client, "organisation", **typed, do="use:all")
    post(client, "process", paused_days="", seats="two or three", loop_days="0", do="use:all")
    requisition.refresh_from_db()
    assert (requisition.managers, requisition.decision_forum, requisition.handoffs) == (1, "committee", [])
    assert (requisition.paused_days, requisition.loop_days, requisition.seats) == (0, 0, None)
    assert requisition.unparsed == {"seats": "two or three"}


def test_hand_offs_and_the_usual_loop_are_suggested(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    post(client, "organisation", handoffs__rows="0", do="use:handoffs")
    post(client, "role", level="mid", do="save")
    post(client, "scope", archetype="balanced", do="save")
    assert "Suggested: Hiring-manager talk, 45 min, day 1" in _html(
        client.get(f"/requisitions/{requisition.pk}/process/")
    )
    post(client, "process", stages__rows="0", do="use:stages")
    requisition.refresh_from_db()
    assert len(requisition.handoffs) == 8
    assert len(document_parts()["process.stages"].read(requisition)) > 2
