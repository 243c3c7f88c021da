"""The exceptions a person can act on. They carry codes and data; the sentence is made in `wording`."""

from __future__ import annotations

import errno

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Numbers of the errors by which a system says that a drive is full, or the person's share of it."""


class Problem(Exception):
    """Something went wrong that the person can understand and mend.

    Args:
        code: stable name of what happened, dotted by topic ("vault.wrong_password"). `wording.problems` holds
            for every code the three sentences: what happened, why, and what to do.
        data: values for those sentences (path, line, version, ...); never the content of a contact.
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data

    def __str__(self) -> str:
        inside = ", ".join(f"{key}={value!r}" for key, value in self.data.items())
        return f"{self.code}({inside})"


class Cancelled(Exception):
    """The person stopped a long job; nothing of it was kept. It is never shown as a problem."""
