"""Files of pay figures: what is read, paired and kept; what is left out; and what breaks a file."""

import gzip
import io
from datetime import date
from pathlib import Path
from typing import IO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compensation.figures import postings as shipped_postings
from compensation.market_data import lines as lines_module
from compensation.market_data import tables
from compensation.market_data.deriving import derive, percentile
from compensation.market_data.lines import Broken
from compensation.market_data.posting import Reading
from compensation.market_data.reading import as_of, read_market_data
from compensation.market_data.titles import family_of_title

TODAY = date(2026, 11, 22)
HEADER = (
    "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,"
    "employee_residence,remote_ratio,company_location,company_size"
)
ROW = "2025,SE,FT,MLOps Engineer,{pay},USD,{pay},US,0,US,M"
SURVEY = "role,level,country,region,metro,base_min,base_max,currency,period,date"
REAL_ROWS = Path(__file__).parent / "market_files" / "mlops_rows_2025-08-03.csv"


def read(content: str | bytes) -> Reading:
    return read_market_data(io.BytesIO(content.encode() if isinstance(content, str) else content), TODAY)


def aijobs(*rows: str) -> str:
    return "\n".join([HEADER, *rows]) + "\n"


def survey(*rows: str, header: str = SURVEY) -> str:
    return "\n".join([header, *rows]) + "\n"


def test_the_real_mlops_rows_give_the_shipped_figures() -> None:
    """The shipped table was derived by other hands from the same file: both must agree in every cell."""
    reading = read(REAL_ROWS.read_bytes())
    cells = {
        ("mlops", cell.level, cell.country, cell.period, ""): (cell.n, cell.p10, cell.p25, cell.p50, cell.p75, cell.p90)
        for cell in derive(reading.postings, "aijobs")
        if cell.period in ("recent", "every") and cell.level != "executive"
    }
    shipped = {
        key: (cell.n, cell.p10, cell.p25, cell.p50, cell.p75, cell.p90)
        for key, cell in shipped_postings.shipped().cells.items()
        if key[0] == "mlops"
    }

    assert reading.rows == 197
    assert cells == shipped


def test_two_rows_that_differ_in_pay_alone_are_one_posting() -> None:
    reading = read(aijobs(ROW.format(pay=200000), ROW.format(pay=150000), ROW.format(pay=180000)))

    assert [(each.low, each.high, each.rows) for each in reading.postings] == [
        (150_000, 200_000, 2),
        (180_000, 180_000, 1),
    ]


def test_a_repost_counts_once_in_n_and_as_often_as_it_was_posted_in_the_percentiles() -> None:
    once = [ROW.format(pay=200000), ROW.format(pay=150000)]
    reading = read(aijobs(*once, *once, *once, ROW.format(pay=100000)))
    (cell,) = [cell for cell in derive(reading.postings, "aijobs") if (cell.level, cell.period) == ("senior", "recent")]

    assert (cell.rows, cell.postings, cell.n) == (7, 4, 2)
    assert cell.p50 == 175_000
    assert cell.p50_once == 137_500


def test_what_is_left_out_is_counted_by_reason() -> None:
    reading = read(
        aijobs(
            ROW.format(pay=180000),
            "2025,EX,FT,Head of MLOps,300000,USD,300000,US,0,US,M",
            "2025,SE,PT,MLOps Engineer,90000,USD,90000,US,0,US,M",
            "2025,SE,FT,MLOps Engineer,9000,USD,9000,US,50,US,M",
        )
    )

    assert (reading.rows, reading.kept) == (4, 1)
    assert dict(reading.left_out) == {
        "another kind of work": 1,
        "not full time": 1,
        "pay outside 15,000 to 900,000 dollars": 1,
    }


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("MLOps Engineer", "mlops"),
        ("LLM Ops Engineer", "mlops"),
        ("Machine Learning Operations Engineer", "mlops"),
        ("Machine Learning Engineer", "ml_engineer"),
        ("Machine Learning Platform Engineer", "ai_infrastructure"),
        ("Site Reliability Engineer", "devops"),
        ("Platform Engineer", "devops"),
        ("Data Platform Engineer", "data_engineer"),
        ("MLOps Manager", None),
        ("DevOps Quality Engineer", None),
        ("Business Developer", None),
    ],
)
def test_titles_fall_into_families(title: str, family: str | None) -> None:
    assert family_of_title(title) == family


GOOD = ROW.format(pay=180000)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2025,SE,FT,MLOps Engineer,-5,USD,-5,US,0,US,M", "line 3: salary: pay must be above 0, not -5"),
        ("2025,SE,FT,MLOps Engineer,lots,USD,1,US,0,US,M", "line 3: salary: “lots” is not a whole number"),
        ("2025,SE,FT,MLOps Engineer,1,USD,999999999,US,0,US,M", "999,999,999 dollars a year is not believable"),
        ("2027,SE,FT,MLOps Engineer,1,USD,1,US,0,US,M", "line 3: work_year: 2027 is in the future"),
        ("1925,SE,FT,MLOps Engineer,1,USD,1,US,0,US,M", "line 3: work_year: “1925” is not a year from 2000"),
        ("2025,XX,FT,MLOps Engineer,1,USD,1,US,0,US,M", "experience_level: “XX” is not one of EN, EX, MI, SE"),
        ("2025,SE,FT,MLOps Engineer,1,ZZZ,1,US,0,US,M", "salary_currency: “ZZZ” is no currency"),
        ("2025,SE,FT,MLOps Engineer,1,USD,1,QQ,0,US,M", "employee_residence: “QQ” is no country"),
        ("2025,SE,FT,,1,USD,1,US,0,US,M", "line 3: job_title: 1 to 160 characters"),
        ("2025,SE,FT,MLOps Engineer,1", "line 3: 5 cells, but there are 11 columns"),
        ('2025,SE,FT,"MLOps "Engineer",1,USD,1,US,0,US,M', "line 3: not a CSV row"),
        ("2025,SE,FT,MLOps Engineer,1,USD,1,US,0,US,\0M", "line 3: holds a zero byte"),
    ],
)
def test_an_unsound_row_breaks_the_file_and_names_its_line(row: str, message: str) -> None:
    with pytest.raises(Broken) as refused:
        read(aijobs(GOOD, row))

    assert message in str(refused.value)


def test_a_file_in_another_encoding_is_named_as_such() -> None:
    with pytest.raises(Broken, match=r"line 3: not UTF-8 text \(byte 0xe9\)"):
        read(aijobs(GOOD).encode() + GOOD.replace("MLOps", "Démo").encode("latin-1") + b"\n")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    assert read(b"\xef\xbb\xbf" + aijobs(GOOD).replace("\n", "\r\n").encode()).kept == 1


def test_a_truncated_archive_is_refused() -> None:
    packed = gzip.compress(aijobs(*[ROW.format(pay=100000 + at) for at in range(5000)]).encode())

    assert read(packed).rows == 5000
    with pytest.raises(Broken, match="cut off after this line"):
        read(packed[: len(packed) // 2])
    with pytest.raises(Broken, match="damaged"):
        read(packed[:-8] + b"\0" * 8)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the file is empty"),
        (HEADER, "no rows below the column names"),
        ("a,b\n1,2\n", "neither those of the aijobs.net file"),
        (aijobs("2025,SE,FT,Chef,1,USD,1,US,0,US,M"), "no row is about MLOps"),
        (survey("x", header=f"{SURVEY},bonus"), "unknown column bonus"),
        ("x" * 40_000, "line 1: longer than 16 KB"),
    ],
)
def test_what_is_no_table_of_pay_is_refused(content: str, message: str) -> None:
    with pytest.raises(Broken, match=message):
        read(content)


class Endless(io.RawIOBase):
    """Rows without an end, as of a file of many gigabytes."""

    def __init__(self) -> None:
        self.given = 0
        self._left = HEADER.encode() + b"\n"

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        self._left = self._left or (GOOD.encode() + b"\n") * 1000
        part, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(part)] = part
        self.given += len(part)
        return len(part)


def test_a_file_without_end_is_given_up_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "LARGEST_CONTENT", 1024 * 1024)
    source = Endless()

    with pytest.raises(Broken, match="the content is larger than 1 MB"):
        read_market_data(cast(IO[bytes], source), TODAY)
    assert source.given < 2 * 1024 * 1024


def test_more_rows_than_can_be_held_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)

    assert read(aijobs(GOOD, GOOD, GOOD)).rows == 3
    with pytest.raises(Broken, match="line 5: more than 3 rows"):
        read(aijobs(GOOD, GOOD, GOOD, GOOD))


GOOD_ANSWER = "mlops,senior,US,TX,Austin,165000,195000,USD,year,2026-05-31"


def test_a_survey_is_read_with_its_places_and_its_newest_day() -> None:
    reading = read(
        survey(
            GOOD_ANSWER,
            "Senior DevOps Engineer,staff,gb,,,90000,,GBP,year,2026-06-02",
            "Chef,mid,US,,,1e5,,USD,,2026-01-01",
        )
    )

    assert reading.newest == date(2026, 6, 2)
    assert (reading.rows, reading.kept, dict(reading.left_out)) == (3, 2, {"another kind of work": 1})
    first, second = reading.postings
    assert (first.family, first.low, first.high) == ("mlops", 165_000, 195_000)
    assert first.zones == ("Austin-Round Rock-San Marcos, TX", "TX")
    assert (second.family, second.level, second.country, second.currency) == ("devops", "staff", "GB", "GBP")
    assert second.low == second.high > 100_000, "in dollars"


def test_monthly_and_hourly_pay_is_brought_to_the_year() -> None:
    columns = "role,level,country,base_min,currency,period,date"
    monthly = read(survey("mlops,mid,US,10000,USD,month,2026-01-01", header=columns))
    hourly = read(survey("mlops,mid,US,75,USD,hour,2026-01-01", header=columns))

    assert monthly.postings[0].low == 120_000
    assert hourly.postings[0].low == 156_000


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("mlops,senior,US,,,12000,,USD,month,2026-01-01", "line 3: period: month, but the rows before are per year"),
        ("mlops,senior,US,,,150,,USD,year,2026-01-01", "150 USD a year is not believable. Allowed: 5,000 to 2,000,000"),
        ("mlops,senior,US,,,-1,,USD,year,2026-01-01", "line 3: base_min: pay must be above 0"),
        ("mlops,senior,US,,,NaN,,USD,year,2026-01-01", "pay must be above 0"),
        ("mlops,senior,US,,,150k,,USD,year,2026-01-01", "“150k” is not a number; write it as 150000"),
        ("mlops,senior,US,,,150000,140000,USD,year,2026-01-01", "base_max: 140,000 is below base_min 150,000"),
        ("mlops,senior,US,,,150000,,ZZZ,year,2026-01-01", "currency: no exchange rate for “ZZZ”. Allowed: AUD"),
        ("mlops,senior,QQ,,,150000,,USD,year,2026-01-01", "country: “QQ” is no country"),
        ("mlops,lead,US,,,150000,,USD,year,2026-01-01", "level: “lead” is not one of junior, mid, senior"),
        ("mlops,senior,US,,,150000,,USD,year,2026-12-24", "date: 2026-12-24 is in the future"),
        ("mlops,senior,US,,,150000,,USD,year,24.12.2025", "date: “24.12.2025” is not a day as YYYY-MM-DD"),
        ("mlops,senior,US,,Atlantis,150000,,USD,year,2026-01-01", "“Atlantis” is no US state or metropolitan area"),
        ("mlops,senior,US,,,150000,,USD,fortnight,2026-01-01", "period: “fortnight” is not one of year, month, hour"),
        (",senior,US,,,150000,,USD,year,2026-01-01", "role: empty"),
    ],
)
def test_an_unsound_answer_breaks_the_survey_and_names_its_line(row: str, message: str) -> None:
    with pytest.raises(Broken) as refused:
        read(survey(GOOD_ANSWER, row))

    assert message in str(refused.value)


def test_nobodys_pay_can_be_read_off_a_survey() -> None:
    four, five = ([GOOD_ANSWER] * count for count in (4, 5))

    assert list(derive(read(survey(*four)).postings, "survey")) == []
    zones = {cell.zone for cell in derive(read(survey(*five)).postings, "survey")}
    assert zones == {"", "TX", "Austin-Round Rock-San Marcos, TX"}


def test_canadian_dollars_marked_as_us_dollars_are_also_read_the_other_way() -> None:
    reading = read(aijobs("2025,SE,FT,MLOps Engineer,100000,USD,100000,CA,0,CA,M"))
    medians = {cell.country: cell.p50 for cell in derive(reading.postings, "aijobs") if cell.level == "senior"}

    assert medians == {"CA": 100_000, "CA_adj": 71_400}


def test_small_cells_elsewhere_are_dropped() -> None:
    few = [f"2025,SE,FT,MLOps Engineer,{90_000 + at},EUR,{90_000 + at},FR,0,FR,M" for at in range(20, 39)]

    assert list(derive(read(aijobs(*few)).postings, "aijobs")) == []


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("aijobs_salaries_2025-08-03.csv.gz", None, date(2025, 8, 3)),
        ("salaries.csv", None, date(2025, 12, 31)),
        ("salaries.csv", date(2025, 6, 1), date(2025, 6, 1)),
        ("salaries_2031-01-01.csv", None, TODAY),
    ],
)
def test_the_day_of_the_figures(name: str, given: date | None, expected: date) -> None:
    assert as_of(read(aijobs(GOOD)), name, given, TODAY) == expected


def test_a_day_in_the_future_is_refused() -> None:
    with pytest.raises(Broken, match="2027-01-01 is in the future"):
        as_of(read(aijobs(GOOD)), "x.csv", date(2027, 1, 1), TODAY)


@given(st.lists(st.integers(15_000, 900_000), min_size=1, max_size=60))
def test_percentiles_are_in_order_and_inside_the_values(values: list[int]) -> None:
    ordered = sorted(values)
    found = [percentile(ordered, point) for point in (10, 25, 50, 75, 90)]

    assert found == sorted(found)
    assert ordered[0] <= found[0] and found[-1] <= ordered[-1]


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_they_are_read_or_refused(content: bytes) -> None:
    for each in (content, HEADER.encode() + b"\n" + content, SURVEY.encode() + b"\n" + content, b"\x1f\x8b" + content):
        try:
            assert read(each).postings
        except Broken as refused:
            assert str(refused)
