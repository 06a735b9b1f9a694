"""Changing what is in force: a preview first, then the change, then the reviews of what it touches."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db import transaction

from accounts.models import User
from compensation.background import NO_PREVIEW, start
from compensation.book import BandBook
from compensation.models import BandSet, NotPublishable, Recheck, Status

type Change = Literal["publish", "retire"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A change that has been made: the set that is no longer in force, and the reviews that follow."""

    retired: BandSet | None
    recheck: Recheck


def preview(band_set: BandSet, change: Change, by: User | None, today: date) -> Recheck:
    """Work out in the background what publishing or retiring the set would change.

    Raises NotPublishable where the change is not possible at all.
    """
    _possible(band_set, change)
    before, after = book_in_force(band_set, today), band_set.book() if change == "publish" else None
    return start_of_bands(band_set, Recheck.Kind.PREVIEW, f"Preview: {change} “{band_set}”", before, after, by, today)


def carry_out(preview: Recheck, by: User | None, today: date) -> Changed:
    """Make the change that a finished preview of today has shown.

    Raises NotPublishable when the preview does not show what would happen now: it is unfinished, of another day, or
    one of the sets has been changed since.
    """
    with transaction.atomic():
        band_set = BandSet.objects.select_for_update().get(rechecks=preview)
        change: Change = "publish" if preview.after else "retire"
        _possible(band_set, change)
        if not preview.usable(today):
            raise NotPublishable(NO_PREVIEW)
        before, after = book_in_force(band_set, today), (band_set.book() if preview.after else None)
        if (before and before.as_json(), after and after.as_json()) != (preview.before, preview.after):
            raise NotPublishable("The bands have changed since the preview was made. Look at a new one.")
        if change == "publish":
            retired = band_set.publish(by, today)
        else:
            band_set.retire(today)
            retired = band_set
        what = "published" if change == "publish" else "retired"
        work = start_of_bands(band_set, Recheck.Kind.CHANGE, f"Bands “{band_set}” {what}", before, after, by, today)
    return Changed(retired, work)


def roll_back(band_set: BandSet, today: date) -> BandSet:
    """A draft with the bands that this published set replaced, ready to be previewed and published.

    Raises NotPublishable when the set is not in force or replaced nothing.
    """
    if band_set.status != Status.PUBLISHED:
        raise NotPublishable(f"“{band_set}” is {band_set.status}; only a published set can be rolled back.")
    if band_set.replaced is None:
        raise NotPublishable(f"“{band_set}” replaced no other set: there is nothing to go back to.")
    return band_set.replaced.copy_as_draft(effective_from=today)


def start_of_bands(
    band_set: BandSet,
    kind: Recheck.Kind,
    occasion: str,
    before: BandBook | None,
    after: BandBook | None,
    by: User | None,
    today: date,
) -> Recheck:
    """Judge the requisitions of the set's country and currency under both sets, in the background."""
    compared = {"before": before and before.as_json(), "after": after and after.as_json()}
    return start(Recheck(band_set=band_set, kind=kind, occasion=occasion, day=today, made_by=by, **compared))


def book_in_force(band_set: BandSet, today: date) -> BandBook | None:
    """What the published set of the same country and currency says today; None where none is in effect."""
    found = band_set.in_force()
    if found is None or found.effective_from > today or (found.effective_to and found.effective_to < today):
        return None
    return found.book()


def _possible(band_set: BandSet, change: Change) -> None:
    if change == "publish":
        if band_set.status != Status.DRAFT:
            raise NotPublishable(f"“{band_set}” is {band_set.status}; only a draft can be published.")
        if faults := band_set.objections():
            raise NotPublishable([f"“{band_set}”: {fault.message}" for fault in faults])
    elif band_set.status != Status.PUBLISHED:
        raise NotPublishable(f"“{band_set}” is {band_set.status}; only a published set can be retired.")
