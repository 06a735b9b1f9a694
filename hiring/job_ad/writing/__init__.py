"""Writing the ad of a requisition: a draft in Markdown, the forms it goes out in, and what it says differently.

Pure: no Django, no clock. ``draft_of(document)`` writes; ``as_html``, ``as_word`` and ``job_posting`` turn a text into
what a job board takes; ``hiring.job_ad.drift`` holds a text against its requisition.
"""

from hiring.job_ad.writing.draft import FEWEST_WORDS, MOST_WORDS, Draft, draft_of
from hiring.job_ad.writing.page import as_html
from hiring.job_ad.writing.posting import PostingIncomplete, job_posting
from hiring.job_ad.writing.word import as_word

__all__ = [
    "FEWEST_WORDS",
    "MOST_WORDS",
    "Draft",
    "PostingIncomplete",
    "as_html",
    "as_word",
    "draft_of",
    "job_posting",
]
