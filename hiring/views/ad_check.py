"""Check an ad: for anybody, without an account. The text is read, answered and forgotten."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hiring.ad_files import ACCEPTED, LARGEST_FILE, Refused
from hiring.job_ad import AdFlag, JobAd
from hiring.job_ad.examples import EXAMPLES, example
from hiring.job_ad.flags import flags_of
from hiring.job_ad.notes import annotated
from hiring.job_ad.outline import FEWEST_WORDS, MOST_WORDS, outline_of
from hiring.job_ad.reader import read_ad_text
from hiring.questions.role import LEVELS
from hiring.registry import TRIGGER_BY_ID
from hiring.views.ad_input import ad_of

LONGEST_CHECKED: Final = 60_000
"""Characters read on the public page. A long ad has ten thousand."""

FEWEST_JUDGED: Final = 30
"""Words from which on a text is judged as an ad. A title and a line of greeting stay below; a rule of thumb."""

_DISCIPLINES: Final = {
    "mlops": "MLOps",
    "devops_sre": "DevOps / SRE",
    "data_eng": "Data engineering",
    "ml_eng": "Machine-learning engineering",
    "data_science": "Data science",
    "software": "Software engineering",
    "other": "Another job",
}
_VERDICTS: Final = (
    ("blocker", "Do not post this ad", "It would bring the wrong people, or nobody. The notes say why."),
    ("warning", "Worth another draft", "Nothing forbids posting it, but it will cost good people or time."),
    ("advice", "Nearly there", "Small things only."),
)
_CLEAR: Final = ("clear", "Nothing to flag", "No trigger that reads an ad alone fires.")
_RANK: Final = {"blocker": 0, "warning": 1, "advice": 2}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def check_ad(request: HttpRequest) -> HttpResponse:
    """The page, with the answer when an ad was given or an example chosen."""
    context: dict[str, Any] = {
        "examples": EXAMPLES,
        "accepted": ACCEPTED,
        "megabytes": LARGEST_FILE // 1024 // 1024,
        "longest": LONGEST_CHECKED,
    }
    if request.method == "POST":
        if not ratelimit.consume(request, action="check_ad"):
            context["problem"] = "That was a lot of adverts in a short time. Wait a few minutes, then try again."
            return render(request, "hiring/check_ad.html", context | {"entered": request.POST.get("ad")}, status=429)
        try:
            text = _short_enough(ad_of(request))
        except Refused as refused:
            context |= {"problem": str(refused), "entered": request.POST.get("ad", "")[:LONGEST_CHECKED]}
            return render(request, "hiring/check_ad.html", context, status=400)
        context |= ad_context(text)
    elif slug := request.GET.get("example"):
        found = example(slug)
        if found is None:
            raise Http404("No such example")
        context |= {"chosen": found, **ad_context(found.text)}
    return render(request, "hiring/check_ad.html", context)


def ad_context(text: str) -> Mapping[str, Any]:
    """What the page shows of one ad."""
    ad = read_ad_text(text)
    if not ad.english or ad.words < FEWEST_JUDGED:
        return {"ad": ad, "entered": text, "unread": "other language" if not ad.english else "too short"}
    flags = sorted(flags_of(ad, timezone.localdate()), key=lambda flag: _RANK[flag.severity])
    state, word, sentence = next((each for each in _VERDICTS if flags and flags[0].severity == each[0]), _CLEAR)
    return {
        "ad": ad,
        "entered": text,
        "state": state,
        "word": word,
        "sentence": sentence,
        "counts": _counts(flags),
        "facts": _facts(ad),
        "notes": annotated(ad, flags),
        "outline": outline_of(ad),
        "triggers": TRIGGER_BY_ID,
    }


def _short_enough(text: str) -> str:
    if len(text) > LONGEST_CHECKED:
        raise Refused(
            f"The advert has {len(text):,} characters; up to {LONGEST_CHECKED:,} are read here. Paste the advert alone."
        )
    return text


def _counts(flags: list[AdFlag]) -> str:
    by_severity = Counter[str](flag.severity for flag in flags)
    words = (("blocker", "blocker", "blockers"), ("warning", "warning", "warnings"))
    said = [f"{by_severity[key]} {one if by_severity[key] == 1 else many}" for key, one, many in words]
    advice = by_severity["advice"]
    return ", ".join([*said, f"{advice} piece{'' if advice == 1 else 's'} of advice"])


def _facts(ad: JobAd) -> list[tuple[str, str, str]]:
    """What the ad says at a glance: name, value, and what goes with it."""
    given = [
        words
        for words, said in (
            ("pay", ad.pay),
            ("level", ad.level),
            ("manager", ad.reporting_line),
        )
        if said
    ]
    level = dict(LEVELS).get(ad.level.value, "") if ad.level else ""
    return [
        ("Reads as", _DISCIPLINES[ad.discipline.value] if ad.discipline else "no clear job", ""),
        ("Level", level or "not said", ""),
        ("Must-haves", str(ad.n_must), f"and {len(ad.nice)} nice to have"),
        ("Pay, level, manager", ", ".join(given) or "none given", "" if len(given) in (0, 3) else "only"),
        ("Words", f"{ad.words:,}", f"aim for {FEWEST_WORDS} to {MOST_WORDS}"),
    ]
