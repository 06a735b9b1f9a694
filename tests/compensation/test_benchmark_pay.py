"""`manage.py benchmark_pay`: what it prints, and how it refuses. No test here may touch the database."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("benchmark_pay", *arguments, stdout=out)
    return out.getvalue()


def answer(*arguments: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(run(*arguments, "--format", "json", "--today", "2026-11-22"))
    return loaded


def test_json_is_the_market_with_a_band() -> None:
    found = answer("--level", "senior", "--country", "US", "--region", "TX", "--metro", "Austin")

    assert found["currency"] == "USD"
    assert found["as_of"] == "2025-08-03"
    assert found["geo_factor"] == 0.993
    assert found["families"]["mlops"] == {
        "p10": 146829,
        "p25": 164860,
        "p50": 188044,
        "p75": 216894,
        "p90": 243177,
        "n": 45,
        "basis": "data",
    }
    assert found["band"]["low"] == 145000
    assert found["band"]["mid"] == 180000
    assert found["band"]["high"] == 215000
    assert (found["band"]["basis"], found["band"]["confidence"]) == ("data", "solid")
    assert "CC0" in found["band"]["sources"][0]


def test_a_judged_band_says_so() -> None:
    band = answer("--level", "staff", "--focus", "ml_heavy")["band"]

    assert (band["mid"], band["basis"], band["confidence"]) == (225000, "senior x 1.15 (judgement)", "estimate")


def test_elsewhere_the_band_is_the_middle_half_of_the_postings() -> None:
    found = answer("--level", "senior", "--country", "GB", "--currency", "GBP", "--focus", "infra_heavy")

    assert found["band"]["mid"] == found["families"]["devops"]["p50"]
    assert found["band"]["confidence"] == "indicative"


def test_text_shows_figures_counts_and_age() -> None:
    text = run("--level", "senior", "--today", "2026-11-22")

    assert "MLOps engineer" in text
    assert "45" in text and "data, solid" in text
    assert "aged 15 months at 3 % a year" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "--level: it is missing. Allowed: junior, mid, senior, staff, principal"),
        (["--level", "boss"], "--level: not “boss”. Allowed: junior, mid, senior, staff, principal"),
        (["--level", "mid", "--focus", "x"], "--focus: not “x”. Allowed: infra_heavy, balanced, ml_heavy"),
        (["--level", "mid", "--country", "USA"], "--country: not “USA”. Allowed: two letters"),
        (["--level", "mid", "--country", "AT"], "--country: no pay figures for AT. Allowed: CA, DE, GB, US"),
        (["--level", "mid", "--currency", "$"], "--currency: not “$”. Allowed: three letters"),
        (["--level", "mid", "--currency", "XXX"], "--currency: no exchange rate for XXX. Allowed: AUD, "),
        (["--level", "mid", "--today", "soon"], "--today: not “soon”. Allowed: a day as YYYY-MM-DD"),
        (["--level", "mid", "--format", "xml"], "--format: not “xml”. Allowed: text, json"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(arguments: list[str], message: str) -> None:
    with pytest.raises(CommandError) as refused:
        run(*arguments)

    assert str(refused.value).startswith(message)
    assert "\n" not in str(refused.value)
    assert refused.value.returncode == 2


def test_the_growth_figures_are_aged_by_is_adjustable() -> None:
    def median(growth: str) -> int:
        found: int = answer("--level", "senior", "--growth", growth)["families"]["mlops"]["p50"]
        return found

    assert median("0") == 182_500
    assert median("12%") == round(182_500 * 1.12**1.25)


@pytest.mark.parametrize("growth", ["-1", "13", "much", "NaN", ""])
def test_a_growth_out_of_range_is_refused(growth: str) -> None:
    with pytest.raises(CommandError, match=r"--growth: not .* Allowed: 0 to 12, percent a year"):
        run("--level", "senior", f"--growth={growth}")


def test_json_says_where_each_familys_figures_come_from() -> None:
    evidence = answer("--level", "senior", "--country", "DE", "--currency", "EUR")["evidence"]

    assert evidence["ml_engineer"]["confidence"] == "indicative"
    assert evidence["ml_engineer"]["as_of"] == "2025-08-03"
    assert "all years on file" in evidence["ml_engineer"]["widened"]
    assert evidence["mlops"]["confidence"] == "estimate"
    assert "ML-engineer postings of the level stand in" in evidence["mlops"]["widened"]
    assert evidence["mlops"]["spread"] is None


@pytest.mark.django_db
def test_imported_sources_answer_only_when_asked_for(tmp_path: Any) -> None:
    rows = [f"mlops,senior,US,{250_000 + at},USD,2026-10-01" for at in range(12)]
    file = tmp_path / "acme.csv"
    file.write_text("\n".join(["role,level,country,base_min,currency,date", *rows]))
    call_command("import_market_data", str(file), stdout=StringIO())

    shipped, imported = answer("--level", "senior"), answer("--level", "senior", "--imported")

    assert shipped["families"]["mlops"]["n"] == 45
    assert imported["families"]["mlops"]["n"] == 12
    assert imported["evidence"]["mlops"]["spread"] == pytest.approx(0.243)
    assert imported["evidence"]["mlops"]["others"][0]["n"] == 45
