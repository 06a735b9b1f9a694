"""Requisitions by the thousand, quickly: a seed gives the same ones again.

They hold what forms and files hold on good and bad days: nothing at all, contradictions, unknown skills, companies
without anybody, and loops that are long, empty or absurd.
"""

import json
import random
from collections.abc import Iterator
from typing import Any, get_args

from hiring.document import RequisitionDocument
from hiring.document.process import AiPolicy, PanelRole, StageTag, StageType
from hiring.skills import SKILLS

SLUGS = tuple(SKILLS)
ODD = (
    "Kubernetes",
    "a skill nobody knows",
    "5+ years of experience",
    "Bachelor's degree",
    "",
    "  ",
    "ПоставкаML",
    "AWS",
)


def documents(seed: int, count: int) -> Iterator[RequisitionDocument]:
    """``count`` documents of one seed."""
    dice = random.Random(seed)
    for _ in range(count):
        yield RequisitionDocument.model_validate_json(json.dumps(_document(dice)))


def _document(dice: random.Random) -> dict[str, Any]:
    if dice.random() < 0.01:
        return {}
    return {
        "role": _some(
            dice,
            level=dice.choice(["junior", "mid", "senior", "staff", "principal"]),
            company_stage=dice.choice(["seed", "series_ab", "growth", "public", "enterprise_nontech", "public_sector"]),
            headcount=dice.choice([1, 3, 40, 5000]),
        ),
        "ml_today": _some(
            dice,
            **{name: dice.choice([0, 0, 1, 2, 9]) for name in ("ds_count", "mle_count", "mlops_count")},
            platform_count=dice.choice([0, 1, 4]),
            monitoring=dice.choice(["none", "uptime", "model_metrics", "drift_alerts"]),
            found_by=dice.choice(["monitoring", "users"]),
            can_rebuild_prod=dice.random() < 0.5,
            retrain_manual=dice.random() < 0.5,
            regulated=dice.random() < 0.3,
            gpu_spend_month=dice.choice([0, 9_999.99, 10_000]),
            serving_modes=_few(dice, ["batch", "online", "streaming", "llm"], 4),
            crisis_signs=_few(dice, ["no_rollback", "releases_frozen"], 2),
        ),
        "scope": _some(
            dice,
            archetype=dice.choice(["infra_heavy", "balanced", "ml_heavy", "unsure"]),
            must_haves=[_slot(dice) for _ in range(dice.choice([0, 1, 3, 6, 8, 10, 14, 30]))],
            nice_to_haves=[_slot(dice) for _ in range(dice.choice([0, 2, 6]))],
        ),
        "organisation": _some(dice, reports_to=dice.choice(["ml_lead", "product", "founder_cto", "undecided"])),
        "process": _some(
            dice,
            stages=[_stage(dice) for _ in range(dice.choice([0, 0, 1, 4, 9]))],
            takehome_hours=dice.choice([0, 2, 3, 6.5, 12]),
            takehome_paid=dice.random() < 0.5,
            takehome_window_days=dice.choice([0, 2, 7]),
            ai_policy=dice.choice(get_args(AiPolicy)),
            rubric_defined=dice.random() < 0.5,
            scorecard=dice.random() < 0.5,
            soft_weight_pct=dice.choice([0, 10, 20, 30, 55]),
            loop_days=dice.choice([0, 5, 8, 30]),
            decision_hours=dice.choice([0, 24, 48, 49, 500]),
            offer_approvals=dice.choice([0, 4]),
            backups_named=dice.random() < 0.5,
        ),
    }


def _some(dice: random.Random, **answers: Any) -> dict[str, Any]:
    share = dice.choice([0.5, 0.9, 1.0])
    return {name: value for name, value in answers.items() if dice.random() < share}


def _few(dice: random.Random, values: list[str], most: int) -> list[str]:
    return dice.sample(values, dice.randint(0, most))


def _slot(dice: random.Random) -> dict[str, Any]:
    names = SLUGS if dice.random() < 0.9 else ODD
    return {"any_of": [dice.choice(names) for _ in range(dice.choice([1, 1, 1, 2, 3]))]}


def _stage(dice: random.Random) -> dict[str, Any]:
    return {
        "type": dice.choice(get_args(StageType)),
        "minutes": dice.choice([0, 1, 30, 45, 60, 240]),
        "day": dice.choice([None, 1, 2, 5, 19]),
        "panel": [dice.choice(get_args(PanelRole)) for _ in range(dice.randint(0, 3))],
        "tags": [dice.choice(get_args(StageTag)) for _ in range(dice.randint(0, 4))],
        "scenario": dice.choice([None, None, "S01", "S05", "S16", "S99", ""]),
        "competencies": [dice.choice(SLUGS) for _ in range(dice.randint(0, 3))],
    }
