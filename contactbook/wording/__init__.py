"""The sentences for codes: problems, steps and reports, the same in the window and on the command line."""

from __future__ import annotations
