"""How a line opens that asks for something, whatever heading it stands under."""

import re
from typing import Final

_OPENS: Final = re.compile(
    r"(?:(?:an?|some|very|strong|solid|deep|proven|hands-on|working|work|excellent|good|prior|extensive|in-depth|basic|"
    r"advanced|demonstrated|demonstrable|previous|thorough|technical|minimum|at least|expert|level|clear|broad|"
    r"relevant|professional|practical|commercial|production|industry|real-world|significant|substantial|programming|coding|"
    r"(?:experience|knowledge|understanding) and|\d{1,2}\+? years(?: of)?)[ ,/-]+(?:and )?)*"
    r"(?:experienced? (?:with|in|of|on|using|working|building|designing|developing|writing|implementing|deploying|"
    r"managing|running|operating|as)|knowledge (?:of|in|with)|proficien(?:t|cy) (?:in|with|at)|understanding of|"
    r"expertise (?:in|with)|familiar(?:ity)? with|skilled in|skills (?:in|with)|fluen(?:t|cy) (?:in|with)|command of|"
    r"mastery of|background in|track record (?:of|in)|level (?:in|with))\b"
)
"""Words of praise or measure, then a word that asks: "strong working knowledge of", "5+ years of experience with"."""

_LONGEST: Final = 120
"""Characters such words take at most: where a long line falls into many, none of them is read to its end."""


def opens_like_demand(low: str, start: int) -> bool:
    """Whether the line of a text in lower case that begins at ``start`` opens like a requirement."""
    return _OPENS.match(low, start, start + _LONGEST) is not None
