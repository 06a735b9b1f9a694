"""Reading job ads: what an ad says, in values that carry the place of their words. Pure: no Django, no network.

``read_ad_text(text, title)`` reads; ``flags_of(ad, today)`` says what the ad alone gets wrong; ``as_json(ad, flags)``
is the published form; ``document_of(ad)`` is the requisition it amounts to.
"""

from hiring.job_ad.ad import AdFlag, AdSlot, JobAd, PayRange, Place, Said, YearsClaim
from hiring.job_ad.as_document import document_of
from hiring.job_ad.flags import flags_of
from hiring.job_ad.json_form import JobAdJson, as_json
from hiring.job_ad.reader import read_ad_text
from hiring.prose.spans import Section, Span

__all__ = [
    "AdFlag",
    "AdSlot",
    "JobAd",
    "JobAdJson",
    "PayRange",
    "Place",
    "Said",
    "Section",
    "Span",
    "YearsClaim",
    "as_json",
    "document_of",
    "flags_of",
    "read_ad_text",
]
