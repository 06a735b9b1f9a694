"""Saving never fails, never loses what was typed, and never overwrites somebody else unseen."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from hiring.assemble import document_of, document_parts
from hiring.forms.answer import Answer
from hiring.forms.reading import read
from hiring.models import Requisition
from hiring.questions import question_at
from hiring.saving import SaveResult, part_digest, save_answers, stored_answer
from hiring.starting import start_blank


@pytest.fixture
def requisition(alice: User, bob: User) -> Requisition:
    """Alice's, shared with Bob; the level is known."""
    made = start_blank(alice, title="MLOps Engineer")
    made.shared_with.add(bob)
    _save(made, alice, level="senior")
    made.refresh_from_db()
    return made


def _save(requisition: Requisition, user: User, base: int | None = None, **typed: Any) -> SaveResult:
    """Save what was typed into step 1."""
    answers = {name: read(question_at(f"/role/{name}"), raw).answer for name, raw in typed.items()}
    revision = requisition.revision if base is None else base
    return save_answers(requisition, user, "role", answers, revision)


def _lines(requisition: Requisition) -> int:
    return requisition.history.count()  # type: ignore[attr-defined, no-any-return]


def test_a_save_is_one_revision_and_one_line_of_history(requisition: Requisition, alice: User) -> None:
    lines = _lines(requisition)
    result = _save(requisition, alice, title="ML Platform Engineer", headcount="1,200")
    assert set(result.saved) == {"title", "headcount"}
    assert result.requisition.revision == requisition.revision + 1
    assert _lines(requisition) == lines + 1
    requisition.refresh_from_db()
    assert (requisition.title, requisition.headcount) == ("ML Platform Engineer", 1200)
    assert requisition.history.first().history_user == alice  # type: ignore[attr-defined]


def test_a_save_that_changes_nothing_writes_nothing(requisition: Requisition, alice: User) -> None:
    lines = _lines(requisition)
    result = _save(requisition, alice, title="MLOps Engineer", level="senior", headcount="")
    assert (result.saved, result.reviewed) == ((), None)
    assert result.requisition.revision == requisition.revision
    assert _lines(requisition) == lines


def test_the_verdict_follows_the_save(requisition: Requisition, alice: User) -> None:
    before = requisition.worst_flags
    result = _save(requisition, alice, title="DevOps Engineer")
    requisition.refresh_from_db()
    assert requisition.worst_flags != before
    assert result.reviewed is not None
    assert requisition.verdict == result.reviewed.report.verdict.value


def test_what_cannot_be_read_is_kept_as_typed_and_null_in_the_document(requisition: Requisition, alice: User) -> None:
    _save(requisition, alice, headcount="about a dozen dozens")
    requisition.refresh_from_db()
    assert requisition.headcount is None
    assert requisition.unparsed == {"headcount": "about a dozen dozens"}
    _save(requisition, alice, headcount="144")
    requisition.refresh_from_db()
    assert (requisition.headcount, requisition.unparsed) == (144, {})


def test_not_sure_is_kept_apart_from_no_answer(requisition: Requisition, alice: User) -> None:
    _save(requisition, alice, company_stage="unsure")
    requisition.refresh_from_db()
    assert (requisition.company_stage, requisition.unsure) == (None, ["company_stage"])
    assert document_of(requisition).role.company_stage is None
    _save(requisition, alice, company_stage="seed")
    requisition.refresh_from_db()
    assert (requisition.company_stage, requisition.unsure) == ("seed", [])


def test_clearing_an_answer_makes_it_null(requisition: Requisition, alice: User) -> None:
    _save(requisition, alice, title="", level="")
    requisition.refresh_from_db()
    assert (requisition.title, requisition.level) == (None, None)


def test_a_minimum_above_the_maximum_is_saved(requisition: Requisition, alice: User) -> None:
    answers = {"base_min": Answer(Decimal(200_000)), "base_max": Answer(Decimal(150_000))}
    assert save_answers(requisition, alice, "pay", answers, requisition.revision).saved == ("base_min", "base_max")
    requisition.refresh_from_db()
    assert (requisition.base_min, requisition.base_max) == (200_000, 150_000)


def test_answers_untouched_in_an_old_form_do_not_take_back_what_others_changed(
    requisition: Requisition, alice: User, bob: User
) -> None:
    opened = requisition.revision
    _save(requisition, bob, level="staff")
    result = _save(requisition, alice, opened, title="Platform Engineer", level="senior")
    requisition.refresh_from_db()
    assert (requisition.title, requisition.level) == ("Platform Engineer", "staff")
    assert (result.conflicts, dict(result.behind)) == ((), {"level": opened})


def test_the_same_answer_changed_on_both_sides_waits_for_a_choice(
    requisition: Requisition, alice: User, bob: User
) -> None:
    opened = requisition.revision
    _save(requisition, bob, title="Bob's title")
    result = _save(requisition, alice, opened, title="Alice's title", headcount="50")
    requisition.refresh_from_db()
    assert (requisition.title, requisition.headcount) == ("Bob's title", 50)
    (conflict,) = result.conflicts
    assert (conflict.mine.value, conflict.theirs.value) == ("Alice's title", "Bob's title")
    assert (conflict.by, conflict.at is not None) == (bob, True)
    assert dict(result.behind) == {"title": opened}


def test_a_conflict_names_who_gave_the_stored_answer_not_who_saved_last(
    requisition: Requisition, alice: User, bob: User, dora: User
) -> None:
    opened = requisition.revision
    _save(requisition, bob, title="Bob's title")
    requisition.refresh_from_db()
    _save(requisition, dora, headcount="9")
    assert _save(requisition, alice, opened, title="Alice's title").conflicts[0].by == bob


def test_two_people_who_give_the_same_answer_are_not_in_conflict(
    requisition: Requisition, alice: User, bob: User
) -> None:
    opened = requisition.revision
    _save(requisition, bob, title="Same")
    result = _save(requisition, alice, opened, title="Same")
    assert (result.saved, result.conflicts, dict(result.behind)) == ((), (), {})


def test_a_conflict_stays_until_chosen_and_then_my_answer_is_saved(
    requisition: Requisition, alice: User, bob: User
) -> None:
    opened = requisition.revision
    _save(requisition, bob, title="Bob's title")
    answers = {"title": Answer("Alice's title")}
    first = save_answers(requisition, alice, "role", answers, opened)
    now = first.requisition.revision
    again = save_answers(requisition, alice, "role", answers, now, behind=first.behind)
    assert len(again.conflicts) == 1
    chosen = save_answers(requisition, alice, "role", answers, now, behind={"title": now})
    assert chosen.saved == ("title",)


def test_what_somebody_typed_unreadably_is_not_overwritten_either(
    requisition: Requisition, alice: User, bob: User
) -> None:
    opened = requisition.revision
    _save(requisition, bob, headcount="a few hundred")
    result = _save(requisition, alice, opened, headcount="300")
    assert result.conflicts[0].theirs.typed == "a few hundred"
    requisition.refresh_from_db()
    assert requisition.unparsed == {"headcount": "a few hundred"}


def test_an_unknown_revision_overwrites_nothing(requisition: Requisition, alice: User) -> None:
    result = _save(requisition, alice, -1, title="Something else", level="senior")
    assert [conflict.question.field for conflict in result.conflicts] == ["title"]
    requisition.refresh_from_db()
    assert requisition.title == "MLOps Engineer"


def test_lists_are_compared_as_a_whole(requisition: Requisition, alice: User, bob: User) -> None:
    _save(requisition, alice, locations=[{"country": "US", "region": "TX", "metro": ""}])
    requisition.refresh_from_db()
    opened = requisition.revision
    _save(requisition, bob, locations=[{"country": "DE", "region": "", "metro": ""}])
    result = _save(requisition, alice, opened, locations=[{"country": "US", "region": "CA", "metro": ""}])
    assert result.conflicts[0].theirs.value == [{"country": "DE", "region": None, "metro": None}]
    unchanged = _save(requisition, alice, opened, locations=[{"country": "us", "region": "Texas", "metro": ""}])
    assert (unchanged.saved, unchanged.conflicts) == ((), ())


STAGE = {
    "type": "live_debug",
    "minutes": 60,
    "day": None,
    "panel": [],
    "tags": [],
    "scenario": None,
    "competencies": [],
}
TALK = STAGE | {"type": "hm_screen", "minutes": 45}


def _save_stages(requisition: Requisition, user: User, shown: list[Any], stages: list[Any]) -> SaveResult:
    return save_answers(
        requisition,
        user,
        "process",
        {"stages": Answer(stages)},
        requisition.revision,
        parts_shown={"stages": part_digest(shown)},
    )


def test_stages_are_saved_with_the_rest(requisition: Requisition, alice: User) -> None:
    assert _save_stages(requisition, alice, [], [STAGE]).saved == ("stages",)
    assert document_parts()["process.stages"].read(requisition) == [STAGE]
    requisition.refresh_from_db()
    assert _save_stages(requisition, alice, [STAGE], [STAGE]).saved == ()


def test_stages_changed_on_both_sides_wait_for_a_choice(requisition: Requisition, alice: User, bob: User) -> None:
    _save_stages(requisition, alice, [], [STAGE])
    _save_stages(requisition, bob, [STAGE], [STAGE, TALK])
    result = _save_stages(requisition, alice, [STAGE], [TALK])
    assert [conflict.question.field for conflict in result.conflicts] == ["stages"]
    assert result.conflicts[0].by == bob
    assert document_parts()["process.stages"].read(requisition) == [STAGE, TALK]
    chosen = _save_stages(requisition, alice, [STAGE, TALK], [TALK])
    assert chosen.saved == ("stages",)


def test_stages_untouched_in_an_old_form_stay_as_others_left_them(
    requisition: Requisition, alice: User, bob: User
) -> None:
    _save_stages(requisition, alice, [], [STAGE])
    _save_stages(requisition, bob, [STAGE], [TALK])
    result = _save_stages(requisition, alice, [STAGE], [STAGE])
    assert (result.conflicts, list(result.behind)) == ((), ["stages"])
    assert document_parts()["process.stages"].read(requisition) == [TALK]


@pytest.mark.parametrize(
    ("who", "section", "allowed"),
    [
        ("alice", "role", True),
        ("bob", "role", True),
        ("dora", "role", True),
        ("rita", "role", False),
        ("rita", "process", True),
        ("ada", "process", False),
        ("charlie", "role", False),
    ],
)
def test_who_may_save_which_section(
    request: pytest.FixtureRequest, requisition: Requisition, who: str, section: str, allowed: bool
) -> None:
    user: User = request.getfixturevalue(who)
    if allowed:
        save_answers(requisition, user, section, {}, requisition.revision)
    else:
        with pytest.raises(PermissionDenied):
            save_answers(requisition, user, section, {}, requisition.revision)


def test_a_field_of_another_section_is_refused(requisition: Requisition, alice: User) -> None:
    with pytest.raises(KeyError):
        save_answers(requisition, alice, "role", {"base_max": Answer(Decimal(1))}, requisition.revision)


def test_where_to_resume_is_remembered_without_a_revision(requisition: Requisition, alice: User) -> None:
    lines = _lines(requisition)
    save_answers(requisition, alice, "process", {}, requisition.revision, step="process")
    requisition.refresh_from_db()
    assert (requisition.last_step, _lines(requisition)) == ("process", lines)


TYPED = st.text(max_size=40) | st.from_regex(r"[0-9]{1,30}[.,]?[0-9]{0,6}[%k]?", fullmatch=True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    headcount=TYPED,
    title=TYPED,
    level=TYPED,
    prior_left_months=TYPED,
    job_ad=TYPED,
)
def test_saving_never_fails_over_what_was_typed(requisition: Requisition, alice: User, **typed: str) -> None:
    requisition.refresh_from_db()
    _save(requisition, alice, **typed)
    requisition.refresh_from_db()
    for name, raw in typed.items():
        question = question_at(f"/role/{name}")
        kept = stored_answer(requisition, question)
        assert kept == read(question, raw).answer
