"""Which character encoding a piece of text is in, judged from its first bytes.

Address books are short, so statistics over letter frequencies mislead: here every candidate code page is
judged by whether what it makes of the high bytes are letters of one language, next to letters, in sensible
case. Only when no candidate convinces is charset_normalizer asked.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from contactbook.formats import letter_pairs

_WESTERN = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœ"
_ALPHABETS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("french", "àâäæçèéêëîïôœùûü", ("cp1252", "mac_roman", "cp850")),
    ("german", "äöüßé", ("cp1252", "mac_roman", "cp850")),
    ("spanish", "áéíñóúüçº", ("cp1252", "mac_roman", "cp850")),
    ("nordic", "åäæöøéü", ("cp1252", "mac_roman", "cp850")),
    ("portuguese", "àáâãçéêíóôõú", ("cp1252", "mac_roman", "cp850")),
    ("italian", "àèéìòù", ("cp1252", "mac_roman", "cp850")),
    ("dutch", "ëïéöüè", ("cp1252", "mac_roman", "cp850")),
    ("turkish", "çğıöşüİâî", ("cp1254", "cp857")),
    ("icelandic", "áðéíóúýþæö", ("cp1252",)),
    ("western", _WESTERN, ("cp1252", "mac_roman", "cp850")),
    ("polish", "ąćęłńóśźż", ("cp1250", "iso8859_2", "cp852")),
    ("czech", "áčďéěíňóřšťúůýžľĺŕôä", ("cp1250", "iso8859_2", "cp852")),
    ("hungarian", "áéíóöőúüű", ("cp1250", "iso8859_2", "cp852")),
    ("romanian", "ăâîşţ", ("cp1250", "iso8859_2")),
    ("croatian", "čćđšž", ("cp1250", "iso8859_2")),
    ("baltic", "āčēģīķļņšūžąęėįųõäöü", ("cp1257",)),
    ("hebrew", "אבגדהוזחטיךכלםמןנסעףפץצקרשת", ("cp1255",)),
    ("cyrillic", "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґђјљњћќџ", ("cp1251", "koi8_r", "cp866", "iso8859_5")),
    ("arabic", "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگںہھۀے،؛؟", ("cp1256",)),
    ("thai", "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ๎", ("cp874",)),
    ("greek", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ", ("cp1253", "iso8859_7")),
)
_FREQUENT = {
    "cyrillic": "оеаинтсрвл",
    "greek": "αοιετσνηυρςόά",
    "hebrew": "יוהלאמשרתב",
    "arabic": "اليونمربتدعسحه",
    "thai": "านรกอเงทมยลวดตสะ่้ีัิ",
}
_BESIDE = 0.12
"""How much of the score the letters beside weigh."""

_CLOSE = 0.04
"""Scores nearer than this decide nothing for certain."""

_RARITY = {"mac_roman": 2, "cp850": 3, "cp852": 3, "cp857": 3, "iso8859_2": 1, "iso8859_5": 1, "cp866": 1}
"""Which of two code pages that fit alike is taken: that of Windows before those of old systems."""

_WELL_PLACED = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r".[\W\d_][“„«\u2018¿¡]\w.",
        r".[\w.!?][”»\u2019“][\W_].",
        r".[\d ][€£%°][\W_].",
        r".[\W_][€£][\d ].",
        r"[\W_][A-Za-z]\u2019\w.",
        r"qu\u2019\w.",
        r".\w\u2019s[\W_]",
        r". [\u2013—•·] .",
        r".\d[\u2013½].*",
        r".[\W_]½[\W_].",
        r".m[²³].*",
        r".\w[®™].*",
        r".[\W_]§ .",
    )
)
_PUNCTUATION = set("“”„…€«»°·•№£§®™½²³¿¡\u2018\u2019\u2013\u2014\u00a0\u00b4")
_WIDE = ("cp932", "cp949", "gb18030", "big5", "euc_jp")
_EVERYDAY = {
    "gb18030": (0xB0, 0xD7, 0xA1),
    "big5": (0xA4, 0xC6, 0x40),
    "cp949": (0xB0, 0xC8, 0xA1),
    "cp932": (0x88, 0x97, 0x40),
}
_BESIDE_LATIN = re.compile(r"(?<=[a-z])[^\x00-\x7f]|[^\x00-\x7f](?=[a-z])")
_HIGH = re.compile(rb"[\x80-\xff]")
_ENOUGH_HANGUL = 5
"""Fewer syllables than this fit Chinese as well, which uses the same bytes."""
_ASCII = b':;,="\\@+-. 09AZaz'
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True)
class EncodingGuess:
    """A codec name, the length of the byte order mark to skip, and how sure this is (0..100)."""

    encoding: str
    bom: int = 0
    confidence: int = 100

    @property
    def guessed(self) -> bool:
        """Whether the person should be shown that this was not certain."""
        return self.confidence < 95


def guess_encoding(head: bytes) -> EncodingGuess:
    """The most likely encoding of text that begins with `head` (which may end inside a character)."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            return EncodingGuess(name, len(mark))
    wide = _without_mark(head)
    if wide:
        return EncodingGuess(wide, 0, 95)
    if not _HIGH.search(head):
        return EncodingGuess("iso2022_jp", 0, 95) if b"\x1b$B" in head else EncodingGuess("utf-8")
    share = _utf8_share(head)
    if share == 1:
        return EncodingGuess("utf-8")
    if share > 0.8:
        return EncodingGuess("utf-8", 0, 80)
    return _legacy(_lines_with_high_bytes(head))


def _without_mark(head: bytes) -> str:
    """UTF-16 without a byte order mark shows as zero bytes on one side of most pairs."""
    sample = head[:4096]
    pairs = len(sample) // 2
    if pairs < 2 or 0 not in sample:
        return ""
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd > pairs * 0.3 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.3 and odd < pairs * 0.05:
        return "utf-16-be"
    return ""


def _utf8_share(head: bytes) -> float:
    """Share of the high-byte sequences that are valid UTF-8; 1.0 also when only the end is cut off."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(head) - 3 and len(head) >= _SAMPLE:
            return 1.0
    else:
        return 1.0
    sample = head[:_SAMPLE].decode("utf-8", "surrogateescape")
    high = [char for char in sample if char >= "\x80"]
    good = sum(not "\udc80" <= char <= "\udcff" for char in high)
    return min(0.99, good / len(high)) if high else 0.99


def _lines_with_high_bytes(head: bytes) -> bytes:
    lines = [line for line in re.split(rb"[\r\n]+", head) if _HIGH.search(line)]
    if len(lines) > 1 and len(head) >= _SAMPLE:
        lines.pop()
    return b"\n".join(lines)[:_SAMPLE]


def _legacy(sample: bytes) -> EncodingGuess:
    candidates: list[tuple[float, int, str]] = []
    for rank, name in enumerate(_WIDE):
        candidates.append((_wide_score(sample, name), -1000 - rank, name))
    seen = 0
    for language, letters, encodings in _ALPHABETS:
        for encoding in encodings:
            seen += 1
            score = _narrow_score(sample, encoding, language, letters)
            order = _RARITY.get(encoding, 0) * len(_ALPHABETS)
            candidates.append(
                (score * 0.9 if language == "western" else score, -100 - seen - order, encoding)
            )
    score, _, name = max(candidates)
    if score >= 0.75:
        sure = score > 0.9 and not _rivals(sample, name, score, candidates)
        return EncodingGuess(name, 0, 90 if sure else 75)
    if score < 0.4:
        asked = _ask_normalizer(sample)
        if asked:
            return EncodingGuess(asked, 0, 60)
    return EncodingGuess(name if score > 0.4 else "cp1252", 0, 50)


def _rivals(sample: bytes, name: str, score: float, candidates: list[tuple[float, int, str]]) -> bool:
    """Whether another code page fits nearly as well and would read another text."""
    close = {other for rival, _, other in candidates if rival > score - _CLOSE}
    text = sample.decode(name, "replace")
    return any(sample.decode(other, "replace") != text for other in close)


def _narrow_score(sample: bytes, encoding: str, language: str, letters: str) -> float:
    """From -2 to 1: how much the high bytes look like text of a language written with `letters`."""
    text = sample.decode(encoding, "replace")
    frequent = _FREQUENT.get(language, "")
    allowed = set(letters) | set(letters.upper().replace("SS", "ẞ"))
    total = score = common = 0.0
    places: list[int] = []
    for index, char in enumerate(text):
        if char < "\x80":
            continue
        total += 1
        if char in allowed:
            score += _fit(text, index, latin=not frequent)
            common += char.lower() in frequent
            places.append(index)
        elif char in _PUNCTUATION:
            score += _mark_fit(text, index)
        elif not char.isalpha():
            score -= 2 if char == "\ufffd" or not char.isprintable() else 0.6
    if not total:
        return 0.0
    if frequent:
        return 0.7 * score / total + 0.3 * min(1.0, common / total / 0.55)
    beside = letter_pairs.share(text, places, language) if places else 1.0
    return score / total * (1 - _BESIDE * (1 - beside)) if score > 0 else score / total


def _fit(text: str, index: int, *, latin: bool) -> float:
    """How well a letter stands among its neighbours: case, and ASCII letters beside it or not."""
    char = text[index]
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    if char.isupper() and before.islower():
        return 0.2
    if char.islower() and before.isupper() and after.isupper():
        return 0.2
    if not latin:
        mixed = any(char.isascii() and char.isalpha() for char in (before, after))
        return 0.2 if mixed or not (before.isalpha() or after.isalpha()) else 1.0
    if not before.isalpha() and not after.isalpha():
        return 0.2
    return 0.3 if before > "\x7f" and after > "\x7f" else 1.0


def _mark_fit(text: str, index: int) -> float:
    """How well a sign stands: quotes around words, an apostrophe behind "D", a currency at a figure."""
    around = text[max(0, index - 2) : index].rjust(2), text[index + 1 : index + 3].ljust(2)
    return 1.0 if any(one.fullmatch(f"{around[0]}{text[index]}{around[1]}") for one in _WELL_PLACED) else 0.75


def _wide_score(sample: bytes, encoding: str) -> float:
    """From 0 to 1: how much of the text is common characters of the language the double-byte code is for."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:
            return 0.0
        text = sample[: error.start].decode(encoding, "ignore")
    high = [char for char in text if char >= "\x80"]
    if not high or len(_BESIDE_LATIN.findall(text)) > 0.3 * len(high):
        return 0.0
    kana = sum("\u3041" <= char <= "\u30ff" for char in high)
    half = sum("\uff61" <= char <= "\uff9f" for char in high)
    hangul = sum("\uac00" <= char <= "\ud7a3" for char in high)
    han = sum("\u4e00" <= char <= "\u9fff" for char in high)
    mark = sum("\u3000" <= char <= "\u303f" or "\uff01" <= char <= "\uff5e" for char in high)
    if encoding in ("cp932", "euc_jp"):
        if half > kana + han:
            return 0.0
        if not kana:
            return 0.9 * _common_block(sample, encoding) if encoding == "cp932" else 0.0
        return (kana + han + mark + half) / len(high)
    if encoding == "cp949":
        share = _common_block(sample, encoding) if hangul > han and hangul >= _ENOUGH_HANGUL else 0.0
        return share * (hangul + mark) / len(high)
    common = _common_block(sample, encoding)
    return common * (han + mark) / len(high) if han > 1 else 0.0


def _common_block(sample: bytes, encoding: str) -> float:
    """Share of the double bytes that lie in the block of everyday characters of their standard."""
    low, high, trail = _EVERYDAY[encoding]
    total = common = index = 0
    while index < len(sample) - 1:
        lead = sample[index]
        if lead < 0x80:
            index += 1
            continue
        total += 1
        common += low <= lead <= high and sample[index + 1] >= trail
        index += 2
    return common / total if total else 0.0


def _ask_normalizer(sample: bytes) -> str:
    """What another library makes of it; no charset in which the marks of a file would be other letters."""
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(sample).best()
    return best.encoding if best and _ASCII.decode(best.encoding, "replace").encode() == _ASCII else ""
