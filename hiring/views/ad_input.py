"""The ad that came with a request: pasted or uploaded."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from hiring.ad_files import Refused, refuse_larger, text_of_file, text_of_paste


def ad_of(request: HttpRequest) -> str:
    """The text of the ad in ``file`` or ``ad``; a file goes first. Raises Refused, saying what to do."""
    upload = request.FILES.get("file")
    if isinstance(upload, UploadedFile):
        refuse_larger(upload.size or 0)
        return text_of_file(upload.read(), upload.name or "")
    pasted = request.POST.get("ad", "")
    if not pasted.strip():
        raise Refused("Paste the text of an advert, or choose a file.")
    return text_of_paste(pasted)
