"""M12: the description says little that somebody could decide on."""

from decimal import Decimal
from typing import Any, Final

from hiring.checking import (
    ADVICE,
    BLOCKER,
    CLEAR,
    OFF,
    WARNING,
    Effort,
    Evidence,
    Fired,
    Missing,
    Mistake,
    Outcome,
    PatchOperation,
    trigger,
)
from hiring.checking.publications import acceler8, own_judgement
from hiring.document import Location
from hiring.facts.ad import Ad, Hit
from hiring.facts.case import Case
from hiring.facts.duty_areas import AREAS, areas_named, has_figure
from hiring.facts.governance import governs
from hiring.facts.languages import language_slots
from hiring.facts.law import binding_places
from hiring.facts.wording import counted, listed, number
from hiring.skills import skill_named
from hiring.thresholds import (
    AD_WORDS_LONG,
    AD_WORDS_SHORT,
    AD_WORDS_STUB,
    BARE_TOOL_LINES,
    CLICHES_ADVICE,
    CLICHES_WARNING,
    FEWEST_BARE_NAMES,
    LEAST_DUTY_AREAS,
    MANY_LANGUAGES,
)

JOB_AD = "/role/job_ad"
DUTIES, PROJECTS, GOALS = "/scope/duties", "/scope/first_projects", "/scope/goals_90d"
MUST, NICE = "/scope/must_haves", "/scope/nice_to_haves"
PUBLISHED, BASE_MAX = "/pay/band_published", "/pay/base_max"
LOCATIONS, HIRING_IN, HEADCOUNT = "/role/locations", "/role/remote_hiring_in", "/role/headcount"
WORK_MODE, LEVEL, REPORTS_TO = "/role/work_mode", "/role/level", "/organisation/reports_to"
REGULATED = "/ml_today/regulated"

UNREAD: Final = "There is no ad yet, or it is not in English: not checked."
INTERNAL: Final = "The ad opens as a note for an internal transfer."
AIM_WORDS: Final = "350 to 700"


def _readable(case: Case) -> Ad | None:
    ad = case.ad
    return ad if ad is not None and ad.english else None


def _phrases(hits: tuple[Hit, ...]) -> list[str]:
    return list(dict.fromkeys(hit.text for hit in hits))


def _quoted(phrases: list[str]) -> str:
    return listed([f"“{phrase}”" for phrase in phrases])


@trigger(
    "M12-T1",
    "The duties leave out the work",
    BLOCKER,
    WARNING,
    reads=(DUTIES,),
    fires_when=(
        f"The duties name fewer than {LEAST_DUTY_AREAS} of four areas: deployment, scaling, automation of pipelines, "
        "monitoring or retraining of models. None at all is a blocker."
    ),
    example_fires="“Support our data scientists; look after our cloud.”",
    example_quiet="“Deploy models with a way back; automate training; watch the top five models for drift.”",
)
def vague_duties(case: Case) -> Outcome:
    duties = case.scope.duties
    if not duties:
        return Missing(DUTIES)
    named = areas_named(duties)
    if len(named) >= LEAST_DUTY_AREAS:
        return CLEAR
    lacking = listed([words for area, words in AREAS.items() if area not in named])
    return Fired(
        WARNING if named else BLOCKER,
        f"The duties name {len(named) or 'none'} of {len(AREAS)} areas of MLOps work; missing: {lacking}.",
        (Evidence(DUTIES, list(named), f"at least {LEAST_DUTY_AREAS} of {len(AREAS)} areas"),),
        f"Add a sentence to the duties on {lacking}.",
    )


@trigger(
    "M12-T2",
    "The ad is too short or too long",
    BLOCKER,
    WARNING,
    reads=(JOB_AD,),
    fires_when=(
        f"The ad has fewer than {AD_WORDS_SHORT} words or more than {AD_WORDS_LONG:,}; fewer than {AD_WORDS_STUB} is a "
        "blocker."
    ),
    example_fires="An ad of 90 words.",
    example_quiet="An ad of 480 words.",
    quiet_when=(UNREAD, INTERNAL),
    effort=Effort.HOURS,
)
def odd_length(case: Case) -> Outcome:
    ad = _readable(case)
    if ad is None:
        return Missing(JOB_AD)
    if ad.internal:
        return OFF
    if AD_WORDS_SHORT <= ad.words <= AD_WORDS_LONG:
        return CLEAR
    return Fired(
        BLOCKER if ad.words < AD_WORDS_STUB else WARNING,
        f"The ad has {counted(ad.words, 'word')}.",
        (Evidence(JOB_AD, ad.words, f"{AD_WORDS_SHORT} to {AD_WORDS_LONG} words"),),
        f"Aim for {AIM_WORDS} words.",
    )


@trigger(
    "M12-T3",
    "A language for every taste",
    WARNING,
    reads=(MUST,),
    fires_when=f"{MANY_LANGUAGES} or more programming languages are required; alternatives count as one.",
    example_fires="Python, Go, Java and R are all must-haves.",
    example_quiet="Python is required, and Go or Rust.",
    quiet_when=("A line that also accepts something other than a language; SQL.",),
)
def many_languages(case: Case) -> Outcome:
    slots = case.scope.must_haves
    if not slots:
        return Missing(MUST)
    indices = language_slots(slots)
    if len(indices) < MANY_LANGUAGES:
        return CLEAR
    names = [" or ".join(_language(name) for name in slots[index].any_of) for index in indices]
    return Fired(
        WARNING,
        f"{len(indices)} programming languages are required: {listed(names)}.",
        (Evidence(MUST, names, f"fewer than {MANY_LANGUAGES}"),),
        "Require Python and at most one other language; make the rest nice-to-have.",
        _move_languages(case, indices),
    )


def _language(name: str) -> str:
    skill = skill_named(name)
    return skill.name if skill else name


def _move_languages(case: Case, indices: tuple[int, ...]) -> tuple[PatchOperation, ...]:
    slots = case.scope.must_haves
    with_python = [index for index in indices if any(_language(name) == "Python" for name in slots[index].any_of)]
    others = [index for index in indices if index not in with_python]
    kept = {*with_python[:1], *others[: 1 if with_python else 2]}
    moved = [index for index in indices if index not in kept]
    removals: list[PatchOperation] = [{"op": "remove", "path": f"{MUST}/{index}"} for index in reversed(moved)]
    additions: list[PatchOperation] = [
        {"op": "add", "path": f"{NICE}/-", "value": slots[index].model_dump(mode="json")} for index in moved
    ]
    return (*removals, *additions)


@trigger(
    "M12-T4",
    "No outcome with a figure",
    WARNING,
    reads=(PROJECTS, GOALS, DUTIES),
    fires_when="No first project, 90-day goal or duty holds a number or a date.",
    example_fires="“Improve our deployments.”",
    example_quiet="“Cut the time to deploy a model from 14 days to 1.”",
    effort=Effort.HOURS,
)
def no_figure(case: Case) -> Outcome:
    scope = case.scope
    if (
        has_figure(scope.first_projects)
        or has_figure(scope.goals_90d)
        or has_figure(duty.text for duty in scope.duties)
    ):
        return CLEAR
    given = ((PROJECTS, scope.first_projects), (GOALS, scope.goals_90d), (DUTIES, scope.duties))
    unanswered = [path for path, value in given if not value]
    if unanswered:
        return Missing(*unanswered)
    return Fired(
        WARNING,
        "No project, goal or duty holds a number or a date.",
        tuple(Evidence(path, 0, "at least one figure among projects, goals and duties") for path, _ in given),
        "Add two outcomes for the first 6 to 12 months with a figure each: latency, days to deploy, models, per cent.",
    )


@trigger(
    "M12-T5",
    "Clichés instead of facts",
    WARNING,
    ADVICE,
    reads=(JOB_AD,),
    fires_when=(
        f"{CLICHES_ADVICE} clichés or more are advice, {CLICHES_WARNING} or more a warning: cutting-edge, fast-paced, "
        "passionate, world-class, many hats, etc. In a paragraph about the employer each counts half."
    ),
    example_fires="“A passionate self-starter for our fast-paced, world-class team.”",
    example_quiet="“You take over 12 models and a team of 3.”",
    quiet_when=(UNREAD, INTERNAL),
)
def cliches(case: Case) -> Outcome:
    ad = _readable(case)
    if ad is None:
        return Missing(JOB_AD)
    if ad.internal:
        return OFF
    halves = ad.cliche_halves
    if halves < 2 * CLICHES_ADVICE:
        return CLEAR
    phrases = _phrases(ad.cliches)
    how_many = number(Decimal(halves) / 2)
    return Fired(
        WARNING if halves >= 2 * CLICHES_WARNING else ADVICE,
        f"The ad holds {len(ad.cliches)} clichés: {_quoted(phrases)}."
        if halves == 2 * len(ad.cliches)
        else f"The ad holds {len(ad.cliches)} clichés, which count as {how_many} because some praise the employer: "
        f"{_quoted(phrases)}.",
        (Evidence(JOB_AD, phrases, f"fewer than {CLICHES_ADVICE}"),),
        "Replace them with facts: team size, models, users, dates.",
    )


@trigger(
    "M12-T6",
    "The pay range is not published",
    BLOCKER,
    WARNING,
    reads=(PUBLISHED, LOCATIONS, HIRING_IN, HEADCOUNT, BASE_MAX),
    fires_when=(
        "The ad shows no pay range. A blocker where a law that asks for it is in force in a place hired in and the "
        "employer is known to be large enough."
    ),
    example_fires="An ad for Denver without a range: Colorado asks every employer for it.",
    example_quiet="The range stands in the ad.",
)
def range_hidden(case: Case) -> Outcome:
    published = case.pay.band_published
    if published is None:
        return Missing(PUBLISHED)
    if published:
        return CLEAR
    laws = binding_places(case.document, case.today)
    patch: tuple[PatchOperation, ...] = ({"op": "replace", "path": PUBLISHED, "value": True},)
    if not laws:
        return Fired(
            WARNING,
            "The pay range is not in the ad; publishing it everywhere is the safe default.",
            (Evidence(PUBLISHED, False, True),),
            "Publish the good-faith range.",
            patch,
        )
    role = case.role
    places = tuple(
        Evidence(path, [_in_words(place) for place in given], "a range in the posting")
        for path, given in ((LOCATIONS, role.locations), (HIRING_IN, role.remote_hiring_in))
        if given
    )
    return Fired(
        BLOCKER,
        f"The pay range is not in the ad, and {listed(laws)} {'requires' if len(laws) == 1 else 'require'} it there "
        "(not legal advice: check with counsel).",
        (Evidence(PUBLISHED, False, True), *places, Evidence(HEADCOUNT, role.headcount)),
        "Publish the good-faith range.",
        patch,
    )


def _in_words(place: Location) -> str:
    return ", ".join(part for part in (place.metro, place.region, place.country) if part)


@trigger(
    "M12-T7",
    "Place, work mode, level or manager is missing",
    ADVICE,
    reads=(LOCATIONS, WORK_MODE, LEVEL, REPORTS_TO),
    fires_when="The location, the work mode, the level or the manager is not answered, or the manager is undecided.",
    example_fires="Nobody has said whether the work is remote.",
    example_quiet="Senior, hybrid, in Boston, reporting to the head of ML.",
)
def basics_missing(case: Case) -> Outcome:
    role, reports_to = case.role, case.organisation.reports_to
    basics: tuple[tuple[str, str, Any, bool], ...] = (
        (LOCATIONS, "the location", None, not role.locations),
        (WORK_MODE, "the work mode", None, role.work_mode is None),
        (LEVEL, "the level", None, role.level is None),
        (REPORTS_TO, "the manager", reports_to, reports_to is None or reports_to == "undecided"),
    )
    lacking = [basic for basic in basics if basic[3]]
    if not lacking:
        return CLEAR
    words = listed([words for _, words, _, _ in lacking])
    return Fired(
        ADVICE,
        f"The description cannot name {words}.",
        tuple(Evidence(path, observed, "an answer") for path, _, observed, _ in lacking),
        f"Add {words}.",
    )


@trigger(
    "M12-T8",
    "Requirements are bare tool names",
    WARNING,
    reads=(JOB_AD,),
    fires_when=(
        f"{BARE_TOOL_LINES} % or more of the ad's requirement lines only name tools, with no word on the work; "
        f"at least {FEWEST_BARE_NAMES} names in all."
    ),
    example_fires="“Requirements: Python · Docker · Kubernetes · AWS · MLflow”",
    example_quiet="“You have rolled back a model in production on Kubernetes.”",
    quiet_when=(UNREAD, INTERNAL, "Lists in a section on the employer's own stack."),
    effort=Effort.HOURS,
)
def bare_tools(case: Case) -> Outcome:
    ad = _readable(case)
    if ad is None:
        return Missing(JOB_AD)
    if ad.internal:
        return OFF
    bare, lines = len(ad.bare_lines), len(ad.requirement_lines)
    if ad.bare_names < FEWEST_BARE_NAMES or bare * 100 < BARE_TOOL_LINES * lines:
        return CLEAR
    return Fired(
        WARNING,
        f"{bare} of the ad's {counted(lines, 'requirement line')} only {'names' if bare == 1 else 'name'} tools.",
        (Evidence(JOB_AD, list(ad.bare_lines), f"under {BARE_TOOL_LINES} % of the lines"),),
        "Say what the person will do with each tool.",
    )


@trigger(
    "M12-T9",
    "Words that shut people out",
    ADVICE,
    reads=(JOB_AD,),
    fires_when="The ad uses gendered, ageist or otherwise exclusionary words: young, digital native, guys, and so on.",
    example_fires="“Join our young team of digital natives.”",
    example_quiet="“Join our young company.”",
    quiet_when=(UNREAD, INTERNAL),
)
def excluding_words(case: Case) -> Outcome:
    ad = _readable(case)
    if ad is None:
        return Missing(JOB_AD)
    if ad.internal:
        return OFF
    if not ad.excluding:
        return CLEAR
    phrases = _phrases(ad.excluding)
    return Fired(
        ADVICE,
        f"The ad uses words that shut people out: {_quoted(phrases)}.",
        (Evidence(JOB_AD, phrases, "none of these words"),),
        "Use neutral wording.",
    )


@trigger(
    "M12-T10",
    "A regulated field, and not a word on governance",
    ADVICE,
    reads=(REGULATED, MUST, NICE, DUTIES),
    fires_when="The field is regulated, and neither requirements nor duties are about governance or security.",
    example_fires="A lender's requisition without audit, lineage, risk or access control.",
    example_quiet="One duty is to keep the audit trail of every release.",
)
def governance_absent(case: Case) -> Outcome:
    regulated, scope = case.ml_today.regulated, case.scope
    if regulated is False or governs(scope):
        return CLEAR
    unanswered = [path for path, value in ((DUTIES, scope.duties), (MUST, scope.must_haves)) if not value]
    if regulated is None or unanswered:
        return Missing(*((REGULATED,) if regulated is None else ()), *unanswered)
    return Fired(
        ADVICE,
        "The field is regulated, and no requirement or duty is about governance or security.",
        (
            Evidence(REGULATED, True),
            Evidence(DUTIES, 0, "a duty on audit, lineage, risk or access"),
            Evidence(MUST, 0, "or a requirement on one of them"),
        ),
        "Add the audit, lineage or risk duties.",
    )


MISTAKE = Mistake(
    id="M12",
    slug="vague-description",
    name="Vague description",
    title_flagged="The description filters nobody",
    title_clear="The description says what the work is",
    summary="The ad or the duties behind it are general enough for any cloud job, or hide what people decide on.",
    why=(
        "People choose by the work, the pay and the place. An ad that lists every language and praises the company "
        "tells the right person nothing, and does not stop the wrong one."
    ),
    goes_wrong="Many applications, few that fit; strong people go to ads that say what is to be done and for how much.",
    steps=("role", "scope", "pay", "organisation", "ml_today"),
    sources=(
        acceler8(
            "Say which duties there are in deployment, infrastructure scaling and pipeline automation; general ads "
            "fail to find people for tasks such as packing models into containers automatically or governing AI."
        ),
        acceler8("Listing every language signals that there is no direction."),
        own_judgement(
            f"The figures: {AD_WORDS_SHORT} to {AD_WORDS_LONG:,} words, {MANY_LANGUAGES} languages, {CLICHES_ADVICE} "
            f"and {CLICHES_WARNING} clichés, {BARE_TOOL_LINES} % of the requirement lines."
        ),
        own_judgement(
            "The table of pay-transparency laws was read from law firms' pages in November 2026. It is not legal "
            "advice; check with counsel."
        ),
    ),
    triggers=(
        vague_duties,
        odd_length,
        many_languages,
        no_figure,
        cliches,
        range_hidden,
        basics_missing,
        bare_tools,
        excluding_words,
        governance_absent,
    ),
    dissent=("Short ads can work where people know the team already; the length is a rule of thumb.",),
    blind_spots=(
        "Ads in other languages than English.",
        "Duties that describe the work in words we do not know.",
        "Whether a figure in a project is an outcome, or just the name of a tool.",
        "Teasers that link to a full description.",
        "Laws passed or changed since the table was read, and how many people work in each state.",
    ),
)
