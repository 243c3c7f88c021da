"""Printing from the window by keys: the preview, who is left out, the PDF; and what lands on the paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from contactbook.actions import book_options, editing, printing, undoing
from contactbook.domain import stationery
from contactbook.domain.contact import Address, Contact, ContactDate
from contactbook.domain.postal import Piece
from contactbook.settings import declarations
from contactbook.ui.printing import paper, print_form
from contactbook.ui.printing.address_pages import EnvelopePages, LabelPages
from contactbook.ui.printing.contact_pages import PhonePages, SheetPages
from contactbook.ui.printing.print_dialog import PrintDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow
    from contactbook.ui.printing.paper import Pages

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "Wissenschaftlich-Technische Gesellschaft für Fernwärmeversorgung im Großraum Graz-Umgebung mbH"
DOTS = 72


def opened(window: MainWindow, qtbot: QtBot) -> PrintDialog:
    window.activateWindow()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_P, CTRL)
    dialog = next(one for one in window.findChildren(PrintDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.pages is not None)
    return dialog


def choose(dialog: PrintDialog, kind: str, qtbot: QtBot) -> None:
    """By keys, as a person goes down the list."""
    dialog.form.kind.setFocus()
    while dialog.form.what != kind:
        aim = dialog.form.kind.findData(kind)
        down = aim > dialog.form.kind.currentIndex()
        QTest.keyClick(dialog.form.kind, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    before = dialog.pages
    qtbot.waitUntil(lambda: dialog.pages is not before)


def ink(pages: Pages, unit: int = 0, page: int = 0) -> QImage:
    """A page in black and white at 72 dots an inch."""
    width, height = (round(side / 25.4 * DOTS) for side in pages.size)
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(DOTS / paper.UNITS, DOTS / paper.UNITS)
    pages.paint(painter, unit, page)
    painter.end()
    return image


def has_ink(image: QImage, box: QRectF) -> bool:
    part = image.copy((box if box.isValid() else QRectF(image.rect())).toRect())
    return any(part.pixelColor(x, y).value() < 200 for x in range(part.width()) for y in range(part.height()))


def dots(box: stationery.Box) -> QRectF:
    factor = DOTS / 25.4
    return QRectF(box.left * factor, box.top * factor, box.width * factor, box.height * factor)


def labels(lines: Sequence[str], first: int = 0, sheet: str = "a4-3x8") -> LabelPages:
    return LabelPages([Piece(1, tuple(lines))], stationery.label_sheet(sheet), first)


@pytest.mark.parametrize("sheet", [one.key for one in stationery.LABEL_SHEETS])
@pytest.mark.parametrize(
    "lines", [("Ada", "X 1", "1000 Y"), (LONG, LONG, LONG, "8010 Graz", "AUSTRIA"), ("محمد علي", "القاهرة")]
)
def test_a_label_keeps_within_its_edges(qtbot: QtBot, lines: tuple[str, ...], sheet: str) -> None:
    chosen = stationery.label_sheet(sheet)
    image = ink(labels(lines, first=4, sheet=sheet))
    box = dots(chosen.box(4))
    assert has_ink(image, box)
    painter = QPainter(image)
    painter.fillRect(box.adjusted(-1, -1, 1, 1), Qt.GlobalColor.white)
    painter.end()
    assert not has_ink(image, QRectF())


def test_labels_run_on_from_the_first_free_one(qtbot: QtBot) -> None:
    sheet = stationery.label_sheet("letter-5160")
    pages = LabelPages([Piece(at, ("Ada", f"Street {at}")) for at in range(31)], sheet, 29)
    assert pages.units == 2
    first, second = ink(pages), ink(pages, 1)
    assert [has_ink(first, dots(sheet.box(place))) for place in (0, 28, 29)] == [False, False, True]
    assert [has_ink(second, dots(sheet.box(place))) for place in (0, 29)] == [True, True]


def test_an_envelope_has_the_sender_only_when_one_is_given(qtbot: QtBot) -> None:
    envelope = stationery.envelope("dl")
    pieces = [Piece(1, ("Ada", "X 1"))]
    assert has_ink(ink(EnvelopePages(pieces, envelope, "Me\nHere 1")), dots(envelope.sender))
    plain = ink(EnvelopePages(pieces, envelope, " \n"))
    assert not has_ink(plain, dots(envelope.sender))
    assert has_ink(plain, dots(envelope.recipient))


def test_the_dialog_shows_labels_and_who_is_left_out(sample_window: MainWindow, qtbot: QtBot) -> None:
    book = sample_window.session.book
    gone = Address(street="Gone 1", locality="Wien", label="old")
    dead = Contact(given="Late", family="Friend", addresses=[Address(street="A 1", locality="B")])
    dead.dates = [ContactDate("2024", "death")]
    for one in (Contact(given="Moved", family="Away", addresses=[gone]), dead):
        sample_window.session.announce(editing.add_contact(book, one))
    qtbot.waitUntil(lambda: not sample_window.session.tasks.busy)
    dialog = opened(sample_window, qtbot)
    said = dialog.left_out.words.text()
    assert "1 has only an address marked as old" in said
    assert "1 is dead" in said
    rows = [dialog.left_out.list.item(row).text() for row in range(dialog.left_out.list.count())]
    assert "Late Friend: dead" in rows
    assert dialog.preview.words() == "1 of 2"
    dialog.preview.setFocus()
    QTest.keyClick(dialog.preview, Qt.Key.Key_PageDown)
    assert dialog.place.text() == "2 of 2"
    QTest.keyClick(dialog.preview, Qt.Key.Key_Home)
    assert dialog.place.text() == "1 of 2"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sample_window.findChildren(PrintDialog))


@pytest.mark.parametrize(
    ("kind", "box"),
    [
        (print_form.LABELS, "[0 0 595 842]"),
        (print_form.SHEETS, "[0 0 595 842]"),
        (print_form.PHONES, "[0 0 595 842]"),
        (print_form.ENVELOPES, "[0 0 624 312]"),
    ],
)
def test_a_pdf_has_the_pages_of_the_preview(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, kind: str, box: str
) -> None:
    dialog = opened(sample_window, qtbot)
    if kind != print_form.LABELS:
        choose(dialog, kind, qtbot)
    pages = dialog.pages
    assert pages is not None
    expected = sum(pages.pages_of(unit) for unit in range(pages.units))
    with qtbot.waitSignal(sample_window.printing.run.finished) as done:
        dialog.pdf_button.click()
        files = next(one for one in dialog.findChildren(QFileDialog))
        files.fileSelected.emit(str(tmp_path / "out.pdf"))
        files.close()
    assert done.args == [expected]
    written = (tmp_path / "out.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b(?!s)", written)) == expected
    boxes = {found.decode() for found in re.findall(rb"/MediaBox (\[[^\]]*\])", written)}
    assert {re.sub(r"\.\d+", "", found) for found in boxes} == {box}
    assert (tmp_path / "out.pdf").stat().st_mode & 0o077 == 0
    qtbot.waitUntil(lambda: not sample_window.findChildren(PrintDialog))


def test_the_sender_stays_in_the_book_and_the_rest_on_the_computer(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(sample_window, qtbot)
    choose(dialog, print_form.ENVELOPES, qtbot)
    dialog.form.sender_text.setFocus()
    QTest.keyClicks(dialog.form.sender_text, "Nordlicht, Hafen 4")
    dialog.pdf_button.click()
    book = sample_window.session.book
    key = declarations.PRINT_SENDER.key
    qtbot.waitUntil(lambda: book_options.options(book)[key] == "Nordlicht, Hafen 4")
    assert sample_window.settings.get(declarations.PRINT_KIND) == print_form.ENVELOPES
    assert undoing.history(book, limit=1)[0].action == "book_setting"
    dialog.close()
    qtbot.waitUntil(lambda: not sample_window.findChildren(PrintDialog))
    sample_window.printing.ask()
    again = next(one for one in sample_window.findChildren(PrintDialog) if one.isVisible())
    assert again.form.sender_text.toPlainText() == "Nordlicht, Hafen 4"
    assert again.form.what == print_form.ENVELOPES
    sample_window.session.lock()
    qtbot.waitUntil(lambda: not sample_window.findChildren(PrintDialog))


def test_a_printer_gets_what_the_preview_shows(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(sample_window.printing.run.finished) as done:
        sample_window.printing.run.to_printer(labels(["Ada", "X 1"]), printer)
    assert done.args == [1]
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_cannot_be_written_is_told(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(sample_window.printing.run.failed) as failed:
        sample_window.printing.write(labels(["Ada"]), tmp_path / "missing" / "out.pdf")
    assert failed.args
    assert failed.args[0].code == "export.folder_missing"


def test_locking_ends_a_run_and_leaves_no_file(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    ids = list(sample_window.contacts.page.table.listing.order.ids)
    run = sample_window.printing.run
    sample_window.printing.write(SheetPages(sample_window.session, ids, stationery.A4), tmp_path / "out.pdf")
    assert run.running
    sample_window.session.lock()
    assert not run.running
    qtbot.wait(30)
    assert list(tmp_path.glob("*.pdf*")) == []


def test_sheets_and_lists_hold_everybody(sample_window: MainWindow, qtbot: QtBot) -> None:
    session = sample_window.session
    ids = list(sample_window.contacts.page.table.listing.order.ids)
    long = editing.add_contact(session.book, {"given": "Long", "note": "Line\n" * 300}).made[0]
    sheets = SheetPages(session, [ids[0], long], stationery.A4)
    assert [sheets.pages_of(unit) > 1 for unit in range(sheets.units)] == [False, True]
    assert has_ink(ink(sheets, 1, sheets.pages_of(1) - 1), QRectF())
    phones = PhonePages(session, ids, stationery.LETTER, "All")
    assert phones.units == 2
    assert has_ink(ink(phones, 1), QRectF())


def test_a_sheet_is_black_on_white_whatever_the_theme(sample_window: MainWindow) -> None:
    session = sample_window.session
    who = editing.add_contact(session.book, Contact(given="Ada", note="Ada")).made
    before, dark = QGuiApplication.palette(), QGuiApplication.palette()
    dark.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.white)
    dark.setColor(QPalette.ColorRole.WindowText, Qt.GlobalColor.white)
    QGuiApplication.setPalette(dark)
    try:
        image = ink(SheetPages(session, who, stationery.A4))
    finally:
        QGuiApplication.setPalette(before)
    rows = [min(image.pixelColor(x, y).value() for x in range(image.width())) for y in range(image.height())]
    name = next(y for y, darkest in enumerate(rows) if darkest < 250)
    assert min(rows[name : name + 20]) < 60


def test_a_mailing_tells_doubles(sample_window: MainWindow) -> None:
    book = sample_window.session.book
    here = Address(street="X 1", locality="Y")
    ids = [editing.add_contact(book, Contact(given="Ada", addresses=[here])).made[0] for _ in range(3)]
    found = printing.mailing(book, ids)
    assert (len(found.pieces), found.doubles, found.left_out) == (1, 2, [])
