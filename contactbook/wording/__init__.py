"""The sentences for codes: problems, history steps and reports, said the same way in the window and on the command line."""

from __future__ import annotations
