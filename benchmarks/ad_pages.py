"""Job ads on the web: the public page, drafts and drift, and what a file costs to read."""

import gzip
import time

from django.test import RequestFactory

from benchmarks.timing import cpu_ms, show
from hiring.ad_files import text_of_file
from hiring.demo.seed import demo_document
from hiring.job_ad import read_ad_text
from hiring.job_ad.drift import differences
from hiring.job_ad.examples import EXAMPLES
from hiring.job_ad.writing import as_word, draft_of
from hiring.views.ad_check import ad_context, check_ad


def measure() -> None:
    """Print processor time and sizes."""
    print("Job ads on the web")
    document = demo_document("healthy_senior")
    text = draft_of(document).text
    five_kilobytes = (text + EXAMPLES[0].text + EXAMPLES[1].text)[:5_000]
    show("Check an ad, 5 KB: read, flag, mark", f"{cpu_ms(lambda: ad_context(five_kilobytes), 50):.1f} ms")
    request = RequestFactory().get("/check/", {"example": EXAMPLES[0].slug})
    page = check_ad(request).content
    show("Check an ad: the whole page", f"{cpu_ms(lambda: check_ad(request), 50):.1f} ms", "8 ms for 20 KB")
    show("its size, compressed", f"{len(gzip.compress(page)) / 1024:.1f} KB", "100 KB")
    show("draft of an ad", f"{cpu_ms(lambda: draft_of(document), 200):.2f} ms")
    show("ad against requisition", f"{cpu_ms(lambda: differences(read_ad_text(text), document), 100):.2f} ms")
    word = as_word(text, "MLOps Engineer")
    started = time.perf_counter()
    text_of_file(word, "advert.docx")
    show("a Word file, in a process of its own", f"{time.perf_counter() - started:.2f} s", "1 s")
