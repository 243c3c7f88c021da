"""One function for each thing a person can do; the windows and the command line call the same ones."""

from __future__ import annotations
