"""The PDF: what is in it, and that nothing else is needed to make it."""

import io
import json
import re
import socket

import pytest
from pypdf import PdfReader, PdfWriter

from assessments.plan.attachment import read_attachment
from assessments.plan.pdf import Paper, render_pdf
from assessments.plan.rendering import document_json, plan_pdf
from hiring.cli.reading import BadInput
from hiring.document import RequisitionDocument
from tests.assessments.plans import DAY, demo, plan_of

POINT = 25.4 / 72
"""Millimetres."""


def pdf_of(document: RequisitionDocument, paper: Paper = "a4") -> bytes:
    return plan_pdf(plan_of(document), document, DAY, paper)


@pytest.fixture(scope="module")
def healthy() -> bytes:
    return pdf_of(demo())


def test_same_input_gives_the_same_bytes(healthy: bytes) -> None:
    assert pdf_of(demo()) == healthy


def test_it_is_tagged_for_readers_who_listen(healthy: bytes) -> None:
    root = PdfReader(io.BytesIO(healthy)).root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert re.search(rb"pdfuaid:part(=\"|>)1", root["/Metadata"].get_object().get_data())


def test_sections_are_there_as_bookmarks_in_order(healthy: bytes) -> None:
    outline = PdfReader(io.BytesIO(healthy)).outline
    titles = [entry.title for entry in outline[1] if not isinstance(entry, list)]
    assert [title for title in titles if title != "At a glance"] == [name for _, name in plan_of(demo()).contents]


def test_each_page_carries_its_number_and_the_verdict() -> None:
    reader = PdfReader(io.BytesIO(pdf_of(demo("startup_unicorn"))))
    total = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert f"{number} of {total}" in text
        assert "Not ready: do not post" in text


def test_a_ready_plan_says_ready_on_each_page(healthy: bytes) -> None:
    for page in PdfReader(io.BytesIO(healthy)).pages:
        assert "Ready" in page.extract_text()
        assert "Not ready" not in page.extract_text()


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("letter", (216, 279))])
def test_both_papers(paper: Paper, size: tuple[int, int]) -> None:
    box = PdfReader(io.BytesIO(pdf_of(RequisitionDocument(), paper))).pages[0].mediabox
    assert (round(float(box.width) * POINT), round(float(box.height) * POINT)) == size


def test_the_requisition_comes_back_out(healthy: bytes) -> None:
    content = read_attachment(healthy)
    assert content == document_json(demo())
    assert RequisitionDocument.model_validate_json(content) == demo()


def test_only_bundled_fonts_are_in_it(healthy: bytes) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in PdfReader(io.BytesIO(healthy)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert {name.partition("-Pro")[0] for name in fonts} == {"Source-Sans", "Source-Serif"}


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the network was asked")

    secret = tmp_path_factory.mktemp("files") / "secret.txt"
    secret.write_text("a secret of this machine")
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    page = (
        '<html lang="en"><title>t</title><body><img alt="" src="http://example.org/x.png">'
        f'<img alt="" src="{secret.as_uri()}"><a rel="attachment" href="{secret.as_uri()}">x</a>'
        '<link rel="stylesheet" href="http://example.org/x.css"></body></html>'
    )
    pdf = render_pdf(page, b"{}", DAY, "a4")
    assert list(PdfReader(io.BytesIO(pdf)).attachments) == ["requisition.json"]


@pytest.mark.parametrize(
    "sections",
    [
        {"role": {"title": "机器学习 مهندس Инженер \x01 " + "x" * 500}},
        {"process": {"stages": [{"type": "references", "minutes": 2_147_483_647, "day": n + 1} for n in range(60)]}},
        {"scope": {"must_haves": [{"any_of": ["W" * 3000]}] * 15, "first_projects": ["long " * 5000]}},
    ],
    ids=["foreign", "sixty stages", "long"],
)
def test_strange_requisitions_still_make_a_pdf(sections: dict[str, dict[str, object]]) -> None:
    document = RequisitionDocument.model_validate_json(json.dumps(sections))
    assert RequisitionDocument.model_validate_json(read_attachment(pdf_of(document))) == document


def pdf_with(name: str, content: bytes) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment(name, content)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("pdf", "said"),
    [
        (b"%PDF-1.7\nnothing of the kind", "cannot be read"),
        (b"%PDF-", "cannot be read"),
        (pdf_with("other.json", b"{}"), "not a hiring plan"),
    ],
)
def test_other_pdfs_are_refused_in_one_line(pdf: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        read_attachment(pdf)
    assert "\n" not in str(refused.value)


def test_an_attachment_of_another_making_is_read_as_it_is() -> None:
    assert json.loads(read_attachment(pdf_with("requisition.json", b'{"role": {"title": "x"}}'))) == {
        "role": {"title": "x"}
    }
