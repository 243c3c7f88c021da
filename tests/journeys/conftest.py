"""The windows of the tests of `ui`, for whole stories."""

from __future__ import annotations

from tests.ui.conftest import open_book, quick_keys, sample_file, sample_window, window

__all__ = ["open_book", "quick_keys", "sample_file", "sample_window", "window"]
