"""What compensation does in the background (settings.TASKS)."""

from django.tasks import task

from compensation.market_data.rereviewing import review_again
from compensation.rechecking import run


@task()
def recheck(pk: int) -> None:
    """Do one re-check; its row holds progress and result."""
    run(pk)


@task()
def review_all(occasion: str) -> int:
    """Review every requisition against the market figures as they are now; gives the number that changed."""
    return review_again(occasion)
