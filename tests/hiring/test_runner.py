"""The runner: twelve findings whatever the document, and one checker's crash stays its own."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from assessments.bank import bank_index
from hiring.checking import CLEAR, OFF, WARNING, Evidence, Fired, Missing, Outcome, Trigger
from hiring.document.pointer import patched
from hiring.facts.case import Case
from hiring.registry import MISTAKES
from hiring.reporting import FindingOutcome, Verdict
from hiring.reporting.json_form import report_json
from hiring.review import review
from hiring.runner import IncompleteFindings, ensure_complete, run
from tests.hiring.mistakes.build import TODAY, case, doc
from tests.strategies import documents, markets

FIRES = Fired(WARNING, "It is so.", (Evidence("/role/title", "x"),), "Change it.")


def _answering(*outcomes: Outcome | Exception | str) -> list[Trigger]:
    def check(outcome: Outcome | Exception | str):
        def answer(a_case: Case) -> Outcome:
            if isinstance(outcome, Exception):
                raise outcome
            return outcome  # type: ignore[return-value]

        return answer

    model = MISTAKES[0].triggers[0]
    return [replace(model, id=f"M01-T{n}", check=check(outcome)) for n, outcome in enumerate(outcomes, 1)]


def _finding(*outcomes: Outcome | Exception | str):
    mistake = replace(MISTAKES[0], triggers=tuple(_answering(*outcomes)))
    (finding,) = run(case(), [mistake])
    return finding


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(), markets())
def test_whatever_the_document_there_are_twelve_findings_and_no_crash(document, market):
    report = review(document, today=TODAY, market=market, bank=bank_index())
    assert [finding.mistake.id for finding in report.findings] == [f"M{n:02}" for n in range(1, 13)]
    assert [finding.error for finding in report.findings if finding.error] == []
    assert report_json(report)["verdict"] == report.verdict.value
    for flag in report.flags:
        assert flag.severity in flag.trigger.severities, flag.id
        assert flag.evidence, flag.id
        if flag.patch:
            patched(document, flag.patch)


def test_the_same_document_gives_the_same_report():
    document = doc(role={"title": "DevOps Engineer", "level": "senior"}, organisation={"reports_to": "undecided"})
    assert review(document, today=TODAY) == review(document, today=TODAY)


def test_a_crashing_checker_is_an_error_and_the_others_still_report():
    crashing = replace(MISTAKES[1], triggers=tuple(_answering(CLEAR, ZeroDivisionError("by nothing"))))
    findings = run(case(organisation={"reports_to": "undecided"}), (MISTAKES[0], crashing, *MISTAKES[2:]))
    assert findings[1].outcome is FindingOutcome.ERROR
    assert findings[1].error == "ZeroDivisionError: by nothing"
    assert (findings[1].flags, findings[1].severity) == ((), None)
    assert len(findings) == 12
    assert "M07-T1" in [flag.id for flag in findings[6].flags]


def test_an_answer_that_is_none_of_the_known_ones_is_an_error():
    assert _finding("fine").outcome is FindingOutcome.ERROR


def test_a_missing_checker_does_not_pass_for_a_clear_one():
    findings = run(case(), MISTAKES)
    ensure_complete(findings, MISTAKES)
    with pytest.raises(IncompleteFindings):
        ensure_complete(findings[:-1], MISTAKES)
    with pytest.raises(IncompleteFindings):
        ensure_complete((*findings[1:], findings[0]), MISTAKES)


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ((CLEAR, CLEAR), FindingOutcome.CLEAR),
        ((CLEAR, OFF), FindingOutcome.CLEAR),
        ((OFF, OFF), FindingOutcome.NOT_APPLICABLE),
        ((CLEAR, Missing("/role/title")), FindingOutcome.NOT_CHECKED),
        ((FIRES, Missing("/role/title"), CLEAR), FindingOutcome.FLAGGED),
    ],
)
def test_one_open_question_keeps_a_mistake_from_being_clear(outcomes, expected):
    assert _finding(*outcomes).outcome is expected


def test_an_empty_document_needs_answers():
    report = review(doc(), today=TODAY)
    assert report.verdict is Verdict.NEEDS_ANSWERS
    assert "/pay/base_min" in report.missing
