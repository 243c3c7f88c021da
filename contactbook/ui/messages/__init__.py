"""What the program has to say, in a bar within the window and never in a box that must be clicked away."""

from __future__ import annotations
