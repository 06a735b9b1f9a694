"""The disciplines that skills belong to."""

from typing import Final, Literal

from hiring.skills import Skill

Discipline = Literal["mlops", "devops", "data_eng", "modelling", "security_gov", "off_role"]

DISCIPLINES: Final[dict[Discipline, str]] = {
    "mlops": "MLOps",
    "devops": "DevOps",
    "data_eng": "data engineering",
    "modelling": "modelling",
    "security_gov": "security and governance",
    "off_role": "other jobs",
}
"""The disciplines and their names in messages."""

_OF_TAXONOMY: Final[dict[str, Discipline]] = {
    "mlops": "mlops",
    "llmops": "mlops",
    "devops": "devops",
    "data_eng": "data_eng",
    "ml_eng": "modelling",
    "data_science": "modelling",
    "security_gov": "security_gov",
    "off_role": "off_role",
}
THREE_JOBS: Final[tuple[Discipline, ...]] = ("devops", "data_eng", "modelling")
"""Deep in all three of these is three people."""


def discipline_of(skill: Skill | None) -> Discipline | None:
    """The discipline of a line whose first alternative is the skill.

    None for programming languages (R aside, which is modelling), software practice, soft skills and unknown names.
    """
    if skill is None or (skill.group == "programming" and skill.discipline != "data_science"):
        return None
    return _OF_TAXONOMY.get(skill.discipline)
