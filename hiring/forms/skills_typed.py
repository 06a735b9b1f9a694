"""Requirements as people type them: ``AWS or GCP``, ``3+ years of Python``, several by comma."""

import re
from decimal import Decimal
from typing import Any, Final

from hiring.document.base import json_number
from hiring.skills import skill_named

_YEARS: Final = r"(?P<years>\d{1,2}(?:\.\d)?)\s*\+?\s*(?:years?|yrs?)"
_BEFORE: Final = re.compile(rf"^(?:at least\s+)?{_YEARS}(?:\s+(?:of|in|with|experience|using))*\s+(?P<name>.+)$", re.I)
_AFTER: Final = re.compile(rf"^(?P<name>.+?)[\s(:]+{_YEARS}(?:\s+(?:of\s+)?experience)?\)?$", re.I)
_ALONE: Final = re.compile(rf"^{_YEARS}$", re.I)


def slots_in(text: str) -> list[dict[str, Any]]:
    """The requirements in what was typed, as plain slots. Names of the taxonomy become slugs, others stay as typed.

    Lines, commas and semicolons part requirements; "or" and a slash part alternatives of one.
    """
    slots: list[dict[str, Any]] = []
    for piece in (part.strip(" .•*-–\t") for part in re.split(r"[,;\n]+", text)):
        if not piece:
            continue
        alone = _ALONE.match(piece)
        if alone and slots:
            slots[-1]["years"] = _years(alone["years"])
            continue
        match = _BEFORE.match(piece) or _AFTER.match(piece)
        name = match["name"] if match else piece
        alternatives = list(dict.fromkeys(alternatives_in(name)))
        if alternatives:
            slots.append({"any_of": alternatives, "years": _years(match["years"]) if match else None})
    return slots


def alternatives_in(text: str) -> list[str]:
    """The alternatives of one requirement: slugs where known. ``CI/CD`` is one name, ``AWS/GCP`` are two."""
    whole = skill_named(text)
    if whole is not None:
        return [whole.slug]
    parts = [part.strip() for part in re.split(r"\s+or\s+|\|", text, flags=re.I) if part.strip()]
    found: list[str] = []
    for part in parts:
        known = skill_named(part)
        if known is not None:
            found.append(known.slug)
            continue
        pieces = [piece.strip() for piece in part.split("/") if piece.strip()]
        slugs = [skill_named(piece) for piece in pieces]
        if len(pieces) > 1 and any(slugs):
            found.extend(skill.slug if skill else piece for skill, piece in zip(slugs, pieces, strict=True))
        else:
            found.append(part)
    return found


def skill_or_text(text: str) -> str:
    """The slug that a name stands for; the text itself where the taxonomy does not know it."""
    skill = skill_named(text)
    return skill.slug if skill else text.strip()


def _years(digits: str) -> int | float:
    return json_number(Decimal(digits))
