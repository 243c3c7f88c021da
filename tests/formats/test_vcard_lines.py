"""Physical lines become the logical lines that were meant, each with its own bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.formats import vcard_decoding, vcard_lines, vcard_property, vcard_text


def logical(body: bytes, version: bytes = b"3.0") -> list[bytes]:
    card = b"BEGIN:VCARD\r\nVERSION:" + version + b"\r\n" + body + b"END:VCARD\r\n"
    return [line.data for line in vcard_lines.logical_lines(card)][2:-1]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"NOTE:a\r\n b\r\n\tc\r\n", [b"NOTE:abc"]),
        (b"NOTE:a\r\n  b\r\n", [b"NOTE:a b"]),
        (b"NOTE:a\n\nTEL:1\n", [b"NOTE:a", b"TEL:1"]),
        (b"NOTE;QUOTED-PRINTABLE:a=\r\nTEL:1\r\nTEL:2\r\n", [b"NOTE;QUOTED-PRINTABLE:a=\nTEL:1", b"TEL:2"]),
        (b"PHOTO;BASE64:AAAA\r\nBBBB\r\nTEL:1\r\n", [b"PHOTO;BASE64:AAAABBBB", b"TEL:1"]),
        (b"PHOTO;BASE64:\r\n  AAAA\r\n  BBBB\r\n\r\nTEL:1\r\n", [b"PHOTO;BASE64: AAAA BBBB", b"TEL:1"]),
        (
            b"NOTE:a\r\nsecond line\r\nsee http://b c\r\nTEL:1\r\n",
            [b"NOTE:a\\nsecond line\\nsee http://b c", b"TEL:1"],
        ),
        (b"FN\r\nTEL:1\r\nstray\r\n", [b"FN", b"TEL:1", b"stray"]),
        (b"NOTE:a\r\nADR;TYPE=home;LABEL=x\r\n y:;;z\r\n", [b"NOTE:a", b"ADR;TYPE=home;LABEL=xy:;;z"]),
        (
            b"AGENT:\r\nBEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\nTEL:1\r\n",
            [b"AGENT:\nBEGIN:VCARD\nFN:x\nEND:VCARD", b"TEL:1"],
        ),
    ],
)
def test_lines_are_joined(body: bytes, expected: list[bytes]) -> None:
    assert logical(body) == expected


def test_2_1_folds_between_words_and_at_a_width() -> None:
    assert logical(b"NOTE:short\r\n   words\r\n", b"2.1") == [b"NOTE:short words"]
    wide = b"NOTE:" + b"x" * 70
    assert logical(wide + b"\r\n yy\r\n", b"2.1") == [wide + b"yy"]


@given(
    st.lists(
        st.sampled_from([b"TEL:1", b" x", b"", b"NOTE;QUOTED-PRINTABLE:a=", b"no colon", b"\t", b"A;B=c:d"])
    )
)
def test_no_byte_of_a_card_is_lost(lines: list[bytes]) -> None:
    card = b"BEGIN:VCARD\r\n" + b"".join(line + b"\r\n" for line in lines) + b"END:VCARD\r\n"
    assert b"".join(line.raw for line in vcard_lines.logical_lines(card)) == card


@pytest.mark.parametrize(
    ("line", "name", "params", "value"),
    [
        ("TEL;TYPE=CELL,VOICE:1", "TEL", (("TYPE", "CELL,VOICE"),), "1"),
        ("item1.EMAIL; type=INTERNET; type=WORK:a", "EMAIL", (("TYPE", "INTERNET"), ("TYPE", "WORK")), "a"),
        ('ADR;GEO="geo:1,2";LABEL="a;b":;;c', "ADR", (("GEO", "geo:1,2"), ("LABEL", "a;b")), ";;c"),
        ("X-P;L=http://a.b/c:d", "X-P", (("L", "http://a.b/c"),), "d"),
        ("IMPP;X-SERVICE-TYPE=Sip:sip:x", "IMPP", (("X-SERVICE-TYPE", "Sip"),), "sip:x"),
        ('X;T="a \\"b: c\\" d":e', "X", (("T", 'a "b: c" d'),), "e"),
        ('X;P="unclosed:e', "X", (("P", "unclosed"),), "e"),
        (
            "TEL;WORK;QUOTED-PRINTABLE;UTF-8:1",
            "TEL",
            (("TYPE", "WORK"), ("ENCODING", "QUOTED-PRINTABLE"), ("CHARSET", "UTF-8")),
            "1",
        ),
        ("X;A=b^nc^'d^^:e", "X", (("A", 'b\nc"d^'),), "e"),
    ],
)
def test_heads_are_taken_apart(line: str, name: str, params: tuple[tuple[str, str], ...], value: str) -> None:
    split = vcard_property.split_line(line)
    assert split is not None
    head, found = split
    assert (head.name, head.params, found) == (name, params, value)


@pytest.mark.parametrize("line", ["FN", "Call me at: 5", ":x", ";A=b:c", "=:"])
def test_what_is_no_property_is_none(line: str) -> None:
    assert vcard_property.split_line(line) is None


@given(st.text(st.sampled_from(list('a;:,="\\^ \nX'))))
def test_any_text_is_a_head_or_none(text: str) -> None:
    split = vcard_property.split_line(text)
    if split is not None:
        head, value = split
        assert text.endswith(f":{value}")
        assert vcard_property.parse_head(text[: len(text) - len(value) - 1]) == head


@pytest.mark.parametrize(
    ("value", "pieces"),
    [
        ("a;b", ["a", "b"]),
        ("a\\;b;c", ["a\\;b", "c"]),
        ("a\\\\;b", ["a\\\\", "b"]),
        ("\\;", ["\\;"]),
        ("", [""]),
    ],
)
def test_values_are_split_at_unescaped_marks(value: str, pieces: list[str]) -> None:
    assert vcard_property.split_raw(value, ";") == pieces


@given(st.lists(st.text(st.sampled_from(list("a;\\,\n:")), max_size=6), min_size=1, max_size=5))
def test_components_come_back(parts: list[str]) -> None:
    from contactbook.formats.vcard_text import escape

    value = ";".join(escape(part) for part in parts)
    assert vcard_property.components(value) == [part.strip() for part in parts]


@pytest.mark.parametrize(
    ("data", "charset", "fallback", "text"),
    [
        ("é".encode(), "", "cp1252", "é"),
        (b"\xe9", "", "cp1252", "é"),
        (b"\xe9", "ISO-8859-1", "", "é"),
        ("日本".encode("cp932"), "SHIFT_JIS", "", "日本"),
        ("é".encode(), "no-such", "", "é"),
        ("Grüße, schön \u00e9".encode() + b"\xc3", "", "cp1252", "Grüße, schön é"),
        ("viele ä ö ü und ".encode() + b"\xe9 mehr", "", "cp1252", "viele ä ö ü und é mehr"),
    ],
)
def test_bytes_are_decoded(data: bytes, charset: str, fallback: str, text: str) -> None:
    assert vcard_decoding.decode(data, charset, fallback)[0] == text


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("AAEC", b"\0\1\2"),
        ("AAE=", b"\0\1"),
        ("AAE", b"\0\1"),
        (" AA\n EC ", b"\0\1\2"),
        ("AAECA", None),
        ("A:==", None),
    ],
)
def test_base64_is_mended_or_given_up(text: str, data: bytes | None) -> None:
    assert vcard_decoding.base64(text) == data


@given(st.text('a,;:\\"^ \n', min_size=1).filter(lambda text: text == text.strip()))
def test_any_parameter_comes_back_beside_another(text: str) -> None:
    line = f"X-A{vcard_text.param('X-P', text)}{vcard_text.param('X-Q', 'b;c')}:the value"
    split = vcard_property.split_line(line)
    assert split is not None
    assert split[0].params == (("X-P", text), ("X-Q", "b;c"))
    assert split[1] == "the value"


def test_a_backslash_before_a_closing_quote_is_text() -> None:
    split = vcard_property.split_line('NOTE;X-P="x,y:\\";TYPE=home:text')
    assert split is not None
    assert split[0].params == (("X-P", "x,y:\\"), ("TYPE", "home"))
