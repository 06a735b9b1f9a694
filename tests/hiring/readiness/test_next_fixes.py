"""What to fix next: worst first, then least effort, with the effect known before anything is applied."""

from hiring.checking import Severity
from hiring.document import RequisitionDocument
from hiring.document.pointer import patched
from hiring.readiness.next_fixes import NextFix, next_fixes, standing
from hiring.reporting import Report
from hiring.review import review
from tests.hiring.mistakes.build import TODAY, doc, slots

MESSY = doc(
    role={"title": "DevOps Engineer", "level": "mid"},
    scope={
        "archetype": "balanced",
        "must_haves": [*slots("docker", "jenkins", "terraform", "ansible"), {"any_of": ["vllm"], "years": 9}],
    },
    organisation={"reports_to": "undecided", "in_okrs": False, "role_metrics": []},
    process={
        "stages": [{"type": "algo_coding", "minutes": 60, "day": 1}, {"type": "culture_fit", "minutes": 45, "day": 2}],
        "loop_days": 20,
        "decision_hours": 72,
        "rubric_defined": False,
        "scorecard": False,
    },
)


def _review(document: RequisitionDocument) -> Report:
    return review(document, today=TODAY)


def _fixes(document: RequisitionDocument) -> tuple[NextFix, ...]:
    return next_fixes(document, _review(document), _review)


def test_every_standing_flag_is_on_exactly_one_card():
    ids = [id_ for fix in _fixes(MESSY) for id_ in fix.card.ids]
    assert sorted(ids) == sorted(flag.id for flag in _review(MESSY).flags)


def test_worst_first_then_least_effort():
    fixes = _fixes(MESSY)
    efforts = ["minutes", "hours", "days"]
    order = [(-fix.card.severity, efforts.index(fix.card.lead.trigger.effort.value)) for fix in fixes]
    assert order == sorted(order)
    assert fixes[0].card.severity is Severity.BLOCKER


def test_the_effect_is_what_happens_when_the_patch_is_applied():
    effects = [fix for fix in _fixes(MESSY) if fix.effect]
    assert len(effects) >= 3
    flags = {flag.id: flag for flag in _review(MESSY).flags}
    for fix in effects:
        after = _review(patched(MESSY, flags[fix.fix_of].patch))
        assert fix.effect.before == standing(_review(MESSY))
        assert fix.effect.after == standing(after)
        after_ids = {flag.id for flag in after.flags}
        assert set(fix.effect.clears) == set(flags) - after_ids
        assert set(fix.effect.raises) == after_ids - set(flags)


def test_a_fix_of_a_fact_has_no_effect_to_show():
    (undecided,) = [fix for fix in _fixes(MESSY) if "M07-T1" in fix.card.ids]
    assert (undecided.fix_of, undecided.effect) == (None, None)


def test_nothing_stands_nothing_to_fix():
    calm = doc()
    report = Report("x", "x", _review(calm).verdict, ())
    assert next_fixes(calm, report, _review) == ()
