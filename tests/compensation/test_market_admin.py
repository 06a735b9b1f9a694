"""Market data in the admin: what is shown, the switch, and who may do what."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from compensation.models import MarketCell, MarketPosting, MarketSource

SignIn = Callable[[User], Client]
REAL_ROWS = Path(__file__).parent / "market_files" / "mlops_rows_2025-08-03.csv"
LIST = "admin:compensation_marketsource_changelist"
CELLS = "admin:compensation_marketcell_changelist"


@pytest.fixture
def source(db: None) -> MarketSource:
    call_command("import_market_data", str(REAL_ROWS), stdout=StringIO())
    return MarketSource.objects.get()


def page(client: Client, name: str, *arguments: Any, **query: Any) -> str:
    response = client.get(reverse(name, args=arguments), query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_shows_switch_age_and_size(source: MarketSource, ada: User, signed_in: SignIn) -> None:
    found = page(signed_in(ada), LIST)

    assert "aijobs.net job postings" in found and "3 Aug 2025" in found
    assert f"source__id__exact={source.pk}" in found
    assert "import_market_data" in found, "how a file comes in"
    assert "Add market source" not in found


def test_a_source_shows_its_cells_with_n_and_confidence(source: MarketSource, ada: User, signed_in: SignIn) -> None:
    found = page(signed_in(ada), "admin:compensation_marketsource_change", source.pk)

    row = "<td>US</td><td>mlops</td><td>senior</td><td>160,000</td><td>182,500</td><td>210,500</td><td>45</td>"
    assert f"{row}<td>solid</td>" in found
    assert "not full time" in found or "none" in found


def test_cells_can_be_looked_up_and_not_edited(source: MarketSource, ada: User, signed_in: SignIn) -> None:
    client = signed_in(ada)
    found = page(client, CELLS, source__id__exact=source.pk, level="senior", country="US", period="recent")
    cell = MarketCell.objects.get(family="mlops", level="senior", country="US", period="recent")
    change = reverse("admin:compensation_marketcell_change", args=[cell.pk])

    assert "mlops, senior" in found and "solid" in found and "182,500" in found
    assert client.post(change, {"n": 1}).status_code == 403
    assert client.post(reverse("admin:compensation_marketcell_delete", args=[cell.pk])).status_code == 403
    assert client.get(reverse("admin:compensation_marketcell_add")).status_code == 403


def test_deleting_counts_what_goes_and_takes_it_all(source: MarketSource, ada: User, signed_in: SignIn) -> None:
    client = signed_in(ada)
    MarketSource.objects.update(active=False)
    delete = reverse("admin:compensation_marketsource_delete", args=[source.pk])
    found = client.get(delete).content.decode()

    assert f"{MarketPosting.objects.count():,} postings and {MarketCell.objects.count():,} cells" in found
    client.post(delete, {"post": "yes"})
    assert not MarketSource.objects.exists() and not MarketPosting.objects.exists()


@pytest.mark.parametrize("name", ["alice", "rita", "charlie"])
def test_nobody_else_gets_in(source: MarketSource, name: str, request: Any, signed_in: SignIn) -> None:
    client = signed_in(request.getfixturevalue(name))
    for address in (reverse(LIST), reverse(CELLS), reverse("admin:compensation_marketsource_change", args=[source.pk])):
        assert client.get(address).status_code in (302, 403)
    client.post(reverse(LIST), {"action": "switch_off", "_selected_action": [source.pk]})
    source.refresh_from_db()
    assert source.active


def test_strangers_are_sent_to_sign_in(source: MarketSource, client: Client) -> None:
    assert client.get(reverse(LIST)).status_code == 302


def test_an_administrator_may_do_the_same(source: MarketSource, dora: User, signed_in: SignIn) -> None:
    assert "aijobs.net" in page(signed_in(dora), LIST)


def test_queries_do_not_grow_with_sources(source: MarketSource, ada: User, signed_in: SignIn) -> None:
    client = signed_in(ada)
    page(client, LIST)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(client, LIST)
            page(client, CELLS)
        return len(queries)

    one = count()
    for number in range(5):
        source.pk, source.name, source._state.adding = None, f"Copy {number}", True
        source.save()
    assert count() == one
