"""A waiver covers its flag until the answers behind it change, it gets worse, or the last day has passed."""

from datetime import date, timedelta
from typing import Any

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING
from hiring.document import RequisitionDocument
from hiring.readiness.lapsed import lapse
from hiring.reporting import FindingOutcome, Verdict, Waiver
from hiring.reporting.waiver import pinned_answers
from hiring.review import review
from tests.hiring.mistakes.build import TODAY, doc

UNDECIDED = {"organisation": {"reports_to": "undecided", "managers": 1}}


def _waiver(document: RequisitionDocument, trigger: str = "M07-T1", **changes: Any) -> Waiver:
    report = review(document, today=TODAY)
    flag = next(flag for flag in report.flags if flag.id == trigger)
    raw: dict[str, Any] = {
        "trigger": trigger,
        "severity": flag.severity.word,
        "reason": "known_risk",
        "author": "Rita",
        "made_on": TODAY,
        "answers": pinned_answers(flag.evidence, document.model_dump(mode="json")),
    }
    return Waiver.model_validate({**raw, **changes})


def test_a_waived_flag_stands_aside_with_its_waiver():
    document = doc(**UNDECIDED)
    waiver = _waiver(document)
    before = review(document, today=TODAY)
    after = review(document, today=TODAY, waivers=[waiver])
    assert before.verdict is Verdict.NOT_READY
    assert after.verdict is Verdict.NEEDS_ANSWERS
    finding = after.finding("M07")
    assert [waived.flag.id for waived in finding.waived] == ["M07-T1"]
    assert "M07-T1" not in [flag.id for flag in after.flags]


def test_a_mistake_whose_flags_are_all_waived_is_waived():
    document = doc(**UNDECIDED)
    waivers = [_waiver(document, flag.id) for flag in review(document, today=TODAY).finding("M07").flags]
    finding = review(document, today=TODAY, waivers=waivers).finding("M07")
    assert (finding.outcome, finding.severity) == (FindingOutcome.WAIVED, None)


def test_it_holds_through_its_last_day():
    document = doc(**UNDECIDED)
    waiver = _waiver(document, expires_on=TODAY)
    assert review(document, today=TODAY, waivers=[waiver]).finding("M07").waived
    tomorrow = TODAY + timedelta(days=1)
    assert not review(document, today=tomorrow, waivers=[waiver]).finding("M07").waived


def test_neither_time_nor_other_answers_end_it():
    document = doc(**UNDECIDED, role={"level": "senior"})
    waiver = _waiver(document)
    changed = doc(**UNDECIDED, role={"level": "staff"})
    assert review(changed, today=date(2036, 1, 1), waivers=[waiver]).finding("M07").waived


def test_it_dies_when_an_answer_it_pins_changes():
    waiver = _waiver(doc(**UNDECIDED), answers={"/organisation/reports_to": "it"})
    assert not review(doc(**UNDECIDED), today=TODAY, waivers=[waiver]).finding("M07").waived


def test_it_dies_when_the_flag_gets_worse_and_covers_a_milder_one():
    document = doc(**UNDECIDED).model_dump(mode="json")
    waiver = _waiver(doc(**UNDECIDED), severity="warning")
    assert not waiver.holds_for(BLOCKER, document, TODAY)
    assert waiver.holds_for(WARNING, document, TODAY)
    assert waiver.holds_for(ADVICE, document, TODAY)


def test_an_answer_that_is_gone_has_changed():
    waiver = _waiver(doc(**UNDECIDED), answers={"/scope/duties/3/text": "Deploy"})
    assert waiver.changed_answers(doc(**UNDECIDED).model_dump(mode="json")) == ("/scope/duties/3/text",)


@pytest.mark.parametrize(
    ("changes", "severity", "expired", "rose_to", "changed"),
    [
        ({"expires_on": TODAY - timedelta(days=1)}, BLOCKER, True, None, ()),
        ({"severity": "warning"}, BLOCKER, False, BLOCKER, ()),
        ({"answers": {"/organisation/managers": 2}}, None, False, None, ("/organisation/managers",)),
    ],
)
def test_a_lapse_says_why(changes, severity, expired, rose_to, changed):
    document = doc(**UNDECIDED)
    found = lapse(_waiver(document, **changes), severity, document.model_dump(mode="json"), TODAY)
    assert found is not None
    assert (found.expired, found.rose_to, found.changed) == (expired, rose_to, changed)


def test_a_living_waiver_has_not_lapsed_even_when_its_flag_is_silent():
    document = doc(**UNDECIDED)
    assert lapse(_waiver(document), None, document.model_dump(mode="json"), TODAY) is None
