"""The numbers of the loop (domain.md, sections D and H). Rules of thumb unless their source is named."""

from typing import Final

LEVELS: Final = ("junior", "mid", "senior", "staff", "principal")
ASSUMED_LEVEL: Final = "mid"
"""The level planned for while it is not answered."""

MOST_HOURS: Final = {"junior": 4.5, "mid": 6.0, "senior": 5.0, "staff": 5.0, "principal": 5.0}
"""Hours that the loop of a level may ask of a person (section H)."""

MOST_INTERVIEWERS: Final = 5
"""Different roles that a person meets at most (section H, anti-patterns)."""

DAYS: Final = (1, 3, 5)
"""Working days of the three stages: time to prepare between them, and all in one week."""

MOST_SESSIONS_PER_REQUIREMENT: Final = 2
"""Sessions that may look at one requirement (section H: cover each once, none more than twice)."""

SHORT_FIRST_TALK: Final = 45
LONG_FIRST_TALK: Final = 60
"""Minutes of the first talk (section H): the long one from senior on, and where must-haves find no other place."""

SCOPE_MINUTES: Final = 15
"""Minutes of the first talk for the split, the projects and the person's plans."""
SETTLING_MINUTES: Final = 5
"""Minutes of any other session for the set-up and the person's questions."""
LEAST_MINUTES: Final = 8
"""Minutes under which nothing is learned about a must-have."""
COMFORTABLE_MINUTES: Final = 10
"""Minutes in which a must-have can be talked through."""
TAKE_HOME_MINUTES: Final = 15
"""The same in a take-home, where reading and building take longer."""
QUESTION_MINUTES: Final = 7
"""Minutes for one structured question: five or six in 45 minutes (assessment bank)."""

TAKE_HOME_WINDOW_DAYS: Final = 2
"""Days from the first talk to the submission: inside days 1 to 3 of the week."""
TAKE_HOME_LEVELS: Final = frozenset({"junior", "mid", "senior"})
"""Levels that may be given a take-home (section E: none for principal, and none over two hours for staff)."""
MOST_TAKE_HOME_MINUTES: Final = 180
MOST_EXERCISE_MINUTES: Final = 60
INCIDENT_MINUTES: Final = 45
"""Staff and principal lead the debugging session as an incident, in 45 minutes (section H)."""

DISCRIMINATORS: Final = 2
"""Questions of every loop that tell MLOps from DevOps (assessment bank, level notes)."""

MODULES: Final[dict[str, tuple[str, ...]]] = {
    "infra_heavy": ("S04", "S05", "S06", "S07", "S10", "S11", "S13", "S14", "S16"),
    "balanced": ("S02", "S04", "S05", "S06", "S11", "S13", "S14"),
    "ml_heavy": ("S03", "S04", "S05", "S08", "S09", "S12", "S13", "S15"),
}
"""The first choices of each archetype (section D)."""

MODEL_TROUBLE: Final = frozenset({"S04", "S05", "S06"})
"""An infrastructure-heavy loop holds one of these: a model in trouble while every service is healthy (section D)."""
