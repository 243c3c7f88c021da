"""Rich text in messages of Outlook (contactbook.formats.outlook_rtf)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.formats import outlook_rtf

HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
"""Both are the examples of [MS-OXRTFCP] 4."""


def test_the_examples_of_the_specification_are_unpacked() -> None:
    assert outlook_rtf.unpack(HELLO) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert outlook_rtf.unpack(CROSSING) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    assert outlook_rtf.unpack(b"\0\0\0\0\x03\0\0\0MELA\0\0\0\0abcdef") == b"abc"


@pytest.mark.parametrize("packed", [b"", b"\0" * 15, b"\0" * 8 + b"what" + b"\0" * 4])
def test_what_is_not_packed_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        outlook_rtf.unpack(packed)


def test_only_the_words_of_rich_text_are_left() -> None:
    rtf = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Secret;}"
        rb"\pard\b Gr\'fc\'dfe\b0 , \u321?\u243?d\u378?"
        rb"\par a \{b\}\tab c{\pict 89504e47}\par}"
    )
    assert outlook_rtf.text_of_rtf(rtf) == "Grüße, Łódź\na {b}\tc"


def test_the_html_inside_rich_text_becomes_its_words() -> None:
    rtf = (
        rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}"
        rb"\htmlrtf {\htmlrtf0 One {\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0"
        rb"  two\htmlrtf\par}\htmlrtf0 {\*\htmltag72 </p>}{\*\htmltag <script>}steal(){\*\htmltag </script>}"
        rb"{\*\htmltag64 <p>}1 < 2{\*\htmltag72 </p>}}"
    )
    assert outlook_rtf.text_of_rtf(rtf) == "One & two\n\n1 < 2"


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(junk: bytes) -> None:
    outlook_rtf.unpack(b"\0\0\0\0\xff\xff\0\0LZFu\0\0\0\0" + junk)
    for head in (b"{\\rtf1 ", b"{\\rtf1\\fromhtml1 "):
        assert "\0" not in outlook_rtf.text_of_rtf(head + junk)
