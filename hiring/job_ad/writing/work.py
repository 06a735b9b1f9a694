"""Why the job exists, what fills the week, what comes first, and whom one works with."""

from typing import Final

from hiring.document import RequisitionDocument
from hiring.facts.wording import listed
from hiring.job_ad.writing.pieces import Part, Piece, bullet, count, sentence
from hiring.questions.wording import number

_MOST_DUTIES: Final = 8
_MOST_PROJECTS: Final = 5

_SERVING: Final = {
    "batch": "in nightly or hourly batches",
    "online": "while a user waits",
    "streaming": "on streams of events",
    "llm": "with large language models",
}
_REASONS: Final = {
    "new": "This is a new role.",
    "backfill": "You take over from a colleague who left.",
    "growth": "The team is growing: you join people who already do this work.",
}
_AIMS: Final = {
    "platform": "You build the platform that models run on; others build the models.",
    "models": "You take particular models from a notebook to production and keep them there.",
    "both": "You build the platform that models run on, and take particular models to production on it.",
}
_LEADS: Final = {
    "ml_lead": "the lead of machine learning",
    "platform_lead": "the lead of the platform team",
    "ml_platform_team": "the lead of the ML platform team",
    "founder_cto": "the CTO",
    "product": "the head of product",
    "ds_ic": "a senior data scientist",
    "it": "the head of IT",
}
_AUTHORITY: Final = {
    "ml_tooling": "the tools of machine learning",
    "deploy_standards": "the standards of deployment",
    "release_gate": "whether a release goes out",
    "infra_budget": "the budget for infrastructure",
    "oncall_policy": "who answers alerts, and when",
    "vendor_choice": "which vendors are used",
}
_SUPPORT: Final = {
    "tickets": "Requests reach you as tickets, in one queue.",
    "office_hours": "Requests come to a regular office hour, not at all hours.",
    "self_service": "Teams help themselves with what you build; few requests need you in person.",
}
_MEASURED: Final = {
    "velocity": "how fast models get live",
    "uptime": "how steadily models run",
    "reliability": "how rarely models fail unseen",
    "cost": "what models cost to run",
    "adoption": "how many teams use the platform",
    "features_only": "features delivered",
}


def purpose(document: RequisitionDocument) -> Part:
    """Why the job exists."""
    today, scope = document.ml_today, document.scope
    pieces: list[Piece] = []
    if today.models_in_prod:
        run = "runs" if today.models_in_prod == 1 else "run"
        pieces.append(Piece(sentence(f"{count(today.models_in_prod, 'model')} {run} in production today")))
    elif today.models_in_prod == 0:
        pieces.append(Piece("No model runs in production yet: bringing the first ones there is the job."))
    if today.models_to_prod_6m:
        more = "more " if today.models_in_prod else ""
        launches = count(today.models_to_prod_6m, f"{more}model")
        is_due = "is" if today.models_to_prod_6m == 1 else "are"
        pieces.append(
            Piece(sentence(f"{launches} {is_due} due within six months, each with an owner and a date"), spare=2)
        )
    if today.serving_modes:
        pieces.append(
            Piece(sentence(f"Predictions are made {listed([_SERVING[mode] for mode in today.serving_modes])}"), spare=3)
        )
    if document.role.reason:
        pieces.append(Piece(_REASONS[document.role.reason], spare=2))
    if scope.platform_or_models:
        pieces.append(Piece(_AIMS[scope.platform_or_models]))
    if scope.infra_pct is not None:
        share = scope.infra_pct
        pieces.append(
            Piece(
                f"About {number(share)} % of the week is infrastructure work, {number(100 - share)} % machine learning."
            )
        )
    if today.debt in ("some", "heavy") and today.debt_disclosed:
        amount = "a good deal" if today.debt == "heavy" else "some"
        pieces.append(Piece(f"To be open about it: there is {amount} of old work to clear up."))
    return Part("About the role", tuple(pieces))


def week(document: RequisitionDocument) -> Part:
    """The duties with their shares."""
    pieces = []
    for at, duty in enumerate(document.scope.duties):
        share = f" ({number(duty.percent)} % of the week)" if duty.percent else ""
        pieces.append(bullet(f"{duty.text.strip().rstrip('.;,')}{share}", spare=0 if at < _MOST_DUTIES else 9))
    return Part("What you will do", tuple(pieces))


def first_year(document: RequisitionDocument) -> Part:
    """Goals and projects."""
    scope = document.scope
    pieces: list[Piece] = []
    if scope.goals_90d:
        pieces.append(Piece("After 90 days:"))
        pieces += [bullet(goal) for goal in scope.goals_90d]
    if scope.first_projects:
        pieces.append(Piece("Within the year:" if scope.goals_90d else "Your first projects:"))
        pieces += [bullet(text, 0 if at < _MOST_PROJECTS else 9) for at, text in enumerate(scope.first_projects)]
    return Part("Your first year", tuple(pieces))


def people(document: RequisitionDocument) -> Part:
    """Whom one works with, who leads, what one decides."""
    organisation, today, growth = document.organisation, document.ml_today, document.growth
    pieces: list[Piece] = []
    colleagues = [
        count(amount, one)
        for amount, one in (
            (today.ds_count, "data scientist"),
            (today.mle_count, "ML engineer"),
            (today.mlops_count, "MLOps engineer"),
            (today.platform_count, "platform engineer"),
        )
        if amount
    ]
    if colleagues:
        pieces.append(Piece(sentence(f"You work with {listed(colleagues)}")))
    if organisation.reports_to in _LEADS:
        pieces.append(Piece(sentence(f"You report to {_LEADS[organisation.reports_to]}")))
    if organisation.teams_served:
        pieces.append(Piece(sentence(f"What you build serves {count(organisation.teams_served, 'team')}"), spare=2))
    if growth.support_model:
        pieces.append(Piece(_SUPPORT[growth.support_model], spare=3))
    if organisation.authority:
        decided = listed([_AUTHORITY[name] for name in organisation.authority])
        pieces.append(Piece(sentence(f"You have the say over {decided}"), spare=1))
    measured = [_MEASURED[name] for name in organisation.role_metrics or ()]
    if measured:
        pieces.append(Piece(sentence(f"Your work is judged by {listed(measured)}"), spare=3))
    return Part("Who you will work with", tuple(pieces))


def manager_words(document: RequisitionDocument) -> str | None:
    """Who leads, in words; None where that is open."""
    return _LEADS.get(document.organisation.reports_to or "")
