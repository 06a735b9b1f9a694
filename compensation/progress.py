"""How far background work is, written down where a page shows it, and the wish to cancel it."""

from django.utils import timezone

from compensation.models import Recheck


class Cancelled(Exception):
    """Somebody wants the work to stop."""


def tell(made: Recheck, *more: str) -> None:
    """Write down how far the work is, and these columns with it. Lists are written once, at the end."""
    made.touched_at = timezone.now()
    made.save(update_fields=["total", "done", "touched_at", *more])


def tell_and_listen(made: Recheck, *more: str) -> None:
    """As ``tell``. Raises Cancelled where somebody has asked for it."""
    tell(made, *more)
    if Recheck.objects.filter(pk=made.pk, cancel_asked=True).exists():
        raise Cancelled
