"""Planning interviews: the time of one plan, and 10,000 made-up requisitions."""

import gc
import json
import time

from assessments.planning import generate
from assessments.planning.json_form import plan_json
from benchmarks.documents import random_documents
from benchmarks.timing import cpu_ms, show
from hiring.document import RequisitionDocument
from hiring.presets.archetypes import ARCHETYPES

HOW_MANY = 10_000
SHOWN = (("junior", "infra_heavy"), ("senior", "balanced"), ("principal", "ml_heavy"))


def measure() -> None:
    """Print the time of three plans beside the floor of reading their documents, and plans per second."""
    print("Interview plans")
    for level, archetype in SHOWN:
        content = _requisition(level, archetype)
        document = RequisitionDocument.model_validate_json(content)
        floor = cpu_ms(lambda content=content: RequisitionDocument.model_validate_json(content), 300)
        plan = cpu_ms(lambda document=document: generate(document), 300)
        show(f"{level}, {archetype}", f"{plan:.2f} ms", f"5 ms; {plan / floor:.0f}x reading the document")
    documents = [RequisitionDocument.model_validate_json(content) for content in random_documents(HOW_MANY)]
    gc.freeze()  # The documents stand around; sweeping through them would be measured as planning.
    times = []
    started = time.process_time()
    for document in documents:
        before = time.process_time()
        plan_json(generate(document))
        times.append((time.process_time() - before) * 1000)
    seconds = time.process_time() - started
    show(f"plans a second, to JSON ({HOW_MANY:,} documents of every shape)", f"{HOW_MANY / seconds:,.0f}")
    times.sort()
    show("one plan, median / 99.9 %", f"{times[HOW_MANY // 2]:.2f} / {times[-HOW_MANY // 1000]:.1f} ms", "5 ms")


def _requisition(level: str, archetype: str) -> bytes:
    musts = [{"any_of": list(slot)} for slot in ARCHETYPES[archetype].must_haves]
    raw = {"role": {"level": level}, "scope": {"archetype": archetype, "must_haves": musts}}
    return json.dumps(raw).encode()
