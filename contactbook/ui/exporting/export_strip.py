"""The strip that an export under way shows: the same as that of an import, in its own words."""

from __future__ import annotations

from contactbook.ui.messages.progress_strip import ProgressStrip
from contactbook.wording.speech import say_number


class ExportStrip(ProgressStrip):
    """Visible only while the flow runs."""

    def said_first(self, count: int) -> str:
        """When it has begun."""
        return say_number(count, "Writing 1 contact…", "Writing {n} contacts…")

    def said_under_way(self, done: int, total: int, contacts: int) -> str:
        """While it goes on."""
        if total and done >= total:
            return self.tr("Finishing the file…")
        return say_number(contacts, "Writing… 1 contact", "Writing… {n} contacts")

    def said_of_the_bar(self) -> str:
        """For those who do not see it."""
        return self.tr("Progress of the export")
