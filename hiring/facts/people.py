"""How many people there are, and whether this hire will stand alone."""

from hiring.document import Growth, MlToday


def ml_people(ml_today: MlToday) -> int | None:
    """Data scientists and ML engineers today; None where one of the two is not answered."""
    if ml_today.ds_count is None or ml_today.mle_count is None:
        return None
    return ml_today.ds_count + ml_today.mle_count


def ml_people_at_least(ml_today: MlToday) -> int:
    """The fewest data scientists and ML engineers that the answers given allow."""
    return (ml_today.ds_count or 0) + (ml_today.mle_count or 0)


def missing_ml_people(ml_today: MlToday) -> tuple[str, ...]:
    """JSON Pointers of the unanswered questions behind ``ml_people``."""
    paths = []
    if ml_today.ds_count is None:
        paths.append("/ml_today/ds_count")
    if ml_today.mle_count is None:
        paths.append("/ml_today/mle_count")
    return tuple(paths)


def solo(ml_today: MlToday, growth: Growth) -> bool | None:
    """Whether this hire will be the only MLOps engineer a year from now; None where that is open.

    A sum with a missing part is unknown, even where the part that is given says enough.
    """
    today, planned = ml_today.mlops_count, growth.planned_mlops_12m
    return None if today is None or planned is None else today + planned == 0
