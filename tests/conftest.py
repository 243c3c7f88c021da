"""What every test gets: an offscreen Qt, a home of its own, and a look at what it left behind."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

ROOT = Path(__file__).resolve().parent.parent
HOMES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
)
PATIENCE = 3.0
"""Seconds that a thread or process which has been told to end gets to do so."""

LASTING_WINDOWS = ("QTipLabel",)
"""Windows that Qt keeps for itself once they were shown."""

_aside = 0
"""How many modules there were when they were last set aside."""

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Real files of other programs, which lie beside the checkout and are not part of it."""
    folder = ROOT.parent / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of real files (../shared/corpus) is not on this machine")
    return folder


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, caches and drafts of a test go to a folder of its own, never to the person's."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    for name in HOMES:
        monkeypatch.setenv(name, str(home / name.lower()) if name.startswith("XDG") else str(home))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Generator[None]:
    """Fail the test that leaves a thread, a process, an open book, a window or a running timer."""
    qt = "qapp" in request.fixturenames
    looks: list[Callable[[], Iterable[Any]]] = [
        threading.enumerate,
        multiprocessing.active_children,
        _open_books,
    ]
    if qt:
        request.getfixturevalue("qapp")
        _set_modules_aside()
        looks += [_windows, _running_qt]
    before = [list(look()) for look in looks]
    yield
    if qt:
        _free_deleted()
    left = [f"{thing!r}" for look, old in zip(looks, before, strict=True) for thing in _new(look, old)]
    if left:
        pytest.fail("left behind: " + ", ".join(left), pytrace=False)


def _set_modules_aside() -> None:
    """Take what the imported modules hold out of the looks: it stays, and is most of what there is."""
    global _aside
    if len(sys.modules) > _aside:
        _aside = len(sys.modules)
        gc.collect()
        gc.freeze()


def _new(look: Callable[[], Iterable[Any]], old: list[Any]) -> list[Any]:
    """What is there now and was not before; things that are just ending get a moment, cycles are freed."""
    known = {id(thing) for thing in old}
    until = time.monotonic() + PATIENCE
    while left := [thing for thing in look() if id(thing) not in known]:
        if time.monotonic() > until:
            return left
        del left
        gc.collect()
        time.sleep(0.01)
    return []


def _open_books() -> list[object]:
    apsw = sys.modules.get("apsw")
    return list(apsw.connections()) if apsw else []


def _free_deleted() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _windows() -> list[object]:
    from PySide6.QtWidgets import QApplication

    windows = QApplication.topLevelWidgets()
    return [window for window in windows if window.metaObject().className() not in LASTING_WINDOWS]


def _running_qt() -> list[object]:
    """Timers and threads of Qt that run."""
    import shiboken6
    from PySide6.QtCore import QThread, QTimer

    living = [thing for thing in gc.get_objects() if issubclass(type(thing), QTimer | QThread)]
    return [
        thing
        for thing in living
        if shiboken6.isValid(thing) and (thing.isActive() if isinstance(thing, QTimer) else thing.isRunning())
    ]
