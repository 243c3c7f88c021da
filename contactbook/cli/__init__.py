"""The command line: parse, call an action, print. Never imports Qt."""

from __future__ import annotations
