"""The words of an HTML message: nothing of it is ever shown, run or fetched as HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "svg"})
_ODD_SECTION = re.compile(r"<!\[(?!CDATA\[)[^>]*>?", re.IGNORECASE)
"""What Word writes for its own readers; the parser of the standard library gives up at some of it."""
_NEW_LINE = frozenset(
    {"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "hr", "pre"}
)
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._unseen = 0  # the end of the head need not be written (HTML 13.1.2.4)
        elif tag in _UNSEEN:
            self._unseen += 1
        elif tag in _NEW_LINE:
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")
        if tag == "blockquote":
            self.parts.append("\n> ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _NEW_LINE and tag not in ("br", "hr"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data.replace("\n", " "))


def text_of(html: str) -> str:
    """The text that a reader of the message sees, a line for each paragraph."""
    words = _Words()
    words.feed(_ODD_SECTION.sub("", _without_comments(html)))
    words.close()
    lines = [_BLANKS.sub(" ", line).strip() for line in "".join(words.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_comments(html: str) -> str:
    """One that does not end runs to the end, as for a browser."""
    kept: list[str] = []
    at = 0
    while (begin := html.find("<!--", at)) >= 0:
        kept.append(html[at:begin])
        end = html.find("-->", begin + 2)  # "<!-->" is a whole one
        if end < 0:
            return "".join(kept)
        at = end + 3
    return "".join([*kept, html[at:]])
