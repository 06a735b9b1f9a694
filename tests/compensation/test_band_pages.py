"""Changing what is in force, from the admin: preview, change, reviews, copies, files, history."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from accounts.models import User
from compensation import rechecking
from compensation.models import Band, BandSet, Recheck, Zone
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.models import Requisition, Review

SignIn = Callable[[User], Client]
MakeSet = Callable[..., BandSet]
PAGES = ("copy", "publish", "retire", "import")


@pytest.fixture
def requisition(alice: User) -> Requisition:
    """Alice's: senior, balanced, Austin, 140 to 160 thousand: inside the bands of ``band_set``."""
    answers: dict[str, Any] = {
        "title": "MLOps engineer",
        "level": "senior",
        "archetype": "balanced",
        "locations": [{"country": "US", "region": "TX", "metro": "Austin"}],
        "currency": "USD",
        "base_min": Decimal(140_000),
        "base_max": Decimal(160_000),
    }
    return Requisition.objects.create(owner=alice, **answers)


def url(page: str, *args: object) -> str:
    return reverse(f"admin:compensation_bandset_{page}", args=args)


def preview(client: Client, band_set: BandSet, change: str = "publish") -> Recheck:
    client.post(url(change, band_set.pk))
    return Recheck.objects.filter(band_set=band_set).latest("pk")


def carry_out(client: Client, made: Recheck) -> str:
    return client.post(url("recheck", made.pk), {"carry_out": "1"}, follow=True).content.decode()


@pytest.fixture
def now_tasks(django_capture_on_commit_callbacks: Any) -> Any:
    """Background work starts when the transaction of a test would be through."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def publish(client: Client, band_set: BandSet, now_tasks: Any) -> str:
    with now_tasks():
        made = preview(client, band_set)
    with now_tasks():
        return carry_out(client, made)


def test_a_preview_names_the_requisition_and_the_flag_and_changes_nothing(
    requisition: Requisition, band_set: MakeSet, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    client = signed_in(ada)
    draft = band_set()
    Band.objects.filter(band_set=draft).update(low=Decimal(90_000), mid=Decimal(100_000), high=Decimal(110_000))
    for place, level in enumerate(("junior", "mid", "senior", "staff", "principal")):
        mid = Decimal(60_000 + 20_000 * place)
        draft.bands.filter(level=level).update(low=mid - 5_000, mid=mid, high=mid + 5_000)

    with now_tasks():
        made = preview(client, draft)
    page = client.get(url("recheck", made.pk)).content.decode()

    assert "1 of 1 requisition" in page and "MLOps engineer" in page
    assert "M02-T11" in page and "Publish now" in page
    draft.refresh_from_db()
    assert draft.status == "draft"
    assert not Review.objects.exists()


def test_publishing_reviews_what_it_touches_and_says_why(
    requisition: Requisition, band_set: MakeSet, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    client = signed_in(ada)
    old, new = band_set("Old"), band_set("New")
    for place, level in enumerate(("junior", "mid", "senior", "staff", "principal")):
        mid = Decimal(60_000 + 20_000 * place)
        new.bands.filter(level=level).update(low=mid - 5_000, mid=mid, high=mid + 5_000)
    publish(client, old, now_tasks)
    Review.objects.all().delete()

    page = publish(client, new, now_tasks)

    assert "“New” is published. “Old” is retired." in page
    review = Review.objects.get()
    assert (review.requisition_id, review.occasion, review.made_by) == (
        requisition.pk,
        "Bands “New” published",
        ada,
    )
    requisition.refresh_from_db()
    assert requisition.worst_flags and requisition.verdict == review.verdict
    assert {each.name: each.status for each in BandSet.objects.all()} == {"Old": "retired", "New": "published"}


def test_a_preview_of_bands_that_changed_since_cannot_be_carried_out(
    band_set: MakeSet, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    client = signed_in(ada)
    draft = band_set()
    with now_tasks():
        made = preview(client, draft)
    draft.bands.filter(level="senior").update(high=Decimal(171_000))

    page = carry_out(client, made)

    draft.refresh_from_db()
    assert "changed since the preview" in page and draft.status == "draft"


def test_a_preview_of_another_day_cannot_be_carried_out(
    band_set: MakeSet, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    client = signed_in(ada)
    draft = band_set()
    with now_tasks():
        made = preview(client, draft)
    Recheck.objects.update(day=date(2026, 1, 2))

    assert "no finished preview of today" in carry_out(client, made)


def test_an_unfinished_preview_cannot_be_carried_out(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    client = signed_in(ada)
    made = preview(client, band_set())

    assert "no finished preview of today" in carry_out(client, made)
    assert BandSet.objects.get().status == "draft"


def test_a_set_with_gaps_is_not_even_previewed(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    client = signed_in(ada)
    draft = band_set(levels=("mid",))

    page = client.post(url("publish", draft.pk)).content.decode()

    assert "no band for junior, senior, staff and principal" in page
    assert not Recheck.objects.exists()


def test_retiring_goes_through_a_preview_too(
    requisition: Requisition, band_set: MakeSet, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    client = signed_in(ada)
    made = band_set()
    made.publish(ada, made.effective_from)

    with now_tasks():
        seen = preview(client, made, "retire")
    with now_tasks():
        page = carry_out(client, seen)

    made.refresh_from_db()
    assert "“Ours” is retired." in page and made.status == "retired"


def test_roll_back_makes_a_draft_of_what_was_in_force_before(
    band_set: MakeSet, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    client = signed_in(ada)
    old, new = band_set("Old"), band_set("New")
    new.bands.filter(level="senior").update(mid=Decimal(156_000))
    publish(client, old, now_tasks)
    publish(client, new, now_tasks)

    client.post(url("roll_back", new.pk))
    draft = BandSet.objects.get(status="draft")
    page = publish(client, draft, now_tasks)

    assert "“Old (2)” is published. “New” is retired." in page
    assert draft.bands.get(level="senior").mid == 155_000


def test_a_first_set_has_nothing_to_roll_back_to(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    made = band_set()
    made.publish(ada, made.effective_from)

    page = signed_in(ada).post(url("roll_back", made.pk), follow=True).content.decode()

    assert "nothing to go back to" in page and BandSet.objects.count() == 1


def test_an_edit_of_bands_in_force_reviews_what_it_touches(
    requisition: Requisition, band_set: MakeSet, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    from tests.compensation.test_bands_admin import change

    client = signed_in(ada)
    made = band_set()
    made.publish(ada, made.effective_from)

    with now_tasks():
        page = change(client, made, senior={"low": "141000", "mid": "150000"})

    assert "See what changes" in page
    work = Recheck.objects.get()
    assert (work.kind, work.state, work.total) == ("change", "done", 1)
    assert [flag[0] for flag in work.effects[0]["new"]] == ["M02-T11"]
    assert Review.objects.get().occasion == "Bands “Ours” edited"


def test_cancelled_work_stops_and_can_be_started_again(
    requisition: Requisition, band_set: MakeSet, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    client = signed_in(ada)
    made = preview(client, band_set())

    client.post(url("recheck", made.pk), {"cancel": "1"})
    rechecking.run(made.pk)
    made.refresh_from_db()
    assert (made.state, made.done) == ("cancelled", 0)

    with now_tasks():
        client.post(url("recheck", made.pk), {"restart": "1"})
    made.refresh_from_db()
    assert (made.state, made.done, made.total) == ("done", 1, 1)


def test_running_work_hears_a_wish_to_cancel(
    requisition: Requisition, band_set: MakeSet, ada: User, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = preview(signed_in(ada), band_set())
    monkeypatch.setattr(rechecking, "TELL_EVERY", 1)
    Recheck.objects.update(cancel_asked=True)

    rechecking.run(made.pk)

    assert Recheck.objects.get().state == "cancelled"


def test_work_that_fails_says_so_and_does_not_raise(
    band_set: MakeSet, ada: User, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(ada)
    made = preview(client, band_set())

    def broken(*args: object) -> None:
        raise RuntimeError("out of paper")

    monkeypatch.setattr(rechecking, "effects", broken)
    rechecking.run(made.pk)

    page = client.get(url("recheck", made.pk)).content.decode()
    assert "out of paper" in page and "Start again" in page and "Publish now" not in page


def test_work_that_was_cut_off_can_be_started_again(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    client = signed_in(ada)
    made = preview(client, band_set())
    Recheck.objects.update(state="running", touched_at=timezone.now() - timezone.timedelta(minutes=5))

    assert "cut off" in client.get(url("recheck", made.pk)).content.decode()


def test_other_countries_and_currencies_are_left_alone(
    requisition: Requisition, band_set: MakeSet, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    with now_tasks():
        made = preview(signed_in(ada), band_set(country="DE", currency="EUR"))

    made.refresh_from_db()
    assert (made.state, made.total) == ("done", 0)


def test_a_preview_costs_no_query_more_for_ten_requisitions(
    requisition: Requisition,
    band_set: MakeSet,
    ada: User,
    signed_in: SignIn,
    django_assert_max_num_queries: Any,
) -> None:
    for _ in range(9):
        requisition.pk = None
        requisition._state.adding = True
        requisition.save()
    made = preview(signed_in(ada), band_set())

    with django_assert_max_num_queries(9):
        rechecking.run(made.pk)

    made.refresh_from_db()
    assert (made.state, made.total) == ("done", 10)


def test_an_owner_is_told_when_published_bands_change_the_verdict(
    requisition: Requisition, band_set: MakeSet, alice: User, ada: User, signed_in: SignIn, now_tasks: Any
) -> None:
    load(requisition, demo_document("healthy_senior"))
    draft = band_set(comes_first="bands")
    for band in draft.bands.all():
        Band.objects.filter(pk=band.pk).update(low=band.low * 3, mid=band.mid * 3, high=band.high * 3)

    publish(signed_in(ada), draft, now_tasks)

    said = "The verdict changed from ready to not ready when the bands “Ours” were published on "
    assert said in signed_in(alice).get("/").content.decode()
    assert said not in signed_in(ada).get("/").content.decode()
    [message] = mail.outbox
    assert message.to == [alice.email] and said in message.body


def test_a_copy_is_moved_by_a_percentage_and_rounded(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    made = band_set()
    Zone.objects.create(band_set=made, name="West", factor=Decimal("1.1"), places="CA\nSeattle")

    signed_in(ada).post(url("copy", made.pk), {"name": "2027", "percent": "3", "effective_from": "2027-01-01"})

    copy = BandSet.objects.get(name="2027")
    band = copy.bands.get(level="senior")
    assert (band.low, band.mid, band.high) == (143_700, 159_600, 175_600)
    assert copy.status == "draft" and copy.effective_from == date(2027, 1, 1)
    assert copy.zones.get().factor == Decimal("1.1")


@pytest.mark.parametrize(
    ("percent", "message"),
    [("900", "less than or equal to 100"), ("-80", "greater than or equal to -50"), ("x", "Enter a number")],
)
def test_an_absurd_percentage_is_refused(
    percent: str, message: str, band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    made = band_set()

    page = signed_in(ada).post(
        url("copy", made.pk), {"name": "2027", "percent": percent, "effective_from": "2027-01-01"}
    )

    assert message in page.content.decode() and BandSet.objects.count() == 1


def test_two_sets_side_by_side(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    old, new = band_set("Old"), band_set("New", levels=("mid", "senior"))
    new.bands.filter(level="senior").update(mid=Decimal(158_100))

    page = signed_in(ada).get(reverse("admin:compensation_bandset_compare"), {"before": old.pk, "after": new.pk})

    text = page.content.decode()
    assert "+2.0 %" in text and "removed" in text and "5 bands in either set; 1 the same in both." in text


def test_the_history_tells_who_changed_which_band(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    from tests.compensation.test_bands_admin import change

    client = signed_in(ada)
    made = band_set()
    change(client, made, senior={"high": "180000"})

    page = client.get(url("history", made.pk)).content.decode()

    assert "high: 170,500 → 180,000" in page and "Ada" in page


@pytest.mark.parametrize(
    ("who", "allowed"), [("ada", True), ("dora", True), ("alice", False), ("rita", False), ("charlie", False)]
)
def test_who_may_open_the_pages(
    who: str, allowed: bool, band_set: MakeSet, signed_in: SignIn, request: pytest.FixtureRequest
) -> None:
    made = band_set()
    work = Recheck.objects.create(
        band_set=made, kind="preview", occasion="x", after=made.book().as_json(), day=timezone.localdate()
    )
    client = signed_in(request.getfixturevalue(who))
    addresses = [url(page, made.pk) for page in PAGES]
    addresses += [url("recheck", work.pk), url("compare"), url("export", made.pk, "csv"), url("history", made.pk)]

    statuses = {address: client.get(address).status_code for address in addresses}

    assert set(statuses.values()) == ({200} if allowed else {302}), statuses


# --- Files ---------------------------------------------------------------------------------------


def upload(client: Client, band_set: BandSet, content: bytes | str, name: str = "bands.csv") -> str:
    data = content.encode() if isinstance(content, str) else content
    return client.post(url("import", band_set.pk), {"file": SimpleUploadedFile(name, data)}).content.decode()


def confirm(client: Client, band_set: BandSet, page: str) -> str:
    packed = page.split('name="rows" value="')[1].split('"')[0]
    return client.post(url("import", band_set.pk), {"rows": packed}, follow=True).content.decode()


HEADER = "family,level,focus,zone,minimum,middle,maximum\n"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_exported_set_comes_back_unchanged(kind: str, band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    client = signed_in(ada)
    made = band_set()

    file = client.get(url("export", made.pk, kind)).content
    page = upload(client, made, file, f"bands.{kind}")

    assert page.count("<b>unchanged</b>") == 5 and "<b>changed</b>" not in page


def test_the_dry_run_shows_every_rows_fate_and_only_then_imports(
    band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    client = signed_in(ada)
    made = band_set()
    rows = 'mlops,senior,balanced,,"141,000",155000,170500\nmlops,mid,balanced,,112500,125000,137500\n'
    page = upload(client, made, HEADER + rows + "ml_engineer,mid,,CA,130000,150000,170000\n")

    assert [page.count(f"<b>{kind}</b>") for kind in ("changed", "unchanged", "new", "refused")] == [1, 1, 1, 0]
    assert made.bands.get(level="senior").low == 139_500

    assert "1 new, 1 changed, 1 unchanged" in confirm(client, made, page)
    assert made.bands.get(level="senior").low == 141_000
    assert made.bands.get(family="ml_engineer").zone == "CA"
    assert made.bands.get(family="ml_engineer").history.first().history_user == ada


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("mlops,senior,balanced,,170000,155000,170500\n", "The minimum (170,000) must be below the middle (155,000)"),
        ("mlops,senior,balanced,,-5,155000,170500\n", "Pay must be above 0, not -5."),
        ("mlops,senior,balanced,,155000,155000,155000\n", "must be below the middle"),
        ("mlops,senior,balanced,,lots,155000,170500\n", "“lots” is not an amount"),
        ("mlops,senior,balanced,,1e5,155000,170500\n", "“1e5” is not an amount"),
        ("mlops,lead,balanced,,100000,155000,170500\n", "level: not “lead”"),
        ("mlops,senior,,,100000,155000,170500\n", "Choose the focus"),
        ("mlops,senior,balanced,,90,155,170\n", "is not believable"),
        ("mlops,senior,balanced,,80000,90000,95000\n", "must be above the middle of mid"),
        (
            "mlops,senior,balanced,,140000,155000,170500\nmlops,senior,balanced,,141000,155000,170500\n",
            "stands in row 3 already",
        ),
    ],
)
def test_one_bad_row_and_nothing_is_imported(
    rows: str, message: str, band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    client = signed_in(ada)
    made = band_set()
    before = list(made.bands.values())

    page = upload(client, made, HEADER + "devops,mid,,,100000,120000,140000\n" + rows)

    assert message in page.replace("&#x27;", "'") and "Nothing is imported" in page
    assert 'name="rows"' not in page
    assert list(made.bands.values()) == before


@pytest.mark.parametrize(
    "row",
    [
        "mlops,senior,balanced,,80000,90000,95000",  # below the band of mid, which stays as it is
        "mlops,mid,balanced,,150000,160000,170000",  # above that of senior, which the file does not name
    ],
)
def test_a_row_that_breaks_the_order_of_the_levels_says_so_itself(
    row: str, band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    page = upload(signed_in(ada), band_set(), f"{HEADER}devops,mid,,,100000,120000,140000\n{row}\n")

    [_, good, bad] = page.split("<tr><td")
    assert "<b>new</b>" in good and "errorlist" not in good
    assert "<b>refused</b>" in bad and "must be above the middle of mid" in bad


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("bands.csv", b"", "The submitted file is empty."),
        ("bands.csv", b"\n\n  \n", "The file is empty."),
        ("bands.csv", HEADER.encode() + "mlops,senior,balanced,Zürich,1,2,3\n".encode("latin-1"), "not UTF-8"),
        ("bands.csv", b"a,b\n1,2\n", "The first row must name the columns"),
        ("bands.csv", HEADER.encode(), "holds no bands"),
        ("bands.csv", (HEADER + "mlops,senior\n").encode(), "Row 2 has 2 cells"),
        ("bands.csv", (HEADER + 'mlops,"senior\n').encode(), "cannot be read as CSV"),
        ("bands.csv", b"family\x00,level", "null characters"),
        ("bands.csv", b"x" * 1_000_001, "1,000,000 are allowed"),
        ("bands.csv", HEADER.encode() + b"mlops,mid,balanced,,1,2,3\n" * 1_001, "more than 1,000 rows"),
        ("bands.xlsx", b"PK\x03\x04 broken", "cannot be read as an XLSX workbook"),
        ("bands.pdf", b"%PDF", "Only files ending in .csv or .xlsx"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    name: str, content: bytes, message: str, band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    made = band_set()
    before = list(made.bands.values())

    page = upload(signed_in(ada), made, content, name)

    assert message in page
    assert list(made.bands.values()) == before


def test_only_drafts_take_files(band_set: MakeSet, ada: User, signed_in: SignIn) -> None:
    made = band_set()
    made.publish(ada, made.effective_from)

    page = upload(signed_in(ada), made, HEADER + "mlops,senior,balanced,,141000,155000,170500\n")

    assert "Copy it to a new draft" in page
    assert made.bands.get(level="senior").low == 139_500


def test_rows_of_a_dry_run_fit_no_other_set_and_cannot_be_made_up(
    band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    client = signed_in(ada)
    made, other = band_set("One"), band_set("Two")
    page = upload(client, made, HEADER + "mlops,senior,balanced,,141000,155000,170500\n")

    assert "made for another set" in confirm(client, other, page)
    assert "made for another set" in client.post(url("import", made.pk), {"rows": "[]"}).content.decode()
    assert other.bands.get(level="senior").low == 139_500


@pytest.mark.parametrize("zone", ["=1+1", "+cmd", "-2", "@SUM(A1)"])
def test_an_export_holds_no_formula_and_its_import_gives_the_text_back(
    zone: str, band_set: MakeSet, ada: User, signed_in: SignIn
) -> None:
    client = signed_in(ada)
    made = band_set()
    made.bands.filter(level="senior").update(zone=zone)

    text = client.get(url("export", made.pk, "csv")).content.decode("utf-8-sig")
    sheet = load_workbook(BytesIO(client.get(url("export", made.pk, "xlsx")).content)).worksheets[0]

    assert f",'{zone}," in text
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    page = upload(client, made, text)
    assert page.count("<b>unchanged</b>") == 5
