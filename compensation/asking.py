"""What the calculator is asked, as it stands in the address: read, checked, and written back as a link."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast
from urllib.parse import urlencode

from django import forms

from compensation.ageing import HIGHEST_GROWTH
from compensation.benchmark import FAMILY_NAMES
from compensation.calculator import FOCUS_NAMES, VEST_YEARS, Offer, Question
from compensation.checks import allowed_amounts
from compensation.controls import Select, TextInput
from compensation.figures import postings, rates
from compensation.figures.suggested_bands import Focus
from compensation.models import Level
from compensation.stages import STAGE_NAMES
from compensation.typed_figure import Figure
from hiring.document.role import CompanyStage, Location
from hiring.document.role import Level as LevelName
from hiring.market import Family
from hiring.questions import Kind

DEFAULTS: Mapping[str, str] = {
    "role": "mlops",
    "level": "senior",
    "focus": "balanced",
    "country": "US",
    "currency": "USD",
    "growth": "3",
}
MOST_YEARS = 60


def _input(**attrs: str) -> TextInput:
    return TextInput(attrs={"class": "input", "autocomplete": "off"} | attrs)


def _select() -> Select:
    return Select(attrs={"class": "input"})


class Asking(forms.Form):
    """The inputs of the calculator."""

    role = forms.ChoiceField(choices=list(FAMILY_NAMES.items()), widget=_select())
    level = forms.ChoiceField(
        choices=[("", "by years"), *Level.choices], required=False, widget=_select(), help_text="Or choose “by years”."
    )
    years = Figure(Kind.COUNT, "years", MOST_YEARS, label="Years of experience", widget=_input(inputmode="numeric"))
    focus = forms.ChoiceField(choices=list(FOCUS_NAMES.items()), widget=_select(), help_text="For MLOps engineers.")
    country = forms.RegexField(
        r"^[A-Za-z]{2}$",
        widget=_input(list="countries", maxlength="2"),
        error_messages={"invalid": "Two letters, such as US, GB or CA."},
        help_text="Two letters.",
    )
    region = forms.CharField(required=False, max_length=60, label="State or region", widget=_input())
    metro = forms.CharField(required=False, max_length=80, label="City or metro", widget=_input())
    stage = forms.ChoiceField(
        choices=[("", "not considered"), *STAGE_NAMES.items()],
        required=False,
        label="Company stage",
        widget=_select(),
    )
    currency = forms.ChoiceField(choices=[(code, code) for code in rates.currencies()], widget=_select())
    growth = Figure(
        Kind.PERCENT,
        "%",
        int(HIGHEST_GROWTH * 100),
        label="Ageing, % a year",
        widget=_input(inputmode="decimal"),
        help_text="0 to 12. What brings older figures to today.",
    )
    base = Figure(Kind.MONEY, "a year", label="Base", widget=_input(inputmode="decimal"), help_text="165,000 or 165k.")
    bonus = Figure(Kind.AMOUNT, "%", 500, label="Bonus, % of base", widget=_input(inputmode="decimal"))
    equity = Figure(
        Kind.MONEY,
        label="Equity grant",
        widget=_input(inputmode="decimal"),
        help_text="Worth of the whole grant.",
    )
    vesting = Figure(Kind.COUNT, "years", 10, label="Vests over, years", widget=_input(inputmode="numeric"))
    sign_on = Figure(Kind.MONEY, label="Sign-on", widget=_input(inputmode="decimal"))

    ABOUT_ROLE = ("role", "level", "years", "focus")
    ABOUT_PLACE = ("country", "region", "metro", "currency", "stage", "growth")
    ABOUT_OFFER = ("base", "bonus", "equity", "vesting", "sign_on")

    def __init__(self, data: Mapping[str, Any]) -> None:
        """``data`` is the query of the address; an input it does not name is asked as by default."""
        usual = {name: value for name, value in DEFAULTS.items() if name != "level" or "years" not in data}
        super().__init__(
            {name: str(data.get(name, usual.get(name, ""))).replace("\x00", "") for name in self.base_fields}
        )

    def clean(self) -> dict[str, Any]:
        """What two inputs together do not allow."""
        asked: dict[str, Any] = self.cleaned_data
        if not asked.get("level") and asked.get("years") is None and not {"level", "years"} & self.errors.keys():
            self.add_error("level", "Choose a level, or give the years of experience.")
        allowed = allowed_amounts(asked["currency"]) if asked.get("currency") else None
        base = asked.get("base")
        if base is not None and allowed and not allowed[0] <= base <= allowed[1]:
            self.add_error("base", f"Base pay a year from {allowed[0]:,.0f} to {allowed[1]:,.0f} is believable.")
        if asked.get("vesting") == 0:
            self.add_error("vesting", "A grant vests over 1 year or more.")
        return asked

    def rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The inputs in their groups."""
        groups = (("The role", self.ABOUT_ROLE), ("Place and company", self.ABOUT_PLACE))
        return [(title, [self[name] for name in names]) for title, names in groups]

    def offer_fields(self) -> list[forms.BoundField]:
        """The inputs of an offer."""
        return [self[name] for name in self.ABOUT_OFFER]

    @property
    def question(self) -> Question:
        """What is asked. Only after ``is_valid``."""
        asked = self.cleaned_data
        growth = asked["growth"]
        return Question(
            location=Location(
                country=asked["country"].upper(), region=asked["region"] or None, metro=asked["metro"] or None
            ),
            currency=asked["currency"],
            family=cast(Family, asked["role"]),
            level=cast(LevelName | None, asked["level"] or None),
            years=None if asked["years"] is None else int(asked["years"]),
            focus=cast(Focus, asked["focus"]),
            stage=cast(CompanyStage | None, asked["stage"] or None),
            **({} if growth is None else {"growth": growth / 100}),
        )

    @property
    def offer(self) -> Offer | None:
        """The offer to place; None without its base."""
        asked = self.cleaned_data
        if asked["base"] is None:
            return None
        return Offer(
            base=asked["base"],
            bonus_pct=asked["bonus"],
            equity_grant=asked["equity"],
            vest_years=VEST_YEARS if asked["vesting"] is None else int(asked["vesting"]),
            sign_on=asked["sign_on"],
        )

    def link(self, **changes: str) -> str:
        """The query that asks the same, with changes."""
        return urlencode({name: value for name, value in (dict(self.data) | changes).items() if value})


def countries() -> tuple[str, ...]:
    """Countries with shipped figures, for choosing."""
    return postings.countries()


def to_thousand(value: Decimal) -> Decimal:
    """The nearest whole thousand."""
    return (value / 1000).quantize(Decimal(1)) * 1000
