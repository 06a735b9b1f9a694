"""The timing rubric: points that speak for hiring now or for waiting. All points are ours (rule of thumb).

A missing answer leaves the sum open, so it has a lowest and a highest possible value. Every indicator grows with
its answer in one direction, so the ends of the single indicators add up to the ends of the sum.
"""

from dataclasses import dataclass
from decimal import Decimal
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


class Indicator(NamedTuple):
    """One line of the rubric: the points it gives (``low`` = ``high`` once answered) and the answer it rests on.

    ``until`` says what to wait for, where its full points are known to be missing.
    """

    words: str
    path: str
    observed: Any
    low: int
    high: int
    until: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """The rubric filled in. ``low`` and ``high`` are the least and most points the answers allow."""

    indicators: tuple[Indicator, ...]
    low: int
    high: int
    open: tuple[str, ...]

    @property
    def points(self) -> int | None:
        """The sum; None while open questions could change it."""
        return self.low if self.low == self.high else None

    def reaches(self, points: int) -> bool | None:
        """Whether the sum is at least ``points``; None while open questions decide it."""
        if self.low >= points:
            return True
        return None if self.high >= points else False

    @property
    def counted(self) -> tuple[Indicator, ...]:
        """The indicators that certainly give or take points."""
        return tuple(line for line in self.indicators if line.low > 0 or line.high < 0)

    @property
    def next_sign(self) -> str | None:
        """The first reason to hire that is known not to be there yet, as the condition to wait for."""
        return next((line.until for line in self.indicators if line.until), None)


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
    share = ml.ds_infra_pct
    lines = (
        _line(
            "models live",
            "models_in_prod",
            models,
            *_steps(models, MANY_MODELS, 3, 2),
            _below(models, MANY_MODELS, "a first model is live" if models == 0 else "a third model is live"),
        ),
        _line(
            "dated launches within six months",
            "models_to_prod_6m",
            launches,
            *_steps(launches, SEVERAL_LAUNCHES, 2, 1),
            _below(launches, SEVERAL_LAUNCHES, "two launches have an owner and a date"),
        ),
        _line(
            "data scientists' share of the week on infrastructure",
            "ds_infra_pct",
            share,
            *_points(None if share is None else share >= BUSY_DS_PCT, 2),
            _below(share, BUSY_DS_PCT, "data scientists spend 30% of their week on infrastructure"),
        ),
        _line(
            "days from approved model to live",
            "deploy_lead_days",
            ml.deploy_lead_days,
            *_points(None if ml.deploy_lead_days is None else ml.deploy_lead_days > SLOW_DEPLOY_DAYS, 2),
        ),
        _line(
            "models live without model monitoring",
            "models_in_prod" if models is None else "monitoring",
            monitoring,
            *_points(
                both(
                    None if models is None else models > 0,
                    None if monitoring is None else monitoring in ("none", "uptime"),
                ),
                2,
            ),
        ),
        _line(
            "weekly retraining by hand",
            "retrain_freq" if ml.retrain_freq is None else "retrain_manual",
            ml.retrain_manual,
            *_points(
                both(None if ml.retrain_freq is None else ml.retrain_freq == "weekly_or_more", ml.retrain_manual), 1
            ),
        ),
        _line(
            "production model cannot be rebuilt",
            "can_rebuild_prod",
            ml.can_rebuild_prod,
            *_points(None if ml.can_rebuild_prod is None else not ml.can_rebuild_prod, 1),
        ),
        _line(
            "data scientists and ML engineers",
            "ds_count" if ml.ds_count is None or ml.mle_count is not None else "mle_count",
            ml_people,
            *_points(None if ml_people is None else ml_people >= MANY_ML_PEOPLE, 1),
            _below(ml_people, MANY_ML_PEOPLE, "four people build models"),
        ),
        _line("regulated", "regulated", ml.regulated, *_points(ml.regulated, 1)),
        _line(
            "GPU spend a month",
            "gpu_spend_month",
            ml.gpu_spend_month,
            *_points(None if ml.gpu_spend_month is None else ml.gpu_spend_month >= GPU_SPEND, 1),
        ),
        _line(
            "no model live and none dated",
            "models_in_prod" if models is None else "models_to_prod_6m",
            launches,
            *_points(nothing_committed(ml), -4),
        ),
        _line(
            "one person or nobody builds models",
            "ds_count" if ml.ds_count is None or ml.mle_count is not None else "mle_count",
            ml_people,
            *_points(None if ml_people is None else ml_people <= FEW_ML_PEOPLE, -2),
        ),
        _gap("launch without owner or date", "no_launch_owner", ml, -2),
        _line(
            "a managed platform covers two batch models",
            next(iter(small_batch_open(ml)), "/ml_today/managed_platform").removeprefix("/ml_today/"),
            ml.managed_platform,
            *_points(small_batch(ml, monthly=False), -2),
        ),
        _gap("data not collected or no pipeline", "no_data_pipeline", ml, -1),
        _gap("use case unproven", "use_case_unproven", ml, -1),
    )
    unanswered = dict.fromkeys(line.path for line in lines if line.low != line.high)
    return Timing(lines, sum(line.low for line in lines), sum(line.high for line in lines), tuple(unanswered))


def _line(words: str, name: str, observed: Any, low: int, high: int, until: str = "") -> Indicator:
    return Indicator(words, f"/ml_today/{name}", observed, low, high, until)


def _gap(words: str, gap: str, ml: MlToday, points: int) -> Indicator:
    given = points if gap in ml.readiness_gaps else 0
    return Indicator(words, "/ml_today/readiness_gaps", gap, given, given)


def _points(holds: bool | None, points: int) -> tuple[int, int]:
    if holds is None:
        return min(points, 0), max(points, 0)
    return (points, points) if holds else (0, 0)


def _steps(value: int | None, enough: int, full: int, part: int) -> tuple[int, int]:
    if value is None:
        return 0, full
    points = full if value >= enough else part if value else 0
    return points, points


def _below(value: int | Decimal | None, enough: int, until: str) -> str:
    return until if value is not None and value < enough else ""
