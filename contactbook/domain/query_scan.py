"""A query cut into tokens: words, quoted words, terms with their values, brackets, minus signs, operators."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contactbook.domain import query_terms
from contactbook.domain.problems import Problem

WORD, PHRASE, TERM, OPEN, CLOSE, MINUS, OPERATOR = "word", "phrase", "term", "(", ")", "-", "operator"

_TERM = re.compile(r"([^\W\d_][\w-]*(?:\.[\w-]+)?):(?!//)")
_VALUE_BEGINS = re.compile(r"(?:[<>]=?|=)?")
_NUMBER_IN_BRACKETS = re.compile(r"\(\s*[+\d][\d\s+./-]*\)")
_NOT = re.compile(r"""-(?=[^\W\d_]|["(])""")
_OTHER_SCHEMES = frozenset({"http", "https", "ftp", "mailto", "tel", "sip", "xmpp", "urn"})
_BAR = "|"


@dataclass(frozen=True, slots=True)
class Token:
    """One token and where it stands.

    For a term `name` stands before the colon and `text` behind it; `bare`: the value is not in quotes.
    """

    kind: str
    text: str
    start: int
    end: int
    name: str = ""
    bare: bool = True

    @property
    def ends_a_row(self) -> bool:
        """Whether what stands before and after it does not stand side by side."""
        return self.kind == CLOSE or (self.kind == OPERATOR and self.text == "or")


def scan(text: str, *, unfinished: bool = False) -> list[Token]:
    """The tokens of a query, in order. `unfinished`: what breaks off at the end is let pass.

    "or", "and" and "not" count in any case where something else says that this is a query; in capitals they
    say so themselves.

    Raises:
        Problem: query.quote_not_closed, query.unknown_term, query.value_missing.
    """
    tokens: list[Token] = []
    at = depth = 0
    while True:
        at += len(text[at:]) - len(text[at:].lstrip())
        if at >= len(text):
            break
        token = _token(text, at, depth, unfinished=unfinished)
        if token is None:
            break
        depth += (token.kind == OPEN) - (token.kind == CLOSE)
        tokens.append(token)
        at = token.end
    if any(token.kind != WORD or token.text in ("OR", "AND", "NOT") for token in tokens):
        tokens = [
            Token(OPERATOR, token.text.lower(), token.start, token.end)
            if token.kind == WORD and token.text.lower() in ("or", "and", "not")
            else token
            for token in tokens
        ]
    return tokens


def _token(text: str, at: int, depth: int, *, unfinished: bool) -> Token | None:
    """The token that begins here; None for what is not finished."""
    letter = text[at]
    if letter == '"':
        return _quoted(text, at, at, PHRASE, unfinished=unfinished)
    if letter == "(" and not _NUMBER_IN_BRACKETS.match(text, at):
        return Token(OPEN, "(", at, at + 1)
    if letter == ")" and depth:
        return Token(CLOSE, ")", at, at + 1)
    if letter == _BAR:
        return Token(OPERATOR, "or", at, at + 1)
    if _NOT.match(text, at):
        return Token(MINUS, "-", at, at + 1)
    found = _TERM.match(text, at)
    if found and _is_term(text, found):
        return _with_value(text, found, depth, unfinished=unfinished)
    end = _word_end(text, at, depth)
    return Token(WORD, text[at:end], at, end)


def _is_term(text: str, found: re.Match[str]) -> bool:
    """Known names always; others when something follows at once, so that the typing error is told."""
    name, dot, _ = found[1].partition(".")
    if query_terms.named(name) is not None:
        return True
    if dot:
        return False
    follows = text[found.end() : found.end() + 1]
    return len(name) > 1 and name.lower() not in _OTHER_SCHEMES and bool(follows.strip())


def _with_value(text: str, found: re.Match[str], depth: int, *, unfinished: bool) -> Token | None:
    start, at, name = found.start(), found.end(), found[1]
    if text[at : at + 1] == '"':
        return _quoted(text, start, at, TERM, name, unfinished=unfinished)
    sign = _VALUE_BEGINS.match(text, at)
    behind = sign.end() if sign else at
    if behind > at and text[behind : behind + 1] == '"':
        quoted = _quoted(text, start, behind, TERM, name, unfinished=unfinished)
        return Token(TERM, text[at:behind] + quoted.text, start, quoted.end, name)
    end = _word_end(text, at, depth)
    if end == behind:
        if unfinished and not text[end:].strip():
            return None
        raise Problem("query.value_missing", at=start + 1, part=f"{name}:")
    return Token(TERM, text[at:end], start, end, name)


def _quoted(text: str, start: int, at: int, kind: str, name: str = "", *, unfinished: bool) -> Token:
    end = text.find('"', at + 1)
    if end < 0:
        if not unfinished:
            raise Problem("query.quote_not_closed", at=at + 1, part=text[at:])
        return Token(kind, text[at + 1 :], start, len(text), name, bare=False)
    return Token(kind, text[at + 1 : end], start, end + 1, name, bare=False)


def _word_end(text: str, at: int, depth: int) -> int:
    """Up to the next blank; a bracket that closes a group does not belong to the word."""
    if found := _NUMBER_IN_BRACKETS.match(text, at):
        at = found.end()
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    word = text[at:end]
    while depth and word.endswith(")") and word.count(")") > word.count("("):
        word = word[:-1]
        depth -= 1
    return at + len(word)
