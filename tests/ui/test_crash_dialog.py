from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from contactbook.domain.problems import Problem
from contactbook.ui.crash_dialog import CrashDialog, report
from contactbook.ui.crash_hook import CrashHook

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def failing(secret: str) -> None:
    raise KeyError(secret)


def caught(secret: str) -> BaseException:
    try:
        failing(secret)
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_names_lines_and_no_contact() -> None:
    error = caught("Ada Kowalska")
    text = report(type(error), error, error.__traceback__)
    assert "in failing" in text
    assert "KeyError" in text
    assert "Kowalska" not in text.replace('caught("Ada Kowalska")', "")
    assert "Contactbook" in text
    assert "Qt" in text


def test_a_problem_keeps_its_code_and_not_its_data() -> None:
    text = report(Problem, Problem("vault.damaged", path="/home/ada/secret"), None)
    assert "vault.damaged" in text
    assert "ada" not in text


def test_the_hook_shows_one_dialog_for_any_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    hook = CrashHook(app)
    hook.install()
    thread = threading.Thread(target=failing, args=("x",))
    thread.start()
    thread.join()

    def dialogs() -> list[CrashDialog]:
        return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CrashDialog)]

    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    error = caught("y")
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.wait(10)
    (dialog,) = dialogs()
    assert "in failing" in dialog.report.toPlainText()
    assert isinstance(dialog.report, QPlainTextEdit)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    hook.deleteLater()
