from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from contactbook import app
from contactbook.actions import attachment_copies

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]


def test_the_tour_does_the_main_job_without_a_screen(tmp_path: Path) -> None:
    left = tmp_path / "temporary" / f"{attachment_copies.PREFIX}99999999-x"
    left.mkdir(parents=True)
    (left / "plan.pdf").write_bytes(b"secret")
    done = subprocess.run(
        [sys.executable, "-m", "contactbook.app", "--headless-tour", str(tmp_path / "tour")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
        env={**os.environ, "TMPDIR": str(left.parent), "TEMP": str(left.parent)},
    )
    assert done.returncode == 0, done.stderr
    assert not left.exists(), "a start wipes what a killed program left"
    assert "Imported 58 contacts" in done.stdout
    assert "Helsinki Tool Library" in done.stdout
    for name, _mode in app.TOUR_PICTURES:
        picture = tmp_path / "tour" / name
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert str(picture) in done.stdout


def test_a_window_that_is_larger_than_the_screen_takes_all_of_the_screen(qtbot: QtBot) -> None:
    room = QGuiApplication.primaryScreen().availableSize()
    small, large = QWidget(), QWidget()
    for widget in (small, large):
        qtbot.addWidget(widget)
    small.resize(room.width() // 2, room.height() // 2)
    large.resize(room.width(), room.height())
    app.show_whole(small)
    app.show_whole(large)
    assert not small.isMaximized()
    assert large.isMaximized()


def test_a_wrong_option_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app.main(["--no-such-thing"])
    assert ended.value.code == 2
    assert "--headless-tour" in capsys.readouterr().err


_WHAT_STARTS = """
import linecache, sys
import contactbook.app
seldom = ("contactbook.actions.importing", "phonenumbers.data")
print(sum("contactbook" in name for name in linecache.cache))
print(*(name for name in sys.modules if name.startswith(seldom)))
"""


def test_starting_reads_no_source_and_loads_nothing_that_is_seldom_needed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WHAT_STARTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    sources, *loaded = done.stdout.split()
    assert int(sources) <= 1, "the one whose import brought the windows in"
    assert not loaded
