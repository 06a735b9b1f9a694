"""The stages of a requisition between rows and document."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from assessments.loops import stages_for
from assessments.models import InterviewStage
from assessments.stages import STAGES
from hiring.document import Stage
from hiring.document.process import PanelRole, StageTag, StageType
from hiring.models import Requisition

pytestmark = pytest.mark.django_db

STAGE = {"type": "live_debug", "minutes": 60, "day": 2, "panel": ["product"], "tags": ["ml_scenario"]}
STAGE |= {"scenario": "S05", "competencies": ["python"]}


@pytest.fixture
def requisition(alice: User) -> Requisition:
    return Requisition.objects.create(owner=alice)


def choices(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(literal.__args__)


words = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)
any_stage = st.builds(
    dict,
    type=choices(StageType),
    minutes=st.integers(0, 2_147_483_647),
    day=st.none() | st.integers(1, 2_147_483_647),
    panel=st.lists(choices(PanelRole), max_size=4),
    tags=st.lists(choices(StageTag), max_size=4),
    scenario=st.none() | words,
    competencies=st.lists(words, max_size=4),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(any_stage, max_size=3), after=st.lists(any_stage, max_size=3))
def test_any_loop_comes_back_as_it_was_written(requisition: Requisition, before: list[Any], after: list[Any]) -> None:
    for stages in (before, after):
        assert STAGES.check(stages) == []
        STAGES.write(requisition, stages)
        assert STAGES.read(requisition) == stages


def test_reading_takes_one_query_and_none_when_prefetched(
    requisition: Requisition, django_assert_num_queries: Any
) -> None:
    STAGES.write(requisition, [STAGE, STAGE])
    with django_assert_num_queries(1):
        assert len(STAGES.read(requisition)) == 2
    fetched = Requisition.objects.prefetch_related("interview_stages").get(pk=requisition.pk)
    with django_assert_num_queries(0):
        assert len(STAGES.read(fetched)) == 2


def test_a_requisition_not_saved_yet_has_no_stages(alice: User) -> None:
    assert STAGES.read(Requisition(owner=alice)) == []


def test_writing_forgets_what_was_prefetched(requisition: Requisition) -> None:
    fetched = Requisition.objects.prefetch_related("interview_stages").get(pk=requisition.pk)
    STAGES.write(fetched, [STAGE])
    assert STAGES.read(fetched) == [STAGE]


def test_history_shows_only_what_changed(requisition: Requisition) -> None:
    STAGES.write(requisition, [STAGE, STAGE | {"day": 3}])
    STAGES.write(requisition, [STAGE, STAGE | {"day": 3}])
    STAGES.write(requisition, [STAGE, STAGE | {"day": 4}])
    STAGES.write(requisition, [STAGE])
    kinds = list(InterviewStage.history.order_by("history_id").values_list("history_type", "order"))
    assert kinds == [("+", 0), ("+", 1), ("~", 1), ("-", 1)]


def test_fields_left_out_of_a_stage_are_empty(requisition: Requisition) -> None:
    STAGES.write(requisition, [{"type": "references", "minutes": 15}])
    assert Stage.model_validate(STAGES.read(requisition)[0], strict=False) == Stage(type="references", minutes=15)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"minutes": 2_147_483_648}, "Stage 2: minutes must be 2,147,483,647 or less."),
        ({"day": 2_147_483_648}, "Stage 2: the day must be 2,147,483,647 or less."),
        ({"scenario": "x" * 101}, "Stage 2: the scenario must have 100 characters or fewer."),
        ({"scenario": "a\x00b"}, "Stage 2: null characters are not allowed."),
        ({"competencies": ["ok", "a\x00b"]}, "Stage 2: null characters are not allowed."),
    ],
)
def test_what_rows_cannot_hold_is_named(change: dict[str, Any], problem: str) -> None:
    assert STAGES.check([STAGE, STAGE | change]) == [problem]


def test_a_template_can_be_written(requisition: Requisition) -> None:
    plain = [stage.model_dump(mode="json") for stage in stages_for("senior", "balanced")]
    STAGES.write(requisition, plain)
    assert STAGES.read(requisition) == plain
