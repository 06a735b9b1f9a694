"""The text of a web page as a reader sees it: no scripts, no styles, nothing hidden; one line for each block."""

from typing import Any, Final

from lxml import etree

_SKIPPED: Final = frozenset(
    "script style template noscript svg math head title iframe object embed canvas select option button textarea "
    "audio video map nav dialog".split()
)
"""What a reader does not see as text of the page."""

_BLOCKS: Final = frozenset(
    "p div section article aside header footer main ul ol dl dt dd table tr blockquote pre figure address form "
    "fieldset hr".split()
)
"""What stands on lines of its own."""

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def text_of_html(source: str) -> str:
    """The words of a page. List items begin with ``- ``; headings and paragraphs stand apart. Nothing is run."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    cleaned = source.replace("\x00", "").encode("utf-8", "ignore")
    if not cleaned.strip():
        return ""
    root = etree.fromstring(cleaned, parser)
    return "" if root is None else _Page().read(root)


class _Page:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[str] = []
        self.item = False

    def read(self, root: Any) -> str:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if _is_hidden(element):
                    walk.skip_subtree()
                    continue
                self._open(element.tag)
                self._say(element.text, element.tag == "pre")
            else:
                if not _is_hidden(element):
                    self._close(element.tag)
                self._say(element.tail, False)
        self._end_line()
        return "\n".join(self.lines)

    def _open(self, tag: str) -> None:
        if tag == "br":
            self._end_line()
        elif tag == "li":
            self._end_line()
            self.item = True
        elif tag in _HEADINGS or tag == "p":
            self._end_line()
            if not self.item:
                self.lines.append("")
        elif tag in _BLOCKS:
            self._end_line()

    def _close(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.words.append(" ")
        elif tag == "li":
            self._end_line()
            self.item = False
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._end_line()
            if tag in ("p", "ul", "ol"):
                self.lines.append("")

    def _say(self, text: str | None, as_written: bool) -> None:
        if not text:
            return
        if as_written:
            for line in text.split("\n"):
                self.words.append(line)
                self._end_line()
        else:
            self.words.append(text)

    def _end_line(self) -> None:
        line = " ".join("".join(self.words).split())
        self.words.clear()
        if line:
            self.lines.append(f"- {line}" if self.item else line)
            self.item = False


def _is_hidden(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
