"""Charsets that a card names: those of text, and no others."""

from __future__ import annotations

import pytest

from contactbook.formats import vcard_decoding


@pytest.mark.parametrize(
    "charset",
    ["idna", "punycode", "unicode_escape", "RAW-UNICODE-ESCAPE", "undefined", "rot13", "zlib", "hex", ""],
)
def test_codecs_that_are_no_charset_are_not_known(charset: str) -> None:
    assert vcard_decoding.codec_of(charset) == ""


@pytest.mark.parametrize("charset", ["utf-7", "utf-16", "cp932", "unicode_escape", "utf-8-sig"])
@pytest.mark.parametrize("data", [b"+2AA-", b"\\ud800", b"\x00\xd8", b"\xed\xa0\x80", b"a\xd8\x00"])
def test_text_can_always_be_stored(charset: str, data: bytes) -> None:
    for fallback in ("cp1252", "utf-7"):
        text, _ = vcard_decoding.decode(data, charset, fallback)
        assert text.encode()
