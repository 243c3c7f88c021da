"""Windows, panels, dialogs, delegates: one folder a topic."""

from __future__ import annotations
