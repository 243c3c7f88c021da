"""The exit statuses, on which scripts depend."""

from __future__ import annotations

DONE = 0
IN_PART = 1
"""Something was refused or kept back; the rest is done."""

WRONG_USAGE = 2
PROBLEM = 3
"""Nothing was done, and the reason and a remedy were told."""

FAULT = 70
"""The program itself is at fault (EX_SOFTWARE of sysexits.h)."""

INTERRUPTED = 130
"""The person stopped it (128 and the number of SIGINT)."""
