"""What has to be answered before there is a market figure."""

from hiring.facts.case import Case


def market_questions(case: Case) -> tuple[str, ...]:
    """The answers (JSON Pointers) without which no market figure can be had for this requisition."""
    if case.pay.currency is None:
        return ("/pay/currency",)
    unplaced = tuple(
        path
        for path, given in (("/role/level", case.role.level), ("/role/locations", case.role.locations))
        if not given
    )
    if unplaced:
        return unplaced
    if case.market is not None and case.market.currency != case.pay.currency:
        return ("/pay/currency",)
    return ("/role/locations",)
