"""The leak checks of tests/conftest.py catch what they are for, and let well-behaved tests pass."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
TESTS = """
import threading
import apsw
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QDialog, QMainWindow

kept = []

def test_leaves_thread():
    kept.append(threading.Event())
    threading.Thread(target=kept[-1].wait, daemon=True).start()

def test_leaves_book():
    kept.append(apsw.Connection(":memory:"))

def test_leaves_window(qtbot):
    kept.append(QDialog())

def test_leaves_timer(qtbot):
    kept.append(QTimer())
    kept[-1].start(1000)

def test_leaves_qthread(qtbot):
    kept.append(QThread())
    kept[-1].start()

def test_is_tidy(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    QDialog(window).show()
    QTimer(window).start(1000)
    apsw.Connection(":memory:").close()
    threading.Thread(target=print).start()

def test_last_of_all():
    for thing in kept:
        if isinstance(thing, QThread):
            thing.quit()
            thing.wait()
"""


def test_each_leak_fails_the_test_that_left_it(tmp_path: Path) -> None:
    impatient = CONFTEST.read_text("utf-8").replace("PATIENCE = 3.0", "PATIENCE = 0.1")
    assert "PATIENCE = 0.1" in impatient
    (tmp_path / "conftest.py").write_text(impatient, "utf-8")
    (tmp_path / "test_some.py").write_text(TESTS, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-rE", "--rootdir", str(tmp_path), "-q"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    failed = {
        line.split("::")[1].split()[0] for line in done.stdout.splitlines() if line.startswith("ERROR ")
    }
    assert failed == {f"test_leaves_{what}" for what in ("thread", "book", "window", "timer", "qthread")}
    assert "7 passed, 5 errors" in done.stdout
