"""Companies as records, and what is done with whole records: merging, erasing, tags, the trash."""
