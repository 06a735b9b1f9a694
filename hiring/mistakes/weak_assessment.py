"""M05: interviews that never show the work."""

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
from hiring.checking.publications import acceler8, aipaycheck, own_judgement
from hiring.document import Stage
from hiring.facts import fit, loop
from hiring.facts.case import Case
from hiring.facts.template_patch import template_patch
from hiring.facts.wording import counted, listed
from hiring.skills import SKILLS
from hiring.thresholds import (
    ALGO_BLOCK_PCT,
    ALGO_PCT,
    CANDIDATE_ADVICE_HOURS,
    CANDIDATE_HOURS,
    REPEATED_COMPETENCY,
    REVIEW_TALK_MINUTES,
    TAKEHOME_AIM_HOURS,
    TAKEHOME_BLOCK_HOURS,
    TAKEHOME_HOURS,
)

STAGES = "/process/stages"
NO_STAGES = Missing(STAGES)


def _types(stages: tuple[Stage, ...]) -> tuple[str, ...]:
    return tuple(stage.type for stage in stages)


def _none_of(count: int, noun: str) -> str:
    return f"Not one of the {counted(count, noun)}" if count > 1 else f"No {noun}"


def _algo_minutes(stages: tuple[Stage, ...]) -> int:
    return sum(stage.minutes for stage in stages if stage.type == "algo_coding")


@trigger(
    "M05-T1",
    "Nobody sees them work",
    BLOCKER,
    reads=(STAGES,),
    fires_when="no stage is hands-on: no take-home, live debugging, code review, coding on an ML or infrastructure "
    "task, or architecture exercise on a real system",
    example_fires="A manager's screen, an algorithm round and a whiteboard design.",
    example_quiet="A manager's screen and an hour of debugging a failing deployment.",
    quiet_when=(
        "practical coding on realistic data or infrastructure code, tagged as such",
        "an architecture exercise with failure injection on a real system",
    ),
    effort=Effort.HOURS,
)
def nothing_hands_on(case: Case) -> Outcome:
    stages = case.process.stages
    if not stages:
        return NO_STAGES
    if any(loop.is_hands_on(stage) for stage in stages):
        return CLEAR
    return Fired(
        BLOCKER,
        f"{_none_of(len(stages), 'stage')} shows the person working on something real.",
        (Evidence(STAGES, _types(stages), "at least one hands-on stage"),),
        f"Add a 60-minute live debugging session or a take-home of at most {TAKEHOME_AIM_HOURS} hours from the bank.",
        template_patch(case, lambda new: any(loop.is_hands_on(stage) for stage in new)),
    )


@trigger(
    "M05-T2",
    "Too much algorithm coding",
    BLOCKER,
    WARNING,
    reads=(STAGES,),
    fires_when="algorithm coding takes more than 25% of the technical minutes (warning), or more than 50% (blocker)",
    example_fires="60 minutes of algorithms among 120 technical minutes: 50%, a warning.",
    example_quiet="30 minutes of algorithms among 120 technical minutes: exactly 25%.",
    effort=Effort.HOURS,
)
def algorithm_rounds(case: Case) -> Outcome:
    if not case.process.stages:
        return NO_STAGES
    algo, technical = _algo_minutes(case.tech_stages), case.tech_minutes
    if algo * 100 <= technical * ALGO_PCT:
        return CLEAR
    share = round(algo * 100 / technical)
    return Fired(
        BLOCKER if algo * 100 > technical * ALGO_BLOCK_PCT else WARNING,
        f"Algorithm coding takes {algo} of {technical} technical minutes, {share}%.",
        tuple(
            Evidence(f"{STAGES}/{index}/minutes", stage.minutes, f"at most {ALGO_PCT}% of the technical minutes")
            for index, stage in enumerate(case.process.stages)
            if stage.type == "algo_coding"
        ),
        "Replace the algorithm rounds by a work sample, for example 60 minutes of live debugging.",
        template_patch(
            case,
            lambda new: _algo_minutes(tuple(new)) * 100 <= sum(s.minutes for s in loop.technical(new)) * ALGO_PCT,
        ),
    )


@trigger(
    "M05-T3",
    "No machine-learning scenario",
    BLOCKER,
    reads=(STAGES, "/scope/archetype", "/role/level"),
    fires_when="there are technical stages, and no stage carries a scenario from the life of a model: drift, skew, a "
    "bad rollout, a broken pipeline, retraining",
    example_fires="A code review of a web service and a Kubernetes exercise.",
    example_quiet="A Kubernetes exercise and an hour on a silent drop in accuracy.",
    quiet_when=("no technical stage at all: then M05-T1 speaks",),
    effort=Effort.HOURS,
    same_fact=("M01-T5",),
)
def no_ml_scenario(case: Case) -> Outcome:
    stages = case.process.stages
    if not stages:
        return NO_STAGES
    if not case.tech_stages or loop.has_ml_scenario(stages):
        return CLEAR
    return Fired(
        BLOCKER,
        f"{_none_of(len(case.tech_stages), 'technical stage')} asks about the life of a model in production.",
        (Evidence(STAGES, _types(case.tech_stages), "a stage tagged ml_scenario"),),
        f"Add scenario {fit.suggested_scenario(case)} to the loop.",
        template_patch(case, loop.has_ml_scenario),
    )


@trigger(
    "M05-T4",
    "Take-home too long",
    BLOCKER,
    WARNING,
    reads=("/process/takehome_hours", "/process/takehome_paid", STAGES),
    fires_when="an unpaid take-home asks for more than 4 hours (warning) or more than 8 (blocker); a paid one for more "
    "than 8 (warning)",
    example_fires="Six hours, unpaid.",
    example_quiet="Six hours, paid; or four hours, unpaid.",
    quiet_when=("no take-home",),
)
def long_takehome(case: Case) -> Outcome:
    hours, paid = case.process.takehome_hours, case.process.takehome_paid
    if case.takehome is False:
        return OFF
    if hours is None:
        return Missing("/process/takehome_hours")
    if hours <= TAKEHOME_HOURS or (paid and hours <= TAKEHOME_BLOCK_HOURS):
        return CLEAR
    if paid is None and hours <= TAKEHOME_BLOCK_HOURS:
        return Missing("/process/takehome_paid")
    limit = TAKEHOME_BLOCK_HOURS if paid else TAKEHOME_HOURS
    terms = {True: "paid ", False: "unpaid ", None: ""}[paid]
    return Fired(
        BLOCKER if paid is False and hours > TAKEHOME_BLOCK_HOURS else WARNING,
        f"The {terms}take-home asks for {counted(hours, 'hour')}; people with a job and a family will pass.",
        (
            Evidence("/process/takehome_hours", hours, limit),
            *((Evidence("/process/takehome_paid", paid),) if paid is not None else ()),
        ),
        f"Cap it at {TAKEHOME_HOURS} hours, aiming for {TAKEHOME_AIM_HOURS}"
        + ("." if paid else ", or pay for the time."),
        _shorter_takehome(case),
    )


def _shorter_takehome(case: Case) -> tuple[PatchOperation, ...]:
    """Set the hours aimed for, in the take-home's stages too."""
    minutes = TAKEHOME_AIM_HOURS * 60
    return (
        {"op": "replace", "path": "/process/takehome_hours", "value": TAKEHOME_AIM_HOURS},
        *(
            PatchOperation(op="replace", path=f"{STAGES}/{index}/minutes", value=minutes)
            for index, stage in enumerate(case.process.stages)
            if stage.type == "take_home" and stage.minutes > minutes
        ),
    )


@trigger(
    "M05-T5",
    "No rubric",
    BLOCKER,
    WARNING,
    reads=("/process/rubric_defined", "/process/scorecard"),
    fires_when="no rubric is defined (warning), and no scorecard either (blocker)",
    example_fires="Interviewers write free notes and discuss them at the end.",
    example_quiet="Each answer has anchors from 1 to 4.",
)
def no_rubric(case: Case) -> Outcome:
    rubric, scorecard = case.process.rubric_defined, case.process.scorecard
    if rubric is None:
        return Missing("/process/rubric_defined")
    if rubric:
        return CLEAR
    nothing = scorecard is False
    patch: list[PatchOperation] = [{"op": "replace", "path": "/process/rubric_defined", "value": True}]
    if not scorecard:
        patch.append({"op": "replace", "path": "/process/scorecard", "value": True})
    return Fired(
        BLOCKER if nothing else WARNING,
        "There is neither a rubric nor a scorecard: the loudest opinion will decide."
        if nothing
        else "There is no rubric: each interviewer judges by a scale of their own.",
        (
            Evidence("/process/rubric_defined", False, True),
            *((Evidence("/process/scorecard", False, True),) if nothing else ()),
        ),
        "Use the bank's anchors from 1 to 4 and one scorecard for each interviewer.",
        tuple(patch),
    )


@trigger(
    "M05-T6",
    "Only the whiteboard",
    WARNING,
    reads=(STAGES,),
    fires_when="every technical stage is a design talk at the whiteboard",
    example_fires="The one technical stage is a system design at the whiteboard.",
    example_quiet="A system design at the whiteboard and a live debugging session.",
    quiet_when=("no technical stage at all: then M05-T1 speaks",),
    effort=Effort.HOURS,
)
def only_whiteboard(case: Case) -> Outcome:
    if not case.process.stages:
        return NO_STAGES
    if not _whiteboard_only(case.tech_stages):
        return CLEAR
    return Fired(
        WARNING,
        "The only technical stage is a design at the whiteboard, where nothing can break.",
        tuple(
            Evidence(f"{STAGES}/{index}/type", stage.type, "a stage on a running system")
            for index, stage in enumerate(case.process.stages)
            if stage.type == "whiteboard_design"
        ),
        "Let the person touch a running system, for example 60 minutes of live debugging.",
        template_patch(case, lambda new: not _whiteboard_only(loop.technical(new))),
    )


def _whiteboard_only(technical: tuple[Stage, ...]) -> bool:
    return bool(technical) and all(stage.type == "whiteboard_design" for stage in technical)


@trigger(
    "M05-T7",
    "Scenario for another job",
    WARNING,
    reads=(STAGES, "/scope/archetype", "/role/level"),
    fires_when="a stage uses a scenario of the bank that is made for another level or another split",
    example_fires="A junior role meets the platform design for twelve models, made for senior people.",
    example_quiet="A junior role reviews a small deployment change.",
    quiet_when=("no scenario of the bank is named",),
)
def misfit_scenario(case: Case) -> Outcome:
    stages = case.process.stages
    if not stages:
        return NO_STAGES
    bank = case.bank.scenarios
    used = [(index, bank[s.scenario]) for index, s in enumerate(stages) if s.scenario and s.scenario in bank]
    level, archetype = case.role.level, fit.decided_archetype(case)
    wrong = [(index, scenario) for index, scenario in used if fit.fits(scenario, level, archetype) is False]
    if not wrong:
        unsure = [scenario for _, scenario in used if fit.fits(scenario, level, archetype) is None]
        return Missing(*fit.open_questions(unsure, level, archetype)) if unsure else CLEAR
    swaps = fit.swaps(case, [index for index, _ in wrong])
    names = [f"{scenario.id} {scenario.title}" for _, scenario in wrong]
    better = [f"{swap.id} {swap.title}" for swap in swaps.values()]
    return Fired(
        WARNING,
        f"{listed(names)} {'does' if len(names) == 1 else 'do'} not fit "
        f"{listed([word for word in (level and f'level {level}', archetype and fit.SPLITS[archetype]) if word])}.",
        tuple(
            Evidence(f"{STAGES}/{index}/scenario", scenario.id, swaps[index].id if index in swaps else None)
            for index, scenario in wrong
        ),
        f"Use {listed(better)} instead." if better else "Use a scenario of the bank made for this level and split.",
        tuple(
            PatchOperation(op="replace", path=f"{STAGES}/{index}/scenario", value=swap.id)
            for index, swap in swaps.items()
        )
        if len(swaps) == len(wrong)
        else (),
    )


@trigger(
    "M05-T8",
    "Take-home without a talk",
    ADVICE,
    reads=(STAGES, "/process/takehome_hours"),
    fires_when="there is a take-home, but no code review or panel of 30 minutes or more to talk about it",
    example_fires="The submission is read and the person hears yes or no.",
    example_quiet="The submission is walked through for half an hour.",
    quiet_when=("no take-home",),
)
def no_review_talk(case: Case) -> Outcome:
    if case.takehome is False:
        return OFF
    stages = case.process.stages
    if not stages:
        return NO_STAGES
    talks = [stage.minutes for stage in stages if stage.type in ("code_review", "panel_tech")]
    if any(minutes >= REVIEW_TALK_MINUTES for minutes in talks):
        return CLEAR
    days = [stage.day for stage in stages if stage.day is not None]
    talk = Stage(type="panel_tech", minutes=REVIEW_TALK_MINUTES, day=max(days, default=None)) if days else None
    return Fired(
        ADVICE,
        "The take-home is never talked through, so you see the result and not the thinking.",
        (Evidence(STAGES, _types(stages), f"a code review or panel of {REVIEW_TALK_MINUTES} minutes or more"),),
        "Discuss the submission live for 30 to 45 minutes.",
        () if talk is None else ({"op": "add", "path": f"{STAGES}/-", "value": talk.model_dump(mode="json")},),
    )


@trigger(
    "M05-T9",
    "The loop asks for too many hours",
    WARNING,
    ADVICE,
    reads=(STAGES, "/process/takehome_hours"),
    fires_when="all stages with the take-home add up to more than 8 hours (advice from more than 6)",
    example_fires="Five interviews of an hour and a take-home of four hours.",
    example_quiet="Three interviews of an hour and a take-home of three hours: exactly 6.",
    quiet_when=("references are not counted",),
    effort=Effort.HOURS,
)
def many_hours(case: Case) -> Outcome:
    minutes = case.candidate_minutes
    if minutes is None:
        return NO_STAGES
    if minutes <= CANDIDATE_ADVICE_HOURS * 60:
        return CLEAR
    hours = minutes / 60
    takehome = case.process.takehome_hours
    return Fired(
        WARNING if minutes > CANDIDATE_HOURS * 60 else ADVICE,
        f"The loop asks each person for {counted(hours, 'hour')}, take-home included.",
        (
            Evidence(STAGES, round(hours, 2), CANDIDATE_ADVICE_HOURS),
            *((Evidence("/process/takehome_hours", takehome),) if takehome else ()),
        ),
        f"Trim the loop to {CANDIDATE_ADVICE_HOURS} hours or less.",
        template_patch(case, lambda new: loop.candidate_minutes(new, None) <= CANDIDATE_ADVICE_HOURS * 60),
    )


@trigger(
    "M05-T10",
    "Must-haves nobody looks at",
    ADVICE,
    reads=("/scope/must_haves", STAGES),
    fires_when="a must-have is in no stage while another must-have is in three or more",
    example_fires="Kubernetes is looked at in three stages, model monitoring in none.",
    example_quiet="Each must-have is in one stage.",
    quiet_when=("no stage lists competencies: then it is not checked",),
)
def uncovered_must_have(case: Case) -> Outcome:
    stages, musts = case.process.stages, case.scope.must_haves
    if not any(stage.competencies for stage in stages):
        return NO_STAGES
    if not musts:
        return Missing("/scope/must_haves")
    looked_at = [set(stage.competencies) for stage in stages if stage.competencies]
    covered_by = [sum([not names.isdisjoint(slot.any_of) for names in looked_at]) for slot in musts]
    most = max(covered_by)
    uncovered = [(index, slot) for index, slot in enumerate(musts) if not covered_by[index]]
    if most < REPEATED_COMPETENCY or not uncovered:
        return CLEAR
    names = [_named(*slot.any_of) for _, slot in uncovered]
    crowded = _named(*musts[covered_by.index(most)].any_of)
    return Fired(
        ADVICE,
        f"{listed(names)} {'is' if len(names) == 1 else 'are'} in no stage, while {crowded} is in {most}.",
        (
            *(
                Evidence(f"/scope/must_haves/{index}", _named(*slot.any_of), "in one stage")
                for index, slot in uncovered
            ),
            Evidence(STAGES, f"{crowded} in {most} stages", f"fewer than {REPEATED_COMPETENCY}"),
        ),
        f"Move one slot from {crowded} to {names[0]}.",
    )


def _named(*names: str) -> str:
    return " or ".join(SKILLS[name].name if name in SKILLS else name for name in names)


@trigger(
    "M05-T11",
    "Nothing said about AI tools",
    ADVICE,
    reads=("/process/ai_policy", "/process/takehome_hours", STAGES),
    fires_when="there is a take-home and no word on whether AI tools may be used",
    example_fires="A take-home of three hours and no AI policy.",
    example_quiet="A take-home of three hours where AI tools are allowed and the work has to be explained.",
    quiet_when=("no take-home",),
)
def no_ai_policy(case: Case) -> Outcome:
    if case.takehome is False:
        return OFF
    if case.process.ai_policy is not None:
        return CLEAR
    if case.takehome is None:
        return NO_STAGES
    return Fired(
        ADVICE,
        "The take-home does not say whether AI tools may be used, so people are judged by a rule they cannot know.",
        (Evidence("/process/ai_policy", None, "allowed_explain"),),
        "State whether AI tools are allowed; our default is: allowed, and the work has to be explained.",
        ({"op": "replace", "path": "/process/ai_policy", "value": "allowed_explain"},),
    )


MISTAKE = Mistake(
    id="M05",
    slug="weak-assessment",
    name="Weak assessment",
    title_flagged="The interviews do not show the work",
    title_clear="The interviews show the work",
    summary="Generic coding and whiteboard talk pass for a technical assessment, while nobody sees the person debug a "
    "failing deployment or find out why a model went wrong.",
    why="Running models is practical work with odd failures: everything is green and the predictions are wrong. "
    "Algorithm puzzles and design talks do not separate those who have done it from those who have read about it.",
    goes_wrong="You hire a good interviewee who freezes at the first silent drop in accuracy, and turn away an "
    "operator who does not train for puzzles.",
    steps=("role", "scope", "process"),
    sources=(
        aipaycheck(
            "Generic coding and whiteboard rounds miss hands-on ability such as debugging a failing deployment or "
            "setting up experiment tracking."
        ),
        acceler8(
            "Use tasks with a sample model, a broken pipeline or a sudden drop in accuracy; in the firm's own "
            "experience scenario-based tests raise successful hires by up to 60%. No figures behind it are shown."
        ),
        own_judgement("The shares, hours and minutes, and which scenario fits which level and split."),
    ),
    dissent=(
        "Take-homes put off people with little free time: a public list of them states 3 hours in the median, about "
        "one in ten is paid, and the real time is often a multiple of what is stated (careerfair.io, resumer.help).",
    ),
    blind_spots=(
        "It reads the plan of the loop, not how well a session is run.",
        "A review of past or open-source work on screen counts only when it is entered as a code review.",
        "Paid trial days have no place in the form.",
        "Whether a session is about machine learning rests on its tag.",
    ),
    triggers=(
        nothing_hands_on,
        algorithm_rounds,
        no_ml_scenario,
        long_takehome,
        no_rubric,
        only_whiteboard,
        misfit_scenario,
        no_review_talk,
        many_hours,
        uncovered_must_have,
        no_ai_policy,
    ),
)
