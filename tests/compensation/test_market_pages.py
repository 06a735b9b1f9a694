"""Files of market data and the switch of a source, from the admin: seen first, then confirmed, then reviewed."""

import gzip
import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin import site
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from compensation import effects, importing, rechecking, switching
from compensation.market_data import storing, taking_in
from compensation.models import MarketCell, MarketPosting, MarketSource, MarketUpload, Recheck
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.models import Requisition, Review

SignIn = Callable[[User], Client]
Background = Callable[[], Any]

pytestmark = pytest.mark.django_db

REAL_ROWS = Path(__file__).parent / "market_files" / "mlops_rows_2025-08-03.csv"
HEADER = "role,level,country,metro,base_min,base_max,currency,date"
BROKEN = "mlops,senior,US,,-1,,USD,2026-10-01"


def url(page: str, *args: object) -> str:
    return reverse(f"admin:compensation_marketsource_{page}", args=args)


def survey(pay: int, count: int = 12, *more: str, level: str = "senior") -> str:
    rows = [f"mlops,{level},US,,{pay + at},{pay + at},USD,2026-10-01" for at in range(count)]
    return "\n".join([HEADER, *rows, *more])


@pytest.fixture
def background(django_capture_on_commit_callbacks: Any) -> Background:
    """Background work is done when the transaction of a test would be through."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def carla(ada: User, signed_in: SignIn) -> Client:
    """The compensation admin, signed in."""
    return signed_in(ada)


@pytest.fixture
def requisition(alice: User) -> Requisition:
    """Alice's healthy senior, in the US, paid in US dollars: ready."""
    requisition = Requisition(owner=alice)
    load(requisition, demo_document("healthy_senior"))
    return requisition


@pytest.fixture
def upload(carla: Client, background: Background) -> Callable[..., Recheck]:
    """Uploads a file and gives its finished preview: `upload(survey(200_000), name="Acme")`."""

    def send(content: str | bytes, file_name: str = "acme.csv", **fields: str) -> Recheck:
        data = content.encode() if isinstance(content, str) else content
        with background():
            answer = carla.post(url("import"), {"file": SimpleUploadedFile(file_name, data)} | fields)
        assert answer.status_code == 302, answer.content.decode()
        return Recheck.objects.latest("pk")

    return send


@pytest.fixture
def carry_out(carla: Client, background: Background) -> Callable[[Recheck], tuple[str, Recheck]]:
    """Confirms a preview: the pages that follow, at once and in the end, and the latest work."""

    def confirm(made: Recheck) -> tuple[str, Recheck]:
        with background():
            said = carla.post(url("recheck", made.pk), {"carry_out": "1"}, follow=True).content.decode()
        work = Recheck.objects.latest("pk")
        return said + text_of(carla, work), work

    return confirm


@pytest.fixture
def source(upload: Any, carry_out: Any) -> MarketSource:
    """A survey "Acme" that is switched on: seniors at 400 thousand."""
    carry_out(upload(survey(400_000), name="Acme"))
    Review.objects.all().delete()
    mail.outbox.clear()
    return MarketSource.objects.get()


def text_of(client: Client, made: Recheck) -> str:
    return client.get(url("recheck", made.pk)).content.decode()


def stored() -> tuple[int, int, int]:
    return MarketSource.objects.count(), MarketPosting.objects.count(), MarketCell.objects.count()


# --- Files ---------------------------------------------------------------------------------------


def test_the_dry_run_shows_rows_cells_and_requisitions_and_stores_nothing(
    requisition: Requisition, upload: Any, carla: Client
) -> None:
    made = upload(survey(400_000, 12, "Head of Sales,senior,US,,90000,,USD,2026-10-01"), name="Acme")
    page = text_of(carla, made)

    assert "13 rows read, 12 kept, 1 refused" in page
    assert "1 another kind of work: line 14 “Head of Sales”" in page
    assert "182,500 (n 45)" in page and "400,006 (n 12)" in page and "held against what answers today" in page
    assert "1 of 1 requisition" in page and str(requisition) in page and "M02" in page
    assert "Import now" in page
    assert stored() == (0, 0, 0)
    requisition.refresh_from_db()
    assert not Review.objects.exists() and requisition.verdict_news is None


def test_the_public_file_is_held_against_what_it_takes_the_place_of(upload: Any, carla: Client) -> None:
    page = text_of(carla, upload(gzip.compress(REAL_ROWS.read_bytes()), "jobs_2025-08-03.csv.gz"))

    assert "(aijobs.net file), figures as of 3 Aug 2025, for “aijobs.net job postings”: a new source" in page
    assert "0 changed" in page, "the shipped figures say the same"


def test_confirmed_it_is_imported_reviewed_and_told(
    requisition: Requisition, upload: Any, carry_out: Any, ada: User, alice: User
) -> None:
    page, work = carry_out(upload(survey(400_000), name="Acme"))

    source = MarketSource.objects.get()
    assert (source.name, source.active, source.kept, source.imported_by) == ("Acme", True, 12, ada)
    assert source.history.get().history_user == ada
    assert (work.state, work.kind, work.source, work.made_by) == ("done", "change", source, ada)
    assert "What has changed" in page and "1 of 1 requisition" in page
    review = Review.objects.get()
    assert (review.occasion, review.made_by) == ("Market data: “Acme” imported", ada)
    requisition.refresh_from_db()
    assert requisition.verdict == review.verdict != "ready"
    [message] = mail.outbox
    assert message.to == [alice.email] and "the market data “Acme” were imported" in message.body
    assert not MarketUpload.objects.exists()


def test_the_same_file_again_changes_nothing(source: MarketSource, upload: Any, carry_out: Any, carla: Client) -> None:
    before = stored(), MarketSource.objects.values().get()

    made = upload(gzip.compress(survey(400_000).encode()), "other.csv.gz")
    page = text_of(carla, made)
    refused, _ = carry_out(made)

    assert "holds this file already" in page and "Import now" not in page
    assert "no finished preview" in refused
    assert (stored(), MarketSource.objects.values().get()) == before


def test_confirming_twice_imports_once(upload: Any, carry_out: Any) -> None:
    made = upload(survey(200_000), name="Acme")
    carry_out(made)
    page, _ = carry_out(made)

    assert "no finished preview" in page
    assert stored()[0] == 1 and Recheck.objects.count() == 2


def test_a_newer_file_shows_each_cell_before_and_after(
    source: MarketSource, upload: Any, carry_out: Any, carla: Client
) -> None:
    MarketSource.objects.update(order=3)
    made = upload(survey(420_000, 20), name="Acme")
    page = text_of(carla, made)

    assert "it replaces the earlier file of this source, which is switched on" in page
    assert "held against the earlier file, 0 new, " in page
    assert "400,006 (n 12)" in page and "420,010 (n 20)" in page
    carry_out(made)
    source.refresh_from_db()
    assert (source.kept, source.order, source.active) == (20, 3, True)
    assert MarketPosting.objects.count() == 20


def test_imported_switched_off_it_touches_no_requisition(
    requisition: Requisition, upload: Any, carry_out: Any, carla: Client
) -> None:
    made = upload(survey(400_000), off="on")
    assert "No requisition is touched" in text_of(carla, made)

    carry_out(made)

    assert MarketSource.objects.get().active is False
    assert not Review.objects.exists()


def test_what_was_chosen_is_kept(upload: Any, carry_out: Any) -> None:
    carry_out(upload(survey(200_000), name=" Acme  2026 ", as_of="2026-11-01"))

    source = MarketSource.objects.get()
    assert (source.name, source.as_of) == ("Acme  2026", date(2026, 11, 1))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (survey(200_000, 12, BROKEN), "Line 14: base_min: pay must be above 0"),
        (survey(200_000, 12, "mlops,senior,US,,1,,USD,2099-01-01"), "Line 14: date: 2099-01-01 is in the future"),
        (survey(200_000, 12, "mlops,senior"), "Line 14: 2 cells, but there are 8 columns"),
        (survey(200_000).encode() + b"\nZ\xfcrich", "Line 14: not UTF-8 text (byte 0xfc)"),
        (survey(200_000).encode() + b"\n\0", "Line 14: holds a zero byte"),
        (gzip.compress(survey(200_000, 500).encode(), mtime=0)[:-20], "the compressed file is cut off"),
        (gzip.compress(survey(200_000).encode(), mtime=0)[:20] + b"junk" * 20, "the compressed file is damaged"),
        ("a,b\n1,2", "Line 1: the columns are neither"),
        (HEADER, "No rows below the column names"),
        (b"\n", "The file is empty"),
        (b"%PDF-1.7 \xff\xfe\x00", "holds a zero byte"),
        ("x" * 20_000, "longer than 16 KB"),
    ],
)
def test_a_file_with_a_fault_says_where_and_changes_nothing(
    content: str | bytes, message: str, source: MarketSource, upload: Any, carry_out: Any, carla: Client
) -> None:
    before = stored(), MarketSource.objects.values().get()

    made = upload(content, name="Acme")
    page = text_of(carla, made)

    assert made.state == "failed"
    assert message in page.replace("&#x27;", "'") and "Nothing was stored" in page
    assert "Import now" not in page and "Start again" not in page and url("import") in page
    carry_out(made)
    assert (stored(), MarketSource.objects.values().get()) == before
    assert not MarketUpload.objects.exists()


def test_several_faults_are_listed_up_to_twenty(upload: Any, carla: Client) -> None:
    three = text_of(carla, upload(survey(200_000, 3, BROKEN, "", BROKEN, BROKEN.replace("US", "ZZ"))))
    many = text_of(carla, upload(survey(200_000, 3, *[BROKEN] * 50)))

    assert "3 faults of the file are below" in three
    assert all(each in three for each in ("Line 5: base_min", "Line 7: base_min", "Line 8: country: “ZZ”"))
    assert "the first 20 faults" in many and many.count("<li>Line ") == 20


def test_what_a_file_says_is_never_run(upload: Any, carla: Client) -> None:
    row = '"<script>alert(1)</script> head of x",senior,US,,90000,,USD,2026-10-01'
    page = text_of(carla, upload(survey(200_000, 12, row), "<b>x.csv", name="=1+<i>"))

    assert "<script>alert" not in page and "&lt;script&gt;" in page
    assert "<b>x.csv" not in page and "=1+<i>" not in page


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "This field is required"),
        ({"file": SimpleUploadedFile("a.csv", b"")}, "The submitted file is empty"),
        ({"file": SimpleUploadedFile("a.csv", b"x"), "as_of": "2099-01-01"}, "2099-01-01 is in the future"),
        ({"file": SimpleUploadedFile("a.csv", b"x"), "as_of": "soon"}, "Enter a valid date"),
        ({"file": SimpleUploadedFile("a.csv", b"x"), "name": "x" * 121}, "at most 120 characters"),
        ({"file": SimpleUploadedFile("a.csv", b"x"), "name": "a\0b"}, "Null characters are not allowed"),
    ],
)
def test_the_form_refuses_what_makes_no_sense(fields: dict[str, Any], message: str, carla: Client) -> None:
    page = carla.post(url("import"), fields)

    assert page.status_code == 200 and message in page.content.decode()
    assert not Recheck.objects.exists() and not MarketUpload.objects.exists()


def test_the_limit_is_said_and_held(carla: Client) -> None:
    too_large = SimpleUploadedFile("a.csv", b"x" * (importing.LARGEST_UPLOAD + 1))

    assert "Up to 20 MB" in carla.get(url("import")).content.decode()
    assert "up to 20 MB are taken here. Pack it" in carla.post(url("import"), {"file": too_large}).content.decode()
    assert not MarketUpload.objects.exists()


def test_a_file_that_unpacks_beyond_the_limit_is_refused(
    upload: Any, carla: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compensation.market_data.lines.LARGEST_CONTENT", 1024 * 1024)

    page = text_of(carla, upload(gzip.compress(survey(200_000, 40_000).encode())))

    assert "the content is larger than 1 MB" in page and stored() == (0, 0, 0)


def test_sources_that_changed_since_the_preview_stop_the_import(
    source: MarketSource, upload: Any, carry_out: Any
) -> None:
    made = upload(survey(300_000), name="Other")
    MarketSource.objects.update(active=False)

    page, _ = carry_out(made)

    assert "changed since the preview" in page and stored()[0] == 1


def test_sources_that_change_while_the_import_waits_stop_it_too(
    source: MarketSource, upload: Any, carla: Client, background: Background
) -> None:
    made = upload(survey(300_000), name="Other")
    carla.post(url("recheck", made.pk), {"carry_out": "1"})
    work = Recheck.objects.latest("pk")
    MarketSource.objects.update(active=False)

    rechecking.run(work.pk)

    assert "changed since the preview" in text_of(carla, work)
    assert stored()[0] == 1 and not MarketUpload.objects.exists()


def test_a_crash_while_storing_changes_nothing(
    source: MarketSource, upload: Any, carry_out: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stored(), MarketSource.objects.values().get()
    made = upload(survey(300_000), name="Acme")

    def fail(*arguments: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(storing, "_fill", fail)
    page, work = carry_out(made)

    assert work.state == "failed" and "the disk is full" in page and "nothing of this one was stored" in page
    assert (stored(), MarketSource.objects.values().get()) == before
    assert not MarketUpload.objects.exists()


def test_of_two_imports_at_once_the_slower_says_so(
    upload: Any, carry_out: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = upload(survey(300_000), name="Acme")

    def taken(*arguments: Any) -> None:
        raise IntegrityError("name")

    monkeypatch.setattr(storing, "_fill", taken)
    page, work = carry_out(made)

    assert work.state == "failed" and "Another import was faster; nothing was changed" in page
    assert stored() == (0, 0, 0)


def test_waiting_work_is_cancelled_and_its_file_forgotten(carla: Client, background: Background) -> None:
    with background():
        carla.post(url("import"), {"file": SimpleUploadedFile("a.csv", survey(200_000).encode())})
        made = Recheck.objects.get()
        assert "Cancel" in text_of(carla, made) and MarketUpload.objects.exists()
        carla.post(url("recheck", made.pk), {"cancel": "1"})

    page = text_of(carla, made)
    assert "Cancelled" in page and url("import") in page and "Start again" not in page
    assert not MarketUpload.objects.exists() and stored() == (0, 0, 0)


def test_reading_tells_how_far_it_is_and_hears_a_wish_to_cancel(carla: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "TELL_EVERY", 0)
    rows = "\n".join(f"mlops,senior,US,,{200_000 + at * 7919 % 99_991},,USD,2026-10-01" for at in range(9_000))
    carla.post(url("import"), {"file": SimpleUploadedFile("a.csv", f"{HEADER}\n{rows}".encode())})
    made = Recheck.objects.get()
    told: list[int] = []
    listen = taking_in.tell_and_listen

    def watch(work: Recheck, *more: str) -> None:
        told.append(work.done)
        if len(told) == 3:
            Recheck.objects.update(cancel_asked=True)
        listen(work, *more)

    monkeypatch.setattr(taking_in, "tell_and_listen", watch)
    rechecking.run(made.pk)

    made.refresh_from_db()
    assert made.state == "cancelled" and 0 < told[-1] < made.total
    assert not MarketUpload.objects.exists()


def test_work_that_was_cut_off_while_reading_starts_again(carla: Client, background: Background) -> None:
    carla.post(url("import"), {"file": SimpleUploadedFile("a.csv", survey(200_000).encode())})
    made = Recheck.objects.get()
    Recheck.objects.update(state="running", touched_at=timezone.now() - timedelta(minutes=5))
    assert "cut off" in text_of(carla, made) and "Start again" in text_of(carla, made)

    with background():
        carla.post(url("recheck", made.pk), {"restart": "1"})

    assert "Import now" in text_of(carla, made)


def test_storing_may_be_silent_for_longer(carla: Client) -> None:
    carla.post(url("import"), {"file": SimpleUploadedFile("a.csv", survey(200_000).encode())})
    made = Recheck.objects.get()
    silent = timezone.now() - timedelta(minutes=5)
    Recheck.objects.update(state="running", touched_at=silent, step="Storing it")

    assert "cut off" not in text_of(carla, made)


def test_work_that_was_cut_off_while_reviewing_only_reviews(
    requisition: Requisition, upload: Any, carry_out: Any, carla: Client, background: Background
) -> None:
    _, work = carry_out(upload(survey(400_000), name="Acme"))
    Review.objects.all().delete()
    Recheck.objects.filter(pk=work.pk).update(state="running", touched_at=timezone.now() - timedelta(minutes=5))

    with background():
        carla.post(url("recheck", work.pk), {"restart": "1"})

    work.refresh_from_db()
    assert work.state == "done" and Review.objects.count() == 1 and stored()[0] == 1


def test_files_nobody_decided_on_are_forgotten_after_a_day(upload: Any, carry_out: Any) -> None:
    old = upload(survey(200_000))
    MarketUpload.objects.update(made_at=timezone.now() - timedelta(days=2))
    upload(survey(210_000))

    page, _ = carry_out(old)

    assert MarketUpload.objects.count() == 1 and "no finished preview" in page and stored() == (0, 0, 0)


def test_the_list_leads_to_the_import_and_the_source_to_its_work(
    source: MarketSource, carla: Client, ada: User
) -> None:
    work = Recheck.objects.filter(source=source).latest("pk")

    assert url("import") in carla.get(url("changelist")).content.decode()
    for page in (url("import"), url("change", source.pk)):
        found = carla.get(page).content.decode()
        assert url("recheck", work.pk) in found and str(ada) in found


def test_a_command_s_import_is_reviewed_with_progress_too(
    requisition: Requisition, tmp_path: Path, background: Background, carla: Client
) -> None:
    path = tmp_path / "acme.csv"
    path.write_text(survey(400_000))
    with background():
        call_command("import_market_data", str(path), stdout=StringIO())

    work = Recheck.objects.get()
    page = text_of(carla, work)
    assert work.state == "done" and "Started by the program" in page and "1 of 1 requisition" in page


# --- The switch ----------------------------------------------------------------------------------


def form_of(source: MarketSource, **changed: object) -> dict[str, object]:
    """What the change form sends; ``active`` as the box sends it."""
    kept = {"active": "on" if source.active else "", "order": source.order, "as_of": source.as_of.isoformat()}
    fields = kept | {"name": source.name, "licence": source.licence, "about": source.about} | changed
    return {name: value for name, value in fields.items() if value not in ("", None) or name == "licence"}


def by_the_button(client: Client, source: MarketSource) -> None:
    client.post(url("switch", source.pk))


def by_the_form(client: Client, source: MarketSource) -> None:
    client.post(url("change", source.pk), form_of(source, active=""))


def by_the_action(client: Client, source: MarketSource) -> None:
    client.post(url("changelist"), {"action": "switch_off", "_selected_action": [source.pk]})


def by_an_old_version(client: Client, source: MarketSource) -> None:
    version = source.history.latest().pk
    client.post(url("simple_history", source.pk, version), form_of(source, active=""))


@pytest.mark.parametrize("way", [by_the_button, by_the_form, by_the_action, by_an_old_version])
def test_every_way_of_switching_off_leads_to_a_preview_and_changes_nothing(
    way: Callable[[Client, MarketSource], None],
    requisition: Requisition,
    source: MarketSource,
    carla: Client,
    background: Background,
) -> None:
    before, versions = MarketSource.objects.values().get(), source.history.count()

    with background():
        way(carla, source)

    made = Recheck.objects.latest("pk")
    page = text_of(carla, made)
    assert (made.kind, made.state, made.occasion) == ("preview", "done", "Preview: switch off “Acme”")
    assert "Switched on: yes → <b>no</b>" in page and "1 of 1 requisition" in page and str(requisition) in page
    assert "Switch off now" in page
    assert MarketSource.objects.values().get() == before and source.history.count() == versions
    assert not Review.objects.exists()


def test_confirmed_it_is_switched_reviewed_told_and_can_be_taken_back(
    requisition: Requisition, source: MarketSource, carla: Client, carry_out: Any, ada: User, background: Background
) -> None:
    Requisition.objects.update(verdict_news=None)
    with background():
        by_the_button(carla, source)
    page, work = carry_out(Recheck.objects.latest("pk"))

    source.refresh_from_db()
    assert source.active is False and source.history.first().history_user == ada
    assert (work.kind, work.state, work.occasion) == ("change", "done", "Market data: “Acme” switched off")
    assert "Switch back on …" in page
    assert Review.objects.get().occasion == "Market data: “Acme” switched off"
    assert "the market data “Acme” were switched off" in mail.outbox[0].body

    with background():
        carla.post(url("recheck", work.pk), {"back": "1"})
    back = Recheck.objects.latest("pk")
    assert "Switch on now" in text_of(carla, back)
    source.refresh_from_db()
    assert source.active is False, "nothing is taken back unseen either"
    carry_out(back)
    source.refresh_from_db()
    assert source.active is True
    assert "Switch back on" not in text_of(carla, work)


def test_what_no_longer_stands_cannot_be_taken_back(
    source: MarketSource, carla: Client, carry_out: Any, background: Background
) -> None:
    with background():
        by_the_button(carla, source)
    _, work = carry_out(Recheck.objects.latest("pk"))
    MarketSource.objects.update(order=7)

    page = carla.post(url("recheck", work.pk), {"back": "1"}, follow=True).content.decode()

    assert "nothing to take back" in page and Recheck.objects.latest("pk") == work


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ({"order": 3}, "Order: 10 → <b>3</b>"),
        ({"as_of": "2025-01-01"}, "As of: 2026-10-01 → <b>2025-01-01</b>"),
        ({"name": "Zenith"}, "Name: Acme → <b>Zenith</b>"),
    ],
)
def test_whatever_changes_the_figures_is_previewed(
    changed: dict[str, object],
    shown: str,
    source: MarketSource,
    carla: Client,
    carry_out: Any,
    background: Background,
) -> None:
    with background():
        page = carla.post(url("change", source.pk), form_of(source, **changed), follow=True).content.decode()
    assert "Nothing is changed yet" in page
    made = Recheck.objects.latest("pk")
    assert shown in text_of(carla, made) and MarketSource.objects.filter(name="Acme", order=10).exists()

    carry_out(made)

    name, value = next(iter(changed.items()))
    assert str(MarketSource.objects.values_list(name, flat=True).get()) == str(value)


def test_words_are_saved_at_once(source: MarketSource, carla: Client, ada: User) -> None:
    before = Recheck.objects.count()

    carla.post(url("change", source.pk), form_of(source, about="Ours."))

    source.refresh_from_db()
    assert source.about == "Ours." and Recheck.objects.count() == before
    assert source.history.first().history_user == ada


def test_a_source_that_is_off_and_stays_off_is_edited_freely(source: MarketSource, carla: Client) -> None:
    MarketSource.objects.update(active=False)
    source.refresh_from_db()
    before = Recheck.objects.count()

    carla.post(url("change", source.pk), form_of(source, order=2, name="Later"))

    source.refresh_from_db()
    assert (source.order, source.name) == (2, "Later") and Recheck.objects.count() == before


def test_an_old_version_brings_back_no_old_file(
    source: MarketSource, upload: Any, carry_out: Any, carla: Client
) -> None:
    version = source.history.latest().pk
    carry_out(upload(survey(420_000, 20), name="Acme"))
    source.refresh_from_db()

    carla.post(url("simple_history", source.pk, version), form_of(source, about="Old words."))

    now = MarketSource.objects.get()
    assert (now.digest, now.kept, now.about) == (source.digest, 20, "Old words.")


def test_a_day_to_come_is_refused(source: MarketSource, carla: Client) -> None:
    page = carla.post(url("change", source.pk), form_of(source, as_of="2099-01-01")).content.decode()

    assert "2099-01-01 is in the future" in page


def test_what_is_switched_on_cannot_be_deleted(source: MarketSource, carla: Client) -> None:
    assert carla.post(url("delete", source.pk), {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [source.pk], "post": "yes"}
    page = carla.post(url("changelist"), data, follow=True).content.decode()

    assert "is switched on: switch it off first" in page and MarketSource.objects.exists()


def test_the_list_edits_nothing() -> None:
    assert site.get_model_admin(MarketSource).list_editable == ()


@pytest.mark.parametrize("way", ["switch_on", "switch_off"])
def test_one_source_at_a_time_and_no_preview_of_nothing(way: str, source: MarketSource, carla: Client) -> None:
    other = MarketSource.objects.get()
    other.pk, other.name, other.active, other._state.adding = None, "B", False, True
    other.save()
    before = Recheck.objects.count()
    chosen = {"switch_on": source, "switch_off": other}[way]

    def act(*which: MarketSource) -> str:
        data = {"action": way, "_selected_action": [each.pk for each in which]}
        return carla.post(url("changelist"), data, follow=True).content.decode()

    assert "Choose one source" in act(source, other)
    assert "already: nothing would change" in act(chosen)
    assert Recheck.objects.count() == before


@pytest.mark.parametrize(
    ("meanwhile", "message"),
    [
        (lambda made: Recheck.objects.filter(pk=made.pk).update(state="running"), "no finished preview"),
        (lambda made: Recheck.objects.filter(pk=made.pk).update(day=date(2026, 1, 2)), "no finished preview"),
        (lambda made: Recheck.objects.filter(pk=made.pk).update(kind="change"), "no finished preview"),
        (lambda made: MarketSource.objects.update(order=4), "changed since the preview"),
        (lambda made: MarketSource.objects.update(active=False), "changed since the preview"),
        (lambda made: MarketSource.objects.update(digest="0" * 64), ""),
        (lambda made: MarketCell.objects.update(p50=1) and MarketSource.objects.update(rules=99), "changed since"),
    ],
)
def test_a_preview_counts_only_while_it_is_true(
    meanwhile: Callable[[Recheck], Any],
    message: str,
    source: MarketSource,
    carla: Client,
    carry_out: Any,
    background: Background,
) -> None:
    with background():
        by_the_button(carla, source)
    made = Recheck.objects.latest("pk")
    meanwhile(made)

    page, _ = carry_out(made)

    assert message in page
    assert Recheck.objects.filter(occasion__endswith="switched off").exists() is not bool(message)


def test_a_preview_costs_no_query_more_for_ten_requisitions(
    requisition: Requisition, source: MarketSource, ada: User, django_assert_max_num_queries: Any
) -> None:
    made = switching.preview(source, switching.settings_of(source) | {"active": False}, ada, timezone.localdate())
    for _ in range(9):
        requisition.pk, requisition._state.adding = None, True
        requisition.save()

    with django_assert_max_num_queries(11):
        rechecking.run(made.pk)

    made.refresh_from_db()
    assert (made.state, made.total, len(made.effects)) == ("done", 10, 10)


def test_the_page_of_a_preview_costs_few_queries(
    requisition: Requisition, upload: Any, carla: Client, django_assert_max_num_queries: Any
) -> None:
    made = upload(survey(400_000), name="Acme")

    with django_assert_max_num_queries(5):
        text_of(carla, made)


def test_one_that_cannot_be_judged_is_named_and_the_others_are(
    requisition: Requisition,
    source: MarketSource,
    carla: Client,
    background: Background,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken, read = requisition.pk, effects.document_of
    requisition.pk, requisition._state.adding = None, True
    requisition.save()

    def document_of(row: Requisition) -> Any:
        if row.pk == broken:
            raise ValueError("no document")
        return read(row)

    monkeypatch.setattr(effects, "document_of", document_of)
    with background():
        by_the_button(carla, source)

    made = Recheck.objects.latest("pk")
    assert (made.state, made.total, len(made.effects)) == ("done", 2, 1)
    assert f"Could not be judged, the log says why: “{requisition}” ({broken})" in text_of(carla, made)


def test_only_countries_the_source_knows_are_judged_again(
    requisition: Requisition, source: MarketSource, carla: Client, background: Background, alice: User
) -> None:
    Requisition.objects.create(
        owner=alice, title="Berlin", level="senior", locations=[{"country": "DE"}], currency="EUR", base_min=Decimal(1)
    )

    with background():
        by_the_button(carla, source)

    assert Recheck.objects.latest("pk").total == 1


def test_bands_in_force_count_in_the_preview(
    requisition: Requisition, source: MarketSource, band_set: Any, ada: User, carla: Client, background: Background
) -> None:
    band_set(comes_first="bands").publish(ada, timezone.localdate())

    with background():
        by_the_button(carla, source)

    made = Recheck.objects.latest("pk")
    flags = json.dumps(made.effects)
    assert "M02-T01" not in flags, "the bands are the market for MLOps, whatever the survey says"


# --- Who -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "allowed"),
    [("ada", True), ("dora", True), ("alice", False), ("rita", False), ("charlie", False), (None, False)],
)
def test_who_may_do_what(
    who: str | None,
    allowed: bool,
    source: MarketSource,
    client: Client,
    signed_in: SignIn,
    request: pytest.FixtureRequest,
) -> None:
    switch = switching.preview(source, switching.settings_of(source) | {"active": False}, None, timezone.localdate())
    rechecking.run(switch.pk)
    before, works = MarketSource.objects.values().get(), Recheck.objects.count()
    person = signed_in(request.getfixturevalue(who)) if who else client

    for address in (url("import"), url("recheck", switch.pk), url("changelist"), url("change", source.pk)):
        assert person.get(address).status_code == (200 if allowed else 302), address
    if allowed:
        return
    file = {"file": SimpleUploadedFile("a.csv", survey(1).encode())}
    assert person.post(url("import"), file).status_code == 302
    for data in ({"carry_out": "1"}, {"cancel": "1"}, {"restart": "1"}, {"back": "1"}):
        assert person.post(url("recheck", switch.pk), data).status_code == 302
    for way in (by_the_button, by_the_form, by_the_action, by_an_old_version):
        way(person, source)
    assert MarketSource.objects.values().get() == before and Recheck.objects.count() == works
    assert not MarketUpload.objects.exists()


def test_rechecks_are_shown_where_they_belong(source: MarketSource, carla: Client) -> None:
    work = Recheck.objects.latest("pk")

    assert carla.get(reverse("admin:compensation_bandset_recheck", args=[work.pk])).status_code == 404
    assert carla.get(url("switch", source.pk)).status_code == 302
    assert carla.post(url("switch", source.pk + 99)).status_code == 404
