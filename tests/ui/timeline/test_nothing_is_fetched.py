"""An e-mail full of addresses to fetch things from: the window shows its words and fetches nothing."""

from __future__ import annotations

import re
import socket
from email.message import EmailMessage
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

import contactbook
from contactbook.actions import editing
from contactbook.formats import outlook_message
from tests.formats import outlook_samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

MARKUP = """<html><head><link rel="stylesheet" href="{at}/a.css"><style>@import url({at}/b.css);</style>
<meta http-equiv="refresh" content="0;url={at}/c"><base href="{at}/"><script src="{at}/d.js">evil()</script>
</head>
<body background="{at}/e.png" onload="fetch('{at}/f')"><p style="background:url({at}/g.png)">Hello Quinn</p>
<img src="{at}/h.gif" srcset="{at}/i.gif 2x"><iframe src="{at}/j"></iframe><object data="{at}/k"></object>
<video poster="{at}/l" src="{at}/m"></video><svg><image href="{at}/n"/></svg>
<a href="{at}/o">Bye</a></body></html>"""


class Listener:
    """A server on this computer that only counts who comes."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.05)
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self.callers = 0
        self._over = Event()
        self._thread = Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                connection, _address = self._server.accept()
            except TimeoutError:
                continue
            self.callers += 1
            connection.close()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()
        self._server.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.stop()


def test_the_listener_hears_whoever_comes(listener: Listener, qtbot: QtBot) -> None:
    port = int(listener.address.rpartition(":")[2])
    socket.create_connection(("127.0.0.1", port)).close()
    qtbot.waitUntil(lambda: listener.callers == 1)


@pytest.mark.parametrize("suffix", [".eml", ".msg"])
def test_mail_is_shown_and_nothing_is_fetched(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, listener: Listener, suffix: str
) -> None:
    window = sample_window
    (quinn,) = editing.add_contact(window.session.book, {"given": "Quinn", "email": "quinn@q.example"}).made
    markup = MARKUP.format(at=listener.address)
    if suffix == ".eml":
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "quinn@q.example", "me@me.example", markup[:60]
        message.set_content(markup, subtype="html")
        raw = message.as_bytes()
    else:
        values = {key: one for key, one in outlook_samples.MESSAGE.items() if key != outlook_message.BODY}
        to = outlook_samples.TO | {outlook_samples.SMTP: "quinn@q.example"}
        raw = outlook_samples.saved(values | {outlook_message.HTML: markup.encode()}, (to,))
    (tmp_path / f"1{suffix}").write_bytes(raw)
    window.import_paths([tmp_path / f"1{suffix}"])
    qtbot.waitUntil(lambda: "1 e-mail logged" in window.messages.text)
    window.contacts.open_contact(quinn)
    page = window.timeline.page
    window.contacts.pane.tabs.setCurrentIndex(1)
    page.refresh()
    page.list.go_to_row(1)
    (entry,) = page.entries.selected()
    assert entry.what.body.split() == ["Hello", "Quinn", "Bye"]
    page.edit(entry)
    assert page.form.text.toPlainText().endswith("Bye")
    assert not window.grab().isNull()
    qtbot.wait(200)
    assert listener.callers == 0


def test_nothing_in_the_program_could_fetch() -> None:
    """The one class of QtNetwork in use talks to another window of the same person, by a local socket."""
    folder = Path(contactbook.__file__).parent
    wrong = re.compile(
        r"QNetworkAccess|QNetworkRequest|QTcpSocket|QWebEngine|QQuick|urllib\.request|http\.client|urlopen"
        r"|create_connection|QTextBrowser|aiohttp|requests"
    )
    texts = {path: path.read_text("utf-8") for path in folder.rglob("*.py")}
    assert [path.name for path, text in texts.items() if "QtNetwork" in text] == ["single_instance.py"]
    assert [path.name for path, text in texts.items() if re.search(rf"\b(?:{wrong.pattern})\b", text)] == []
