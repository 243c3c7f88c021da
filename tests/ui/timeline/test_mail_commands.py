"""E-mail dropped on the window (contactbook.ui.timeline.mail_commands), and what it offers."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from contactbook.actions import editing, timelines
from contactbook.ui.timeline.newcomers_dialog import NewcomersDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_dropped_mail_is_logged_and_its_people_are_offered(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window, book = sample_window, sample_window.session.book
    made = editing.add_contact(book, {"given": "Quinn", "email": "quinn@q.example"})
    (quinn,) = made.made
    for number, sender in ((1, "quinn@q.example"), (2, "Jan Nowak <jan@nowak.example>")):
        message = EmailMessage()
        message["From"], message["To"] = sender, "quinn@q.example"
        message["Message-ID"] = f"<{number}@x.example>"
        message.set_content("Hello\n\nKind regards\nQuinn\n+48 58 555 01 77" if number == 1 else "Hi")
        (tmp_path / f"{number}.eml").write_bytes(message.as_bytes())
    window.import_paths([tmp_path])
    qtbot.waitUntil(lambda: "2 e-mails logged with 1 contact" in window.messages.text)
    look = next(one for one in window.messages.findChildren(QPushButton) if one.text() == "Look at 2 people")
    qtbot.waitUntil(look.isVisible)
    look.click()
    dialog = window.findChild(NewcomersDialog)
    assert dialog is not None
    assert dialog.do_button.text() == "Write 1 into the book"
    model = dialog.list.model()
    assert [model.index(row, 0).data() for row in range(2)] == ["Jan Nowak", "Quinn"]
    dialog.findChild(QDialogButtonBox).accepted.emit()
    qtbot.waitUntil(lambda: "2 were here already" in window.messages.text)
    with_jan = [entry for entry in timelines.timeline(book, quinn) if len(entry.contacts) == 2]
    assert len(with_jan) == 1
