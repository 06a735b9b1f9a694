"""Documents, markets and cases for the tests of the mistakes, in as few words as a test can bear."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import jsonpatch

from hiring.checking import CLEAR, OFF, Fired, Missing, Mistake, Outcome, Severity
from hiring.document import RequisitionDocument
from hiring.facts.bank import EMPTY_BANK, BankIndex
from hiring.facts.case import Case
from hiring.market import Market

TODAY = date(2026, 11, 22)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {value!r}")


def doc(**sections: Any) -> RequisitionDocument:
    """A document from sections in JSON form, e.g. ``doc(role={"level": "senior"}, pay={"base_min": 150000})``."""
    return RequisitionDocument.model_validate_json(json.dumps(sections, default=_plain))


def slots(*lines: str) -> list[dict[str, Any]]:
    """Requirement lines in JSON form; alternatives are joined by ``|``: ``slots("python", "aws|gcp")``."""
    return [{"any_of": line.split("|")} for line in lines]


def case(
    document: RequisitionDocument | dict[str, Any] | None = None,
    market: Market | None = None,
    today: date = TODAY,
    bank: BankIndex | None = None,
    **sections: Any,
) -> Case:
    """A case from a document, from a dictionary of sections, or from sections as keyword arguments."""
    if not isinstance(document, RequisitionDocument):
        document = doc(**{**(document or {}), **sections})
    elif sections:
        raise TypeError("give a document or sections, not both")
    return Case(document, today=today, market=market, bank=bank or EMPTY_BANK)


def percentiles(p50: float, n: int = 40, basis: str = "data") -> dict[str, Any]:
    """Percentiles around a median: p10 .8, p25 .9, p75 1.1 and p90 1.2 times as much."""
    exact = Decimal(str(p50))
    factors = {"p10": "0.8", "p25": "0.9", "p50": "1", "p75": "1.1", "p90": "1.2"}
    return {**{key: float(exact * Decimal(factor)) for key, factor in factors.items()}, "n": n, "basis": basis}


def market(
    p50: float = 180_000,
    *,
    mle_p50: float | None = None,
    devops_p50: float | None = None,
    n: int = 40,
    mle_n: int | None = None,
    currency: str = "USD",
    families: dict[str, dict[str, Any]] | None = None,
    **others: Any,
) -> Market:
    """A market whose percentiles lie around ``p50`` (MLOps); the other families are left out unless given.

    ``families`` replaces all of them; ``others`` are fields of ``Market``: ``own_band``, ``internal_mle``...
    """
    if families is None:
        families = {"mlops": percentiles(p50, n)}
        if mle_p50 is not None:
            families["ml_engineer"] = percentiles(mle_p50, mle_n if mle_n is not None else n)
        if devops_p50 is not None:
            families["devops"] = percentiles(devops_p50, n)
    raw = {"currency": currency, "as_of": date(2025, 8, 3), "families": families, **others}
    return Market.model_validate_json(json.dumps(raw, default=_plain))


def outcome(mistake: Mistake, trigger_id: str, a_case: Case) -> Outcome:
    """What one trigger of a mistake answers for a case."""
    (found,) = (trigger for trigger in mistake.triggers if trigger.id == trigger_id)
    return found.check(a_case)


def fired(mistake: Mistake, trigger_id: str, a_case: Case) -> Fired:
    """The flag that a trigger raises. The test fails where it raises none."""
    result = outcome(mistake, trigger_id, a_case)
    assert isinstance(result, Fired), f"{trigger_id} did not fire: {result}"
    (found,) = (trigger for trigger in mistake.triggers if trigger.id == trigger_id)
    assert result.severity in found.severities, f"{trigger_id} does not declare {result.severity.word}"
    assert result.evidence, f"{trigger_id} fires without evidence"
    assert "{" not in result.message + result.fix, f"{trigger_id} left a placeholder unfilled"
    return result


def severity_of(mistake: Mistake, trigger_id: str, a_case: Case) -> Severity | None:
    """The severity of the flag, or None where the trigger does not fire."""
    result = outcome(mistake, trigger_id, a_case)
    return fired(mistake, trigger_id, a_case).severity if isinstance(result, Fired) else None


def is_clear(mistake: Mistake, trigger_id: str, a_case: Case) -> bool:
    """Whether the trigger was checked and has nothing to say."""
    return outcome(mistake, trigger_id, a_case) is CLEAR


def is_off(mistake: Mistake, trigger_id: str, a_case: Case) -> bool:
    """Whether the trigger does not apply."""
    return outcome(mistake, trigger_id, a_case) is OFF


def missing(mistake: Mistake, trigger_id: str, a_case: Case) -> tuple[str, ...]:
    """The questions that keep a trigger from being decided. The test fails where it was decided."""
    result = outcome(mistake, trigger_id, a_case)
    assert isinstance(result, Missing), f"{trigger_id} was decided: {result}"
    assert result.paths, f"{trigger_id} names no missing question"
    return result.paths


def after_patch(a_case: Case, flag: Fired) -> Case:
    """The same case after the flag's patch was applied to its document."""
    assert flag.patch, "the flag offers no patch"
    patched = jsonpatch.apply_patch(a_case.document.model_dump(mode="json"), [dict(op) for op in flag.patch])
    document = RequisitionDocument.model_validate_json(json.dumps(patched))
    return Case(document, today=a_case.today, market=a_case.market, bank=a_case.bank)
