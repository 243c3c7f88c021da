"""Which letters stand beside those with accents."""

from __future__ import annotations

from contactbook.formats import letter_pairs


def test_a_letter_is_at_home_between_the_letters_of_its_language() -> None:
    polish, french = (letter_pairs.share("Paweł", [4], language) for language in ("polish", "french"))
    assert polish == 1 > french == 0
    assert letter_pairs.share("é", [0], "klingon") == letter_pairs.share("", [], "french") == 0.5


def test_every_pair_is_two_letters_or_one_at_an_edge() -> None:
    for language, pairs in letter_pairs.PAIRS.items():
        assert len(pairs) > 20, language
        assert all(len(pair) == 2 and not pair.isascii() for pair in pairs), language
