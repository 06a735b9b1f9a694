"""Band sets: publishing, what the database refuses, and how an edit reaches a requisition's market."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from compensation.checks import Row, cautions
from compensation.demo import seed
from compensation.models import Band, BandSet, NotPublishable
from compensation.source import look_up, market_for, shipped_market_for
from hiring.document import RequisitionDocument

TODAY = date(2026, 11, 22)
MakeSet = Callable[..., BandSet]


def document(
    level: str = "senior", archetype: str | None = "balanced", currency: str = "USD", **place: str
) -> RequisitionDocument:
    return RequisitionDocument.model_validate(
        {
            "role": {"level": level, "locations": [{"country": "US"} | place]},
            "scope": {"archetype": archetype},
            "pay": {"currency": currency},
        },
        strict=False,
    )


def test_publishing_retires_the_set_it_replaces(band_set: MakeSet, ada: User) -> None:
    old, new, other = band_set("2025"), band_set("2026"), band_set("UK", country="GB", currency="GBP")
    old.publish(ada, TODAY)
    other.publish(ada, TODAY)

    replaced = new.publish(ada, TODAY)

    assert replaced == old
    old.refresh_from_db()
    other.refresh_from_db()
    assert (old.status, old.effective_to, new.status, other.status) == ("retired", TODAY, "published", "published")
    assert new.published_by == ada


def test_a_set_with_a_gap_is_not_published_and_nothing_changes(band_set: MakeSet, ada: User) -> None:
    old = band_set("2025")
    old.publish(ada, TODAY)
    new = band_set("2026", levels=("junior", "senior", "principal"))

    with pytest.raises(NotPublishable, match="no band for mid and staff"):
        new.publish(ada, TODAY)

    old.refresh_from_db()
    assert old.status == "published"


def test_levels_out_of_order_are_named_with_their_figures(band_set: MakeSet, ada: User) -> None:
    made = band_set()
    made.bands.filter(level="senior").update(low=90_000, mid=120_000, high=150_000)

    with pytest.raises(
        NotPublishable, match=r"middle of senior \(120,000\) must be above the middle of mid \(125,000\)"
    ):
        made.publish(ada, TODAY)


def test_a_set_is_published_only_while_it_is_in_effect(band_set: MakeSet, ada: User) -> None:
    with pytest.raises(NotPublishable, match="from 1 Jan 2027, not today"):
        band_set(effective_from=date(2027, 1, 1)).publish(ada, TODAY)


def test_only_a_draft_is_published(band_set: MakeSet, ada: User) -> None:
    made = band_set()
    made.publish(ada, TODAY)

    with pytest.raises(NotPublishable, match="is published; only a draft"):
        made.publish(ada, TODAY)


def test_the_database_holds_one_published_set_per_country_and_currency(band_set: MakeSet, ada: User) -> None:
    made = band_set("2025")
    made.publish(ada, TODAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        BandSet.objects.filter(pk=band_set("2026").pk).update(status="published", published_at=made.published_at)


@pytest.mark.parametrize(
    "wrong",
    [
        {"low": 0},
        {"low": -5},
        {"low": 155_000},
        {"high": 155_000},
        {"focus": ""},
        {"family": "devops"},
    ],
)
def test_the_database_refuses_a_band_that_makes_no_sense(band_set: MakeSet, wrong: dict[str, object]) -> None:
    made = band_set()

    with pytest.raises(IntegrityError), transaction.atomic():
        made.bands.filter(level="senior").update(**wrong)


def test_a_cell_is_held_once(band_set: MakeSet) -> None:
    made = band_set()

    with pytest.raises(ValidationError, match="already has a band"):
        Band(band_set=made, level="mid", focus="balanced", low=1000, mid=2000, high=3000).full_clean()


@pytest.mark.parametrize(
    ("figures", "field", "message"),
    [
        ((150_000, 140_000, 160_000), "low", r"The minimum \(150,000\) must be below the middle \(140,000\)"),
        ((100_000, 140_000, 130_000), "high", r"The maximum \(130,000\) must be above the middle \(140,000\)"),
        ((-1, 140_000, 160_000), "low", "Pay must be above 0"),
    ],
)
def test_figures_out_of_order_are_named_at_their_field(
    band_set: MakeSet, figures: tuple[int, int, int], field: str, message: str
) -> None:
    low, mid, high = (Decimal(figure) for figure in figures)

    with pytest.raises(ValidationError, match=message) as refused:
        Band(band_set=band_set(levels=()), level="mid", focus="balanced", low=low, mid=mid, high=high).full_clean()
    assert set(refused.value.message_dict) == {field}


def test_wide_bands_and_jumps_between_levels_are_worth_a_second_look() -> None:
    rows = [
        Row("MLOps", "mid", Decimal(100), Decimal(110), Decimal(120)),
        Row("MLOps", "senior", Decimal(130), Decimal(190), Decimal(260)),
    ]

    said = cautions(rows)

    assert any("no pay lies between mid (up to 120) and senior (from 130)" in each for each in said)
    assert any("senior: wide, the maximum is 2.00 times the minimum" in each for each in said)
    assert len(said) == 2


def test_a_copy_is_a_draft_with_the_same_bands(band_set: MakeSet, ada: User) -> None:
    made = band_set()
    made.publish(ada, TODAY)

    copy = made.copy_as_draft()

    assert (copy.status, copy.name, copy.bands.count()) == ("draft", "Ours (2)", 5)
    assert made.bands.count() == 5


def test_the_published_band_reaches_the_market_and_an_edit_shows_at_once(band_set: MakeSet, ada: User) -> None:
    made = band_set()
    made.publish(ada, TODAY)
    before = market_for(document(), TODAY)
    assert before is not None and before.own_band is not None
    assert (before.own_band.low, before.own_band.high) == (139_500, 170_500)
    assert before.families["mlops"].n == 45

    band = made.bands.get(level="senior")
    band.high = Decimal(168_000)
    band.save()

    after = market_for(document(), TODAY)
    assert after is not None and after.own_band is not None
    assert after.own_band.high == 168_000


def test_bands_first_turns_the_bands_into_percentiles(band_set: MakeSet, ada: User) -> None:
    band_set(comes_first="bands").publish(ada, TODAY)

    found = market_for(document(), TODAY)

    assert found is not None
    assert (found.families["mlops"].p50, found.families["mlops"].basis) == (155_000, "band")


def test_a_thin_cell_takes_the_published_band(band_set: MakeSet, ada: User) -> None:
    band_set().publish(ada, TODAY)

    found = market_for(document("junior"), TODAY)

    assert found is not None
    assert (found.families["mlops"].p50, found.families["mlops"].n) == (100_000, 1)


def test_the_ml_engineer_band_is_the_internal_comparison(band_set: MakeSet, ada: User) -> None:
    made = band_set()
    for place, level in enumerate(("junior", "mid", "senior", "staff", "principal")):
        start = 150_000 + 20_000 * place
        Band.objects.create(
            band_set=made, family="ml_engineer", level=level, low=start, mid=start + 9, high=start + 18_000
        )
    made.publish(ada, TODAY)

    found = market_for(document(), TODAY)

    assert found is not None and found.internal_mle is not None
    assert (found.internal_mle.low, found.internal_mle.high) == (190_000, 208_000)


def test_an_undecided_archetype_reads_the_balanced_band(band_set: MakeSet, ada: User) -> None:
    band_set().publish(ada, TODAY)

    for archetype in ("unsure", None):
        found = market_for(document(archetype=archetype), TODAY)
        assert found is not None and found.own_band is not None
    other = market_for(document(archetype="ml_heavy"), TODAY)
    assert other is not None and other.own_band is None


def test_a_zone_wins_over_the_whole_country(band_set: MakeSet, ada: User) -> None:
    made = band_set()
    for zone, mid in (("Bay Area", 190_000), ("ca", 180_000)):
        Band.objects.create(
            band_set=made, level="senior", focus="balanced", zone=zone, low=mid - 9_000, mid=mid, high=mid + 9_000
        )
    BandSet.objects.filter(pk=made.pk).update(status="published", published_at=made.created)

    def own_mid(**place: str) -> Decimal | None:
        found = market_for(document(**place), TODAY)
        assert found is not None and found.own_band is not None
        return found.own_band.mid

    assert own_mid(region="California", metro="Fresno") == 180_000
    assert own_mid(region="CA", metro="San Francisco") == 190_000
    assert own_mid(region="TX") == 155_000


@pytest.mark.parametrize("elsewhere", [{"country": "CA"}, {"currency": "EUR"}])
def test_bands_of_another_country_or_currency_do_not_apply(
    band_set: MakeSet, ada: User, elsewhere: dict[str, str]
) -> None:
    band_set(**elsewhere).publish(ada, TODAY)

    found = market_for(document(), TODAY)

    assert found is not None and found.own_band is None


@pytest.mark.parametrize("state", [{}, {"effective_to": date(2026, 11, 21)}])
def test_drafts_and_sets_past_their_last_day_do_not_apply(band_set: MakeSet, state: dict[str, date]) -> None:
    made = band_set()
    if state:
        BandSet.objects.filter(pk=made.pk).update(status="published", published_at=made.created, **state)

    found = market_for(document(), TODAY)

    assert found == shipped_market_for(document(), TODAY)


@pytest.mark.django_db
def test_two_queries_a_market() -> None:
    seed(today=TODAY)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = market_for(document(), TODAY)

    assert len(queries) == 2, "the bands, and which sources are switched on"
    assert found is not None and found.own_band is not None and found.own_band.mid == 180_000


@pytest.mark.django_db
def test_the_demo_bands_are_seeded_once() -> None:
    seed(today=TODAY)
    seed(today=TODAY)

    made = BandSet.objects.get()
    assert (made.status, made.bands.count()) == ("published", 20)


def test_remote_places_count_where_no_place_of_work_is_given(db: None) -> None:
    remote = document().model_copy(
        update={
            "role": document().role.model_copy(
                update={"locations": (), "remote_hiring_in": document(region="CA").role.locations}
            )
        }
    )

    found = market_for(remote, TODAY)

    assert found is not None and found.geo_factor > 1


def test_why_there_is_no_market(db: None) -> None:
    assert "AT" in getattr(look_up(document(country="AT", currency="EUR"), TODAY), "reason", "")
    assert market_for(document(country="AT", currency="EUR"), TODAY) is None
