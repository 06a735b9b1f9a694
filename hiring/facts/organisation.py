"""Where the role should sit, what it may decide, and who owns each hand-off."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from hiring.document import Handoff, MlToday, Organisation, RequisitionDocument
from hiring.facts.people import ml_people, ml_people_at_least
from hiring.facts.wording import counted
from hiring.thresholds import (
    FOUNDER_LINE_ML_PEOPLE,
    ML_PLATFORM_TEAM_ENGINEERS,
    PLATFORM_TEAM_PEOPLE,
    SMALL_STARTUP_PEOPLE,
    TEAMS_OF_ML_LINE,
)

ML_PLATFORM_TEAM: Final = "ml_platform_team"

LINE_NAMES: Final = {
    "ml_lead": "the head of machine learning",
    "platform_lead": "the head of platform or infrastructure",
    "ml_platform_team": "a dedicated ML platform team",
    "founder_cto": "a founder or the CTO",
    "product": "a product manager",
    "ds_ic": "an individual data scientist",
    "it": "the IT help desk",
    "undecided": "nobody yet",
}
"""Reporting lines in words."""

WEAK_LINES: Final = frozenset({"ds_ic", "product", "it"})
"""Lines that can rarely back the role."""

AUTHORITY_NAMES: Final = {
    "ml_tooling": "ML tooling",
    "deploy_standards": "deployment standards",
    "release_gate": "the release gate (with the right to block)",
    "infra_budget": "the budget for infrastructure and GPUs",
    "oncall_policy": "the on-call policy",
    "vendor_choice": "vendor evaluation",
}
"""The six decisions of the authority checklist, those to grant first first."""

HANDOFF_NAMES: Final = {
    "data": "data and feature definitions",
    "training": "training code and evaluation report",
    "packaging": "packaging to the standard template",
    "release": "release decision",
    "deploy": "deployment, canary and rollback",
    "serving": "serving infrastructure and its service level",
    "monitoring": "monitoring of model quality and the trigger to retrain",
    "incidents": "incident response",
}
"""The eight hand-offs, in the order of the work."""

Option = Literal["A", "B", "C", "D"]

OPTION_NAMES: Final[dict[Option, str]] = {
    "A": "With ML leadership",
    "B": "With infrastructure or platform",
    "C": "In a dedicated ML platform team",
    "D": "With a founder or the CTO, for now",
}

WATCH: Final[dict[Option, str]] = {
    "A": "Name a partner in site reliability and share infrastructure standards; do not leave on-call to one person.",
    "B": "Name a partner among the data scientists or ML engineers and put ML metrics into the goals, "
    "or the role drifts to DevOps.",
    "C": "Run the platform as a product, with adoption as one of its metrics.",
    "D": "Set the date on which the role moves to ML, platform or a team of its own.",
}

LINE_OF_OPTION: Final[dict[Option, str]] = {
    "A": "ml_lead",
    "B": "platform_lead",
    "C": "ml_platform_team",
    "D": "founder_cto",
}
"""The answer to "reports to" that each option stands for."""


@dataclass(frozen=True, slots=True)
class OrganisationAdvice:
    """Where the role should report: the option with its reason, the next best, and whether today's answer fits.

    ``fits`` is None while the reporting line is not answered or undecided.
    """

    option: Option
    reason: str
    alternative: Option
    alternative_reason: str
    fits: bool | None

    @property
    def name(self) -> str:
        """The option in words."""
        return OPTION_NAMES[self.option]

    @property
    def alternative_name(self) -> str:
        """The alternative in words."""
        return OPTION_NAMES[self.alternative]

    @property
    def watch(self) -> str:
        """What to watch under the option."""
        return WATCH[self.option]


def recommend(document: RequisitionDocument) -> OrganisationAdvice | None:
    """Where the role should report; None while the answers given do not decide it.

    The rule: ten ML engineers or more, a dedicated team (that claim is AiPaycheck's); else a company of at most 30
    people, or at most 4 data scientists and ML engineers, the founder or CTO for now; else infrastructure-heavy work,
    or work for teams beyond ML, the platform; else ML leadership. All but the first are rules of thumb.
    """
    ml, organisation, role = document.ml_today, document.organisation, document.role
    engineers = ml.mle_count
    if engineers is None:
        return None
    infra_heavy = document.scope.archetype == "infra_heavy"
    beyond_ml = _serves_beyond_ml(organisation, ml)
    if engineers >= ML_PLATFORM_TEAM_ENGINEERS:
        second: Option = "B" if infra_heavy or beyond_ml else "A"
        reason = f"{counted(engineers, 'ML engineer')}: enough to be the customers of a platform team of their own"
        return _advice("C", reason, second, _reason_without_team(second), organisation)
    people = ml_people(ml)
    settled: Option = "B" if infra_heavy or beyond_ml else "A"
    if role.headcount is not None and role.headcount <= SMALL_STARTUP_PEOPLE:
        reason = f"the company has {counted(role.headcount, 'person', 'people')}"
        return _advice("D", reason, settled, _reason_without_team(settled), organisation)
    if people is not None and people <= FOUNDER_LINE_ML_PEOPLE:
        reason = f"{counted(people, 'data scientist or ML engineer', 'data scientists and ML engineers')} so far"
        return _advice("D", reason, settled, _reason_without_team(settled), organisation)
    if people is None and ml_people_at_least(ml) <= FOUNDER_LINE_ML_PEOPLE:
        return None
    if settled == "B":
        reason = "the work is mostly infrastructure" if infra_heavy else "the platform serves more than the ML teams"
        return _advice("B", reason, "A", _reason_without_team("A"), organisation)
    reason = "the work mainly serves the ML teams and is built together with them"
    return _advice("A", reason, "B", _reason_without_team("B"), organisation)


def serves_other_teams_too(organisation: Organisation, ml_today: MlToday) -> bool:
    """Whether the role sits in a platform team that serves more than ML, with too few ML engineers for their own."""
    few = ml_today.mle_count is not None and ml_today.mle_count < ML_PLATFORM_TEAM_ENGINEERS
    return few and organisation.reports_to == "platform_lead"


def owned_handoffs(handoffs: Iterable[Handoff]) -> tuple[str, ...]:
    """Names of the hand-offs with a named owner, each once."""
    return tuple(dict.fromkeys(handoff.name for handoff in handoffs if handoff.owner and not handoff.owner.isspace()))


def _serves_beyond_ml(organisation: Organisation, ml_today: MlToday) -> bool:
    teams, platform = organisation.teams_served, ml_today.platform_count
    return teams is not None and teams > TEAMS_OF_ML_LINE and platform is not None and platform >= PLATFORM_TEAM_PEOPLE


def _reason_without_team(option: Option) -> str:
    if option == "B":
        return "where the platform team also serves teams beyond ML, or the work turns to infrastructure"
    return "where the work stays close to the ML teams"


def _advice(
    option: Option, reason: str, alternative: Option, alternative_reason: str, organisation: Organisation
) -> OrganisationAdvice:
    line = organisation.reports_to
    fits = None if line in (None, "undecided") else line == LINE_OF_OPTION[option]
    return OrganisationAdvice(option, reason, alternative, alternative_reason, fits)
