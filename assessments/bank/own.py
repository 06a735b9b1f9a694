"""Reading an organisation's own scenarios and questions. Pure; where they are kept is somebody else's matter."""

from functools import lru_cache
from typing import Final

from assessments.bank.content import Question, Scenario
from assessments.bank.reading import HERE, read_one

KINDS: Final[dict[str, type[Scenario] | type[Question]]] = {"scenario": Scenario, "question": Question}


@lru_cache(maxsize=512)
def read_own(kind: str, code: str, body: str) -> Scenario | Question:
    """An own scenario or question from its TOML text; ``code`` becomes its id. Raises BadContent, KeyError."""
    return read_one(KINDS[kind], body, code, code)


def text_to_start_from(id_: str) -> str:
    """The text of a shipped scenario without its id, to be made one's own. Raises KeyError for an unknown id."""
    path = HERE / "scenarios" / f"{id_.lower()}.toml"
    if not (id_.isalnum() and path.is_file()):
        raise KeyError(id_)
    return "".join(
        line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("id =")
    )


QUESTION_TO_START_FROM: Final = """competency = "lifecycle"
question = ""
levels = ["mid", "senior", "staff", "principal"]
about = ["ml-lifecycle"]
anchors.poor = ""
anchors.partial = ""
anchors.good = ""
anchors.great = ""
"""
"""The fields of a question, to be filled in."""
