"""The Qt binding that the lock pins keeps count of what it hands out.

PySide6 6.12.0 did not: every call that returns nothing took away a reference to None, and Python 3.11 (which
counts them) aborts after some thousands of calls, a minute of painting.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

CALLS = 500


@pytest.mark.parametrize("constant", [None, True, False])
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on these objects are immortal")
def test_calls_take_no_reference_away(constant: bool | None, qapp: QApplication) -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(constant)
    for _ in range(CALLS):
        painter.save()
        painter.restore()
        painter.isActive()
        image.isNull()
    after = sys.getrefcount(constant)
    painter.end()
    assert abs(after - before) < CALLS
