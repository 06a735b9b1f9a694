"""The admin looks requisitions up and changes nothing."""

import pytest
from django.urls import reverse

from hiring.fixing import apply_fix
from hiring.waiving_flags import waive

MODELS = ("requisition", "review", "waiverrecord", "appliedfix")


@pytest.fixture
def busy(unicorn, alice, rita):
    """A requisition with a fix, a waiver and reviews."""
    apply_fix(unicorn, "M05-T5", by=alice)
    waive(unicorn, "M07-T1", reason="known_risk", by=rita)
    return unicorn


@pytest.mark.parametrize("model", MODELS)
def test_an_administrator_looks_up_lists_and_records(busy, dora, signed_in, model):
    client = signed_in(dora)
    changelist = client.get(reverse(f"admin:hiring_{model}_changelist"), {"q": busy.title})
    assert changelist.status_code == 200
    related = {"requisition": [busy], "review": busy.reviews.all(), "waiverrecord": busy.waivers.all()}
    for record in related.get(model, busy.applied_fixes.all()):
        page = client.get(reverse(f"admin:hiring_{model}_change", args=[record.pk]))
        assert page.status_code == 200
        assert 'name="_save"' not in page.text


@pytest.mark.parametrize("model", MODELS)
def test_nobody_adds_changes_or_deletes_there(busy, dora, ada, signed_in, model):
    client = signed_in(dora)
    assert client.get(reverse(f"admin:hiring_{model}_add")).status_code == 403
    assert client.post(reverse(f"admin:hiring_{model}_delete", args=[busy.pk])).status_code == 403
    assert signed_in(ada).get(reverse(f"admin:hiring_{model}_changelist")).status_code == 403
