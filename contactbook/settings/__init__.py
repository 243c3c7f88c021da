"""Each setting declared once: key, type, default, scope, label, help."""

from __future__ import annotations
