"""What came of a table of entries, in words (contactbook.wording.entry_import_words)."""

from __future__ import annotations

from contactbook.wording import entry_import_words


def test_only_what_happened_is_said() -> None:
    assert entry_import_words.summary({"logged": 1}) == "1 entry imported."
    said = entry_import_words.summary({"logged": 2_000, "known": 1, "refused": 3})
    assert said == "2,000 entries imported. 1 was here already. 3 rows were left out."
    assert entry_import_words.reason("") == "Reason"
