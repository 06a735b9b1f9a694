"""Files in: each format gives the words a reader sees; everything else is turned away in words that help."""

import io
import time
import zipfile
import zlib
from collections.abc import Callable

import docx
import pytest
from docx.oxml import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from hiring.ad_files import LARGEST_FILE, LONGEST_AD, Refused, text_of_file, text_of_paste
from hiring.ad_files.pdf import unwrapped

AD = "Senior MLOps Engineer\n\nWhat you bring\n\n- Python\n- Kubernetes or Nomad"


def _word(build: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _pdf(html: str) -> bytes:
    content: bytes = HTML(string=html).write_pdf()
    return content


def _zip(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _refusal(content: bytes, name: str = "ad.txt") -> str:
    with pytest.raises(Refused) as refused:
        text_of_file(content, name)
    return str(refused.value)


# --- Text ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_usual_encoding(encoding: str) -> None:
    assert (
        text_of_file("Café “MLOps” team\r\n\r\n\r\n\r\nNext".encode(encoding), "ad.txt") == "Café “MLOps” team\n\nNext"
    )


def test_markdown_stays_as_it_is_written() -> None:
    text = "# MLOps Engineer\n\n- **Python**\n- a <b>tag</b> <p>or</p> <li>two</li> <p>x</p>"
    assert text_of_file(text.encode(), "ad.md") == text


def test_invisible_characters_are_dropped() -> None:
    assert text_of_paste("De\u00adploy\u200e mo\ufb01dels\x00\x07") == "Deploy mofidels"


# --- HTML ----------------------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head><title>Jobs</title><style>p{}</style><script>alert("no")</script></head>
<body onload="x()"><nav><a href="/">Home</a></nav><h1>MLOps &amp; more</h1><p>First <b>bold</b>
line.</p><p hidden>secret</p><p style="display: none">secret</p><ul><li>One</li><li><p>Two</p></li></ul>
<div>Third<br>Fourth</div><table><tr><td>Pay</td><td>100</td></tr></table><svg><text>secret</text></svg>
<script type="application/ld+json">{"secret": 1}</script></body></html>"""


def test_html_as_a_reader_sees_it() -> None:
    text = text_of_file(PAGE.encode(), "ad.html")
    assert [line for line in text.split("\n") if line] == [
        "MLOps & more",
        "First bold line.",
        "- One",
        "- Two",
        "Third",
        "Fourth",
        "Pay 100",
    ]


def test_pasted_source_of_a_page_is_read_as_a_page() -> None:
    assert text_of_paste("<p>One</p><ul><li>Two</li><li>Three</li></ul>") == "One\n\n- Two\n- Three"


def test_angle_brackets_in_plain_text_are_left_alone() -> None:
    text = "Latency < 50 ms and p99 > 20, see <https://example.org>"
    assert text_of_paste(text) == text


def test_broken_and_deep_html_is_bounded() -> None:
    start = time.process_time()
    text_of_file(b"<html><body><p>MLOps" + b"<div>" * 200_000 + b"x" + b"<li" * 50_000, "ad.html")
    assert time.process_time() - start < 10


# --- Word ----------------------------------------------------------------------------------------------------------


def test_word_with_headings_lists_and_tables() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_heading("Senior MLOps Engineer", 0)
        document.add_paragraph("A role.")
        document.add_paragraph("Python", style="List Bullet")
        document.add_table(1, 2).rows[0].cells[1].text = "in a table"

    text = text_of_file(_word(build), "ad.docx")
    assert [line for line in text.split("\n") if line] == ["Senior MLOps Engineer", "A role.", "- Python", "in a table"]


def test_word_leaves_out_what_was_deleted_and_keeps_what_was_inserted() -> None:
    def build(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph("Kept ")
        for tag, text in (("w:del", "deleted"), ("w:ins", "inserted")):
            change = OxmlElement(tag)
            run = paragraph.add_run(text)._r
            change.append(run)
            paragraph._p.append(change)

    assert text_of_file(_word(build), "ad.docx") == "Kept inserted"


def test_headers_and_footers_of_word_come_last_and_once() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("Data Engineer")
        first = document.sections[0]
        first.header.paragraphs[0].text = "Depots of the North"
        first.footer.paragraphs[0].text = "Salary: 60,000 to 70,000 euros"
        document.add_section()
        again = document.add_section().header
        again.is_linked_to_previous = False
        again.paragraphs[0].text = "Depots of the North"
        document.add_paragraph("You need Python.")

    lines = [line for line in text_of_file(_word(build), "ad.docx").split("\n") if line]
    assert lines == ["Data Engineer", "You need Python.", "Depots of the North", "Salary: 60,000 to 70,000 euros"]


def test_word_is_told_by_its_content_not_its_name() -> None:
    content = _word(lambda document: document.add_paragraph("A role.") and None)
    assert text_of_file(content, "advert.pdf") == "A role."


def test_a_zip_bomb_is_turned_away() -> None:
    bomb = _zip({"[Content_Types].xml": b"<x/>", "word/document.xml": b" " * (60 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    assert "unpacks to far more" in _refusal(bomb, "ad.docx")


def test_many_parts_are_turned_away() -> None:
    assert "unpacks to far more" in _refusal(_zip({f"word/{n}.xml": b"" for n in range(2_500)}), "ad.docx")


def test_entities_that_would_grow_are_not_unfolded() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("A role.")

    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    parts = {}
    with zipfile.ZipFile(io.BytesIO(_word(build))) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    body = parts["word/document.xml"].replace(b"A role.", b"A role. &e11;")
    head, _, rest = body.partition(b"?>")
    parts["word/document.xml"] = head + b"?><!DOCTYPE w [" + entities.encode() + b"]>" + rest
    start = time.perf_counter()
    try:
        text = text_of_file(_zip(parts), "ad.docx")
    except Refused:
        text = ""
    assert "lollol" not in text and time.perf_counter() - start < 60


# --- PDF -----------------------------------------------------------------------------------------------------------


def test_pdf_with_wrapped_lines_put_together() -> None:
    sentence = "We run models for people who grow apples and need to know about frost before the night begins."
    text = text_of_file(_pdf(f"<h1>MLOps Engineer</h1><p>{sentence} {sentence}</p>"), "ad.pdf")
    assert text.split("\n")[0] == "MLOps Engineer" and f"{sentence} {sentence}" in text


def test_a_scanned_pdf_says_so() -> None:
    assert "scan" in _refusal(_pdf("<svg width='99' height='99'><rect width='9' height='9'/></svg>"), "ad.pdf")


def test_a_locked_pdf_says_so() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_pdf("<p>MLOps Engineer</p>"))))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    assert "password" in _refusal(file.getvalue(), "ad.pdf")


def test_a_damaged_pdf_says_so() -> None:
    assert "paste the text" in _refusal(b"%PDF-1.7\n" + b"garbage " * 500, "ad.pdf")


def test_a_book_is_too_long() -> None:
    assert "up to 30 are read" in _refusal(_pdf("<p style='break-after:page'>A page of a book.</p>" * 32), "ad.pdf")


def test_a_pdf_that_unfolds_without_end_is_bounded() -> None:
    start = time.perf_counter()
    assert "too long or too much" in _refusal(_unfolding_pdf(10_000_000), "ad.pdf")
    assert time.perf_counter() - start < 60
    assert text_of_file(_unfolding_pdf(100), "ad.pdf") == "a" * 100


def _unfolding_pdf(times: int) -> bytes:
    """One page that writes a letter so many times: ten million take a hundred kilobytes."""
    stream = zlib.compress(b"(a) Tj " * times, 9)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 " + font + b">>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(stream) + stream + b"\nendstream",
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def test_lines_broken_by_the_page() -> None:
    assert unwrapped("Build pipelines that\nretrain models\n• Python\n•\nGo\nShort\nHeading") == (
        "Build pipelines that retrain models\n• Python\n• Go\nShort\nHeading"
    )


# --- What is none of these -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50, "old Word file"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"\x1f\x8b\x08" + b"\x00" * 50, "archive"),
        (b"\x7fELF" + bytes(range(256)) * 20, "not a text"),
        (b"PK\x03\x04" + b"\x00" * 80, "zip file"),
        (b"a" * (LARGEST_FILE + 1), "5 MB are taken"),
        (b"word " * (LONGEST_AD // 5 + 1), "200,000 are taken"),
    ],
)
def test_refusals_say_what_to_do(content: bytes, said: str) -> None:
    assert said in _refusal(content)


def test_ten_megabytes_are_refused_at_once() -> None:
    start = time.process_time()
    assert "10.0 MB" in _refusal(b"a" * (10 * 1024 * 1024), "ad.pdf")
    with pytest.raises(Refused):
        text_of_paste("a" * (10 * 1024 * 1024))
    assert time.process_time() - start < 2


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=2_000), st.sampled_from([".txt", ".html", ".md", ""]))
def test_any_bytes_give_a_text_or_a_refusal(content: bytes, suffix: str) -> None:
    if content.lstrip()[:5] == b"%PDF-" or content[:2] == b"PK":
        return
    try:
        text = text_of_file(content, f"ad{suffix}")
    except Refused as refused:
        assert str(refused)
    else:
        assert text.strip() and "\x00" not in text
