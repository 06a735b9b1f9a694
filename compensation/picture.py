"""The pay picture: the offer against the role families, as places on a scale in percent and as words.

Pure numbers for ``templates/compensation/_pay_picture.html`` and ``_pay_table.html``; the same on page and PDF.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from compensation.benchmark import FAMILIES, FAMILY_NAMES
from compensation.confidence import confidence
from hiring.market import Family, Market, OwnBand, Percentiles

FIRST_ROW, ROW_STEP = 86, 60
"""Middle of the first row and the distance between rows, in pixels."""
MOST_STEPS = 12
ROOM_FOR_NAMES, ROOM_AT_END = Decimal("0.33"), Decimal("0.06")
"""Shares of the drawn stretch kept free: the names stand on the left, and paper has no halo behind text."""
MAJOR_EVERY = 3


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale."""

    x: str
    label: str
    major: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the scale: left edge, right edge and width in percent, and its amounts in words."""

    low: str
    high: str
    width: str
    label: str


@dataclass(frozen=True, slots=True)
class MarketRow:
    """One family: its places in percent, and the same figures as words."""

    name: str
    main: bool
    y: int
    p10: str
    p25: str
    p50: str
    p75: str
    p90: str
    box: str
    """Width from p25 to p75."""
    words: tuple[str, str, str, str, str]
    n: int
    confidence: str

    @property
    def median(self) -> str:
        """The median in words."""
        return self.words[2]

    @property
    def sub(self) -> str:
        """The line under the name."""
        if self.confidence == "band":
            return "your band, not postings" if self.main else "band, not postings"
        return f"{self.n:,} {'posting' if self.n == 1 else 'postings'}, {self.confidence}"

    @property
    def count(self) -> str:
        """The number of postings in words."""
        return f"{self.n:,}"

    @property
    def top(self) -> int:
        """Upper edge of the box."""
        return self.y - 11


@dataclass(frozen=True, slots=True)
class OfferMark:
    """The offer: its span, and its minimum, middle and maximum in words ("" where not answered)."""

    span: Span
    label_x: str
    label_anchor: str
    words: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class BandMark:
    """The company's own band: its row, span, middle in percent, and minimum, middle and maximum in words."""

    y: int
    span: Span
    mid: str | None
    words: tuple[str, str, str]

    @property
    def top(self) -> int:
        """Upper edge of the box."""
        return self.y - 11


@dataclass(frozen=True, slots=True)
class PayPicture:
    """Everything the templates draw. ``key`` starts the ids, so that two pictures fit on a page."""

    key: str
    currency: str
    ticks: tuple[Tick, ...]
    rows: tuple[MarketRow, ...]
    offer: OfferMark | None
    band: BandMark | None

    @property
    def floor(self) -> int:
        """Where the scale stands, in pixels from the top."""
        return FIRST_ROW + ROW_STEP * (len(self.rows) + bool(self.band)) - 24

    @property
    def height(self) -> int:
        """Height of the whole picture in pixels."""
        return self.floor + 24

    @property
    def description(self) -> str:
        """The picture in words, for those who cannot see it."""
        sentences = []
        if self.offer:
            low, mid, high = self.offer.words
            ends = f"{low} to {high}, middle {mid}" if low and high else f"from {low}" if low else f"up to {high}"
            sentences.append(f"The offer is {ends}.")
        for row in self.rows:
            p10, p25, p50, p75, p90 = row.words
            sentences.append(
                f"{row.name}: 10th percentile {p10}, 25th {p25}, median {p50}, 75th {p75}, 90th {p90}; {row.sub}."
            )
        if self.band:
            low, _, high = self.band.words
            sentences.append(f"Own band: {low} to {high}.")
        return " ".join(sentences)


def pay_picture(
    market: Market, offer_min: Decimal | None, offer_max: Decimal | None, *, key: str = "pay"
) -> PayPicture | None:
    """The picture of an offer against a market; None when the market holds no family.

    An offer with one end is drawn as a line there; one without ends is left out.
    """
    shown: list[tuple[Family, Percentiles]] = [
        (family, market.families[family]) for family in FAMILIES if family in market.families
    ]
    if not shown:
        return None
    ends = [end for end in (offer_min, offer_max) if end is not None]
    values = [value for _, row in shown for value in (row.p10, row.p90)] + ends
    if market.own_band:
        values += [market.own_band.low, market.own_band.high]
    scale = _Scale.over(min(values), max(values))
    rows = tuple(
        _market_row(family, figures, FIRST_ROW + ROW_STEP * place, scale)
        for place, (family, figures) in enumerate(shown)
    )
    band = _band_mark(market.own_band, FIRST_ROW + ROW_STEP * len(rows), scale) if market.own_band else None
    return PayPicture(key, market.currency, scale.ticks(), rows, _offer_mark(offer_min, offer_max, scale), band)


def short(value: Decimal) -> str:
    """An amount in few characters: ``188k``, ``1.25M``, ``950``."""
    for size, unit in ((Decimal(1_000_000), "M"), (Decimal(1_000), "k")):
        if value >= size * (10 if unit == "M" else 1):
            return f"{(value / size).quantize(Decimal('0.1') if unit == 'M' else Decimal(1)).normalize():f}{unit}"
    return f"{value.quantize(Decimal(1)):f}"


@dataclass(frozen=True, slots=True)
class _Scale:
    start: Decimal
    step: Decimal
    steps: int

    @classmethod
    def over(cls, lowest: Decimal, highest: Decimal) -> "_Scale":
        """A scale with round steps, with room for the names on the left and a little on the right."""
        stretch = max(highest - lowest, highest / 10, Decimal(1))
        low, high = max(Decimal(0), lowest - stretch * ROOM_FOR_NAMES), highest + stretch * ROOM_AT_END
        step = _round_step((high - low) / MOST_STEPS)
        start = (low / step).to_integral_value(ROUND_FLOOR) * step
        steps = int(((high - start) / step).to_integral_value(ROUND_CEILING))
        return cls(start, step, steps)

    def at(self, value: Decimal) -> str:
        """The place of an amount."""
        return f"{self._share(value):.2f}%"

    def width(self, low: Decimal, high: Decimal) -> str:
        """The distance between two amounts."""
        return f"{self._share(high) - self._share(low):.2f}%"

    def span(self, low: Decimal, high: Decimal) -> Span:
        return Span(self.at(low), self.at(high), self.width(low, high), _range(low, high))

    def ticks(self) -> tuple[Tick, ...]:
        values = [self.start + self.step * place for place in range(self.steps + 1)]
        last = len(values) - 1
        return tuple(
            Tick(
                self.at(value),
                short(value),
                place % MAJOR_EVERY == 0,
                "start" if place == 0 else "end" if place == last else "middle",
            )
            for place, value in enumerate(values)
        )

    def in_left_half(self, value: Decimal) -> bool:
        return self._share(value) < 60

    def _share(self, value: Decimal) -> Decimal:
        return (value - self.start) / (self.step * self.steps) * 100


def _round_step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 5 times a power of ten that is not below ``least``."""
    power = Decimal(10) ** least.adjusted()
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= least)


def _range(low: Decimal, high: Decimal) -> str:
    """``140–160k``: the unit once when both share it."""
    first, second = short(low), short(high)
    if low == high:
        return first
    return f"{first[:-1]}–{second}" if first[-1:] == second[-1:] and first[-1:] in "kM" else f"{first}–{second}"


def _market_row(family: Family, figures: Percentiles, y: int, scale: _Scale) -> MarketRow:
    values = (figures.p10, figures.p25, figures.p50, figures.p75, figures.p90)
    p10, p25, p50, p75, p90 = (scale.at(value) for value in values)
    w10, w25, w50, w75, w90 = (short(value) for value in values)
    return MarketRow(
        name=FAMILY_NAMES[family],
        main=family == "mlops",
        y=y,
        p10=p10,
        p25=p25,
        p50=p50,
        p75=p75,
        p90=p90,
        box=scale.width(figures.p25, figures.p75),
        words=(w10, w25, w50, w75, w90),
        n=figures.n,
        confidence=confidence(figures),
    )


def _offer_mark(low: Decimal | None, high: Decimal | None, scale: _Scale) -> OfferMark | None:
    first, last = low if low is not None else high, high if high is not None else low
    if first is None or last is None:
        return None
    # A minimum above its maximum is saved as typed; the picture shows the stretch between the two.
    left, right = min(first, last), max(first, last)
    to_the_right = scale.in_left_half(left)
    middle = short((left + right) / 2) if low is not None and high is not None else ""
    return OfferMark(
        span=scale.span(left, right),
        label_x=scale.at(left if to_the_right else right),
        label_anchor="start" if to_the_right else "end",
        words=(short(low) if low is not None else "", middle, short(high) if high is not None else ""),
    )


def _band_mark(band: OwnBand, y: int, scale: _Scale) -> BandMark:
    return BandMark(
        y=y,
        span=scale.span(band.low, band.high),
        mid=scale.at(band.mid) if band.mid is not None else None,
        words=(short(band.low), short(band.mid) if band.mid is not None else "", short(band.high)),
    )
