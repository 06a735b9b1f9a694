"""The ad that came with a request: pasted or uploaded."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from hiring.ad_files import LARGEST_FILE, Refused, text_of_file, text_of_paste


def ad_of(request: HttpRequest) -> str:
    """The text of the ad in ``file`` or ``ad``; a file goes first. Raises Refused, saying what to do."""
    upload = request.FILES.get("file")
    if isinstance(upload, UploadedFile):
        if (upload.size or 0) > LARGEST_FILE:
            raise Refused(
                f"The file has {(upload.size or 0) / 1024 / 1024:.1f} MB; up to {LARGEST_FILE // 1024 // 1024} MB are "
                "taken. Save the advert alone, without pictures, or paste its text."
            )
        return text_of_file(upload.read(), upload.name or "")
    pasted = request.POST.get("ad", "")
    if not pasted.strip():
        raise Refused("Paste the text of an advert, or choose a file.")
    return text_of_paste(pasted)
