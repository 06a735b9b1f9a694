"""M02. The market of these tests: median 200,000, p10 160, p25 180, p75 220, p90 240 thousand."""

from datetime import date
from typing import Any

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.facts.case import Case
from hiring.market import Market
from hiring.mistakes.below_market_pay import MISTAKE
from tests.hiring.mistakes.build import after_patch, case, fired, is_clear, is_off, market, missing, severity_of

ROLE = {"level": "senior", "locations": [{"country": "US", "region": "TX"}], "company_stage": "growth"}
EARLY = {**ROLE, "company_stage": "seed"}
EQUITY = {"equity_type": "options", "equity_pct": 0.25}
THREE_SIGNS = {"crisis_signs": ["no_rollback", "releases_frozen", "exec_deadline"]}
CALM = {
    "models_in_prod": 2,
    "monitoring": "uptime",
    "incidents_90d": 0,
    "found_by": "monitoring",
    "ds_infra_pct": 10,
    "can_rebuild_prod": True,
    "debt": "low",
}
OWN = {"own_band": {"low": 150_000, "mid": 200_000, "high": 230_000}}


def offer(
    low: float | None, high: float | None, mkt: Market | None = None, role: Any = ROLE, pay: Any = None, **sections: Any
) -> Case:
    return case(
        market=market(200_000) if mkt is None else mkt,
        role=role,
        pay={"base_min": low, "base_max": high, **(pay or {})},
        **sections,
    )


def no_market(low: float | None, high: float | None, **role: Any) -> Case:
    return case(role={**ROLE, **role}, pay={"base_min": low, "base_max": high})


# T1


def test_t1_top_under_the_lower_quarter_blocks() -> None:
    flag = fired(MISTAKE, "M02-T1", offer(150_000, 179_999))
    assert flag.severity is BLOCKER
    assert "USD 180,000" in flag.message
    assert "40 postings" in flag.message
    assert flag.evidence[0].path == "/pay/base_max"
    assert flag.evidence[0].observed == 179_999
    assert flag.evidence[0].expected == 180_000


def test_t1_at_the_lower_quarter_is_clear() -> None:
    assert is_clear(MISTAKE, "M02-T1", offer(150_000, 180_000))
    assert is_clear(MISTAKE, "M02-T1", offer(None, 180_000))


def test_t1_thin_data_is_advice() -> None:
    flag = fired(MISTAKE, "M02-T1", offer(100_000, 120_000, market(200_000, n=9)))
    assert flag.severity is ADVICE
    assert "Thin data" in flag.message
    assert severity_of(MISTAKE, "M02-T1", offer(100_000, 120_000, market(200_000, n=10))) is BLOCKER


def test_t1_equity_does_not_soften_a_blocker() -> None:
    assert severity_of(MISTAKE, "M02-T1", offer(100_000, 120_000, role=EARLY, pay=EQUITY)) is BLOCKER


def test_t1_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M02-T1", offer(100_000, None)) == ("/pay/base_max",)
    assert missing(MISTAKE, "M02-T1", no_market(1, 2)) == ("/role/locations",)
    assert missing(MISTAKE, "M02-T1", no_market(1, 2, level=None)) == ("/role/level",)
    assert missing(MISTAKE, "M02-T1", offer(1, 2, market(currency="EUR"))) == ("/pay/currency",)
    assert missing(MISTAKE, "M02-T1", offer(1, 2, pay={"currency": None})) == ("/pay/currency",)


def test_t1_patch_stays_inside_the_own_band() -> None:
    one = offer(150_000, 170_000, market(200_000, **OWN))
    patched = after_patch(one, fired(MISTAKE, "M02-T1", one))
    assert is_clear(MISTAKE, "M02-T1", patched)
    assert (patched.pay.base_min, patched.pay.base_max) == (190_000, 210_000)


def test_t1_offers_no_patch_without_room() -> None:
    small = {"own_band": {"low": 100_000, "high": 175_000}}
    assert fired(MISTAKE, "M02-T1", offer(150_000, 170_000, market(200_000, **small))).patch == ()
    assert fired(MISTAKE, "M02-T1", offer(150_000, 170_000)).patch == ()


def test_t1_patch_without_a_minimum_sets_the_maximum_alone() -> None:
    one = offer(None, 170_000, market(200_000, **OWN))
    patched = after_patch(one, fired(MISTAKE, "M02-T1", one))
    assert (patched.pay.base_min, patched.pay.base_max) == (None, 200_000)


# T2


@pytest.mark.parametrize(
    ("low", "high", "severity"),
    [(170_000, 190_000, None), (170_000, 189_998, WARNING), (150_000, 170_000, WARNING), (150_000, 169_998, BLOCKER)],
)
def test_t2_compa_ratio(low: int, high: int, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M02-T2", offer(low, high)) is severity


def test_t2_says_how_far_to_go() -> None:
    flag = fired(MISTAKE, "M02-T2", offer(150_000, 160_000))
    assert "0.78" in flag.message
    assert "USD 45,000" in flag.fix


def test_t2_softened_by_thin_data_and_by_early_equity() -> None:
    assert severity_of(MISTAKE, "M02-T2", offer(1_000, 2_000, market(200_000, n=9))) is ADVICE
    assert severity_of(MISTAKE, "M02-T2", offer(160_000, 180_000, role=EARLY, pay=EQUITY)) is ADVICE
    assert severity_of(MISTAKE, "M02-T2", offer(100_000, 120_000, role=EARLY, pay=EQUITY)) is BLOCKER


@pytest.mark.parametrize(
    ("role", "pay"),
    [
        ({**ROLE, "company_stage": "growth"}, EQUITY),
        ({**ROLE, "company_stage": None}, EQUITY),
        (EARLY, {"equity_type": "options", "equity_pct": 0.24}),
        (EARLY, {"equity_type": "options"}),
    ],
)
def test_t2_is_softened_only_by_known_meaningful_early_equity(role: Any, pay: Any) -> None:
    assert severity_of(MISTAKE, "M02-T2", offer(160_000, 180_000, role=role, pay=pay)) is WARNING


def test_t2_series_ab_counts_as_early() -> None:
    role = {**ROLE, "company_stage": "series_ab"}
    assert severity_of(MISTAKE, "M02-T2", offer(160_000, 180_000, role=role, pay=EQUITY)) is ADVICE


def test_t2_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M02-T2", offer(None, 200_000)) == ("/pay/base_min",)
    assert missing(MISTAKE, "M02-T2", offer(None, None)) == ("/pay/base_min", "/pay/base_max")
    assert missing(MISTAKE, "M02-T2", no_market(1, 2)) == ("/role/locations",)


def test_t2_patch_reaches_the_median() -> None:
    one = offer(150_000, 170_000, market(200_000, **OWN))
    patched = after_patch(one, fired(MISTAKE, "M02-T2", one))
    assert patched.compa == 1
    assert is_clear(MISTAKE, "M02-T2", patched)


def test_t2_offers_no_patch_when_the_own_band_ends_too_low() -> None:
    small = {"own_band": {"low": 100_000, "high": 175_000}}
    assert fired(MISTAKE, "M02-T2", offer(140_000, 160_000, market(200_000, **small))).patch == ()


# T3


@pytest.mark.parametrize("role", ["devops", "data_eng", "sre"])
def test_t3_another_jobs_benchmark_warns(role: str) -> None:
    assert severity_of(MISTAKE, "M02-T3", offer(180_000, 219_000, pay={"benchmark_role": role})) is WARNING


@pytest.mark.parametrize("role", ["mlops", "mle", "none"])
def test_t3_right_benchmark_is_clear(role: str) -> None:
    assert is_clear(MISTAKE, "M02-T3", offer(100_000, 110_000, pay={"benchmark_role": role}))


def test_t3_severity_follows_the_compa_ratio() -> None:
    devops = {"benchmark_role": "devops"}
    assert severity_of(MISTAKE, "M02-T3", offer(180_000, 220_000, pay=devops)) is ADVICE
    assert severity_of(MISTAKE, "M02-T3", offer(150_000, 170_000, pay=devops)) is WARNING
    assert severity_of(MISTAKE, "M02-T3", offer(150_000, 169_000, pay=devops)) is BLOCKER


def test_t3_without_market_or_with_thin_data_is_a_warning() -> None:
    devops = {"benchmark_role": "devops"}
    assert severity_of(MISTAKE, "M02-T3", case(role=ROLE, pay={"base_min": 1, "base_max": 2, **devops})) is WARNING
    assert severity_of(MISTAKE, "M02-T3", offer(100_000, 120_000, market(200_000, n=5), pay=devops)) is WARNING


def test_t3_early_equity_softens_a_warning() -> None:
    pay = {"benchmark_role": "sre", **EQUITY}
    assert severity_of(MISTAKE, "M02-T3", offer(180_000, 190_000, role=EARLY, pay=pay)) is ADVICE


def test_t3_shows_the_medians_it_has() -> None:
    figures = market(200_000, mle_p50=220_000, devops_p50=160_000)
    message = fired(MISTAKE, "M02-T3", offer(180_000, 190_000, figures, pay={"benchmark_role": "devops"})).message
    assert "DevOps USD 160,000, MLOps USD 200,000 and ML engineers USD 220,000" in message


def test_t3_unanswered_is_not_checked() -> None:
    assert missing(MISTAKE, "M02-T3", offer(1, 2)) == ("/pay/benchmark_role",)


# T4: the middle half of ML-engineer pay is 198,000 to 242,000

MLE = market(230_000, mle_p50=220_000)
BALANCED = {"archetype": "balanced"}


@pytest.mark.parametrize(
    ("low", "high", "archetype", "severity"),
    [
        (168_000, 208_000, "balanced", None),  # exactly 25%
        (168_000, 207_999, "balanced", WARNING),
        (168_000, 207_999, "ml_heavy", WARNING),
        (178_000, 200_222, "infra_heavy", WARNING),  # just under 10%
        (180_000, 200_000, "infra_heavy", None),  # exactly 10%
        (180_000, 200_000, None, None),
        (180_000, 199_999, None, WARNING),
        (180_000, 200_000, "unsure", None),
        (150_000, 180_000, "balanced", WARNING),
        (200_000, 200_000, "balanced", None),
        (190_000, 190_000, "balanced", WARNING),
    ],
)
def test_t4_overlap(low: int, high: int, archetype: str | None, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M02-T4", offer(low, high, MLE, scope={"archetype": archetype})) is severity


def test_t4_at_the_mlops_median_it_is_advice() -> None:
    figures = market(170_000, mle_p50=220_000)
    assert severity_of(MISTAKE, "M02-T4", offer(150_000, 190_000, figures, scope=BALANCED)) is ADVICE
    assert severity_of(MISTAKE, "M02-T4", offer(149_000, 189_000, figures, scope=BALANCED)) is WARNING


def test_t4_thin_data_and_early_equity_soften() -> None:
    thin = market(230_000, mle_p50=220_000, mle_n=9)
    assert severity_of(MISTAKE, "M02-T4", offer(150_000, 180_000, thin, scope=BALANCED)) is ADVICE
    soft = offer(150_000, 180_000, MLE, role=EARLY, pay=EQUITY, scope=BALANCED)
    assert severity_of(MISTAKE, "M02-T4", soft) is ADVICE


def test_t4_junior_is_off_and_an_open_level_not_checked() -> None:
    assert is_off(MISTAKE, "M02-T4", offer(1, 2, MLE, role={**ROLE, "level": "junior"}))
    assert severity_of(MISTAKE, "M02-T4", offer(1, 2, MLE, role={**ROLE, "level": "mid"})) is WARNING
    assert missing(MISTAKE, "M02-T4", offer(1, 2, MLE, role={**ROLE, "level": None})) == ("/role/level",)
    assert is_clear(MISTAKE, "M02-T4", offer(200_000, 220_000, MLE, role={**ROLE, "level": None}))


def test_t4_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M02-T4", offer(None, 2, MLE)) == ("/pay/base_min",)
    assert missing(MISTAKE, "M02-T4", offer(1, 2)) == ("/role/locations",)


def test_t4_patch_moves_half_of_the_band_into_the_range() -> None:
    figures = market(230_000, mle_p50=220_000, own_band={"low": 150_000, "high": 260_000})
    one = offer(150_000, 190_000, figures, scope=BALANCED)
    patched = after_patch(one, fired(MISTAKE, "M02-T4", one))
    assert is_clear(MISTAKE, "M02-T4", patched)
    assert patched.pay.base_min == 178_000


# T5: 160,000 aged by seven months is 162,782.6


@pytest.mark.parametrize(("top", "severity"), [(162_782, WARNING), (162_783, None)])
def test_t5_the_ceiling_is_aged(top: int, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M02-T5", offer(140_000, top)) is severity


def test_t5_the_ceiling_is_placed() -> None:
    dear = market(200_000, geo_factor=1.2)
    assert severity_of(MISTAKE, "M02-T5", offer(140_000, 190_000, dear)) is WARNING
    assert is_clear(MISTAKE, "M02-T5", offer(140_000, 190_000))


def test_t5_young_figures_are_not_aged() -> None:
    pay, mkt = {"base_min": 140_000, "base_max": 160_001}, market(200_000)
    assert is_clear(MISTAKE, "M02-T5", case(role=ROLE, pay=pay, market=mkt, today=date(2026, 7, 3)))
    assert severity_of(MISTAKE, "M02-T5", case(role=ROLE, pay=pay, market=mkt, today=date(2026, 7, 4))) is WARNING


def test_t5_near_the_median_it_is_advice() -> None:
    assert severity_of(MISTAKE, "M02-T5", offer(150_000, 160_000, market(155_000))) is ADVICE
    assert severity_of(MISTAKE, "M02-T5", offer(142_000, 152_499, market(155_000))) is WARNING
    assert severity_of(MISTAKE, "M02-T5", offer(None, 160_000, market(155_000))) is WARNING


def test_t5_softened_by_thin_data_and_early_equity() -> None:
    assert severity_of(MISTAKE, "M02-T5", offer(100_000, 120_000, market(200_000, n=9))) is ADVICE
    assert severity_of(MISTAKE, "M02-T5", offer(100_000, 120_000, role=EARLY, pay=EQUITY)) is ADVICE


def test_t5_thin_data_soften_whatever_the_currency_of_the_market() -> None:
    assert severity_of(MISTAKE, "M02-T5", offer(1, 2, market(200_000, currency="EUR"))) is WARNING
    assert severity_of(MISTAKE, "M02-T5", offer(1, 2, market(200_000, n=9, currency="EUR"))) is ADVICE


def test_t5_only_in_us_dollars_in_the_us_from_mid_level() -> None:
    germany = {**ROLE, "locations": [{"country": "DE"}]}
    assert is_off(MISTAKE, "M02-T5", offer(1, 2, role=germany))
    assert is_off(MISTAKE, "M02-T5", offer(1, 2, pay={"currency": "EUR"}))
    assert is_off(MISTAKE, "M02-T5", offer(1, 2, role={**ROLE, "level": "junior"}))
    both = {**ROLE, "locations": [{"country": "DE"}, {"country": "US"}]}
    assert severity_of(MISTAKE, "M02-T5", offer(1, 2, role=both)) is WARNING


def test_t5_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M02-T5", offer(1, None)) == ("/pay/base_max",)
    assert missing(MISTAKE, "M02-T5", no_market(1, 2)) == ("/role/locations",)
    assert missing(MISTAKE, "M02-T5", offer(1, 2, role={})) == ("/role/level", "/role/locations")
    assert missing(MISTAKE, "M02-T5", offer(1, 2, pay={"currency": None})) == ("/pay/currency",)
    assert is_clear(MISTAKE, "M02-T5", offer(1, 190_000, role={}))


def test_t5_patch_passes_the_ceiling() -> None:
    one = offer(140_000, 160_000, market(200_000, **OWN))
    assert is_clear(MISTAKE, "M02-T5", after_patch(one, fired(MISTAKE, "M02-T5", one)))


# T6


def test_t6_rescue_needs_ten_percent_over_the_median() -> None:
    assert severity_of(MISTAKE, "M02-T6", offer(210_000, 229_998, ml_today=THREE_SIGNS)) is WARNING
    assert is_clear(MISTAKE, "M02-T6", offer(210_000, 230_000, ml_today=THREE_SIGNS))


def test_t6_heavy_debt_is_enough() -> None:
    flag = fired(MISTAKE, "M02-T6", offer(200_000, 210_000, ml_today={"debt": "heavy"}))
    assert "heavy debt" in flag.message
    assert "does not reach 110% of the market median" in flag.message
    assert is_clear(MISTAKE, "M02-T6", offer(200_000, 210_000, ml_today={**CALM, "debt": "some"}))


def test_t6_softened_by_thin_data_and_early_equity() -> None:
    heavy = {"debt": "heavy"}
    assert severity_of(MISTAKE, "M02-T6", offer(1, 2, market(200_000, n=9), ml_today=heavy)) is ADVICE
    assert severity_of(MISTAKE, "M02-T6", offer(1, 2, role=EARLY, pay=EQUITY, ml_today=heavy)) is ADVICE


def test_t6_two_signs_and_the_rest_answered_is_clear() -> None:
    two = {**CALM, "crisis_signs": ["no_rollback", "releases_frozen"]}
    assert is_clear(MISTAKE, "M02-T6", offer(1, 2, ml_today=two))


def test_t6_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M02-T6", offer(1, None, ml_today=THREE_SIGNS)) == ("/pay/base_max",)
    assert missing(MISTAKE, "M02-T6", case(role=ROLE, pay={"base_min": 1, "base_max": 2}, ml_today=THREE_SIGNS)) == (
        "/role/locations",
    )
    assert missing(MISTAKE, "M02-T6", offer(1, 2, ml_today={**CALM, "debt": None})) == ("/ml_today/debt",)
    two = {**CALM, "crisis_signs": ["no_rollback", "releases_frozen"], "found_by": None}
    assert missing(MISTAKE, "M02-T6", offer(1, 2, ml_today=two)) == ("/ml_today/found_by",)
    assert is_clear(MISTAKE, "M02-T6", offer(230_000, 250_000))


def test_t6_patch_pays_the_premium() -> None:
    one = offer(180_000, 200_000, market(200_000, own_band={"low": 150_000, "high": 240_000}), ml_today=THREE_SIGNS)
    assert is_clear(MISTAKE, "M02-T6", after_patch(one, fired(MISTAKE, "M02-T6", one)))


# T7


@pytest.mark.parametrize(
    ("made", "today", "old"),
    [
        ("2025-11-22", date(2026, 11, 22), False),
        ("2025-11-21", date(2026, 11, 22), True),
        ("2025-10-31", date(2026, 10, 31), False),
        ("2025-10-31", date(2026, 11, 1), True),
        ("2024-02-29", date(2025, 2, 28), False),
        ("2024-02-29", date(2025, 3, 1), True),
        ("2023-11-22", date(2026, 11, 22), True),
        ("2027-01-01", date(2026, 11, 22), False),
    ],
)
def test_t7_older_than_twelve_months_by_the_day(made: str, today: date, old: bool) -> None:
    one = case(pay={"benchmark_date": made}, today=today)
    assert severity_of(MISTAKE, "M02-T7", one) is (ADVICE if old else None)


def test_t7_shows_the_ageing_and_the_claim() -> None:
    flag = fired(MISTAKE, "M02-T7", case(pay={"benchmark_date": "2024-11-22"}))
    assert "24 months" in flag.message
    assert "about 6.1%" in flag.message
    assert "8 to 12%" in flag.fix


def test_t7_a_day_past_the_year_is_over_twelve_months() -> None:
    assert "over 12 months" in fired(MISTAKE, "M02-T7", case(pay={"benchmark_date": "2025-11-21"})).message


def test_t7_ageing_stops_after_two_years() -> None:
    assert "at least 6.1%" in fired(MISTAKE, "M02-T7", case(pay={"benchmark_date": "0001-01-01"})).message


def test_t7_unanswered_is_not_checked() -> None:
    assert missing(MISTAKE, "M02-T7", case()) == ("/pay/benchmark_date",)


# T8


@pytest.mark.parametrize(
    ("low", "high", "severity"),
    [
        (100_000, 150_000, None),
        (100_000, 150_001, ADVICE),
        (100_000, 160_000, ADVICE),
        (100_000, 160_001, WARNING),
        (0, 1, WARNING),
        (0, 0, None),
        (200_000, 100_000, None),
    ],
)
def test_t8_spread(low: int, high: int, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M02-T8", case(pay={"base_min": low, "base_max": high})) is severity


def test_t8_early_equity_softens() -> None:
    assert severity_of(MISTAKE, "M02-T8", offer(100_000, 200_000, role=EARLY, pay=EQUITY)) is ADVICE


def test_t8_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M02-T8", case(pay={"base_max": 2})) == ("/pay/base_min",)


def test_t8_patch_narrows_inside_the_own_band() -> None:
    one = offer(110_000, 200_000, market(200_000, own_band={"low": 100_000, "high": 230_000}))
    patched = after_patch(one, fired(MISTAKE, "M02-T8", one))
    assert is_clear(MISTAKE, "M02-T8", patched)
    assert patched.pay.base_min == 134_000
    assert fired(MISTAKE, "M02-T8", offer(110_000, 200_000)).patch == ()


# T9


@pytest.mark.parametrize(
    ("stage", "pay"),
    [
        ("growth", {}),
        (None, {}),
        ("seed", {}),
        ("seed", {"bonus_pct": 10}),
        ("series_ab", {"bonus_pct": 10, "equity_type": "none"}),
        ("series_ab", {"bonus_pct": 10, "equity_type": "options"}),
        ("series_ab", {"bonus_pct": 10, "equity_type": "options", "equity_pct": 0}),
        ("growth", {"equity_type": "rsu"}),
    ],
)
def test_t9_open_make_up_is_advice(stage: str | None, pay: Any) -> None:
    assert severity_of(MISTAKE, "M02-T9", case(role={"company_stage": stage}, pay=pay)) is ADVICE


@pytest.mark.parametrize(
    ("stage", "pay"),
    [
        ("growth", {"bonus_pct": 0}),
        ("growth", {"equity_type": "none"}),
        ("public", {"equity_type": "rsu", "equity_value_year": 20_000}),
        ("seed", {"equity_type": "options", "equity_pct": 0.1}),
        (None, {"equity_type": "options", "equity_pct": 0.1}),
    ],
)
def test_t9_stated_make_up_is_clear(stage: str | None, pay: Any) -> None:
    assert is_clear(MISTAKE, "M02-T9", case(role={"company_stage": stage}, pay=pay))


def test_t9_unknown_stage_without_equity_is_not_checked() -> None:
    assert missing(MISTAKE, "M02-T9", case(pay={"bonus_pct": 10})) == ("/role/company_stage",)


# T10: 95% of the midpoint of 180,000 to 220,000 is 190,000

MLE_BAND = {"internal_mle_min": 180_000, "internal_mle_max": 220_000}


def test_t10_under_the_own_ml_engineer_band() -> None:
    assert severity_of(MISTAKE, "M02-T10", case(pay={"base_max": 189_999, **MLE_BAND})) is WARNING
    assert is_clear(MISTAKE, "M02-T10", case(pay={"base_max": 190_000, **MLE_BAND}))


def test_t10_reads_the_published_band_when_the_document_has_none() -> None:
    published = market(200_000, internal_mle={"low": 180_000, "high": 220_000})
    assert severity_of(MISTAKE, "M02-T10", offer(150_000, 189_999, published)) is WARNING
    assert is_clear(MISTAKE, "M02-T10", offer(150_000, 190_000, published))
    dear = market(200_000, internal_mle={"low": 280_000, "high": 320_000})
    assert is_clear(MISTAKE, "M02-T10", offer(150_000, 190_000, dear, pay=MLE_BAND))


def test_t10_softened_by_early_equity_not_by_thin_data() -> None:
    assert severity_of(MISTAKE, "M02-T10", offer(1, 2, role=EARLY, pay={**MLE_BAND, **EQUITY})) is ADVICE
    assert severity_of(MISTAKE, "M02-T10", offer(1, 2, market(200_000, n=2), pay=MLE_BAND)) is WARNING


def test_t10_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M02-T10", offer(1, 2)) == ("/pay/internal_mle_min", "/pay/internal_mle_max")
    assert missing(MISTAKE, "M02-T10", offer(1, 2, pay={"internal_mle_min": 3})) == ("/pay/internal_mle_max",)
    assert missing(MISTAKE, "M02-T10", offer(1, None, pay=MLE_BAND)) == ("/pay/base_max",)
    foreign = market(currency="EUR", internal_mle={"low": 1, "high": 2})
    assert missing(MISTAKE, "M02-T10", offer(1, 2, foreign))[0] == "/pay/internal_mle_min"


def test_t10_patch_aligns() -> None:
    one = offer(150_000, 170_000, market(200_000, **OWN), pay=MLE_BAND)
    assert is_clear(MISTAKE, "M02-T10", after_patch(one, fired(MISTAKE, "M02-T10", one)))


# T11: the own band is 150,000 to 230,000


@pytest.mark.parametrize(
    ("low", "high", "severity"),
    [
        (150_000, 230_000, None),
        (149_999, 230_000, WARNING),
        (150_000, 230_001, WARNING),
        (149_999, None, WARNING),
        (None, 230_001, WARNING),
    ],
)
def test_t11_outside_the_published_band(low: int | None, high: int | None, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M02-T11", offer(low, high, market(200_000, **OWN))) is severity


def test_t11_not_softened_by_thin_data_but_by_early_equity() -> None:
    assert severity_of(MISTAKE, "M02-T11", offer(1, 2, market(200_000, n=1, **OWN))) is WARNING
    assert severity_of(MISTAKE, "M02-T11", offer(1, 2, market(200_000, **OWN), role=EARLY, pay=EQUITY)) is ADVICE


def test_t11_is_off_without_a_published_band() -> None:
    assert is_off(MISTAKE, "M02-T11", offer(1, 2))


def test_t11_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M02-T11", no_market(1, 2)) == ("/role/locations",)
    assert missing(MISTAKE, "M02-T11", offer(160_000, None, market(200_000, **OWN))) == ("/pay/base_max",)
    assert missing(MISTAKE, "M02-T11", offer(1, 2, market(currency="EUR", **OWN))) == ("/pay/currency",)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (140_000, 200_000, (150_000, 200_000)),
        (160_000, 250_000, (160_000, 230_000)),
        (100_000, 120_000, (150_000, 230_000)),
        (240_000, 250_000, (150_000, 230_000)),
    ],
)
def test_t11_patch_brings_the_offer_inside(low: int, high: int, expected: tuple[int, int]) -> None:
    one = offer(low, high, market(200_000, **OWN))
    patched = after_patch(one, fired(MISTAKE, "M02-T11", one))
    assert (patched.pay.base_min, patched.pay.base_max) == expected
    assert is_clear(MISTAKE, "M02-T11", patched)


def test_a_band_upside_down_is_judged_without_a_crash() -> None:
    upside_down = offer(220_000, 150_000, market(200_000, mle_p50=230_000, **OWN))
    for trigger in MISTAKE.triggers:
        trigger.check(upside_down)
