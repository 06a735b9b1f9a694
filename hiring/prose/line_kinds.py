"""The kind of one line: that of its section, unless its own words are plainly of another."""

import re
from typing import Final

from hiring.prose.hints import HintedLines, hints
from hiring.prose.lines import Line
from hiring.prose.spans import BOILERPLATE, SectionKind

_LEGAL_LINE: Final = re.compile(
    r"equal[- ](?:opportunit|employment)|regardless of|without regard|\bveterans?\b|discriminat|"
    r"reasonable (?:accommodation|adjustment)|"
    r"sexual orientation|gender identity|background (?:check|screen)|e-verify|privacy (?:policy|notice|"
    r"statement)|search firms|"
    r"unsolicited|pursuant to|fair chance|underrepresented|under-represented|protected (?:by|under|"
    r"characteristic|class)|"
    r"accommodations? (?:request|for|to|during|due)|recruitment (?:fraud|agenc|scam)|third[- ]part(?:y|"
    r"ies) (?:recruit|agenc)|"
    r"applicants with disabilit|affirmative action|all qualified applicants|(?:women|"
    r"people of colou?r)\b.{0,80}\bapply|"
    r"referrals increase your chances|diversity,? (?:and|&|equity)|"
    r"inclusive (?:workplace|environment|culture)|background, (?:age|gender|race)"
)
"""Words that lawyers ask for."""

_EMPLOYER_LINE: Final = re.compile(
    r"(?:here )?at [\w .&'-]{2,40}, (?:we|our|you|it|everyone|people)\b|founded (?:in|by)\b|"
    r"(?!this\b|the (?:role|position|job|work)\b|you\b)(?:we|[\w .&'-]{2,40}) (?:is|are) (?:an?|the|one of) "
    r"(?:\w+[ ,-]+){0,4}(?:leader|leading|provider|"
    r"company|platform|firm|start-?up|"
    r"global|world's|fastest|pioneer|consultancy|organi[sz]ation|non-?profit)\b|our (?:mission|vision|purpose|story)\b|"
    r"(?:headquartered|backed by|trusted by)\b"
)
"""How a paragraph begins that is about the employer."""

_EMPLOYER_ANYWHERE: Final = re.compile(
    r"\braised (?:over |more than |nearly )?[$€£]|series [a-f]\b[^.\n]{0,40}\b(?:fund|led|round|compan)|"
    r"years in (?:business|a row|the (?:industry|market))|"
    r"\bheadquartered in\b|\bfounded in (?:19|20)\d\d|\bbest places to work|\bgreat place to work|(?:forbes|"
    r"fortune|inc\.?|deloitte) \d{2,4}\b|"
    r"\bfunding from\b|\bmagic quadrant|(?:million|billion) in (?:total )?funding"
)
"""Words on the employer that tell, wherever in a paragraph they stand."""

_BENEFITS_LINE: Final = re.compile(
    r"\b401\(?k|\bpaid time off\b|\bpto\b|health (?:insurance|care|coverage)|\bdental\b|parental leave|"
    r"\bmedical (?:insurance|coverage|plan)|"
    r"vacation days|\bpension\b|\bstipend\b|\bstock options\b|\bgym\b|life (?:insurance|assurance)|"
    r"days? of (?:leave|vacation|holiday)|"
    r"paid (?:holidays|vacation|leave)|retirement plan|\bwellness\b|\bsick (?:leave|days)|employee assistance|"
    r"lunch|snacks"
)
"""What everybody who works there gets."""

_ROLE_LINE: Final = re.compile(
    r"\b(?:you will|you'll|you're|you are|you have|your|(?:we are|we're) (?:looking|seeking|hiring|searching|"
    r"in search)|(?:is|are) (?:looking|seeking|hiring|searching)|"
    r"seeking|(?:this|the) team (?:is|owns|builds|runs|works|supports|develops|maintains)|this (?:role|position|"
    r"job)|the (?:role|position|ideal candidate|successful candidate|candidate)|"
    r"as an? [\w /,-]{2,40}(?:engineer|lead|developer|architect|scientist)|(?:engineer|developer|scientist|"
    r"architect)s? (?:to|who|with)\b|required|must have|"
    r"experience|responsible for)\b"
)
"""Words about the job and whoever will do it, to tell a paragraph about the role from one about the employer."""

_MONEY: Final = re.compile(r"[$€£₹]|\d[\d,.]*k?\b|salar|compensation|\bpay\b|\bequity|\bbonus")
"""What a line on pay has: one under such a heading without any is about something else."""

_AS_SOMEBODY: Final = re.compile(
    r"(?:as (?:an?|our|the) [\w /,&().-]{2,60}\byou|this (?:role|position) (?:requires|will|involves|offers|"
    r"owns|reports)|"
    r"(?:for this (?:role|position|opportunity),? )?(?:we are|we're|[\w .&'-]{2,30} is) (?:now |currently |actively )?"
    r"(?:looking for|seeking|hiring|searching for|in search of))\b"
)
"""How a paragraph begins, under a heading on the employer, that says who is wanted after all."""

_LEGAL_STARTS: Final = hints(
    *("equal ", "equal-", "regardless of", "without regard", "veteran", "discriminat", "reasonable a"),
    *("sexual orientation", "gender identity", "background ", "background,", "e-verify", "privacy ", "search firms"),
    *("unsolicited", "pursuant to", "fair chance", "underrepresented", "under-represented", "protected "),
    *("accommodation", "recruitment ", "third part", "third-part", "applicants with", "affirmative", "all qualified"),
    *("referrals ", "women", "people of colo", "diversity", "inclusive "),
)
_EMPLOYER_STARTS: Final = hints(
    *("raised ", "series ", "years in ", "headquartered in", "founded in ", "best place", "great place", "forbes "),
    *("fortune ", "inc ", "inc. ", "deloitte ", "funding from", "magic quadrant", "million in", "billion in"),
)
_BENEFITS_STARTS: Final = hints(
    *("401", "paid ", "pto", "health ", "dental", "parental leave", "medical ", "vacation days", "pension", "stipend"),
    *("stock options", "gym", "life ", "day of ", "days of ", "retirement", "wellness", "sick ", "employee assistance"),
    *("lunch", "snacks"),
)
_SEEKING: Final = ("looking", "seeking", "hiring", "searching", "in search")
_ROLE_STARTS: Final = hints(
    *("you will", "you'll", "you're", "you are", "you have", "your", "seeking", "required", "must have", "experience"),
    *(f"{who} {act}" for who in ("is", "are", "we're", "we are") for act in _SEEKING),
    *("this team ", "the team ", "this role", "this position", "this job", "the role", "the position"),
    *("the ideal c", "the successful c", "the candidate", "as a ", "as an ", "responsible for"),
    *("engineer", "developer", "scientist", "architect"),
)

_ASKING: Final[frozenset[SectionKind]] = frozenset({"must", "nice", "duties"})

LONG_LINE: Final = 160
"""Characters from which a line is a paragraph rather than an item without a bullet."""


class LineKinds:
    """Tells the kinds of the lines of one text, given in lower case."""

    def __init__(self, low: str, hinted: HintedLines) -> None:
        self._low = low
        self._hinted = hinted
        self._legal = hinted.starts(_LEGAL_STARTS)
        self._employer = hinted.starts(_EMPLOYER_STARTS)
        self._benefits = hinted.starts(_BENEFITS_STARTS)

    def kind_of(self, line: Line, section: SectionKind | None, *, after_bullets: bool) -> SectionKind:
        """The kind of a line. ``section`` is that of its heading, None above the first.

        ``after_bullets``: a bullet stands above it in its section, so that a paragraph may be what follows the list.
        """
        low, start, end, whole = self._low, line.start, line.end, line.whole
        found = self._hinted.found
        if whole in self._legal and found(_LEGAL_LINE, _LEGAL_STARTS, start, end):
            return "legal"
        if section in BOILERPLATE and section is not None:
            return "role" if section == "employer" and _AS_SOMEBODY.match(low, start, end) else section
        if not line.bullet and (
            _EMPLOYER_LINE.match(low, start, end)
            or (whole in self._employer and found(_EMPLOYER_ANYWHERE, _EMPLOYER_STARTS, start, end))
        ):
            return "employer"
        offers = whole in self._benefits
        if offers and section not in _ASKING and found(_BENEFITS_LINE, _BENEFITS_STARTS, start, end):
            return "benefits"
        if (
            section == "pay"
            and (line.bullet or found(_ROLE_LINE, _ROLE_STARTS, start, end))
            and not _MONEY.search(low, start, end)
        ):
            return "role"
        if section is None:
            item = line.bullet or after_bullets or end - start < LONG_LINE
            return "role" if item or found(_ROLE_LINE, _ROLE_STARTS, start, end) else "employer"
        if section in _ASKING:
            if after_bullets and not line.bullet and line.gap and end - start > LONG_LINE:
                return "role" if found(_ROLE_LINE, _ROLE_STARTS, start, end) else "employer"
            if offers and line.bullet and found(_BENEFITS_LINE, _BENEFITS_STARTS, start, end):
                return "benefits"
        return section
