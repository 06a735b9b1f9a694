"""What the requisition's own advert says beside each question of the form, in its own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from hiring.job_ad.reader import read_ad_text
from hiring.job_ad.suggestions import suggestions_of
from hiring.views.ad_rows import rows_by_step

_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """The advert's words on one question. ``more`` are further places of the advert that are not shown."""

    words: tuple[str, ...]
    more: int


@lru_cache(maxsize=64)
def quotes_from(advert: str) -> Mapping[str, Quoted]:
    """By field name, for an advert's text; nothing for an empty one.

    The same text is read once for the pages around it: reading is pure, so what is kept is never old.
    """
    if not advert:
        return {}
    ad = read_ad_text(advert)
    return {
        group.question.field: Quoted(words[:_MOST], max(len(words) - _MOST, 0))
        for _, groups in rows_by_step(ad, suggestions_of(ad))
        for group in groups
        if (words := tuple(dict.fromkeys(word for row in group.rows for word in row.quotes or (row.value,))))
    }
