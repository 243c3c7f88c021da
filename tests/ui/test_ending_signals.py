"""A signal to end reaches an idle event loop."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from contactbook.ui.ending_signals import EndingSignals

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process that is sent a signal")
def test_a_signal_is_heard_and_the_handlers_come_back(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    ending = EndingSignals()
    try:
        with qtbot.waitSignal(ending.asked, timeout=3_000):
            os.kill(os.getpid(), signal.SIGTERM)
    finally:
        ending.close()
    assert signal.getsignal(signal.SIGTERM) is before
