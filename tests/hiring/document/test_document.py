"""The requisition document as a contract: what it accepts, refuses and keeps."""

import copy
import hashlib
import json
from decimal import Decimal

import jsonpatch
import pytest
import rfc8785
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from hiring.document import RequisitionDocument, as_answered, digest_of
from hiring.document.canonical import canonical_json
from hiring.document.pointer import MISSING, PatchRefused, patched, value_at
from tests.strategies import documents


def read(**sections: object) -> RequisitionDocument:
    return RequisitionDocument.model_validate_json(json.dumps(sections))


def test_an_empty_document_is_valid_and_unanswered() -> None:
    document = read()
    assert document.role.level is None
    assert document.scope.must_haves == ()
    assert document.organisation.authority is None


def test_money_is_exact_inside_and_a_json_number_outside() -> None:
    document = read(pay={"base_min": 150000.1, "base_max": 200000})
    assert document.pay.base_min == Decimal("150000.1")
    assert json.loads(document.model_dump_json())["pay"]["base_min"] == 150000.1
    assert '"base_max":200000,' in document.model_dump_json()


def test_null_differs_from_an_empty_list() -> None:
    assert read(organisation={"authority": []}).organisation.authority == ()
    assert read(organisation={"authority": None}).organisation.authority is None


@pytest.mark.parametrize(
    ("sections", "place"),
    [
        ({"role": {"level": "boss"}}, ("role", "level")),
        ({"role": {"boss": "me"}}, ("role", "boss")),
        ({"pay": {"base_min": "150000"}}, ("pay", "base_min")),
        ({"pay": {"base_min": -1}}, ("pay", "base_min")),
        ({"pay": {"currency": "usd"}}, ("pay", "currency")),
        ({"pay": {"benchmark_date": "June 2026"}}, ("pay", "benchmark_date")),
        ({"ml_today": {"ds_count": 1.5}}, ("ml_today", "ds_count")),
        ({"ml_today": {"ds_count": True}}, ("ml_today", "ds_count")),
        ({"ml_today": {"ds_infra_pct": 101}}, ("ml_today", "ds_infra_pct")),
        ({"ml_today": {"ds_infra_pct": True}}, ("ml_today", "ds_infra_pct")),
        ({"process": {"seats": 0}}, ("process", "seats")),
        ({"process": {"scorecard": 1}}, ("process", "scorecard")),
        ({"scope": {"must_haves": [{"any_of": []}]}}, ("scope", "must_haves", 0, "any_of")),
        ({"schema_version": 2}, ("schema_version",)),
    ],
)
def test_what_does_not_fit_is_refused_at_its_place(sections: dict[str, object], place: tuple[object, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        read(**sections)
    assert caught.value.errors()[0]["loc"] == place


def test_three_point_zero_is_a_whole_number() -> None:
    assert RequisitionDocument.model_validate_json('{"ml_today": {"ds_count": 3.0}}').ml_today.ds_count == 3


def test_the_digest_is_the_sha256_of_the_canonical_json() -> None:
    document = read(role={"title": "MLOps Engineer – Zürich"}, pay={"base_min": 1e21, "base_max": 0.1})
    canonical = rfc8785.dumps(json.loads(document.model_dump_json()))
    assert digest_of(document) == hashlib.sha256(canonical).hexdigest()


def test_the_digest_does_not_depend_on_order_or_number_form() -> None:
    one = RequisitionDocument.model_validate_json('{"pay": {"base_min": 150000, "base_max": 200000}}')
    other = RequisitionDocument.model_validate_json('{"pay": {"base_max": 2e5, "base_min": 150000.0}}')
    assert digest_of(one) == digest_of(other)
    assert digest_of(one) != digest_of(read(pay={"base_min": 150000, "base_max": 200001}))


def test_numbers_past_what_json_holds_exactly_still_have_a_digest() -> None:
    assert len(digest_of(read(ml_today={"models_in_prod": 10**40}))) == 64


PLAIN_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=("Cs",))),
    lambda children: st.lists(children) | st.dictionaries(st.text("abcz_09", min_size=1), children),
    max_leaves=12,
)


@given(PLAIN_JSON)
@example(1e16)
@example(1e-7)
@example(5.0)
@example([0.1, -0.0, 1e21, 123456789012345680.0])
@example({"b": '\x7f\u2028\x00é"/', "a": ["1e5", "x.0]"]})
def test_canonical_json_is_what_the_standard_says(value: object) -> None:
    assert canonical_json(value) == rfc8785.dumps(value)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_a_document_is_written_as_the_standard_says(document: RequisitionDocument) -> None:
    plain = json.loads(document.model_dump_json(), parse_int=_number_of_the_standard)
    assert canonical_json(document) == rfc8785.dumps(plain)


def _number_of_the_standard(digits: str) -> float | int:
    """A JSON number is a double: past 2**53 an integer is no more exact than that."""
    return int(digits) if abs(int(digits)) < 2**53 else float(digits)


def test_a_patch_changes_a_copy() -> None:
    document = read(scope={"degree": "phd"})
    changed = patched(document, [{"op": "replace", "path": "/scope/degree", "value": "none"}])
    assert (document.scope.degree, changed.scope.degree) == ("phd", "none")


LINES = [{"any_of": ["python"]}, {"any_of": ["aws", "gcp"], "years": 2.5}, {"any_of": ["kubernetes"]}]
GO = {"any_of": ["go"], "years": None}


@pytest.mark.parametrize(
    "patch",
    [
        [{"op": "add", "path": "/scope/must_haves/-", "value": GO}],
        [{"op": "add", "path": "/scope/must_haves/1", "value": GO}],
        [{"op": "add", "path": "/scope/must_haves/3", "value": GO}],
        [{"op": "remove", "path": "/scope/must_haves/2"}, {"op": "remove", "path": "/scope/must_haves/0"}],
        [{"op": "replace", "path": "/scope/must_haves/1/any_of/1", "value": "azure"}],
        [{"op": "replace", "path": "/scope/must_haves", "value": []}],
        [{"op": "remove", "path": "/scope/degree"}],
        [
            {"op": "add", "path": "/scope/nice_to_haves/-", "value": GO},
            {"op": "replace", "path": "/scope/nice_to_haves/0/years", "value": 3},
            {"op": "replace", "path": "/pay/base_max", "value": 190000.5},
            {"op": "replace", "path": "/process/posted_on", "value": "2026-11-01"},
        ],
        [
            {"op": "test", "path": "/scope/degree", "value": "phd"},
            {"op": "move", "from": "/scope/must_haves/0", "path": "/scope/nice_to_haves/0"},
        ],
        [{"op": "replace", "path": "/scope", "value": {"degree": "master"}}],
    ],
)
def test_a_patch_does_what_the_standard_says(patch: list[dict[str, object]]) -> None:
    document = read(scope={"must_haves": LINES, "degree": "phd"}, pay={"base_max": 180000})
    given = copy.deepcopy(patch)
    expected = jsonpatch.apply_patch(document.model_dump(mode="json"), patch)
    assert patched(document, patch) == RequisitionDocument.model_validate_json(json.dumps(expected))
    assert patch == given


def test_a_patch_leaves_a_tick_list_unanswered_that_it_does_not_touch() -> None:
    changed = patched(read(ml_today={"debt": "some"}), [{"op": "replace", "path": "/ml_today/debt", "value": "heavy"}])
    assert changed.ml_today.debt == "heavy"
    assert "crisis_signs" not in as_answered(changed)["ml_today"]


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "remove", "path": "/scope/must_haves/3"},
        {"op": "replace", "path": "/scope/must_haves/-", "value": GO},
        {"op": "add", "path": "/scope/must_haves/1", "value": GO},
        {"op": "add", "path": "/scope/must_haves/first", "value": GO},
        {"op": "add", "path": "/scope/degree/level", "value": "phd"},
        {"op": "add", "path": "/scope/colour", "value": "red"},
        {"op": "replace", "path": "/scope/years_min"},
        {"op": "burn", "path": "/scope/degree"},
        {"op": "replace", "path": "/scope/degree", "value": "doctor"},
        {"op": "test", "path": "/scope/degree", "value": "phd"},
        {"op": "add", "path": "/nowhere/at/all", "value": 1},
    ],
)
def test_a_patch_that_does_not_fit_is_refused(operation: dict[str, object]) -> None:
    with pytest.raises(PatchRefused):
        patched(read(), [operation])


def test_a_pointer_finds_values_and_says_when_there_are_none() -> None:
    data = read(scope={"must_haves": [{"any_of": ["python"]}]}).model_dump(mode="json")
    assert value_at(data, "/scope/must_haves/0/any_of") == ["python"]
    assert value_at(data, "/role/level") is None
    assert value_at(data, "/scope/must_haves/4") is MISSING
