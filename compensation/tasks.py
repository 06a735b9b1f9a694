"""What compensation does in the background (settings.TASKS)."""

from django.tasks import task

from compensation.rechecking import run


@task()
def recheck(pk: int) -> None:
    """Do one re-check; its row holds progress and result."""
    run(pk)
