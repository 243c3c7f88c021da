"""What a file is recognised as, and what is said of a file that holds no contacts."""

from __future__ import annotations

import io
import zipfile

import pytest

from contactbook.domain.problems import Problem
from contactbook.formats.detection import CSV, detect

GOOGLE = """First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value
Zoë,Novak,* myContacts,Home,zoe@example.com
"""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CARD = "BEGIN:VCARD\r\nVERSION:{}\r\nFN:Zoë\r\nEND:VCARD\r\n"


def zipped(**files: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return target.getvalue()


@pytest.mark.parametrize(
    ("version", "expected"), [("2.1", "vcard2.1"), ("3.0", "vcard3"), ("4.0", "vcard4"), ("9", "vcard3")]
)
def test_the_version_of_the_first_card_is_the_format(version: str, expected: str) -> None:
    assert detect(CARD.format(version).encode()).format == expected


@pytest.mark.parametrize(
    "data",
    [
        CARD.format("3.0").encode("utf-8-sig"),
        CARD.format("3.0").encode("utf-16"),
        CARD.format("3.0").encode("utf-16-be"),
        b"\r\n\r\n \r\n" + CARD.format("3.0").encode(),
        b"Sent from my phone, see below\n\n" + CARD.format("3.0").encode(),
        CARD.format("3.0").replace("\r\n", "\r").encode(),
        CARD.format("3.0").lower().encode(),
    ],
)
def test_a_card_is_found_behind_marks_blank_lines_and_chatter(data: bytes) -> None:
    assert detect(data).format == "vcard3"


def test_a_google_table_is_named_with_its_encoding_and_delimiter() -> None:
    found = detect(GOOGLE.encode())
    assert (found.format, found.program, found.encoding, found.delimiter) == ("csv", "google", "utf-8", ",")
    assert found.confidence == 100
    assert not found.guessed


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_every_encoding_with_every_delimiter(delimiter: str, encoding: str) -> None:
    text = "Vorname;Nachname;E-Mail;Ort\r\nJürgen;Groß;j@example.com;Köln\r\nRené;Müller;r@ex.org;Zürich\r\n"
    found = detect(text.replace(";", delimiter).encode(encoding))
    assert found.format == "csv"
    assert found.delimiter == delimiter
    assert found.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)


def test_commas_inside_quotes_do_not_make_a_comma_table() -> None:
    text = (
        'Name;E-Mail;Firma\n"Groß, Jürgen";j@example.com;"Bau, Stein, Holz"\n"Weiß, Eva";e@ex.org;"A, B, C"\n'
    )
    assert detect(text.encode()).delimiter == ";"


def test_excel_says_its_delimiter_itself() -> None:
    assert detect(b"sep=|\nName|E-mail\nAda|ada@example.com\n").delimiter == "|"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "import.empty_file"),
        (b"\xef\xbb\xbf\r\n\r\n", "import.empty_file"),
        (b"%PDF-1.7\n%\xe2\xe3", "import.is_pdf"),
        (b"\n<!DOCTYPE html><html><body>Sign in</body></html>", "import.is_html"),
        (b"<table><tr><td>Name</td></tr></table>", "import.is_html"),
        (b"\xef\xbb\xbf\n\n<div class='x'><p>Sign in</p></div>", "import.is_html"),
        (
            b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml" + bytes(9) + b"word/document.xml",
            "import.is_document",
        ),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "import.is_document",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "import.encrypted_spreadsheet",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "import.old_spreadsheet"),
        (
            b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "import.old_spreadsheet",
        ),
        (b"Rar!\x1a\x07", "import.packed"),
        (b"{\\rtf1\\ansi Name;E-mail}", "import.binary_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "import.binary_file"),
        (bytes(range(256)) * 8, "import.binary_file"),
        (
            b"Now, is the time for all good men, to come.\nNow is the time.\nNow, is the\n",
            "import.not_recognised",
        ),
        (b'{"weather": "fine"}', "import.not_recognised"),
    ],
)
def test_what_holds_no_contacts_is_refused_with_its_own_reason(data: bytes, code: str) -> None:
    with pytest.raises(Problem) as caught:
        detect(data, "file.json" if data.startswith(b"{") else "file.csv")
    assert caught.value.code == code
    assert caught.value.data["name"].startswith("file")  # type: ignore[union-attr]


def test_archives_are_told_apart() -> None:
    assert detect(zipped(**{"[Content_Types].xml": "", "xl__workbook.xml": ""})).format == "xlsx"
    assert detect(zipped(**{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})).format == "ods"
    assert detect(zipped(**{"ada.vcf": CARD, "bob.vcf": CARD})).format == "zip"
    with pytest.raises(Problem, match=r"import\.binary_file"):
        detect(zipped(**{"notes.txt": "x"}))


def test_directory_interchange_and_our_own_json() -> None:
    assert detect(b"# comment\n\nversion: 1\ndn: cn=Ada\n").format == "ldif"
    assert detect(b"dn:: Y249QWRh\ncn: Ada\n").format == "ldif"
    assert detect(b'[{"id": 1, "full_name": "Ada", "emails": []}]').format == "json"


def test_a_list_of_addresses_without_heading_is_a_table() -> None:
    found = detect(b"ada@example.com\nbob@example.com\n")
    assert (found.format, found.guessed) == ("csv", True)


def test_a_file_named_like_a_vcard_whose_begin_line_is_broken_is_one() -> None:
    card = b"--BEGIN:VCARD\nVERSION:3.0\nN:A;B;;;\nEND:VCARD\n"
    assert detect(card, "a.vcf").format == "vcard3"
    assert detect(b"FN:B\nTEL:1\n", "b.VCF").format == "vcard3"
    with pytest.raises(Problem, match=r"import\.binary_file"):
        detect(bytes(range(256)) * 20 + b"\nN:\x00" + bytes(range(256)), "c.vcf")


def test_a_table_of_unknown_headings_is_one_when_its_name_says_so() -> None:
    table = b"Guest,Where,Seat\nAnna Berg,Berlin,four\nHans Meier,Bonn,five\n"
    assert detect(table, "guests.csv").format == CSV
    assert detect(table, "guests.csv").guessed
    with pytest.raises(Problem, match=r"import\.not_recognised"):
        detect(table, "guests.txt")
    with pytest.raises(Problem, match=r"import\.not_recognised"):
        detect(b"Dear all,\nsee you tomorrow.\n", "letter.csv")
