"""How the questions of each step stand together on its page."""

from dataclasses import dataclass
from typing import Final

from hiring.document import RequisitionDocument
from hiring.questions import Question, is_quick, question_at


@dataclass(frozen=True, slots=True)
class Group:
    """Questions under one heading. ``note`` is a sentence below it; a folded group opens where it is answered."""

    title: str
    fields: tuple[str, ...]
    note: str = ""
    folded: bool = False


GROUPS: Final[dict[str, tuple[Group, ...]]] = {
    "role": (
        Group("The job", ("title", "level", "employment")),
        Group("Where", ("locations", "work_mode", "remote_hiring_in")),
        Group("The company", ("company_stage", "headcount")),
        Group("Why now", ("reason", "prior_left_months", "prior_reason")),
        Group("The advert", ("job_ad",)),
    ),
    "ml_today": (
        Group("Models", ("models_in_prod", "models_to_prod_6m", "serving_modes")),
        Group("People", ("ds_count", "mle_count", "mlops_count", "platform_count", "ds_infra_pct")),
        Group(
            "How it runs",
            (
                "monitoring",
                "managed_platform",
                "deploy_lead_days",
                "can_rebuild_prod",
                "retrain_freq",
                "retrain_manual",
                "gpu_spend_month",
                "regulated",
            ),
        ),
        Group(
            "What hurts",
            (
                "incidents_90d",
                "found_by",
                "crisis_signs",
                "readiness_gaps",
                "debt",
                "debt_disclosed",
                "fix_deadline_days",
            ),
        ),
    ),
    "scope": (
        Group("The kind of job", ("archetype",)),
        Group("The split", ("infra_pct", "infra_pct_panel", "platform_or_models")),
        Group("Requirements", ("must_haves", "nice_to_haves", "years_min", "degree", "publications")),
        Group("The week", ("duties",)),
        Group("The first year", ("first_projects", "goals_90d")),
    ),
    "pay": (
        Group("The offer", ("currency", "base_min", "base_max", "band_published")),
        Group("The rest of the package", ("bonus_pct", "equity_type", "equity_value_year", "equity_pct", "sign_on")),
        Group(
            "What it was measured against", ("benchmark_role", "benchmark_date", "internal_mle_min", "internal_mle_max")
        ),
    ),
    "organisation": (
        Group(
            "The line",
            ("reports_to", "ml_platform_team_planned_months", "managers", "priority_owner", "teams_served"),
        ),
        Group("Authority", ("authority", "decision_forum")),
        Group("Measures", ("role_metrics", "in_okrs", "shared_with_ds")),
        Group("Hand-offs", ("handoffs",)),
    ),
    "process": (
        Group("Interviews", ("stages",)),
        Group("The take-home", ("takehome_hours", "takehome_paid", "takehome_window_days", "ai_policy")),
        Group(
            "How you rate",
            ("rubric_defined", "scorecard", "soft_weight_pct", "scope_in_first_call", "automated_screening"),
        ),
        Group(
            "How fast you decide",
            (
                "loop_days",
                "decision_hours",
                "offer_approvals",
                "band_preapproved",
                "feedback_sla_days",
                "backups_named",
            ),
        ),
        Group("The posting", ("posted_on", "paused_days", "seats", "finalists_lost_6m")),
        Group(
            "What the vacancy costs",
            ("ds_cost", "mle_cost", "cloud_waste_month", "contractor_cost"),
            "Only for an estimate of what waiting costs. Nothing is judged by it.",
            folded=True,
        ),
    ),
    "growth": (
        Group("The ladder", ("ladder", "ladder_top", "next_level_criteria", "scope_expansion")),
        Group("Learning", ("learning_budget", "learning_time_pct", "mentor")),
        Group("The team", ("planned_mlops_12m", "backup_partner", "support_model", "toil_pct")),
        Group("On-call", ("oncall_required", "coverage", "rotation_size", "pages_per_week", "oncall_comp")),
        Group(
            "Staying",
            ("comp_review_months", "equity_refresh", "one_on_one", "plan_30_60_90", "leadership_report"),
        ),
    ),
}

CONDITIONS: Final[dict[str, str]] = {
    "prior_left_months": "backfill",
    "prior_reason": "backfill",
    "remote_hiring_in": "remote",
    "debt_disclosed": "debt",
    "equity_value_year": "equity",
    "equity_pct": "equity",
    "priority_owner": "managers",
    "coverage": "oncall",
    "rotation_size": "oncall",
    "pages_per_week": "oncall",
    "oncall_comp": "oncall",
}
"""Questions that matter only after a certain answer. The page shows them by a style rule of that name."""


def applies(question: Question, document: RequisitionDocument) -> bool:
    """Whether the answers given so far make the question matter."""
    match CONDITIONS.get(question.field):
        case "backfill":
            return document.role.reason == "backfill"
        case "remote":
            return document.role.work_mode == "remote"
        case "debt":
            return document.ml_today.debt in ("some", "heavy")
        case "equity":
            return document.pay.equity_type in ("options", "rsu")
        case "managers":
            return (document.organisation.managers or 0) > 1
        case "oncall":
            return document.growth.oncall_required is True
    return True


def groups_of(section: str, *, quick: bool) -> tuple[tuple[Group, tuple[Question, ...]], ...]:
    """The groups of a section with their questions; in quick mode only what the verdict waits for."""
    found = []
    for group in GROUPS[section]:
        questions = tuple(question_at(f"/{section}/{name}") for name in group.fields)
        asked = tuple(question for question in questions if not quick or is_quick(question))
        if asked:
            found.append((group, asked))
    return tuple(found)


def always_answered(question: Question) -> bool:
    """Whether the question cannot be open: naming nothing is an answer."""
    return question.field == "nice_to_haves"
