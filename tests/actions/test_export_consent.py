"""Whoever unsubscribed is never exported for mailings again: from a book, and from file to file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from contactbook.actions import converting, editing, exporting, importing
from contactbook.actions.import_options import ImportOptions

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

HEAD = (
    "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID,"
    "NOTES"
)


def _files(folder: Path) -> list[Path]:
    rest = "2,2023-02-03 10:11:12,203.0.113.9,,"
    files = {
        "subscribed.csv": f"{HEAD}\nada@x.example,Ada,L,{rest},1,a,\n",
        "unsubscribed.csv": f"{HEAD},UNSUB_TIME\nbo@x.example,Bo,M,{rest},2,b,,2024-05-06 07:08:09\n",
        "cleaned.csv": f"{HEAD},CLEAN_TIME\ncy@x.example,Cy,N,{rest},3,c,,2024-05-06 07:08:09\n",
        "other.csv": "Name,E-mail\nRobert M,BO@x.example\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in files]


def _addresses(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["Email Address"] for row in csv.DictReader(file)]


def test_a_mailing_table_leaves_them_out_and_says_so(book: Book, tmp_path: Path) -> None:
    importing.import_files(book, _files(tmp_path))
    out = tmp_path / "audience.csv"
    report = exporting.export(book, out, to="csv-mailchimp")
    assert _addresses(out) == ["ada@x.example"], (
        "nor Robert, who has the address of somebody who unsubscribed"
    )
    assert report.contacts == 1
    first = report.warnings[0]
    assert (first.code, first.contacts) == ("unsubscribed", 3)
    assert exporting.losses(book, to="csv-mailchimp")[0] == first
    exporting.export(book, tmp_path / "all.csv", to="csv-outlook")
    assert len((tmp_path / "all.csv").read_text("utf-8-sig").splitlines()) > 4


def test_somebody_who_is_in_the_trash_still_wants_no_mailings(book: Book, tmp_path: Path) -> None:
    files = _files(tmp_path)
    result = importing.import_files(book, files[1:2])
    editing.trash(book, sorted(result.changes.contacts))
    importing.import_files(book, files[3:], options=ImportOptions(existing="skip"))
    exporting.export(book, tmp_path / "audience.csv", to="csv-mailchimp")
    assert _addresses(tmp_path / "audience.csv") == []


def test_so_does_a_conversion(tmp_path: Path) -> None:
    files = _files(tmp_path)
    out = tmp_path / "audience.csv"
    assert converting.losses(files, to="csv-mailchimp")[0].contacts == 3
    report = converting.convert(files, out, to="csv-mailchimp")
    assert _addresses(out) == ["ada@x.example"]
    assert (report.reading.read, report.reading.created, report.reading.skipped) == (4, 1, 3)
    assert report.warnings[0].contacts == 3
