"""A preset is a start that does not itself make the mistakes it is there to avoid."""

from datetime import date
from typing import Any

import pytest

from assessments.bank import bank_index
from assessments.loops import stages_for
from hiring.document import RequisitionDocument
from hiring.facts.levels import cap_for
from hiring.presets import ARCHETYPES, preset_for
from hiring.presets.shares import whole_shares
from hiring.questions.role import LEVELS
from hiring.review import review
from hiring.skills import SKILLS

EVERY = [(archetype, level) for archetype in ARCHETYPES for level, _ in LEVELS]


def _document(archetype: str, level: str) -> RequisitionDocument:
    preset = preset_for(archetype, level)
    data: dict[str, Any] = {
        "role": {"title": "MLOps Engineer", "level": level},
        "scope": {
            "archetype": archetype,
            "infra_pct": preset.infra_pct,
            "platform_or_models": "both",
            "duties": preset.duties,
            "must_haves": preset.must_haves,
            "nice_to_haves": preset.nice_to_haves,
            "first_projects": preset.first_projects,
            "goals_90d": preset.goals_90d,
            "years_min": 0,
        },
        "process": {"stages": stages_for(level, archetype), "rubric_defined": True, "scorecard": True},
    }
    return RequisitionDocument.model_validate(data, strict=False)


@pytest.mark.parametrize(("archetype", "level"), EVERY)
def test_no_flag_rests_on_what_a_preset_fills_in(archetype: str, level: str) -> None:
    report = review(_document(archetype, level), today=date(2026, 11, 22), bank=bank_index())
    filled = ("/scope", "/process/stages")
    raised = [
        (flag.id, flag.message)
        for flag in report.flags
        if flag.trigger.mistake_id in ("M01", "M03", "M04", "M05", "M12")
        and flag.evidence
        and flag.evidence[0].path.startswith(filled)
    ]
    assert raised == []


@pytest.mark.parametrize(("archetype", "level"), EVERY)
def test_shares_add_up_and_must_haves_stay_within_the_cap(archetype: str, level: Any) -> None:
    preset = preset_for(archetype, level)
    assert sum(duty["percent"] for duty in preset.duties) == 100
    assert len(preset.must_haves) <= cap_for(level, None, False).slots


def test_every_skill_of_a_preset_is_in_the_taxonomy() -> None:
    named = {
        slug
        for archetype in ARCHETYPES.values()
        for slot in (*archetype.must_haves, *archetype.nice_to_haves)
        for slug in slot
    }
    assert named - SKILLS.keys() == set()


def test_from_staff_on_the_week_begins_with_direction() -> None:
    assert "direction" in preset_for("balanced", "staff").duties[0]["text"]
    assert preset_for("balanced", "senior").duties[0]["kind"] == "design"
    assert all(duty["kind"] != "design" for duty in preset_for("balanced", "junior").duties)


def test_there_is_no_preset_for_an_open_question() -> None:
    with pytest.raises(KeyError):
        preset_for("unsure", "senior")


def test_whole_shares_keep_their_sum() -> None:
    from decimal import Decimal

    assert whole_shares([Decimal(100) / 3] * 3) == [34, 33, 33]
    assert whole_shares([Decimal("12.6"), Decimal("12.4")], 25) == [13, 12]
