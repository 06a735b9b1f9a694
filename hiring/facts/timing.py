"""The timing rubric: points that speak for hiring now or for waiting. All points are ours (rule of thumb).

A missing answer leaves the sum open, so it has a lowest and a highest possible value. Every indicator grows with
its answer in one direction, so the ends of the single indicators add up to the ends of the sum.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from hiring.document import MlToday
from hiring.facts.logic import both
from hiring.thresholds import (
    BUSY_DS_PCT,
    FEW_ML_PEOPLE,
    FEW_MODELS,
    GPU_SPEND,
    MANY_ML_PEOPLE,
    MANY_MODELS,
    SEVERAL_LAUNCHES,
    SLOW_DEPLOY_DAYS,
)

type Row = tuple[int, int, str, str, Any]
"""Least and most points, the answer's name, the indicator in words, what was answered."""


class Indicator(NamedTuple):
    """One line of the rubric: the points it gives (``low`` = ``high`` once answered) and the answer it rests on."""

    words: str
    path: str
    observed: Any
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Timing:
    """The rubric filled in. ``low`` and ``high`` are the least and most points the answers allow.

    ``waits`` pairs what a company could wait for with whether it is known to be missing.
    """

    rows: tuple[Row, ...]
    low: int
    high: int
    waits: tuple[tuple[str, bool | None], ...]

    @property
    def points(self) -> int | None:
        """The sum; None while open questions could change it."""
        return self.low if self.low == self.high else None

    @property
    def open(self) -> tuple[str, ...]:
        """The questions (JSON Pointers) that leave the sum open."""
        return tuple(dict.fromkeys(f"/ml_today/{row[2]}" for row in self.rows if row[0] != row[1]))

    def reaches(self, points: int) -> bool | None:
        """Whether the sum is at least ``points``; None while open questions decide it."""
        if self.low >= points:
            return True
        return None if self.high >= points else False

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All lines of the rubric."""
        return tuple(_indicator(row) for row in self.rows)

    @property
    def counted(self) -> tuple[Indicator, ...]:
        """The indicators that certainly give or take points."""
        return tuple(_indicator(row) for row in self.rows if row[0] > 0 or row[1] < 0)

    @property
    def next_sign(self) -> str | None:
        """The first reason to hire that is known not to be there yet, as the condition to wait for."""
        return next((words for words, there in self.waits if there is False), None)


def _indicator(row: Row) -> Indicator:
    low, high, name, words, observed = row
    return Indicator(words, f"/ml_today/{name}", observed, low, high)


def small_batch(ml: MlToday, *, monthly: bool) -> bool | None:
    """Whether a managed platform covers the need: two batch models at most, retrained quarterly or more rarely.

    ``monthly`` also accepts monthly retraining. No serving mode ticked means none.
    """
    rarely = ("never", "quarterly", "monthly") if monthly else ("never", "quarterly")
    return both(
        set(ml.serving_modes) == {"batch"},
        None if ml.models_in_prod is None else ml.models_in_prod <= FEW_MODELS,
        None if ml.managed_platform is None else ml.managed_platform != "none",
        None if ml.retrain_freq is None else ml.retrain_freq in rarely,
    )


def small_batch_open(ml: MlToday) -> tuple[str, ...]:
    """The questions that keep ``small_batch`` undecided."""
    return tuple(
        f"/ml_today/{name}"
        for name in ("models_in_prod", "managed_platform", "retrain_freq")
        if getattr(ml, name) is None
    )


def nothing_committed(ml: MlToday) -> bool | None:
    """Whether no model is live and none has an owner and a date within six months."""
    return both(
        None if ml.models_in_prod is None else ml.models_in_prod == 0,
        None if ml.models_to_prod_6m is None else ml.models_to_prod_6m == 0,
    )


def timing_of(ml: MlToday, ml_people: int | None) -> Timing:
    """The rubric for a company's machine learning today; ``ml_people`` are its data scientists and ML engineers."""
    models, launches, monitoring = ml.models_in_prod, ml.models_to_prod_6m, ml.monitoring
    share, lead, spend, retrain = ml.ds_infra_pct, ml.deploy_lead_days, ml.gpu_spend_month, ml.retrain_freq
    many_models = None if models is None else models >= MANY_MODELS
    many_launches = None if launches is None else launches >= SEVERAL_LAUNCHES
    busy = None if share is None else share >= BUSY_DS_PCT
    many_people = None if ml_people is None else ml_people >= MANY_ML_PEOPLE
    live = None if models is None else models > 0
    unwatched = None if monitoring is None else monitoring in ("none", "uptime")
    weekly = None if retrain is None else retrain == "weekly_or_more"
    people = "ds_count" if ml.ds_count is None or ml.mle_count is not None else "mle_count"
    small = small_batch(ml, monthly=False)
    gaps = ml.readiness_gaps
    rows: tuple[Row, ...] = (
        (*_steps(many_models, models, 3, 2), "models_in_prod", "models live", models),
        (*_steps(many_launches, launches, 2, 1), "models_to_prod_6m", "dated launches within six months", launches),
        (*_gain(busy, 2), "ds_infra_pct", "data scientists' share of the week on infrastructure", share),
        (
            *_gain(None if lead is None else lead > SLOW_DEPLOY_DAYS, 2),
            "deploy_lead_days",
            "days from approved model to live",
            lead,
        ),
        (
            *_gain(both(live, unwatched), 2),
            "models_in_prod" if models is None else "monitoring",
            "models live without model monitoring",
            monitoring,
        ),
        (
            *_gain(both(weekly, ml.retrain_manual), 1),
            "retrain_freq" if retrain is None else "retrain_manual",
            "weekly retraining by hand",
            ml.retrain_manual,
        ),
        (
            *_gain(None if ml.can_rebuild_prod is None else not ml.can_rebuild_prod, 1),
            "can_rebuild_prod",
            "production model cannot be rebuilt",
            ml.can_rebuild_prod,
        ),
        (*_gain(many_people, 1), people, "data scientists and ML engineers", ml_people),
        (*_gain(ml.regulated, 1), "regulated", "regulated", ml.regulated),
        (*_gain(None if spend is None else spend >= GPU_SPEND, 1), "gpu_spend_month", "GPU spend a month", spend),
        (
            *_loss(nothing_committed(ml), -4),
            "models_in_prod" if models is None else "models_to_prod_6m",
            "no model live and none dated",
            launches,
        ),
        (
            *_loss(None if ml_people is None else ml_people <= FEW_ML_PEOPLE, -2),
            people,
            "one person or nobody builds models",
            ml_people,
        ),
        (
            *_loss(small, -2),
            small_batch_open(ml)[0].removeprefix("/ml_today/") if small is None else "managed_platform",
            "a managed platform covers two batch models",
            ml.managed_platform,
        ),
        (*_loss("no_launch_owner" in gaps, -2), "readiness_gaps", "launch without owner or date", "no_launch_owner"),
        (*_loss("no_data_pipeline" in gaps, -1), "readiness_gaps", "no data or no pipeline", "no_data_pipeline"),
        (*_loss("use_case_unproven" in gaps, -1), "readiness_gaps", "use case unproven", "use_case_unproven"),
    )
    return Timing(
        rows,
        sum([row[0] for row in rows]),
        sum([row[1] for row in rows]),
        (
            ("a first model is live" if models == 0 else "a third model is live", many_models),
            ("two launches have an owner and a date", many_launches),
            ("data scientists spend 30% of their week on infrastructure", busy),
            ("four people build models", many_people),
        ),
    )


def _gain(holds: bool | None, points: int) -> tuple[int, int]:
    return (points if holds else 0, 0 if holds is False else points)


def _loss(holds: bool | None, points: int) -> tuple[int, int]:
    return (0 if holds is False else points, points if holds else 0)


def _steps(enough: bool | None, value: int | None, full: int, part: int) -> tuple[int, int]:
    if enough is None:
        return 0, full
    points = full if enough else part if value else 0
    return points, points
