"""Contacts on paper: a sheet each with everything that the pane shows, and a list of numbers."""

from __future__ import annotations

import html
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
)

from contactbook.domain import names
from contactbook.domain.contact import COMPANY
from contactbook.qtmodels import contact_links, contact_reads, field_reads
from contactbook.ui.contacts import contact_sections, link_sections
from contactbook.ui.editor.photo_scaling import image_of
from contactbook.ui.printing import paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.contact import Contact
    from contactbook.qtmodels.contact_reads import ListRow
    from contactbook.ui.book_session import BookSession

_MARGIN, _LINE = 18, 6.4
"""Millimetres: the edge of the paper, and a line of the list."""
_PHOTO = 900
"""Units of a side."""
_STYLE = """
    h1 { font-size: 180px; margin: 0 } p.job { font-size: 105px; color: #57606A; margin: 20px 0 0 0 }
    h2 { font-size: 95px; color: #57606A; margin: 140px 0 30px 0 }
    td { font-size: 100px; padding: 12px 0 } td.label { color: #57606A; padding-right: 120px }
"""
_LEFT_OUT = frozenset({"kept"})
"""Sections that say nothing to a reader of paper."""


class SheetPages:
    """A sheet for each contact, of as many pages as it needs."""

    def __init__(self, session: BookSession, ids: Sequence[int], page: tuple[float, float]) -> None:
        self._session, self._ids, self.size = session, ids, page
        self._document = lru_cache(maxsize=2)(self._made)

    @property
    def units(self) -> int:
        return len(self._ids)

    def pages_of(self, unit: int) -> int:
        return max(1, self._document(unit).pageCount())

    def paint(self, painter: QPainter, unit: int, page: int) -> None:
        area = self._area()
        painter.translate(area.left(), area.top() - page * area.height())
        part = QRectF(0, page * area.height(), area.width(), area.height())
        painter.setClipRect(part)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = part  # pyright: ignore[reportAttributeAccessIssue]
        # Paper is white, whatever the theme of the windows is.
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)  # pyright: ignore[reportAttributeAccessIssue]
        self._document(unit).documentLayout().draw(painter, context)

    def outlines(self) -> list[QRectF]:
        """Nothing is cut or torn."""
        return []

    def _area(self) -> QRectF:
        width, height = self.size
        edge = paper.units(_MARGIN)
        return QRectF(0, 0, paper.units(width), paper.units(height)).adjusted(edge, edge, -edge, -edge)

    def _made(self, unit: int) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(paper.font(10))
        document.setDefaultStyleSheet(_STYLE)
        document.setDocumentMargin(0)
        contact = contact_reads.contact_of(self._session.book, self._ids[unit])
        if contact is not None:
            photo = next(
                (image for one in contact.photos if not (image := image_of(one.data)).isNull()), None
            )
            if photo is not None:
                document.addResource(QTextDocument.ResourceType.ImageResource, QUrl("photo:"), photo)
            document.setHtml(self._html(contact, with_photo=photo is not None))
        document.setPageSize(QSizeF(self._area().size()))
        return document

    def _html(self, contact: Contact, *, with_photo: bool) -> str:
        book = self._session.book
        shown = contact_sections.sections(contact, field_reads.form_for(book, contact))
        shown = link_sections.with_links(shown, contact, contact_links.links_of(book, contact))
        job = ", ".join(
            part for part in (contact.job_title, contact.department, contact.organization) if part
        )
        head = f"<h1>{_safe(names.display_name(contact))}</h1>"
        if job and contact.kind != COMPANY:
            head += f"<p class='job'>{_safe(job)}</p>"
        if contact.tags:
            head += f"<p class='job'>{_safe(' · '.join(contact.tags))}</p>"
        if with_photo:
            picture = f"<img src='photo:' width='{_PHOTO}' height='{_PHOTO}'>"
            head = f"<table width='100%'><tr><td>{head}</td><td align='right'>{picture}</td></tr></table>"
        parts = [head]
        for section in shown:
            lines = [line for line in section.lines if line.link not in (link_sections.CHART,)]
            if section.key in _LEFT_OUT or not lines:
                continue
            rows = "".join(
                f"<tr><td class='label' width='28%'>{_safe(line.label)}</td><td>{_safe(line.text)}</td></tr>"
                for line in lines
            )
            parts.append(f"<h2>{_safe(section.title)}</h2><table width='100%'>{rows}</table>")
        way = "rtl" if _mirrored() else "ltr"
        return f"<html dir='{way}'><body>{''.join(parts)}</body></html>"


class PhonePages:
    """Names, phones, e-mails and towns, as many lines a page as it holds."""

    _SHARES = (0.30, 0.22, 0.28, 0.20)

    def __init__(
        self, session: BookSession, ids: Sequence[int], page: tuple[float, float], title: str
    ) -> None:
        self._session, self._ids, self.size, self._title = session, ids, page, title

    @property
    def units(self) -> int:
        return -(-len(self._ids) // self._per_page())

    def pages_of(self, unit: int) -> int:
        return 1

    def paint(self, painter: QPainter, unit: int, page: int) -> None:
        per_page = self._per_page()
        begin = unit * per_page
        rows = contact_reads.rows_of(self._session.book, self._ids[begin : begin + per_page])
        area = self._area()
        head = QRectF(area.left(), area.top() - paper.units(9), area.width(), paper.units(6))
        self._line(painter, head, [self._title, "", "", f"{unit + 1} / {self.units}"], bold=True)
        for at, row in enumerate(rows):
            top = area.top() + at * paper.units(_LINE)
            line = QRectF(area.left(), top, area.width(), paper.units(_LINE))
            painter.setPen(QPen(QColor("#D8DEE4"), 3))
            painter.drawLine(line.bottomLeft(), line.bottomRight())
            self._line(painter, line, _cells(row))

    def outlines(self) -> list[QRectF]:
        """Nothing is cut or torn."""
        return []

    def _per_page(self) -> int:
        return int(self._area().height() // paper.units(_LINE))

    def _area(self) -> QRectF:
        width, height = self.size
        edge = paper.units(_MARGIN)
        whole = QRectF(0, 0, paper.units(width), paper.units(height))
        return whole.adjusted(edge, edge + paper.units(9), -edge, -edge)

    def _line(self, painter: QPainter, line: QRectF, cells: Sequence[str], *, bold: bool = False) -> None:
        painter.setPen(QColor("#000000"))
        painter.setFont(paper.font(8.5, bold=bold))
        rtl = _mirrored()
        pairs = list(zip(cells, self._SHARES, strict=True))
        left = line.left()
        for cell, share in reversed(pairs) if rtl else pairs:
            width = line.width() * share
            box = QRectF(left, line.top(), width - paper.units(2), line.height())
            shown = QFontMetricsF(painter.font()).elidedText(cell, Qt.TextElideMode.ElideRight, box.width())
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(box, int(flags), shown)
            left += width


def _cells(row: ListRow) -> list[str]:
    name = row.display_name
    if row.organization and row.organization != name:
        name = f"{name}, {row.organization}"
    return [name, row.phone, row.email, row.locality]


def _mirrored() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
