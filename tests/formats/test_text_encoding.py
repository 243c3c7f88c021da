"""Which code page a few words are in."""

# ruff: noqa: RUF001 - letters of many languages, on purpose
from __future__ import annotations

import pytest

from contactbook.formats.text_encoding import guess_encoding

WORDS: dict[str, list[str]] = {
    "cp1252": [
        "Zoë",
        "Straße",
        "João Conceição",
        "René",
        "Søren Ågård",
        "Núñez",
        "L’Oréal",
        "Øyvind",
        "D’Arcy",
        "Nicolò",
        "5 €",
        "€ 500",
        "20€",
        "“well”",
        "Firma® GmbH",
        "20°",
        "2 m²",
        "¿Qué?",
    ],
    "cp1250": [
        "Łukasz Żółć",
        "Dvořák Jiří",
        "Erdős Gyűlő",
        "Michał Wiśniewski",
        "Krzyśka",
        "Paweł",
        "Kovač",
        "Dušan",
        "Iaşi",
        "Škofja Loka",
    ],
    "cp1254": ["Ayşe Yıldız", "İstanbul Çağrı", "Gökçe Şahin"],
    "mac_roman": ["Zoë Weiß", "Müller Jürgen", "José García", "François Lefèvre"],
    "cp932": ["テスト苗字", "名,姓,会社名", "カナ たろう 東京"],
    "gb18030": ["姓名,电话", "张伟 北京市"],
    "big5": ["姓名,電話", "陳大文 台北市"],
    "cp949": ["김철수, 서울특별시 강남구"],
    "cp1251": ["Иван Петров", "Москва"],
    "koi8_r": ["Иван Петров"],
    "cp1253": ["Γιώργος Παπαδόπουλος"],
    "cp1256": ["محمد الأحمد", "شركة النور", "فاطمة الزهراء", "زيد بن علي"],
    "cp874": ["สมชาย ใจดี", "กรุงเทพมหานคร", "นางสาว วิภา"],
    "cp1255": ["משה כהן", "דוד לוי"],
    "cp852": ["Małgorzata", "Łódź"],
    "utf-8": ["Zoë", "テスト", "plain"],
    "utf-16-le": ["Zoë"],
    "utf-16-be": ["Zoë"],
}


@pytest.mark.parametrize(
    ("encoding", "words"), [(name, words) for name, all_ in WORDS.items() for words in all_]
)
def test_a_short_table_tells_its_code_page(encoding: str, words: str) -> None:
    data = f"Name,First Name\r\n{words}\r\n".encode(encoding)
    assert guess_encoding(data).encoding == encoding


def test_what_two_code_pages_read_alike_well_is_no_certainty() -> None:
    assert guess_encoding("Name\nJürgen Größe\n".encode("cp1252")).confidence == 90
    assert guess_encoding("Name\nNoč\n".encode("cp1250")).confidence == 75, "cp1252 reads Noè"


@pytest.mark.parametrize(
    ("encoding", "name", "mark"),
    [("utf-8-sig", "utf-8", 3), ("utf-16", "utf-16-le", 2), ("utf-32", "utf-32-le", 4)],
)
def test_a_byte_order_mark_is_certain_and_counted(encoding: str, name: str, mark: int) -> None:
    guess = guess_encoding("Zoë".encode(encoding))
    assert (guess.encoding, guess.bom, guess.confidence, guess.guessed) == (name, mark, 100, False)


def test_utf8_cut_off_inside_a_character_is_still_utf8() -> None:
    data = ("é" * 40_000).encode()[:-1]
    assert guess_encoding(data).encoding == "utf-8"
    assert guess_encoding(data).confidence == 100


def test_utf8_with_a_few_foreign_bytes_is_utf8_with_a_doubt() -> None:
    guess = guess_encoding("Zoë, Jürgen, Straße, Łukasz, Çağrı".encode() + b"\xe4")
    assert (guess.encoding, guess.guessed) == ("utf-8", True)


def test_bytes_that_are_no_text_get_some_answer() -> None:
    assert guess_encoding(bytes(range(128, 256)) * 3).confidence <= 75
    assert guess_encoding(b"").encoding == "utf-8"
