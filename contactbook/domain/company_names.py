"""Names of companies: when two spellings are certainly the same company, and when only perhaps."""

from __future__ import annotations

from functools import lru_cache

from contactbook.domain.folding import fold, tokens

_ROUNDS = 3

_FORMS = """
    ltd|limited|plc|llp|lp|llc|inc|incorporated|corp|corporation|co|company|pty|pty ltd|gmbh|ag|kg|ohg|gbr|ug|
    e k|e v|ev|kgaa|se|gmbh co kg|ges m b h|gesmbh|sa|s a|sas|s a s|sarl|s a r l|sprl|s p r l|srl|s r l|spa|
    s p a|snc|s n c|sl|s l|slu|s l u|bv|b v|nv|n v|vof|v o f|sp z o o|sp zoo|spolka z o o|sp j|sp k|s c|s ka|
    spolka akcyjna|s r o|sro|a s|as|asa|ab|aps|oy|oyj|kft|zrt|nyrt|d o o|doo|d d|ood|eood|ltda|lda|s de r l|
    de c v|s a de c v|sa de cv|pte|pte ltd|sdn bhd|bhd|pvt|pvt ltd|private limited|k k|kk|ooo|oao|zao|ao|pjsc|
    jsc|hf|ehf|uab|sia|ou|as"""
LEGAL_FORMS = frozenset(tuple(form.split()) for form in _FORMS.replace("\n", "").split("|"))
"""What a company is in law, as folded words."""

_LONGEST = max(map(len, LEGAL_FORMS))
_AND = frozenset({"and", "und", "et", "y", "e", "i", "en", "och", "og", "ja", "&", "+"})


def clean(name: str) -> str:
    """The name as it should be written: "Smith &amp;amp; Sons " gives "Smith & Sons"."""
    if "&" in name:
        from html import unescape  # its table of every character's name is large

        for _ in range(_ROUNDS):
            name = unescape(name)
    return " ".join(name.split())


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """By which two names are the same company for certain: blanks, case and accents do not count (R9)."""
    return fold(clean(name)).strip()


@lru_cache(maxsize=8192)
def loose_key(name: str) -> str:
    """By which two names may be the same company: legal form, punctuation and "and" do not count either.

    "ACME Sp. z o.o." and "Acme" give "acme". Only ever a suggestion.
    """
    words = [word for word in tokens(clean(name)) if word not in _AND]
    if words[:1] == ["the"] and len(words) > 1:
        del words[0]
    while (length := _form_at_end(words)) and length < len(words):
        del words[-length:]
    return "".join(words)


def has_legal_form(name: str) -> bool:
    """Whether the name ends in what a company is in law: "Acme sp. z o.o."."""
    words = tokens(clean(name))
    return 0 < _form_at_end(words) < len(words)


def is_one(name: str) -> bool:
    """Whether it ends in a legal form that is no part of a person's name: "Huber KG", yet not "Joana Sá".

    Two letters count where they alone are capitals, or have points: "Huber AG", "JOANA SA".
    """
    words = tokens(clean(name))
    form = words[len(words) - _form_at_end(words) :]
    if not form or len(form) == len(words):
        return False
    if len("".join(form)) > _SHORT or form[-1] in _ONLY_FORMS:
        return True
    typed = name.split()
    return len(form) > 1 or (typed[-1].isupper() and not " ".join(typed[:-1]).isupper())


_SHORT = 3
_ONLY_FORMS = frozenset("ltd inc llc llp plc pty ohg gbr kft zrt bhd pte pvt jsc gmbh srl sro".split())
"""Short forms that are nobody's name."""


def _form_at_end(words: list[str]) -> int:
    """How many of the last words are a legal form; 0 for none."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if tuple(words[-length:]) in LEGAL_FORMS:
            return length
    return 0
