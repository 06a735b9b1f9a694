"""Made-up requisition documents for measuring: every field drawn from the document's own schema."""

import json
import random
from typing import Any

from hiring.document import RequisitionDocument
from hiring.skills import SKILLS

SCHEMA = RequisitionDocument.model_json_schema()
SLUGS = [*SKILLS, "unheard-of tool", "Frobnicator 3"]
WORDS = (
    "deploy models pipeline automation retraining drift monitor scale infrastructure rollback Kubernetes Python team "
    "data scientists product you will own within 30 days rockstar fast-paced passionate DevOps for ML is a plus AWS "
    "and GCP required report to the platform lead latency 200 ms on-call shared and paid"
).split()
PLACES = ["CA", "NY", "CO", "IL", "TX", "WA", "ON", "", "XX"]


def random_documents(count: int, seed: int = 20261122) -> list[bytes]:
    """``count`` documents as JSON, the same for the same seed. One answer in five is left open."""
    rng = random.Random(seed)
    return [json.dumps(_object(rng, SCHEMA, "")).encode() for _ in range(count)]


def _object(rng: random.Random, schema: dict[str, Any], name: str) -> Any:
    if "$ref" in schema:
        return _object(rng, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], name)
    if "const" in schema:
        return schema["const"]
    if "anyOf" in schema:
        options = [option for option in schema["anyOf"] if option.get("type") != "null"]
        return None if rng.random() < 0.2 else _object(rng, rng.choice(options), name)
    if "enum" in schema:
        return rng.choice(schema["enum"])
    return _OF_TYPE[schema["type"]](rng, schema, name)


def _fields(rng: random.Random, schema: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: _object(rng, part, key) for key, part in schema["properties"].items()}


def _rows(rng: random.Random, schema: dict[str, Any], name: str) -> list[Any]:
    most = {"must_haves": 16, "any_of": 3, "stages": 7, "duties": 7}.get(name, 4)
    return [_object(rng, schema["items"], name) for _ in range(rng.randint(schema.get("minItems", 0), most))]


def _integer(rng: random.Random, schema: dict[str, Any], name: str) -> int:
    least = schema.get("minimum", 0)
    if name == "minutes":
        return rng.choice((0, 15, 30, 45, 60, 90, 180))
    return rng.choice((least, least + 1, rng.randint(least, 12), rng.randint(least, schema.get("maximum", 120))))


def _number(rng: random.Random, schema: dict[str, Any], name: str) -> float:
    if name in ("base_min", "base_max", "internal_mle_min", "internal_mle_max", "ds_cost", "mle_cost"):
        return rng.randrange(60_000, 320_000, 2_500)
    return round(rng.uniform(schema.get("minimum", 0), schema.get("maximum", 60)), rng.choice((0, 0, 1, 2)))


def _text(rng: random.Random, schema: dict[str, Any], name: str) -> str:
    if schema.get("format") == "date":
        return f"202{rng.randint(3, 6)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    if "pattern" in schema:
        return (
            rng.choice(("US", "US", "GB", "DE", "CA", "ZZ"))
            if "{2}" in schema["pattern"]
            else rng.choice(("USD", "USD", "EUR"))
        )
    if name in ("any_of", "competencies"):
        return rng.choice(SLUGS)
    if name == "region":
        return rng.choice(PLACES)
    if name == "scenario":
        return f"S{rng.randint(1, 18):02}"
    if name == "title":
        return rng.choice(("MLOps Engineer", "Senior DevOps Engineer", "ML Platform Lead", "Data Engineer", ""))
    return " ".join(rng.choices(WORDS, k=400 if name == "job_ad" else rng.randint(0, 14))) + "."


_OF_TYPE = {
    "object": _fields,
    "array": _rows,
    "integer": _integer,
    "number": _number,
    "string": _text,
    "boolean": lambda rng, schema, name: rng.random() < 0.5,
}
