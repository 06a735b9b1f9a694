"""From the document to rows and back: nothing lost, nothing half saved."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings

from accounts.models import User
from hiring.assemble import answer_fields, document_of, document_parts, load
from hiring.cli.schemas import schemas
from hiring.demo.seed import STORIES, demo_document
from hiring.document import SECTIONS, RequisitionDocument
from hiring.models import Requisition
from tests.strategies import storable_documents

SCHEMA = schemas()["requisition.schema.json"]


@pytest.mark.django_db
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(document=storable_documents())
def test_any_document_survives_the_way_to_rows_and_back(document: RequisitionDocument, alice: User) -> None:
    requisition = Requisition(owner=alice)
    load(requisition, document)
    back = document_of(Requisition.objects.get(pk=requisition.pk))
    assert back.model_dump(mode="json") == document.model_dump(mode="json")
    jsonschema.validate(json.loads(back.model_dump_json()), SCHEMA)


@pytest.mark.parametrize("name", STORIES)
def test_the_demo_documents_fit_the_published_schema(name: str) -> None:
    jsonschema.validate(json.loads(demo_document(name).model_dump_json()), SCHEMA)


def test_every_field_of_the_document_has_one_place() -> None:
    fields = {f"{section}.{field}" for section, part in SECTIONS.items() for field in part.model_fields}
    columns = {f"{section}.{field}" for field, section in answer_fields().items()}
    assert columns | set(document_parts()) == fields
    assert not columns & set(document_parts())


def test_a_new_requisition_answers_nothing(alice: User) -> None:
    document = document_of(Requisition.objects.create(owner=alice))
    assert document.pay.currency is None
    assert document.role.employment is None
    assert document.organisation.authority is None


@pytest.mark.parametrize(
    ("section", "field", "value"),
    [
        ("role", "title", "x" * 301),
        ("role", "job_ad", "nul\x00"),
        ("scope", "first_projects", ["nul\x00"]),
        ("ml_today", "ds_count", 2**31),
        ("pay", "base_min", 0.001),
        ("pay", "base_min", 10**12),
        ("process", "stages", [{"type": "hm_screen", "minutes": 2**31}]),
    ],
)
def test_what_the_columns_cannot_hold_is_refused_whole(alice: User, section: str, field: str, value: Any) -> None:
    content = json.dumps({section: {field: value}, "growth": {"ladder": "mlops"}})
    requisition = Requisition(owner=alice)
    with pytest.raises(ValidationError) as caught:
        load(requisition, RequisitionDocument.model_validate_json(content))
    assert list(caught.value.message_dict) == [f"{section}.{field}"]
    assert not Requisition.objects.exists()


def test_the_published_schemas_are_current() -> None:
    folder = Path(__file__).parents[2] / "docs" / "schemas"
    for name, schema in schemas().items():
        assert json.loads((folder / name).read_text(encoding="utf-8")) == schema, f"{name}: run manage.py write_schemas"
