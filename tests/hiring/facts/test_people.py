"""How many people there are, and whether the hire stands alone."""

import pytest

from hiring.facts.case import Case
from tests.hiring.mistakes.build import case


def staffed(ds: int | None, mle: int | None, mlops: int | None = None, planned: int | None = None) -> Case:
    return case(
        ml_today={"ds_count": ds, "mle_count": mle, "mlops_count": mlops}, growth={"planned_mlops_12m": planned}
    )


def test_ml_people_need_both_answers() -> None:
    assert staffed(3, 4).ml_people == 7
    assert staffed(3, None).ml_people is None
    assert staffed(None, 4).ml_people is None


@pytest.mark.parametrize(
    ("mlops", "planned", "solo"),
    [(0, 0, True), (1, 0, False), (0, 1, False), (2, None, None), (None, 2, None), (0, None, None), (None, 0, None)],
)
def test_one_colleague_today_or_planned_is_company(mlops: int | None, planned: int | None, solo: bool | None) -> None:
    assert staffed(0, 0, mlops, planned).solo is solo
