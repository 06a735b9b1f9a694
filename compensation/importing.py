"""A file of market data from a page: kept, looked at in the background, and only then stored."""

import gzip
from dataclasses import dataclass
from datetime import date, timedelta
from typing import IO, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from compensation.background import NO_PREVIEW, start
from compensation.market_data.as_json import sources_as_json
from compensation.market_data.lines import GZIP_START
from compensation.market_data.sources import active_sources
from compensation.market_data.storing import Stored
from compensation.market_data.taking_in import CHANGED_SINCE
from compensation.models import MarketUpload, Recheck

LARGEST_UPLOAD: Final = 20 * 1024 * 1024
"""Bytes as sent. Packed, the whole public file has a twentieth of it."""
KEPT: Final = timedelta(days=1)
"""How long a file waits for a decision."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file and what was said of it. ``name`` "" and ``as_of`` None: as the file itself says."""

    file: IO[bytes]
    file_name: str
    name: str = ""
    as_of: date | None = None
    active: bool = True


def preview(upload: Upload, by: User | None, today: date) -> Recheck:
    """Work out in the background what the file holds and what importing it would change. Forgets old files."""
    content = upload.file.read()
    with transaction.atomic():
        MarketUpload.objects.filter(made_at__lt=timezone.now() - KEPT).delete()
        made = Recheck(
            about=Recheck.About.FILE,
            kind=Recheck.Kind.PREVIEW,
            occasion=f"Preview: import “{upload.file_name}”",
            day=today,
            made_by=by,
        )
        start(made)
        MarketUpload.objects.create(
            recheck=made,
            content=content if content.startswith(GZIP_START) else gzip.compress(content, 1),
            file_name=upload.file_name,
            name=upload.name,
            as_of=upload.as_of,
            active=upload.active,
        )
    return made


def carry_out(preview: Recheck, by: User | None, today: date) -> Recheck:
    """Import the file that a finished preview of today has shown, in the background.

    Raises ValidationError when the preview does not show what would happen now.
    """
    with transaction.atomic():
        upload = MarketUpload.objects.select_for_update().defer("content").filter(recheck=preview).first()
        found = preview.found
        if not preview.usable(today) or upload is None or found.get("outcome") == "unchanged":
            raise ValidationError(NO_PREVIEW)
        if sources_as_json(active_sources()) != preview.before:
            raise ValidationError(CHANGED_SINCE)
        made = Recheck(
            about=Recheck.About.FILE,
            kind=Recheck.Kind.CHANGE,
            occasion=_occasion(found["name"]),
            before=preview.before,
            after=preview.after,
            found=found,
            day=today,
            made_by=by,
        )
        start(made)
        upload.recheck = made
        upload.save(update_fields=["recheck"])
    return made


def review_after(stored: Stored, today: date) -> Recheck | None:
    """Review in the background what an import without a preview has changed; None where no figure that is read has."""
    if stored.before == stored.after:
        return None
    return start(
        Recheck(
            about=Recheck.About.FILE,
            source=stored.source,
            kind=Recheck.Kind.CHANGE,
            occasion=_occasion(stored.source.name),
            before=stored.before,
            after=stored.after,
            day=today,
        )
    )


def _occasion(name: str) -> str:
    return f"Market data: “{name}” imported"
