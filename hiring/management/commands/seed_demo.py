"""`manage.py seed_demo`: people, bands and three requisitions to try things out with."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.module_loading import import_string


class Command(BaseCommand):
    """Seed the demo, whole or not at all; a second run changes nothing."""

    help = "Create demo people, published bands and three requisitions. Refuses outside of debug mode."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run every seed of settings.DEMO_SEEDS and print what it says."""
        if not settings.DEBUG:
            raise CommandError(
                "seed_demo is for trying things out; it refuses while PREFLIGHT_DEBUG is off", returncode=2
            )
        with transaction.atomic():
            for path in settings.DEMO_SEEDS:
                for line in import_string(path)():
                    self.stdout.write(line)
