"""`manage.py import_market_data`: what it stores, that it repeats nothing, and that a fault changes nothing."""

import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from compensation.market_data import storing
from compensation.market_data.sources import active_sources
from compensation.models import MarketCell, MarketPosting, MarketSource
from compensation.source import look_up, look_up_in_full, market_for, shipped_market_for
from hiring.document import RequisitionDocument
from hiring.models import Requisition, Review
from hiring.reviewing import remember_verdict, review_requisition

pytestmark = pytest.mark.django_db

REAL_ROWS = Path(__file__).parent / "market_files" / "mlops_rows_2025-08-03.csv"
SURVEY = "role,level,country,metro,base_min,base_max,currency,date"
TODAY = date(2026, 11, 22)


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("import_market_data", *arguments, stdout=out)
    return out.getvalue()


def answer(*arguments: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(run(*arguments, "--format", "json"))
    return loaded


@pytest.fixture
def survey(tmp_path: Path) -> Callable[..., str]:
    """Writes a survey of seniors at a level of pay and gives its path: `survey(200_000, count=12)`."""

    def write(
        pay: int, count: int = 12, role: str = "mlops", metro: str = "", name: str = "acme.csv", level: str = "senior"
    ) -> str:
        rows = [f"{role},{level},US,{metro},{pay + at},{pay + at},USD,2026-10-01" for at in range(count)]
        path = tmp_path / name
        path.write_text("\n".join([SURVEY, *rows]))
        return str(path)

    return write


def document(**place: str) -> RequisitionDocument:
    return RequisitionDocument.model_validate_json(
        json.dumps(
            {
                "role": {"level": "senior", "locations": [{"country": "US"} | place]},
                "scope": {"archetype": "balanced"},
                "pay": {"currency": "USD"},
            }
        )
    )


def counts() -> tuple[int, int, int]:
    return MarketSource.objects.count(), MarketPosting.objects.count(), MarketCell.objects.count()


def test_a_first_import_stores_the_file_and_says_what_was_read() -> None:
    found = answer(str(REAL_ROWS))

    assert (found["outcome"], found["kind"], found["as_of"]) == ("new", "aijobs", "2025-08-03")
    assert found["rows"] == 197
    assert found["rows"] == found["kept"] + sum(found["left_out"].values())
    source = MarketSource.objects.get()
    assert (source.name, source.licence, source.active) == ("aijobs.net job postings", "CC0 1.0", True)
    assert counts() == (1, found["postings"], found["cells"])


def test_running_it_again_changes_nothing() -> None:
    run(str(REAL_ROWS))
    before = counts(), list(MarketCell.objects.values()), MarketSource.objects.values().get()

    assert "holds this file already: nothing changed" in run(str(REAL_ROWS))
    assert (counts(), list(MarketCell.objects.values()), MarketSource.objects.values().get()) == before
    assert MarketSource.history.count() == 1


def test_a_newer_file_replaces_the_older_and_keeps_the_switch(survey: Callable[..., str]) -> None:
    run(survey(200_000), "--name", "Acme")
    MarketSource.objects.update(active=False, order=3)

    text = run(survey(220_000, count=20), "--name", "Acme")

    assert "replaces the earlier file" in text and "switched off" in text
    source = MarketSource.objects.get()
    assert (source.active, source.order, source.kept) == (False, 3, 20)
    assert MarketPosting.objects.count() == 20


def test_a_renamed_file_is_still_known(survey: Callable[..., str]) -> None:
    run(survey(200_000))

    assert "nothing changed" in run(survey(200_000, name="other.csv"))
    assert MarketSource.objects.count() == 1


@pytest.mark.parametrize("fault", ["mlops,senior,US,,-1,,USD,2026-10-01", "mlops,senior", "\udcff"])
def test_a_fault_on_the_last_line_changes_nothing(survey: Callable[..., str], tmp_path: Path, fault: str) -> None:
    run(survey(200_000), "--name", "Acme")
    before = counts(), MarketSource.objects.values().get()
    broken = tmp_path / "broken.csv"
    broken.write_bytes(Path(survey(230_000)).read_bytes() + b"\n" + fault.encode("utf-8", "surrogateescape"))

    with pytest.raises(CommandError, match=r"broken\.csv, line 14: .* Nothing was changed\.") as refused:
        run(str(broken), "--name", "Acme")

    assert refused.value.returncode == 2
    assert (counts(), MarketSource.objects.values().get()) == before


def test_a_crash_while_storing_changes_nothing(survey: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    run(survey(200_000), "--name", "Acme")
    before = counts(), MarketSource.objects.values().get()

    def fail(*arguments: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(storing, "_fill", fail)
    with pytest.raises(RuntimeError):
        run(survey(230_000), "--name", "Acme")

    assert (counts(), MarketSource.objects.values().get()) == before


def test_of_two_imports_at_once_the_slower_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Missed:
        """The other import is not seen yet, but its row is there when ours is written."""

        def filter(self, **asked: Any) -> "Missed":
            return self

        def first(self) -> None:
            return None

    run(str(REAL_ROWS))
    before = counts(), MarketSource.objects.values().get()
    monkeypatch.setattr(MarketSource.objects, "select_for_update", Missed)

    with pytest.raises(CommandError, match="another import was faster; nothing was changed"):
        run(str(REAL_ROWS))

    assert (counts(), MarketSource.objects.values().get()) == before


def test_a_dry_run_stores_nothing() -> None:
    assert "nothing was stored" in run(str(REAL_ROWS), "--dry-run")
    assert counts() == (0, 0, 0)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.csv"], "missing.csv: no such file"),
        (["."], r"\. is a folder"),
        ([str(REAL_ROWS), "--as-of", "2099-01-01"], "2099-01-01 is in the future"),
        ([str(REAL_ROWS), "--as-of", "soon"], "is not a day"),
        ([str(REAL_ROWS), "--format", "xml"], "--format: not “xml”"),
        ([str(REAL_ROWS), "--name", " "], "--name: 1 to 120 characters"),
    ],
)
def test_bad_arguments_are_refused_in_one_line(arguments: list[str], message: str) -> None:
    with pytest.raises(CommandError, match=message) as refused:
        run(*arguments)

    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)
    assert counts() == (0, 0, 0)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(2 * 1024**3)

    with pytest.raises(CommandError, match=r"is larger than 128 MB\. Nothing was changed"):
        run(str(large))


def test_the_imported_file_gives_what_the_shipped_figures_give() -> None:
    run(str(REAL_ROWS))
    found, shipped = market_for(document(), TODAY), shipped_market_for(document(), TODAY)

    assert found is not None and shipped is not None
    assert found.families["mlops"] == shipped.families["mlops"]
    assert any("aijobs.net job postings, CC0 1.0" in note for note in found.notes)


def test_a_survey_answers_first_and_the_spread_is_said(survey: Callable[..., str]) -> None:
    run(survey(250_000), "--name", "Acme")
    found = look_up_in_full(document(), TODAY)
    mlops = getattr(found, "families", {})["mlops"]

    assert (mlops.source, mlops.percentiles.n, mlops.confidence) == ("Acme", 12, "indicative")
    assert mlops.percentiles.p50 == 250_006, "under three months old: not aged"
    assert [(other.n, int(other.p50)) for other in mlops.others] == [(45, 189_369)]
    assert any("medians lie 24 % apart" in note for note in getattr(found, "market", None).notes)  # type: ignore[union-attr]
    assert getattr(found, "families", {})["devops"].source.startswith("aijobs.net"), "the survey holds no DevOps"


def test_switched_off_it_is_passed_over(survey: Callable[..., str]) -> None:
    run(survey(250_000), "--off")

    assert market_for(document(), TODAY) == shipped_market_for(document(), TODAY)
    MarketSource.objects.update(active=True)
    assert market_for(document(), TODAY) != shipped_market_for(document(), TODAY)


def test_the_lower_order_is_asked_first(survey: Callable[..., str]) -> None:
    run(survey(250_000), "--name", "A")
    run(survey(260_000, name="b.csv"), "--name", "B")
    MarketSource.objects.filter(name="B").update(order=1)

    market = market_for(document(), TODAY)

    assert market is not None and market.families["mlops"].p50 == 260_006


def test_figures_of_the_place_itself_take_no_factor(survey: Callable[..., str]) -> None:
    run(survey(250_000, metro="San Francisco"), "--name", "Acme")

    local = market_for(document(region="CA", metro="SF"), TODAY)
    elsewhere = market_for(document(region="TX", metro="Austin"), TODAY)

    assert local is not None and local.families["mlops"].p50 == 250_006
    assert elsewhere is not None and elsewhere.families["mlops"].p50 == 248_256, "the country's figures, placed"


def test_too_few_answers_of_a_place_widen_to_the_country_and_say_so(survey: Callable[..., str], tmp_path: Path) -> None:
    near, far = (Path(survey(250_000, count=count, metro=metro)).read_text() for count, metro in ((6, "SF"), (9, "")))
    both = tmp_path / "both.csv"
    both.write_text(f"{near}\n{'\n'.join(far.splitlines()[1:])}")
    run(str(both), "--name", "Acme")

    market = market_for(document(metro="SF"), TODAY)

    assert market is not None and market.families["mlops"].n == 15
    assert any("thin (6 postings in San Francisco" in note and "whole country" in note for note in market.notes)


def test_levels_a_survey_names_are_data(survey: Callable[..., str]) -> None:
    run(survey(300_000, level="staff"), "--name", "Acme")
    staff = document().model_copy(update={"role": document().role.model_copy(update={"level": "staff"})})

    market = market_for(staff, TODAY)

    assert market is not None
    assert (market.families["mlops"].basis, market.families["mlops"].p50) == ("data", 300_006)
    assert market.families["devops"].basis == "estimate"
    assert any("ML engineer and DevOps engineer: staff is an estimate" in note for note in market.notes)


def test_cells_are_read_once_a_process_and_the_switches_every_time(survey: Callable[..., str]) -> None:
    run(survey(250_000))
    active_sources()

    with CaptureQueriesContext(connection) as queries:
        look_up(document(), TODAY)

    assert len(queries) == 2, "the bands, and which sources are switched on"


def test_requisitions_are_reviewed_again_when_their_flags_change(
    survey: Callable[..., str], alice: Any, django_capture_on_commit_callbacks: Any
) -> None:
    stored = Requisition.objects.create(
        owner=alice,
        title="MLOps Engineer",
        level="senior",
        locations=[{"country": "US"}],
        currency="USD",
        base_min=170_000,
        base_max=200_000,
    )
    remember_verdict(stored, review_requisition(stored).report)

    with django_capture_on_commit_callbacks(execute=True):
        run(survey(300_000), "--name", "Acme")

    review = Review.objects.get(requisition=stored)
    assert review.occasion == "Market data: “Acme” imported"
    stored.refresh_from_db()
    assert next(each for each in stored.worst_flags if each["mistake"] == "M02")["outcome"] == "flagged"

    with django_capture_on_commit_callbacks(execute=True):
        run(survey(300_000), "--name", "Acme")
    assert Review.objects.count() == 1, "nothing changed, so nothing is reviewed"
