"""Pay against the market. Pure."""

from dataclasses import dataclass

from assessments.plan.cover import offer_words
from assessments.plan.parts import Row, day_words, rows_of
from compensation.fairness import internal_equity, rescue_premium
from compensation.picture import PayPicture, pay_picture
from compensation.standing import standing, total_pay
from compensation.vacancy import CAVEATS, VacancyCost, vacancy_cost
from hiring.facts.case import Case
from hiring.facts.law import pay_duties
from hiring.facts.pay import same_currency
from hiring.facts.wording import money
from hiring.market import Market

_TARGETS = {
    "infra_heavy": "the 25th to 50th percentile",
    "balanced": "the 40th to 60th percentile",
    "ml_heavy": "the 55th to 80th percentile, compared with ML engineers too",
}
"""Where an archetype's pay should lie in the MLOps market (rule of thumb)."""


@dataclass(frozen=True, slots=True)
class PaySection:
    """The offer, where it stands, and on which figures that rests. ``why_not`` says why there is no comparison."""

    offer: str
    lede: str
    picture: PayPicture | None
    why_not: str
    standing: tuple[Row, ...]
    make_up: tuple[Row, ...]
    notes: tuple[str, ...]
    fairness: tuple[Row, ...]
    duties: tuple[Row, ...]
    vacancy: tuple[Row, ...]
    vacancy_lede: str
    caveats: tuple[str, ...]


def pay_section(case: Case) -> PaySection:
    """The pay section; without a market it still says what is offered."""
    market = same_currency(case.pay, case.market)
    cost = vacancy_cost(case.document, case.today)
    picture = pay_picture(market, case.pay.base_min, case.pay.base_max) if market else None
    return PaySection(
        offer=offer_words(case),
        lede=_lede(case, market),
        picture=picture,
        why_not="" if picture else _why_not(case),
        standing=_standing(case, market) if market else (),
        make_up=_make_up(case),
        notes=market.notes if market else (),
        fairness=_fairness(case),
        duties=_duties(case),
        vacancy=_vacancy(case.pay.currency, cost) if cost else (),
        vacancy_lede=_vacancy_lede(cost) if cost else "",
        caveats=CAVEATS if cost else (),
    )


def _lede(case: Case, market: Market | None) -> str:
    lede = f"{offer_words(case)[:1].upper()}{offer_words(case)[1:]}."
    found = standing(case.pay, market) if market else None
    if found and found.mid is not None and found.percentile:
        the = "the " if found.percentile[0].isdigit() else ""
        lede += f" The middle, {found.mid:,.0f}, is {the}{found.percentile} percentile of MLOps postings."
        if target := _TARGETS.get(case.scope.archetype or ""):
            lede += f" For this split, aim for {target} (rule of thumb)."
    return lede


def _why_not(case: Case) -> str:
    if case.market is not None and case.pay.currency:
        return f"The offer is in {case.pay.currency}, the market figures are in {case.market.currency}."
    return "There are no market figures for this level, place and currency, so the pay checks stay open."


def _standing(case: Case, market: Market) -> tuple[Row, ...]:
    found = standing(case.pay, market)
    rows = []
    if found.percentile:
        rows.append(Row("Percentile", found.percentile, "in the MLOps market, for the middle of the offer"))
    if found.compa is not None:
        rows.append(Row("Compa-ratio", f"{found.compa:.2f}", "the middle over the market’s median"))
    if found.overlap_mle is not None:
        rows.append(Row("Overlap, ML engineer", f"{found.overlap_mle:.0f} %", "of the offer lies in their middle half"))
    if found.to_median is not None:
        rows.append(Row("To the median", f"{found.to_median:+,.0f}", "on the middle of the offer"))
    if own := market.own_band:
        band = f"{money(market.currency, own.low)} to {own.high:,.0f}"
        rows.append(Row("Own published band", band, "the company’s, for this level"))
    if found.penetration is not None and found.growth_room is not None:
        note = "through the own band, for the middle; plan hires at 40 to 60 %"
        rows.append(Row("Range penetration", f"{found.penetration:.0f} %", note))
        rows.append(Row("Growth room", f"{found.growth_room:.0f} %", "of the own band above the middle; leave 20 %"))
    return tuple(rows)


def _fairness(case: Case) -> tuple[Row, ...]:
    rows = []
    if rescue := rescue_premium(case):
        reached = {True: "reached", False: "not reached", None: "the offer is open"}[rescue.reached]
        target = f"{money(case.pay.currency, rescue.low)} to {rescue.high:,.0f}"
        rows.append(Row("Rescue premium", target, f"10 to 20 % above the median; {reached}"))
    if equity := internal_equity(case):
        theirs = f"{money(case.pay.currency, equity.low)} to {equity.high:,.0f}"
        word = "the offer ends below theirs" if equity.fits is False else ""
        word = word or ("the offer ends above theirs: check those in the team" if equity.above else "comparable")
        rows.append(Row("Own ML engineers", theirs, word))
    return tuple(rows)


def _duties(case: Case) -> tuple[Row, ...]:
    return tuple(
        Row(
            duty.place,
            duty.standing.value,
            f"since {day_words(duty.since) if duty.since else 'a day not verified'}. "
            f"{duty.notes} {duty.source}".replace("  ", " "),
        )
        for duty in pay_duties(case.document, case.today)
    )


def _vacancy_lede(cost: VacancyCost) -> str:
    since = (
        f"Not posted yet: an estimate for {cost.days_open} days open"
        if cost.assumed
        else f"Open for {cost.days_open} days"
    )
    zero = " The net is near zero: on these inputs the empty seat saves about what it costs." if cost.near_zero else ""
    return (
        f"{since}, {cost.working_days:.0f} working days.{zero} Between {cost.net_low:,.0f} and {cost.net_high:,.0f} "
        "net if the work is worth half or twice its pay."
    )


def _vacancy(currency: str | None, cost: VacancyCost) -> tuple[Row, ...]:
    drag = "not answered" if cost.drag_day is None else money(currency, cost.drag_day)
    return (
        Row("Team time lost, a day", drag),
        Row("Work not done, a day", money(currency, cost.value_day)),
        Row("Gross", money(currency, cost.gross), "the larger of the two, cloud waste and contractors"),
        Row("Salary not paid", money(currency, cost.salary_saved)),
        Row("Net", money(currency, cost.net)),
    )


def _make_up(case: Case) -> tuple[Row, ...]:
    rows = list(
        rows_of(
            "pay",
            case.pay,
            {
                "bonus_pct": "Bonus",
                "equity_type": "Equity",
                "equity_value_year": "Equity a year",
                "equity_pct": "Equity share",
                "sign_on": "Sign-on",
                "benchmark_role": "Band was based on",
                "benchmark_date": "Benchmark of",
                "band_published": "Range in the ad",
            },
        )
    )
    total = total_pay(case.pay, case.role.company_stage)
    if total and total.total != total.base:
        rows.append(
            Row("Total a year", money(case.pay.currency, total.total), "equity by how easily it turns to money")
        )
    return tuple(rows)
