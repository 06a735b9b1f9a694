"""Bands: previewing and publishing a set that 1,000 open requisitions depend on."""

import time
from decimal import Decimal

from django.core.management import call_command
from django.utils import timezone

from benchmarks.timing import show

REQUISITIONS = 1_000


def measure() -> None:
    """Print the time of a preview and of the change with the reviews that follow, from first to last requisition."""
    print(f"Bands ({REQUISITIONS:,} open requisitions)")
    call_command("migrate", verbosity=0)
    from accounts.demo import seed as people
    from accounts.models import User
    from compensation.demo import seed as bands
    from compensation.models import BandSet, Recheck
    from compensation.publishing import carry_out, preview
    from hiring.demo import seed as requisitions
    from hiring.models import Requisition

    for seed in (people, bands, requisitions):
        list(seed())
    carla, today = User.objects.get(email="carla@example.com"), timezone.localdate()
    demo = list(Requisition.objects.order_by("pk")[:3])
    Requisition.objects.bulk_create(
        Requisition(
            **{field.attname: getattr(row, field.attname) for field in row._meta.fields if not field.primary_key}
        )
        for place in range(REQUISITIONS - len(demo))
        for row in [demo[place % len(demo)]]
    )
    draft = BandSet.objects.get(status="published").copy_as_draft(percent=Decimal(25))

    started = time.perf_counter()
    made = preview(draft, "publish", carla, today)
    seconds = time.perf_counter() - started
    made.refresh_from_db()
    assert (made.state, made.total) == ("done", REQUISITIONS), (made.state, made.error)
    show("preview", f"{seconds:.1f} s", f"{len(made.effects)} requisitions would change; hold 30 s in the background")

    started = time.perf_counter()
    changed = carry_out(made, carla, today)
    seconds = time.perf_counter() - started
    work = Recheck.objects.get(pk=changed.recheck.pk)
    assert (work.state, work.total) == ("done", REQUISITIONS), (work.state, work.error)
    show("publishing, with the reviews of what changed", f"{seconds:.1f} s", f"{len(work.effects)} stored; hold 30 s")
