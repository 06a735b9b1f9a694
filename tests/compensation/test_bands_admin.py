"""The admin of band sets: messages, actions and who may do what."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from compensation.models import Band, BandSet, Recheck

SignIn = Callable[[User], Client]
MakeSet = Callable[..., BandSet]
LIST = "admin:compensation_bandset_changelist"


def form_of(band_set: BandSet, **changes: dict[str, Any]) -> dict[str, Any]:
    """What the change form posts; `senior={"high": 1}` changes a row, `senior={"DELETE": "on"}` deletes it."""
    rows = list(band_set.bands.all())
    posted: dict[str, Any] = {
        "name": band_set.name,
        "country": band_set.country,
        "currency": band_set.currency,
        "comes_first": band_set.comes_first,
        "effective_from": "2026-01-01",
        "effective_to": "",
        "based_on": "",
        "sources_as_of": "",
        "zones-TOTAL_FORMS": 0,
        "zones-INITIAL_FORMS": 0,
        "bands-TOTAL_FORMS": len(rows),
        "bands-INITIAL_FORMS": len(rows),
        "bands-MIN_NUM_FORMS": 1,
        "bands-MAX_NUM_FORMS": 1000,
    }
    for place, band in enumerate(rows):
        fields = {name: getattr(band, name) for name in ("family", "level", "focus", "zone", "low", "mid", "high")}
        fields |= {"id": band.pk, "band_set": band_set.pk} | changes.get(band.level, {})
        posted |= {f"bands-{place}-{name}": value for name, value in fields.items()}
    return posted


def change(client: Client, band_set: BandSet, **changes: dict[str, Any]) -> str:
    url = reverse("admin:compensation_bandset_change", args=[band_set.pk])
    return client.post(url, form_of(band_set, **changes), follow=True).content.decode()


def act(client: Client, action: str, *band_sets: BandSet) -> str:
    chosen = [each.pk for each in band_sets]
    return client.post(reverse(LIST), {"action": action, "_selected_action": chosen}, follow=True).content.decode()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"senior": {"low": "160000"}}, "The minimum (160,000) must be below the middle (155,000)."),
        (
            {"senior": {"mid": "120000", "low": "110000"}},
            "the middle of senior (120,000) must be above the middle of mid",
        ),
        (
            {"principal": {"high": "21500000"}},
            "21,500,000 USD a year is not believable. Allowed: 5,000 to 2,000,000 USD",
        ),
        ({"junior": {"low": "90", "mid": "100000"}}, "90 USD a year is not believable"),
        ({"mid": {"low": "-5"}}, "Pay must be above 0, not -5."),
        ({"mid": {"low": "lots"}}, "Enter a number for a year, such as 165,000."),
        ({"mid": {"low": ""}}, "This field is required."),
        ({"mid": {"focus": ""}}, "Choose the focus"),
    ],
)
def test_a_refused_edit_explains_itself_and_saves_nothing(
    band_set: MakeSet, ada: User, signed_in: SignIn, changes: dict[str, Any], message: str
) -> None:
    made = band_set()
    before = list(made.bands.values())

    page = change(signed_in(ada), made, **changes)

    assert message in page
    assert list(made.bands.values()) == before


@pytest.mark.parametrize(
    "typed", ["126000", "126000.00", "126,000", "126 000", "126k", "$126,000", "126,000 USD a year"]
)
def test_an_amount_is_taken_as_people_type_it(band_set: MakeSet, ada: User, signed_in: SignIn, typed: str) -> None:
    made = band_set()

    change(signed_in(ada), made, senior={"low": typed})

    assert made.bands.get(level="senior").low == 126_000


def test_amounts_are_shown_in_whole_units_and_saving_them_as_they_are_changes_nothing(
    band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    made = band_set()
    Band.objects.filter(level="senior").update(high="170500.50")
    client = signed_in(ada)

    page = client.get(reverse("admin:compensation_bandset_change", args=[made.pk])).content.decode()

    shown = re.findall(r'name="bands-\d-(?:low|mid|high)" value="([^"]*)"', page)
    assert {"139,500", "155,000", "170,500.5"} <= set(shown)
    assert not any(value.endswith(".00") for value in shown)
    rows = {band.level: {"low": f"{band.low:,.0f}", "mid": f"{band.mid:,.0f}"} for band in made.bands.all()}
    change(client, made, **rows)
    assert Band.history.filter(history_type="~").count() == 0


def test_who_may_only_look_sees_the_same_figures(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    made = band_set()
    made.publish(ada, made.effective_from)
    made.retire(made.effective_from)

    page = signed_in(ada).get(reverse("admin:compensation_bandset_change", args=[made.pk])).content.decode()

    assert "139,500" in page and "139500" not in page
    assert not re.search(r'name="bands-\d-(?:low|mid|high)"', page)


def test_an_edit_of_a_published_band_is_saved_and_kept_in_the_history(
    band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    made = band_set()
    made.publish(ada, made.effective_from)

    change(signed_in(ada), made, senior={"high": "180000"})

    band = made.bands.get(level="senior")
    assert band.high == 180_000
    latest = band.history.first()
    assert (latest.history_user, latest.prev_record.high) == (ada, 170_500)


def test_a_published_set_keeps_all_five_levels(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    made = band_set()
    made.publish(ada, made.effective_from)

    page = change(signed_in(ada), made, staff={"DELETE": "on"})

    assert "no band for staff" in page
    assert made.bands.count() == 5


def test_a_draft_may_have_gaps(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    made = band_set()

    change(signed_in(ada), made, staff={"DELETE": "on"})

    assert made.bands.count() == 4


def test_a_wide_band_is_saved_with_a_word_of_caution(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    made = band_set()

    page = change(signed_in(ada), made, senior={"high": "300000"})

    assert "worth a second look" in page
    assert made.bands.get(level="senior").high == 300_000


def test_the_publish_action_leads_to_the_preview_and_says_what_stands_against_it(
    band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    old, new, gappy = band_set("Old"), band_set("New"), band_set("Gappy", levels=("mid",))
    old.publish(ada, old.effective_from)
    client = signed_in(ada)

    page = act(client, "publish", new)
    assert "takes the place of “Old”" in page and "Make the preview" in page
    page = act(client, "publish", gappy)
    assert "no band for junior, senior, staff and principal" in page and "Make the preview" not in page
    assert "Choose one set to publish." in act(client, "publish", new, gappy)
    assert {each.name: each.status for each in BandSet.objects.all()} == {
        "Old": "published",
        "New": "draft",
        "Gappy": "draft",
    }


def test_the_other_actions_lead_to_their_pages(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    made, other = band_set(), band_set("Other")
    made.publish(ada, made.effective_from)
    client = signed_in(ada)

    assert "Change in percent" in act(client, "copy_as_draft", made)
    assert "Make the preview" in act(client, "retire", made)
    assert "5 bands in either set" in act(client, "compare", made, other)
    assert "Choose two sets to compare." in act(client, "compare", made)
    assert BandSet.objects.filter(status="published").get() == made


def test_a_set_that_was_in_force_cannot_be_deleted(band_set: MakeSet, dora: User, signed_in: SignIn) -> None:
    made = band_set()
    made.publish(dora, made.effective_from)
    client = signed_in(dora)

    assert client.post(reverse("admin:compensation_bandset_delete", args=[made.pk]), {"post": "yes"}).status_code == 403
    page = client.post(
        reverse(LIST), {"action": "delete_selected", "_selected_action": [made.pk], "post": "yes"}, follow=True
    ).content.decode()
    assert "retire it instead" in page
    assert BandSet.objects.filter(pk=made.pk).exists()


def test_a_retired_set_stays_as_it_was(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    made = band_set()
    made.retire(made.effective_from)

    response = signed_in(ada).post(
        reverse("admin:compensation_bandset_change", args=[made.pk]), form_of(made, senior={"high": "180000"})
    )

    assert response.status_code == 403
    assert Band.objects.get(level="senior").high == 170_500


@pytest.mark.parametrize(
    ("who", "allowed"), [("ada", True), ("dora", True), ("alice", False), ("rita", False), ("charlie", False)]
)
def test_only_compensation_admins_and_administrators_edit_bands(
    who: str,
    allowed: bool,
    band_set: MakeSet,
    signed_in: SignIn,
    request: pytest.FixtureRequest,
    django_capture_on_commit_callbacks: Any,
) -> None:
    made = band_set()
    client = signed_in(request.getfixturevalue(who))

    change(client, made, senior={"high": "180000"})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("admin:compensation_bandset_publish", args=[made.pk]))
    work = Recheck.objects.first()
    if work:
        client.post(reverse("admin:compensation_bandset_recheck", args=[work.pk]), {"carry_out": "1"})

    made.refresh_from_db()
    assert made.bands.get(level="senior").high == (180_000 if allowed else 170_500)
    assert made.status == ("published" if allowed else "draft")


def test_the_list_shows_what_matters(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    band_set()

    page = signed_in(ada).get(reverse(LIST)).content.decode()

    assert "Ours" in page and "draft" in page and '<td class="field-bands_held">5</td>' in page
