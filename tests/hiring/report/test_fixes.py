"""Applying a fix by one click, and undoing it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from hiring.assemble import document_of
from hiring.document.pointer import patched
from hiring.fixing import FixRefused, apply_fix, undo_fix
from hiring.models import AppliedFix, Requisition
from hiring.reviewing import review_requisition

CLICK = "M05-T5"
"""A fix of the hiring process: rubric and scorecard."""
SKILLS = "M03-T1"
"""A fix of the scope: requirements move to nice-to-have."""


def _flag(requisition, trigger_id):
    return next(flag for flag in review_requisition(requisition).report.flags if flag.id == trigger_id)


def _fresh(requisition):
    return Requisition.objects.get(pk=requisition.pk)


def test_a_fix_changes_the_answers_as_its_patch_says(unicorn, alice):
    before = document_of(unicorn)
    flag = _flag(unicorn, SKILLS)
    applied = apply_fix(unicorn, SKILLS, by=alice)
    stored = _fresh(unicorn)
    assert document_of(stored) == patched(before, flag.patch)
    assert stored.revision == unicorn.revision + 1
    assert stored.history.count() == unicorn.history.count()
    assert stored.history.first().history_user == alice
    assert stored.verdict == applied.reviewed.report.verdict.value
    assert SKILLS not in {flag.id for flag in applied.reviewed.report.flags}
    assert stored.reviews.get().occasion == f"Fix of {SKILLS} applied"


def test_one_fix_is_one_line_of_history(unicorn, alice):
    lines = unicorn.history.count()
    apply_fix(unicorn, SKILLS, by=alice)
    assert unicorn.history.count() == lines + 1


def test_undo_puts_the_answers_back(unicorn, alice):
    before = document_of(unicorn)
    fix = apply_fix(unicorn, SKILLS, by=alice).fix
    undo_fix(fix, by=alice)
    stored = _fresh(unicorn)
    assert document_of(stored) == before
    assert stored.revision == unicorn.revision + 2
    assert AppliedFix.objects.get().undone_at is not None


def test_undo_leaves_other_answers_as_they_are_now(unicorn, alice):
    fix = apply_fix(unicorn, CLICK, by=alice).fix
    Requisition.objects.filter(pk=unicorn.pk).update(title="Another title")
    undo_fix(fix, by=alice)
    stored = _fresh(unicorn)
    assert stored.title == "Another title"
    assert stored.rubric_defined is False


def test_undo_refuses_what_changed_since_and_says_which(unicorn, alice):
    fix = apply_fix(unicorn, CLICK, by=alice).fix
    Requisition.objects.filter(pk=unicorn.pk).update(scorecard=None)
    with pytest.raises(FixRefused, match=r"Scorecard.* changed since"):
        undo_fix(fix, by=alice)
    assert _fresh(unicorn).rubric_defined is True
    assert AppliedFix.objects.get().undone_at is None


def test_undo_works_once(unicorn, alice):
    fix = apply_fix(unicorn, CLICK, by=alice).fix
    undo_fix(fix, by=alice)
    with pytest.raises(FixRefused, match="undone already"):
        undo_fix(fix, by=alice)


def test_every_one_click_fix_of_the_report_applies_and_undoes(unicorn, alice):
    before = document_of(unicorn)
    clicks = [flag.id for flag in review_requisition(unicorn).report.flags if flag.patch]
    assert len(clicks) >= 10
    for trigger_id in clicks:
        fix = apply_fix(unicorn, trigger_id, by=alice).fix
        assert document_of(_fresh(unicorn)) != before, trigger_id
        undo_fix(fix, by=alice)
        assert document_of(_fresh(unicorn)) == before, trigger_id


def test_a_fix_answers_what_was_typed_or_left_open(unicorn, alice):
    Requisition.objects.filter(pk=unicorn.pk).update(
        unparsed={"scorecard": "maybe", "base_min": "lots"}, unsure=["rubric_defined", "mentor"]
    )
    apply_fix(_fresh(unicorn), CLICK, by=alice)
    stored = _fresh(unicorn)
    assert stored.unparsed == {"base_min": "lots"}
    assert stored.unsure == ["mentor"]


def test_a_fix_that_is_gone_is_refused(unicorn, alice):
    apply_fix(unicorn, CLICK, by=alice)
    with pytest.raises(FixRefused, match="does not stand any more"):
        apply_fix(unicorn, CLICK, by=alice)


def test_a_flag_that_needs_a_person_has_no_click(unicorn, alice):
    with pytest.raises(FixRefused, match="answer the question instead"):
        apply_fix(unicorn, "M07-T1", by=alice)


def test_a_recruiter_fixes_the_process_and_nothing_else(unicorn, rita):
    apply_fix(unicorn, CLICK, by=rita)
    with pytest.raises(PermissionDenied):
        apply_fix(unicorn, SKILLS, by=rita)
    assert _fresh(unicorn).revision == unicorn.revision + 1


@pytest.mark.parametrize(
    ("who", "process", "scope"),
    [
        ("alice", 302, 302),
        ("bob", 404, 404),
        ("rita", 302, 403),
        ("ada", 403, 403),
        ("dora", 302, 302),
        ("charlie", 404, 404),
    ],
)
def test_who_may_apply(request, signed_in, unicorn, who, process, scope):
    client = signed_in(request.getfixturevalue(who))
    assert client.post(reverse("hiring:apply_fix", args=[unicorn.pk, SKILLS])).status_code == scope
    assert client.post(reverse("hiring:apply_fix", args=[unicorn.pk, CLICK])).status_code == process


def test_a_shared_manager_applies(unicorn, bob, signed_in):
    unicorn.shared_with.add(bob)
    signed_in(bob).post(reverse("hiring:apply_fix", args=[unicorn.pk, SKILLS]))
    assert AppliedFix.objects.get().applied_by == bob


def test_nobody_else_and_no_other_method(client, unicorn, signed_in, alice):
    address = reverse("hiring:apply_fix", args=[unicorn.pk, CLICK])
    assert client.post(address).url.startswith(reverse("account_login"))
    assert signed_in(alice).get(address).status_code == 405
    assert not AppliedFix.objects.exists()


def test_the_message_offers_to_undo_and_the_page_before_comes_back(unicorn, alice, signed_in):
    client = signed_in(alice)
    back = f"{reverse('hiring:report', args=[unicorn.pk])}#m05"
    response = client.post(reverse("hiring:apply_fix", args=[unicorn.pk, CLICK]), {"next": back})
    assert response.url == back
    fix = AppliedFix.objects.get()
    undo = reverse("hiring:undo_fix", args=[unicorn.pk, fix.pk])
    assert f'<form method="post" action="{undo}">' in client.get(back).text
    after = client.post(undo, follow=True)
    assert "is undone" in after.text
    fix.refresh_from_db()
    assert fix.undone_at is not None


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "m05"])
def test_next_leads_nowhere_else(unicorn, alice, signed_in, elsewhere):
    response = signed_in(alice).post(reverse("hiring:apply_fix", args=[unicorn.pk, CLICK]), {"next": elsewhere})
    assert response.url == reverse("hiring:report", args=[unicorn.pk])


@pytest.mark.parametrize("trigger_id", ["M99-T1", "nonsense", "M07-T1"])
def test_what_cannot_be_applied_is_said(unicorn, alice, signed_in, trigger_id):
    address = reverse("hiring:apply_fix", args=[unicorn.pk, trigger_id])
    response = signed_in(alice).post(address, follow=True)
    assert response.status_code == 200
    assert trigger_id in response.text
    assert _fresh(unicorn).revision == unicorn.revision


def test_a_fix_of_another_requisition_is_not_undone_from_here(unicorn, healthy, alice, signed_in):
    fix = apply_fix(unicorn, CLICK, by=alice).fix
    assert signed_in(alice).post(reverse("hiring:undo_fix", args=[healthy.pk, fix.pk])).status_code == 404
