"""Bands in and out as CSV and XLSX. An import is whole or not at all, and shows every row's fate before."""

import csv
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, cast

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from import_export import fields, resources, widgets
from openpyxl import load_workbook
from tablib import Dataset

from compensation.book import BandEntry
from compensation.checks import Objection, cautions, objections
from compensation.models import Band, BandSet, Family, Focus, Level, Status

COLUMNS: Final = ("family", "level", "focus", "zone", "minimum", "middle", "maximum")
AMOUNTS: Final = ("minimum", "middle", "maximum")
MOST_ROWS: Final = 1_000
MOST_BYTES: Final = 1_000_000
MOST_UNPACKED: Final = 20_000_000
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run by spreadsheets (OWASP, CSV injection)."""

_THOUSANDS: Final = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_NUMBER: Final = re.compile(r"-?\d{1,12}(\.\d{1,6})?")

type Row = dict[str, str]


class BadFile(ValueError):
    """The file cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one row. ``kind``: new, changed, unchanged or refused. Figures are minimum, middle, maximum."""

    number: int
    kind: str
    cell: str
    before: tuple[Decimal, Decimal, Decimal] | None
    after: tuple[Decimal, Decimal, Decimal] | None
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a file. Where anything is refused, nothing is kept."""

    fates: tuple[Fate, ...]
    refusals: tuple[str, ...]
    """What is wrong with the set as a whole."""
    cautions: tuple[str, ...]

    @property
    def possible(self) -> bool:
        """Whether the file can be imported."""
        return not self.refusals and all(fate.kind != "refused" for fate in self.fates)

    def count(self, kind: str) -> int:
        """How many rows have this fate."""
        return sum(fate.kind == kind for fate in self.fates)


def safe_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe is put before one."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def plain_cell(text: str) -> str:
    """The text that ``safe_cell`` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


class AmountWidget(widgets.DecimalWidget):  # type: ignore[misc]
    """Numbers as numbers in a spreadsheet."""

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        if value is None:
            return ""
        return int(value) if value == value.to_integral_value() else float(value)


class TextWidget(widgets.CharWidget):  # type: ignore[misc]
    """Text that is never a formula."""

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return safe_cell(str(value or ""))


class BandResource(resources.ModelResource):  # type: ignore[misc]
    """The bands of one set as rows. A row is found again by its family, level, focus and zone."""

    family = fields.Field("family", "family", TextWidget())
    level = fields.Field("level", "level", TextWidget())
    focus = fields.Field("focus", "focus", TextWidget())
    zone = fields.Field("zone", "zone", TextWidget())
    minimum = fields.Field("low", "minimum", AmountWidget())
    middle = fields.Field("mid", "middle", AmountWidget())
    maximum = fields.Field("high", "maximum", AmountWidget())

    class Meta:
        model = Band
        fields = COLUMNS
        import_id_fields = ("family", "level", "focus", "zone")
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        skip_html_diff = True
        store_instance = True
        use_transactions = True

    def __init__(self, band_set: BandSet) -> None:
        super().__init__()
        self.band_set = band_set
        self.seen: dict[tuple[str, ...], int] = {}

    def get_queryset(self) -> QuerySet[Band]:
        return Band.objects.filter(band_set=self.band_set)

    def init_instance(self, row: Any = None) -> Band:
        return Band(band_set=self.band_set)

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        """Bring the row to the stored form, or say which cell is wrong."""
        wrong: dict[str, str] = {}
        for column, choices in (("family", Family), ("level", Level), ("focus", Focus)):
            row[column] = _choice(row[column], choices.choices)
            if row[column] not in choices.values and (row[column] or column != "focus"):
                wrong[column] = f"{column}: not “{row[column]}”. Allowed: {', '.join(choices.values)}"
        for column in AMOUNTS:
            amount = row[column].replace("\u00a0", "").replace(" ", "")
            row[column] = amount.replace(",", "") if _THOUSANDS.fullmatch(amount) else amount
            if not _NUMBER.fullmatch(row[column]):
                wrong[column] = f"{column}: “{amount}” is not an amount. Write it in full, such as 150000."
        cell = tuple(row[column].casefold() for column in ("family", "level", "focus", "zone"))
        number = kwargs["row_number"]
        if (first := self.seen.setdefault(cell, number)) != number:
            wrong["zone"] = f"The same band stands in row {first + 1} already."
        if wrong:
            raise ValidationError(wrong)


def export(band_set: BandSet, kind: str) -> bytes:
    """The bands of a set as a file. ``kind`` is "csv" or "xlsx"; what the file holds can be imported again."""
    data = BandResource(band_set).export(band_set.bands.all())
    if kind == "xlsx":
        data.title = "Bands"
        return cast(bytes, data.export("xlsx"))
    # The byte order mark tells Excel that the file is UTF-8.
    return cast(str, data.export("csv")).encode("utf-8-sig")


def read_rows(name: str, content: bytes) -> list[Row]:
    """The rows of a CSV or XLSX file as text, by column. Raises BadFile."""
    if len(content) > MOST_BYTES:
        raise BadFile(f"The file has {len(content):,} bytes; {MOST_BYTES:,} are allowed.")
    if not content.strip():
        raise BadFile("The file is empty.")
    table = _xlsx(content) if name.casefold().endswith(".xlsx") else _csv(name, content)
    header = [cell.strip().casefold() for cell in next(table, [])]
    while header and not header[-1]:
        header.pop()
    if sorted(header) != sorted(COLUMNS):
        raise BadFile(f"The first row must name the columns {', '.join(COLUMNS)}; it holds {', '.join(header) or '-'}.")
    rows: list[Row] = []
    for number, cells in enumerate(table, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) == MOST_ROWS:
            raise BadFile(f"The file has more than {MOST_ROWS:,} rows of bands.")
        if any(cell.strip() for cell in cells[len(header) :]) or len(cells) < len(header):
            raise BadFile(f"Row {number} has {len(cells)} cells; the first row has {len(header)}.")
        rows.append({column: plain_cell(cell.strip()) for column, cell in zip(header, cells, strict=False)})
    if not rows:
        raise BadFile("The file holds no bands, only the names of the columns.")
    return rows


def import_rows(band_set: BandSet, rows: Sequence[Mapping[str, str]], *, keep: bool) -> Outcome:
    """What becomes of each row; with ``keep`` and nothing refused it really happens, all of it.

    Bands of the set that the file does not name stay as they are. Raises BadFile for a set that is not a draft.
    """
    if band_set.status != Status.DRAFT:
        raise BadFile(f"“{band_set}” is {band_set.status}. Copy it to a new draft and import there.")
    data = Dataset(*([row[column] for column in COLUMNS] for row in rows), headers=list(COLUMNS))
    with transaction.atomic():
        BandSet.objects.select_for_update().get(pk=band_set.pk)
        result = BandResource(band_set).import_data(data, use_transactions=True, collect_failed_rows=False)
        bands = list(Band.objects.filter(band_set=band_set))
        stored = [band.row() for band in bands]
        faults = objections(stored, band_set.currency, complete=False)
        fates = tuple(_with_faults(_fates(result, rows), result, bands, faults))
        refusals = [error.error for error in result.base_errors]
        refusals += [fault.message for fault in faults]
        outcome = Outcome(fates, tuple(map(str, refusals)), tuple(cautions(stored)))
        if not keep or not outcome.possible:
            transaction.set_rollback(True)
    return outcome


def _fates(result: Any, rows: Sequence[Mapping[str, str]]) -> Iterator[Fate]:
    kinds = {"new": "new", "update": "changed", "skip": "unchanged"}
    for number, (row_result, row) in enumerate(zip(result.rows, rows, strict=True), start=2):
        cell = ", ".join(row[column] for column in ("family", "focus", "zone", "level") if row[column])
        messages = [str(error.error) for error in row_result.errors]
        if row_result.validation_error:
            messages += _messages(row_result.validation_error)
        if messages:
            yield Fate(number, "refused", cell, None, None, tuple(messages))
            continue
        now = cast(Band, row_result.instance)
        was = cast(Band | None, getattr(row_result, "original", None))
        yield Fate(
            number,
            kinds[row_result.import_type],
            str(now),
            _figures(was.entry()) if was and was.pk else None,
            _figures(now.entry()),
        )


def _with_faults(
    fates: Iterable[Fate], result: Any, bands: Sequence[Band], faults: Iterable[Objection]
) -> Iterator[Fate]:
    """The fates, with what is wrong across rows told in the row to blame, or the other one where only that is there."""
    keys = [getattr(row_result.instance, "pk", None) for row_result in result.rows]
    told: dict[int | None, list[str]] = defaultdict(list)
    for fault in faults:
        blamed = [bands[place].pk for place in (fault.row, fault.against) if place is not None]
        in_file = [pk for pk in blamed if pk in keys]
        if in_file:
            told[in_file[0]].append(fault.message)
    for fate, key in zip(fates, keys, strict=True):
        messages = told.get(key, [])
        yield replace(fate, kind="refused", messages=(*fate.messages, *messages)) if messages else fate


def _messages(error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return list(error.messages)
    return [
        message if field in (NON_FIELD_ERRORS, *COLUMNS) or message[:1].isupper() else f"{field}: {message}"
        for field, messages in error.message_dict.items()
        for message in messages
    ]


def _figures(band: BandEntry) -> tuple[Decimal, Decimal, Decimal]:
    return band.low, band.mid, band.high


def _choice(text: str, choices: Sequence[tuple[str, Any]]) -> str:
    """The stored value for a value or a label, in any case; else the text as it is."""
    for value, label in choices:
        if text.casefold() in (value, str(label).casefold()):
            return str(value)
    return text


def _csv(name: str, content: bytes) -> Iterator[list[str]]:
    if not name.casefold().endswith((".csv", ".txt")):
        raise BadFile("Only files ending in .csv or .xlsx can be read.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(f"The file is not UTF-8 text (byte {error.start + 1}). Save it as “CSV UTF-8”.") from None
    if "\x00" in text:
        raise BadFile("The file holds null characters: it is not a CSV file.")
    first = text.partition("\n")[0]
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",", strict=True)
    except csv.Error as error:
        raise BadFile(f"The file cannot be read as CSV: {error}.") from None


def _xlsx(content: bytes) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked > MOST_UNPACKED:
            raise BadFile(f"The file unpacks to {unpacked:,} bytes; {MOST_UNPACKED:,} are allowed.")
        sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        table = [
            ["" if cell is None else _number_text(cell) for cell in row]
            for row in sheet.iter_rows(max_row=MOST_ROWS + 200, max_col=20, values_only=True)
        ]
    except BadFile:
        raise
    except Exception:  # noqa: BLE001  a broken workbook fails in many ways, all of them the file's fault
        raise BadFile("The file cannot be read as an XLSX workbook. Save it again, or as CSV UTF-8.") from None
    yield from table


def _number_text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
