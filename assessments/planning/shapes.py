"""The shape of the loop at each level (domain.md, section H): three stages on three days of one week."""

from assessments.bank.content import Bank, Scenario
from assessments.planning import rules
from assessments.planning.choosing import best, candidates, debugging, level_of, minutes_of
from assessments.planning.draft import Draft, room_for
from assessments.planning.panel import People
from assessments.planning.wanted import PEOPLE_TAGS, Wanted
from hiring.document import RequisitionDocument
from hiring.document.process import PanelRole, StageTag, StageType

FIRST, MIDDLE, LAST = rules.DAYS


def loop_of(
    document: RequisitionDocument, bank: Bank, people: People, bundles: list[list[Wanted]], *, takehome: bool
) -> list[Draft]:
    """The sessions of the loop in their order, with room for must-haves and nothing handed out yet."""
    level = level_of(document)
    top = level in ("staff", "principal")
    exercises = _take_home(document, bank, bundles) if takehome else _live(document, bank, bundles)
    start = rules.SHORT_FIRST_TALK if level in ("junior", "mid") or takehome else rules.LONG_FIRST_TALK
    talks = _last_talks(level, people, takehome=takehome)
    drafts = [
        _talk("hm_screen", start, FIRST, ("hiring_manager",), (), first_talk=True),
        *_exercises(exercises, document, people, talks, top=top),
        *talks,
    ]
    return drafts


def lengthened(first_talk: Draft) -> Draft:
    """The first talk at its full length."""
    return _talk("hm_screen", rules.LONG_FIRST_TALK, FIRST, first_talk.panel, (), first_talk=True)


def wants_takehome(document: RequisitionDocument) -> bool:
    """Whether the document has chosen a take-home: hours for one, or a session of that type."""
    process = document.process
    return bool(process.takehome_hours) or any(stage.type == "take_home" for stage in process.stages)


def take_homes(document: RequisitionDocument, bank: Bank) -> list[Scenario]:
    """Take-homes that the level may be given; none from staff on."""
    if level_of(document) not in rules.TAKE_HOME_LEVELS:
        return []
    return [
        scenario
        for scenario in candidates(document, bank, ("take_home",))
        if minutes_of(scenario, document) <= rules.MOST_TAKE_HOME_MINUTES and "ml_scenario" in scenario.tags
    ]


def _take_home(document: RequisitionDocument, bank: Bank, bundles: list[list[Wanted]]) -> tuple[Scenario, ...]:
    return best(document, [take_homes(document, bank)], bundles)


def _live(document: RequisitionDocument, bank: Bank, bundles: list[list[Wanted]]) -> tuple[Scenario, ...]:
    second: StageType = "code_review" if level_of(document) in ("junior", "mid") else "architecture_exercise"
    others = [
        scenario
        for scenario in candidates(document, bank, (second,))
        if scenario.minutes <= rules.MOST_EXERCISE_MINUTES
    ]
    return best(document, [debugging(document, bank), others], bundles)


def _exercises(
    exercises: tuple[Scenario, ...], document: RequisitionDocument, people: People, talks: list[Draft], *, top: bool
) -> list[Draft]:
    # The work of staff and principal begins with a design; the incident comes after it.
    ordered = exercises[::-1] if top else exercises
    counts = {tag: sum(tag in draft.tags for draft in talks) for tag in PEOPLE_TAGS}
    drafts = []
    for scenario in ordered:
        tags: list[StageTag] = []
        for tag in scenario.tags:
            if tag in counts:
                if counts[tag] >= rules.MOST_SESSIONS_PER_REQUIREMENT:
                    continue
                counts[tag] += 1
            tags.append(tag)
        minutes = minutes_of(scenario, document)
        # Juniors meet the review on the day of the panel, after a day with the system.
        late = scenario.type == "code_review" and level_of(document) == "junior"
        drafts.append(
            Draft(
                scenario.type,
                minutes,
                LAST if late else MIDDLE,
                _exercise_panel(scenario, people, top=top),
                tuple(tags),
                scenario,
                room_for(scenario.type, minutes, tuple(tags)),
            )
        )
    return drafts


def _exercise_panel(scenario: Scenario, people: People, *, top: bool) -> tuple[PanelRole, ...]:
    if scenario.type == "take_home":
        return (people.hands_on,)
    if scenario.type == "live_debug":
        return (people.hands_on, people.customer or "hiring_manager")
    if scenario.type == "architecture_exercise":
        # From staff on an executive takes the fifth place of the panel.
        second = people.customer if top else people.second or people.customer
        return (people.hands_on, second or "hiring_manager")
    if people.hands_on == "platform_sre" and people.customer:
        # Without an MLOps engineer two judge together: one knows the systems, the other the models.
        return (people.hands_on, people.customer)
    return (people.hands_on,)


def _last_talks(level: str, people: People, *, takehome: bool) -> list[Draft]:
    customer: tuple[PanelRole, ...] = (people.customer or "external", people.partner)
    both: tuple[PanelRole, ...] = (people.hands_on, people.customer) if people.customer else (people.hands_on,)
    if level == "junior" and not takehome:
        return [_talk("partner_interview", 45, LAST, customer, PEOPLE_TAGS)]
    if level in ("junior", "mid") or takehome:
        talks = [
            _talk("panel_tech", 30, LAST, both, ("communication",), room=True),
            _talk("partner_interview", 45, LAST, customer, ("collaboration", "customer_empathy", "stakeholder")),
        ]
        if level == "mid":
            talks.append(_talk("hm_screen", 30, LAST, ("hiring_manager",), (), room=True))
        return talks
    partner = _talk("partner_interview", 45, LAST, customer, ("collaboration", "customer_empathy"))
    if level == "senior":
        return [
            partner,
            _talk("partner_interview", 30, LAST, (people.partner,), ("communication", "stakeholder")),
            _talk("hm_screen", 30, LAST, ("hiring_manager",), (), room=True),
        ]
    return [
        _talk("exec_chat", 60, LAST, ("executive", "hiring_manager"), ("communication", "stakeholder")),
        partner,
    ]


def _talk(
    type_: StageType,
    minutes: int,
    day: int,
    panel: tuple[PanelRole, ...],
    tags: tuple[StageTag, ...],
    *,
    first_talk: bool = False,
    room: bool = False,
) -> Draft:
    seats = room_for(type_, minutes, tags, first_talk=first_talk) if first_talk or room else 0
    return Draft(type_, minutes, day, panel, (*tags, "anchored"), None, seats, first_talk)
