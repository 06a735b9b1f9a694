"""M02: pay below the market for people who run models in production."""

from decimal import Decimal

from hiring.checking import (
    ADVICE,
    BLOCKER,
    CLEAR,
    OFF,
    WARNING,
    Effort,
    Evidence,
    Fired,
    Grade,
    Missing,
    Mistake,
    Outcome,
    Severity,
    Source,
    trigger,
)
from hiring.checking.publications import aipaycheck, own_judgement
from hiring.facts import ageing, pay_room
from hiring.facts import pay as facts
from hiring.facts.case import Case
from hiring.facts.crisis import CRISIS_ANSWERS
from hiring.facts.logic import either
from hiring.facts.market_questions import market_questions
from hiring.facts.wording import counted, listed, money, number
from hiring.market import Family, Percentiles
from hiring.thresholds import (
    AGEING_LONGEST_MONTHS,
    AGEING_PCT_A_YEAR,
    BENCHMARK_MONTHS,
    COMPA_BLOCK_PCT,
    COMPA_LOW_PCT,
    COMPA_NEAR_PCT,
    COMPA_PAR_PCT,
    FEW_POINTS,
    OVERLAP_INFRA_PCT,
    OVERLAP_PCT,
    OWN_MLE_PCT,
    RESCUE_PREMIUM_PCT,
    SPREAD_ADVICE_PCT,
    SPREAD_PCT,
)

BAND = ("/pay/base_min", "/pay/base_max")
PLACE = ("/role/level", "/role/locations", "/pay/currency")
SOFTENING = ("/role/company_stage", "/pay/equity_type", "/pay/equity_pct")
WRONG_BENCHMARKS = {"devops": "DevOps", "data_eng": "data-engineering", "sre": "SRE"}
FAMILIES: tuple[tuple[Family, str], ...] = (("devops", "DevOps"), ("mlops", "MLOps"), ("ml_engineer", "ML engineers"))
THIN = "fewer than ten distinct postings stand behind the market figure: advice only"
EARLY = "a seed or series A/B start-up that gives 0.25% equity or more: a warning becomes advice"


def _money(case: Case, amount: Decimal) -> str:
    return money(case.pay.currency, amount)


def _softened(case: Case, severity: Severity, *grounds: Percentiles | None) -> Severity:
    """The severity after the exemptions: thin data behind ``grounds``, meaningful equity of an early start-up."""
    if any(market is not None and market.n < FEW_POINTS for market in grounds):
        return ADVICE
    return ADVICE if severity is WARNING and facts.early_equity(case.role, case.pay) else severity


def _thin(*grounds: Percentiles | None) -> str:
    fewest = min((market.n for market in grounds if market is not None), default=FEW_POINTS)
    return f" Thin data: {counted(fewest, 'posting')}." if fewest < FEW_POINTS else ""


def _unknown_offer(case: Case) -> Missing:
    """What keeps the midpoint from being held against the market: the band's ends, else the market's own questions."""
    ends = tuple(path for path, end in zip(BAND, (case.pay.base_min, case.pay.base_max), strict=True) if end is None)
    return Missing(*ends) if ends else Missing(*market_questions(case))


def _compa_severity(case: Case) -> Severity | None:
    """Severity of T2; None where the midpoint reaches 90% of the median or either is unknown."""
    if facts.at_least(case.mid, COMPA_LOW_PCT, case.mlops_market) is not False:
        return None
    blocks = facts.at_least(case.mid, COMPA_BLOCK_PCT, case.mlops_market) is False
    return _softened(case, BLOCKER if blocks else WARNING, case.mlops_market)


@trigger(
    "M02-T1",
    "Top of the band under the market's lower quarter",
    BLOCKER,
    ADVICE,
    reads=("/pay/base_max", *PLACE),
    fires_when="the maximum is below the 25th percentile of MLOps base pay for the level and place",
    example_fires="The maximum is 160,000 and the market's 25th percentile 165,000.",
    example_quiet="The maximum is 165,000 and the market's 25th percentile 165,000.",
    quiet_when=(THIN,),
    effort=Effort.DAYS,
)
def top_under_p25(case: Case) -> Outcome:
    top, market = case.pay.base_max, case.mlops_market
    if top is None:
        return Missing("/pay/base_max")
    if market is None:
        return Missing(*market_questions(case))
    if top >= market.p25:
        return CLEAR
    p25, p50 = _money(case, market.p25), _money(case, market.p50)
    gap = market.p50 - (top if case.mid is None else case.mid)
    return Fired(
        _softened(case, BLOCKER, market),
        f"The top of the band, {_money(case, top)}, is below the market's 25th percentile of {p25} "
        f"({counted(market.n, 'posting')}, as of {_as_of(case)}).{_thin(market)}",
        (Evidence("/pay/base_max", top, market.p25),),
        f"Raise the maximum to at least {p25}, better towards the median of {p50}, or lower the level.",
        pay_room.raised(case, gap, pay_room.top_reaches(market.p25)),
    )


def _as_of(case: Case) -> str:
    return "an unknown day" if case.market is None else f"{case.market.as_of.day} {case.market.as_of:%b %Y}"


@trigger(
    "M02-T2",
    "Midpoint well under the market median",
    BLOCKER,
    WARNING,
    ADVICE,
    reads=(*BAND, *PLACE, *SOFTENING),
    fires_when="the midpoint is below 90% of the market median (warning), or below 80% (blocker)",
    example_fires="The midpoint is 150,000 and the median 180,000: a compa-ratio of 0.83.",
    example_quiet="The midpoint is 162,000 and the median 180,000: a compa-ratio of exactly 0.90.",
    quiet_when=(THIN, EARLY),
    effort=Effort.DAYS,
)
def midpoint_under_median(case: Case) -> Outcome:
    mid, market = case.mid, case.mlops_market
    if mid is None or market is None:
        return _unknown_offer(case)
    severity = _compa_severity(case)
    if severity is None:
        return CLEAR
    gap = market.p50 - mid
    return Fired(
        severity,
        f"The middle of the band, {_money(case, mid)}, is {number(mid / market.p50)} of the market median "
        f"of {_money(case, market.p50)}.{_thin(market)}",
        _mid_evidence(case, market.p50 * COMPA_LOW_PCT / 100),
        f"Move the midpoint up by {_money(case, gap)} to reach the market median.",
        pay_room.raised(case, gap, pay_room.mid_reaches(market.p50 * COMPA_LOW_PCT / 100)),
    )


def _mid_evidence(case: Case, expected: Decimal) -> tuple[Evidence, ...]:
    """Both ends of the band; the midpoint that is expected stands at the maximum."""
    return (
        Evidence("/pay/base_min", case.pay.base_min),
        Evidence("/pay/base_max", case.pay.base_max, f"midpoint of at least {_money(case, expected)}"),
    )


@trigger(
    "M02-T3",
    "Benchmarked against another job",
    BLOCKER,
    WARNING,
    ADVICE,
    reads=("/pay/benchmark_role", *BAND, *PLACE, *SOFTENING),
    fires_when="the band was based on DevOps, data engineering or SRE pay; advice where the midpoint reaches the "
    "MLOps median all the same, a blocker where it also lies below 80% of it",
    example_fires="The band comes from the company's DevOps figures.",
    example_quiet="The band comes from ML-engineer figures.",
    quiet_when=(EARLY,),
    effort=Effort.HOURS,
)
def wrong_benchmark(case: Case) -> Outcome:
    role = case.pay.benchmark_role
    if role is None:
        return Missing("/pay/benchmark_role")
    if role not in WRONG_BENCHMARKS:
        return CLEAR
    if facts.at_least(case.mid, COMPA_PAR_PCT, case.mlops_market):
        severity = ADVICE
    else:
        severity = _softened(case, BLOCKER if _compa_severity(case) is BLOCKER else WARNING)
    market = facts.same_currency(case.pay, case.market)
    medians = [
        f"{name} {_money(case, family.p50)}"
        for key, name in FAMILIES
        if (family := facts.family_of(market, key)) is not None
    ]
    compared = f" Market medians here: {listed(medians)}." if len(medians) > 1 else ""
    return Fired(
        severity,
        f"The band was based on {WRONG_BENCHMARKS[role]} pay, which is another market.{compared}",
        (Evidence("/pay/benchmark_role", role, ("mle", "mlops")),),
        "Re-benchmark against ML engineering for the same level and place.",
    )


@trigger(
    "M02-T4",
    "Hardly overlaps ML-engineer pay",
    WARNING,
    ADVICE,
    reads=(*BAND, "/scope/archetype", *PLACE, *SOFTENING),
    fires_when="from mid level up, less than 25% of the band lies in the middle half of ML-engineer pay (less than "
    "10% for infrastructure-heavy roles and while the split is undecided)",
    example_fires="The band is 130,000 to 150,000; the middle half of ML-engineer pay starts at 160,000.",
    example_quiet="The band is 150,000 to 190,000 and the middle half is 160,000 to 220,000: 75% lies inside.",
    quiet_when=("the midpoint reaches the MLOps median: advice", "junior level", THIN, EARLY),
    effort=Effort.DAYS,
)
def little_overlap(case: Case) -> Outcome:
    low, high, market = case.pay.base_min, case.pay.base_max, case.mle_market
    if case.role.level == "junior":
        return OFF
    if low is None or high is None or market is None:
        return _unknown_offer(case)
    least = OVERLAP_INFRA_PCT if case.scope.archetype in (None, "unsure", "infra_heavy") else OVERLAP_PCT
    share = facts.overlap_share(low, high, market.p25, market.p75)
    if share * 100 >= least:
        return CLEAR
    if case.role.level is None:
        return Missing("/role/level")

    def overlaps(band: pay_room.Band) -> bool:
        return band[0] is not None and facts.overlap_share(band[0], band[1], market.p25, market.p75) * 100 >= least

    at_median = facts.at_least(case.mid, COMPA_PAR_PCT, case.mlops_market)
    middle = f"{_money(case, market.p25)} to {market.p75:,.0f}"
    above = min(low, high) > market.p75
    return Fired(
        ADVICE if at_median else _softened(case, WARNING, market, case.mlops_market),
        f"{f'Only {number(share * 100)}%' if share else 'No part'} of the band lies in the middle half of ML-engineer "
        f"pay, {middle}"
        f"{': it lies above' if above else ''}.{_thin(market, case.mlops_market)}",
        (
            Evidence("/pay/base_min", low),
            Evidence("/pay/base_max", high, f"at least {least}% of the band within {middle}"),
        ),
        f"Check the level, or shift the band until at least half of it lies within {middle}."
        if above
        else f"Shift the band until at least half of it lies within {middle}.",
        pay_room.raised(case, market.p25 - (low + high) / 2, overlaps),
    )


@trigger(
    "M02-T5",
    "Inside the DevOps range",
    WARNING,
    ADVICE,
    reads=("/pay/base_max", "/pay/base_min", *PLACE, *SOFTENING),
    fires_when="in the United States, from mid level up, the maximum does not pass USD 160,000, placed and aged to "
    "today",
    example_fires="A senior role in an average US city with a maximum of 160,000.",
    example_quiet="The same role with a maximum of 175,000.",
    quiet_when=(
        "no place of work in the United States, or pay in another currency",
        "junior level",
        "the midpoint reaches 95% of the MLOps median: advice",
        THIN,
        EARLY,
    ),
    effort=Effort.DAYS,
)
def inside_devops_range(case: Case) -> Outcome:
    top, level, places = case.pay.base_max, case.role.level, case.role.locations
    in_us = any(place.country == "US" for place in places)
    if level == "junior" or (places and not in_us) or case.pay.currency not in (None, "USD"):
        return OFF
    if top is None:
        return Missing("/pay/base_max")
    if case.market is None:
        return Missing(*market_questions(case))
    ceiling = facts.devops_ceiling(case.today, case.market.geo_factor)
    if top > ceiling:
        return CLEAR
    unanswered = tuple(path for path, given in zip(PLACE, (level, places, case.pay.currency), strict=True) if not given)
    if unanswered:
        return Missing(*unanswered)
    near = facts.at_least(case.mid, COMPA_NEAR_PCT, case.mlops_market)
    behind = facts.family_of(case.market, "mlops")
    shown = _money(case, ceiling)
    return Fired(
        ADVICE if near else _softened(case, WARNING, behind),
        f"The maximum, {_money(case, top)}, sits inside the DevOps range, which ends at {shown} here and today."
        f"{_thin(behind)}",
        (Evidence("/pay/base_max", top, f"over {shown}"),),
        f"Treat {shown} as the DevOps ceiling and price this role in the ML-engineer range.",
        pay_room.raised(case, ceiling - top + 1, pay_room.top_reaches(ceiling + 1)),
    )


@trigger(
    "M02-T6",
    "A rescue mission without a premium",
    WARNING,
    ADVICE,
    reads=(*BAND, "/ml_today/debt", *CRISIS_ANSWERS, *PLACE, *SOFTENING),
    fires_when="there are three crisis signs or heavy debt, and the midpoint is below 110% of the market median",
    example_fires="Heavy debt, and a midpoint at the median.",
    example_quiet="Heavy debt, and a midpoint 12% above the median.",
    quiet_when=(THIN, EARLY),
    effort=Effort.DAYS,
    same_fact=("M06-T3",),
)
def rescue_without_premium(case: Case) -> Outcome:
    crisis, debt, mid, market = case.crisis, case.ml_today.debt, case.mid, case.mlops_market
    rescue = either(crisis.rescue, None if debt is None else debt == "heavy")
    if rescue is False or facts.at_least(mid, RESCUE_PREMIUM_PCT, market):
        return CLEAR
    if mid is None or market is None:
        return _unknown_offer(case)
    if rescue is None:
        return Missing(*(("/ml_today/debt",) if debt is None else ()), *(crisis.open if crisis.rescue is None else ()))
    target = market.p50 * RESCUE_PREMIUM_PCT / 100
    heavy, signs = debt == "heavy", crisis.found if crisis.rescue else ()
    reasons = (*(("heavy debt",) if heavy else ()), *(sign.words for sign in signs))
    return Fired(
        _softened(case, WARNING, market),
        f"This is a rescue mission ({listed(reasons)}), yet the midpoint of {_money(case, mid)} does not reach "
        f"{RESCUE_PREMIUM_PCT}% of the market median of {_money(case, market.p50)}.{_thin(market)}",
        (
            *((Evidence("/ml_today/debt", debt),) if heavy else ()),
            *(Evidence(sign.path, sign.observed) for sign in signs),
            *_mid_evidence(case, target),
        ),
        f"Offer a rescue premium of 10 to 20% over the median, a midpoint from {_money(case, target)}, and say why.",
        pay_room.raised(case, target - mid, pay_room.mid_reaches(target)),
    )


@trigger(
    "M02-T7",
    "Old benchmark",
    ADVICE,
    reads=("/pay/benchmark_date",),
    fires_when="the benchmark is more than twelve months old",
    example_fires="A benchmark of 1 August 2025, read on 22 November 2026.",
    example_quiet="A benchmark of 22 November 2025, read on 22 November 2026.",
    effort=Effort.HOURS,
)
def old_benchmark(case: Case) -> Outcome:
    made = case.pay.benchmark_date
    if made is None:
        return Missing("/pay/benchmark_date")
    months = ageing.whole_months(made, case.today)
    if months < BENCHMARK_MONTHS or (months == BENCHMARK_MONTHS and made.day == case.today.day):
        return CLEAR
    behind = (ageing.ageing_factor(min(months, AGEING_LONGEST_MONTHS)) - 1) * 100
    how = "at least" if months > AGEING_LONGEST_MONTHS else "about"
    over = "over " if months == BENCHMARK_MONTHS else ""
    return Fired(
        ADVICE,
        f"The benchmark is {over}{counted(months, 'month')} old; at {AGEING_PCT_A_YEAR}% a year it is {how} "
        f"{behind:.1f}% behind.",
        (Evidence("/pay/benchmark_date", made, f"{BENCHMARK_MONTHS} months old at most"),),
        f"Age the figures by {AGEING_PCT_A_YEAR}% a year (one article claims 8 to 12%; the postings we hold rose "
        "about 1%), or refresh them.",
    )


@trigger(
    "M02-T8",
    "Band too wide",
    WARNING,
    ADVICE,
    reads=(*BAND, *SOFTENING),
    fires_when="the maximum is more than 1.6 times the minimum (advice from 1.5 times)",
    example_fires="120,000 to 200,000: 1.67 times.",
    example_quiet="140,000 to 200,000: 1.43 times.",
    quiet_when=(EARLY,),
    effort=Effort.HOURS,
)
def wide_band(case: Case) -> Outcome:
    low, high = case.pay.base_min, case.pay.base_max
    if low is None or high is None:
        return Missing(*(path for path, end in zip(BAND, (low, high), strict=True) if end is None))
    if high * 100 <= low * SPREAD_ADVICE_PCT:
        return CLEAR
    ratio = f"{number(high / low)} times the minimum" if low else "set against a minimum of nothing"
    narrow = pay_room.up_to_thousand(high * 100 / SPREAD_ADVICE_PCT)
    own = case.own_band
    return Fired(
        _softened(case, WARNING) if high * 100 > low * SPREAD_PCT else ADVICE,
        f"The maximum, {_money(case, high)}, is {ratio}: the band says little about the job.",
        (Evidence("/pay/base_min", low), Evidence("/pay/base_max", high, low * SPREAD_ADVICE_PCT / 100)),
        f"Narrow the band, for example to start at {_money(case, narrow)}, or split it by level.",
        pay_room.set_band(narrow, high) if own and own.low <= narrow <= high <= own.high else (),
    )


@trigger(
    "M02-T9",
    "Bonus or equity left open",
    ADVICE,
    reads=("/pay/bonus_pct", "/pay/equity_type", "/pay/equity_value_year", "/pay/equity_pct", "/role/company_stage"),
    fires_when="bonus and equity are both left blank, or a start-up (seed, series A/B) states no equity",
    example_fires="A seed company that states no equity.",
    example_quiet="A bank that states a 12% bonus and no equity.",
)
def open_make_up(case: Case) -> Outcome:
    pay, stage = case.pay, case.role.company_stage
    amountless = pay.equity_value_year is None and pay.equity_pct is None
    both_blank = pay.bonus_pct is None and pay.equity_type != "none" and amountless
    startup = stage in facts.EARLY_STAGES
    if not both_blank:
        if facts.has_equity(pay) or (stage is not None and not startup):
            return CLEAR
        if stage is None:
            return Missing("/role/company_stage")
    if amountless or pay.equity_type == "none":
        equity = Evidence("/pay/equity_type", pay.equity_type, "a type with an amount")
    elif pay.equity_pct is not None:
        equity = Evidence("/pay/equity_pct", pay.equity_pct, "more than 0")
    else:
        equity = Evidence("/pay/equity_value_year", pay.equity_value_year, "more than 0")
    return Fired(
        ADVICE,
        "A start-up's offer without stated equity is hard to weigh."
        if startup
        else "Neither bonus nor equity is stated, so nobody can see the whole offer.",
        (
            *((Evidence("/pay/bonus_pct", pay.bonus_pct, "a yearly target"),) if both_blank else ()),
            equity,
            *((Evidence("/role/company_stage", stage),) if startup else ()),
        ),
        "State bonus and equity with their amounts: people compare total compensation.",
    )


@trigger(
    "M02-T10",
    "Under your own ML-engineer band",
    WARNING,
    ADVICE,
    reads=("/pay/internal_mle_min", "/pay/internal_mle_max", "/pay/base_max", *SOFTENING),
    fires_when="the maximum is below 95% of the midpoint of the company's own ML-engineer band",
    example_fires="Your ML engineers' band is 170,000 to 210,000; this one ends at 175,000.",
    example_quiet="Your ML engineers' band is 170,000 to 210,000; this one ends at 190,000.",
    quiet_when=(EARLY,),
    effort=Effort.DAYS,
)
def under_own_mle_band(case: Case) -> Outcome:
    low, high, top = case.pay.internal_mle_min, case.pay.internal_mle_max, case.pay.base_max
    market = facts.same_currency(case.pay, case.market)
    answered = low is not None and high is not None
    if not answered and market is not None and market.internal_mle is not None:
        low, high = market.internal_mle.low, market.internal_mle.high
    if low is None or high is None:
        ends = (("/pay/internal_mle_min", low), ("/pay/internal_mle_max", high))
        return Missing(*(path for path, end in ends if end is None))
    if top is None:
        return Missing("/pay/base_max")
    if top * 200 >= (low + high) * OWN_MLE_PCT:
        return CLEAR
    floor, middle = (low + high) * OWN_MLE_PCT / 200, (low + high) / 2
    own = (Evidence("/pay/internal_mle_min", low), Evidence("/pay/internal_mle_max", high)) if answered else ()
    return Fired(
        _softened(case, WARNING),
        f"The maximum, {_money(case, top)}, is below the middle of your own ML-engineer band, "
        f"{_money(case, low)} to {high:,.0f}.",
        (Evidence("/pay/base_max", top, floor), *own),
        f"Align with your own ML-engineer band, a maximum of at least {_money(case, floor)}, before posting.",
        pay_room.raised(case, middle - top, pay_room.top_reaches(floor)),
    )


@trigger(
    "M02-T11",
    "Outside your published band",
    WARNING,
    ADVICE,
    reads=(*BAND, *PLACE, *SOFTENING),
    fires_when="the offer starts below or ends above the company's published band for this level",
    example_fires="The published band is 160,000 to 210,000 and the offer 150,000 to 200,000.",
    example_quiet="The published band is 160,000 to 210,000 and the offer 165,000 to 205,000.",
    quiet_when=("the company has published no band for this level and place", EARLY),
    effort=Effort.DAYS,
)
def outside_own_band(case: Case) -> Outcome:
    if case.market is None:
        return Missing(*market_questions(case))
    if case.market.own_band is None:
        return OFF
    own, low, high = case.own_band, case.pay.base_min, case.pay.base_max
    if own is None:
        return Missing("/pay/currency")
    evidence = (
        *((Evidence("/pay/base_min", low, own.low),) if low is not None and low < own.low else ()),
        *((Evidence("/pay/base_max", high, own.high),) if high is not None and high > own.high else ()),
    )
    if not evidence:
        ends = tuple(path for path, end in zip(BAND, (low, high), strict=True) if end is None)
        return Missing(*ends) if ends else CLEAR
    published = f"{_money(case, own.low)} to {own.high:,.0f}"
    how = {"/pay/base_min": "starts at", "/pay/base_max": "ends at"}
    said = listed([f"{how[item.path]} {_money(case, item.observed)}" for item in evidence])
    return Fired(
        _softened(case, WARNING),
        f"The offer {said}, outside the published band of {published}.",
        evidence,
        f"Bring the offer inside {published}, or agree an exception with compensation.",
        pay_room.brought_inside(case),
    )


MISTAKE = Mistake(
    id="M02",
    slug="below-market-pay",
    name="Below-market pay",
    title_flagged="The pay does not reach the market",
    title_clear="The pay reaches the market",
    summary="The band was set with another job in mind, or some time ago, and lies under what people who run models "
    "in production are offered elsewhere for the same level and place.",
    why="People with production experience of machine learning compare an offer with ML-engineer pay, not with DevOps "
    "pay. Under the market's lower quarter most of them never apply, and those who reach the final round decline.",
    goes_wrong="Months of interviews end in declined offers; whoever accepts leaves for an ML-engineer role within a "
    "year or two, and the band has to be raised anyway.",
    steps=("role", "ml_today", "scope", "pay"),
    sources=(
        aipaycheck(
            "Companies benchmark against DevOps and data engineering (USD 110,000 to 160,000) where ML engineering "
            "(140,000 to 220,000) would be right, and the market rises 8 to 12% a year. Whether base or total pay is "
            "meant is not said."
        ),
        Source(
            "Percentiles for MLOps, ML-engineer and DevOps base pay by level and country, from job ads of 2024 and "
            "2025, brought to today at 3% a year.",
            "Preflight's market figures",
            "aijobs.net postings to 3 August 2025, public domain",
            Grade.SURVEY,
        ),
        own_judgement("The compa-ratio bounds of 0.90 and 0.80, the overlap and the spread of a band."),
    ),
    dissent=(
        "The postings we hold put MLOps 12 to 16% below ML engineers; another site says 0 to 10% above. So the MLOps "
        "market decides, and the ML-engineer range alone never blocks.",
        "We found no source for a rise of 8 to 12% a year for MLOps. Seen: 9% for mid-level ML engineers (Motion "
        "Recruitment 2026), 6.8% for data scientists and 2.2% for software developers (BLS, May 2024 to May 2025).",
    ),
    blind_spots=(
        "The market figures are base pay from job ads: they know nothing of bonus, equity or what was finally paid.",
        "Total compensation is not compared, so a low base with a rich, liquid equity package is still flagged.",
        "Few ads name MLOps: many levels and countries rest on few postings, which is said each time.",
        "Contract pay counts as already converted to a year.",
    ),
    triggers=(
        top_under_p25,
        midpoint_under_median,
        wrong_benchmark,
        little_overlap,
        inside_devops_range,
        rescue_without_premium,
        old_benchmark,
        wide_band,
        open_make_up,
        under_own_mle_band,
        outside_own_band,
    ),
)
