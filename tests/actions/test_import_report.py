"""The report holds what a person looks at, and no more than memory bears."""

from __future__ import annotations

from contactbook.actions.import_report import (
    RAW_BUDGET,
    RAW_SHOWN,
    REFUSED_LISTED,
    REMARKS_HELD,
    ImportReport,
    Noticed,
    Properties,
    Rejected,
    text_of,
)


def test_refused_bytes_are_bounded() -> None:
    report = ImportReport()
    for _ in range(400):
        report.reject(Rejected("a.vcf", 1, "end_missing", b"x" * (RAW_SHOWN + 1)))
    assert len(report.rejected) == report.refused == 400
    assert all(one.truncated for one in report.rejected)
    assert len(report.rejected[0].raw) == RAW_SHOWN
    assert sum(len(one.raw) for one in report.rejected) <= RAW_BUDGET


def test_json_keys_are_those_of_the_contract() -> None:
    report = ImportReport(read=3, created=2)
    report.reject(Rejected("a.vcf", 9, "end_missing", "Łódź".encode()))
    shape = report.to_json()
    assert {"read", "created", "updated", "unchanged", "skipped", "rejected", "properties", "step"} <= set(
        shape
    )
    assert shape["rejected"] == [{"file": "a.vcf", "line": 9, "reason": "end_missing", "raw": "Łódź"}]
    assert set(report.properties.to_json()) == {"read", "mapped", "kept_raw", "lost"}


def test_what_is_neither_mapped_nor_kept_is_lost() -> None:
    properties = Properties()
    properties.add(10, 6, 3)
    assert properties.lost == 1


def test_any_bytes_can_be_shown() -> None:
    assert text_of("Grüße".encode()) == "Grüße"
    assert text_of("Grüße".encode("cp1252")) == "Grüße"
    assert text_of(bytes(range(256)))


def test_no_more_cards_are_listed_than_memory_bears_but_all_are_counted() -> None:
    report = ImportReport()
    for line in range(1, REFUSED_LISTED + 501):
        report.reject(Rejected("a.vcf", line, "end_missing"))
    report.reject(Rejected("b.vcf", 0, "import.empty_file"))
    assert report.counts["rejected"] == report.to_json()["rejected_count"] == REFUSED_LISTED + 501
    assert len(report.rejected) == REFUSED_LISTED + 1
    assert report.rejected[-1].file == "b.vcf", "a whole file is always told"


def test_remarks_without_end_are_counted() -> None:
    report = ImportReport()
    for line in range(REMARKS_HELD + 7):
        report.notice(Noticed("a.csv", line, "html_entities"))
    assert (len(report.remarks), report.further_remarks) == (REMARKS_HELD, {"html_entities": 7})
    assert report.to_json()["further_remarks"] == {"html_entities": 7}
