"""Why each session is there, in words."""

from collections.abc import Sequence
from typing import Final

from assessments.bank.content import Bank, Scenario
from assessments.planning.choosing import archetype_of, candidates, fits
from assessments.planning.signals import signals
from assessments.planning.wanted import Wanted
from hiring.document import RequisitionDocument, Stage
from hiring.facts.people_skills import PEOPLE_SKILLS
from hiring.facts.wording import listed
from hiring.questions import describe

SPLITS: Final = {"infra_heavy": "a 70/30 split", "balanced": "a 50/50 split", "ml_heavy": "a 30/70 split"}
MOST_NAMED: Final = 4

_PURPOSES: Final[dict[str, str]] = {
    "recruiter_screen": "The split, the projects, the terms and the dates, before anybody spends an hour.",
    "algo_coding": "Algorithms, which this work rarely needs.",
    "practical_coding": "How they write code for a task like yours.",
    "whiteboard_design": "How they think about a system that is not there.",
    "take_home": "What they build when nobody watches, in a fixed number of hours.",
    "live_debug": "How they find a fault in a system that looks healthy.",
    "architecture_exercise": "What they would build first, and what they leave out.",
    "code_review": "What they see in others’ work, and how they say it.",
    "panel_tech": "What is behind the work they showed.",
    "exec_chat": "Whether they can put the platform’s worth into the words of those who pay for it.",
    "references": "What former colleagues saw.",
    "culture_fit": "How they acted in situations that will come again here.",
}


def purpose_of(stage: Stage, bank: Bank, *, first: bool, takehome: bool) -> str:
    """What the session finds out, in one sentence."""
    scenario = bank.scenarios.get(stage.scenario or "")
    if scenario is not None:
        return f"{scenario.title}: {inner(scenario.task)}"
    if stage.type == "hm_screen":
        if first:
            return "The split and the projects, told openly; then their own past work, and where they want to go."
        return "What is still open on both sides, and how they would start."
    if stage.type == "panel_tech" and takehome:
        return "Their submission, line by line: what they would change, and what happens under load."
    if stage.type == "partner_interview":
        shown = listed([PEOPLE_SKILLS[tag] for tag in stage.tags if tag in PEOPLE_SKILLS])
        about = (
            "How they explain a technical choice to somebody who does not build it"
            if _lay_panel(stage)
            else "How they work with those they serve"
        )
        return f"{about}: {shown}." if shown else f"{about}."
    return _PURPOSES.get(stage.type, "What this session finds out has not been said.")


def reason_of(
    stage: Stage, wanted: Sequence[Wanted], document: RequisitionDocument, bank: Bank, *, first: bool, takehome: bool
) -> str:
    """Why the session is in the loop, and why with this scenario."""
    scenario = bank.scenarios.get(stage.scenario or "")
    named = _named(wanted)
    if scenario is not None:
        return " ".join(_scenario_reason(scenario, named, document, bank))
    shows = f" It looks at {named}, for which no exercise of this loop has room." if named else ""
    if first:
        return (
            "People who learn the real job first drop out early or stay. Two of its questions tell MLOps from "
            f"DevOps.{f' It asks about {named}.' if named else ''}"
        )
    if stage.type == "panel_tech" and takehome:
        return f"A take-home that is never talked through shows the result and not the thinking.{shows}"
    if stage.type == "panel_tech":
        return f"It goes back to what the exercises left open, in front of those who will work with the hire.{shows}"
    if stage.type == "partner_interview" and _lay_panel(stage):
        return f"Only somebody from outside the craft can say whether an explanation was one.{shows}"
    if stage.type == "partner_interview":
        return f"Those who will be served judge it, by fixed questions with anchors.{shows}"
    if stage.type == "exec_chat":
        return f"From staff on the work is to sway others; whoever pays for it should hear it explained.{shows}"
    if stage.type == "hm_screen":
        return f"The last word before the decision, so that nobody leaves with an open question.{shows}"
    return f"Chosen by hand.{shows}"


def _lay_panel(stage: Stage) -> bool:
    return bool(stage.panel) and {"product", "business"}.issuperset(stage.panel)


def _scenario_reason(scenario: Scenario, named: str, document: RequisitionDocument, bank: Bank) -> list[str]:
    sentences = []
    if not fits(scenario, document):
        archetype, level = archetype_of(document), document.role.level
        who = listed([word for word in (level and f"{level} level", archetype and SPLITS[archetype]) if word])
        if who:
            sentences.append(f"The bank does not make it for {who}.")
    if called := signals(document).get(scenario.id):
        sentences.append(f"Chosen because {listed(called)}.")
    if named:
        sentences.append(f"It looks at {named}.")
    if len(candidates(document, bank, (scenario.type,))) == 1 and fits(scenario, document):
        kind = describe("/process/stages/0/type", scenario.type)
        sentences.append(f"It is the bank’s one exercise of this kind ({kind.lower()}) for level and split.")
    elif not sentences:
        sentences.append("Of the exercises that fit level and split, it comes first.")
    if document.role.level == "junior" and scenario.junior_variant:
        sentences.append(f"For juniors: {inner(scenario.junior_variant)}")
    return sentences


def _named(wanted: Sequence[Wanted]) -> str:
    labels = [each.requirement.label for each in wanted if each.kind == "skill"]
    rest = len(labels) - MOST_NAMED
    return listed([*labels[:MOST_NAMED], f"{rest} more"] if rest > 0 else labels)


def inner(sentence: str) -> str:
    """A sentence for the middle of another: a small first letter, unless an abbreviation starts it."""
    return sentence if sentence[1:2].isupper() else f"{sentence[:1].lower()}{sentence[1:]}"
