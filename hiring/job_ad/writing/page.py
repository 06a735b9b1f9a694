"""An ad as HTML: for a careers page, or for the description that a job board takes."""

from html import escape
from typing import Final

from hiring.job_ad.writing.markdown import Block, blocks_of

_TITLE_LEVEL: Final = 1


def as_html(text: str, title: str) -> str:
    """A whole page: one heading, sections, lists; no styles, no scripts. ``title`` names the page."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n{_body(text, headings=True)}</body>\n</html>\n"
    )


def as_description(text: str) -> str:
    """The inner part of a page with paragraphs and lists alone: the tags that Google reads in a JobPosting.

    The title is left out: a description may not repeat it.
    """
    return _body(text, headings=False)


def _body(text: str, *, headings: bool) -> str:
    lines: list[str] = []
    in_list = False
    for block in blocks_of(text):
        if in_list and block.kind != "bullet":
            lines.append("</ul>")
            in_list = False
        if block.kind == "bullet":
            if not in_list:
                lines.append("<ul>")
                in_list = True
            lines.append(f"<li>{_words(block, headings)}</li>")
        elif block.kind == "heading" and headings:
            lines.append(f"<h{block.level}>{_words(block, True)}</h{block.level}>")
        elif block.kind == "paragraph" or block.level > _TITLE_LEVEL:
            lines.append(f"<p>{_words(block, headings)}</p>")
    if in_list:
        lines.append("</ul>")
    return "".join(f"{line}\n" for line in lines)


def _words(block: Block, bold: bool) -> str:
    return "".join(
        f"<strong>{escape(run.text)}</strong>" if run.bold and bold else escape(run.text) for run in block.runs
    )
