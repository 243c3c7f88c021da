"""Reading JSON that somebody else wrote: typed access that says where it is wrong."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, cast

from contactbook.domain.problems import Problem

Json = dict[str, Any]
_STORABLE = range(-(2**63), 2**63)
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""The escape of half a character; alone it can be neither stored nor written again."""


def loaded(text: str | bytes) -> object:
    """What JSON says; half a character becomes the mark for one that is missing.

    Raises:
        ValueError: it is no JSON, holds a number of more digits than Python takes, or nests too deep.
    """
    if isinstance(text, bytes):
        text = text.decode(json.detect_encoding(text), "replace")
    try:
        data = json.loads(text)
        if _HALF.search(text):
            whole = json.dumps(data, ensure_ascii=False).encode("utf-16-le", "surrogatepass")
            data = json.loads(whole.decode("utf-16-le", "replace"))
    except RecursionError:
        raise ValueError("nested too deep") from None
    return data


@dataclass(frozen=True, slots=True)
class Shape:
    """One JSON object and the path that leads to it ("addresses[0]")."""

    data: Json
    path: str = ""

    @classmethod
    def of(cls, data: object, path: str = "") -> Shape:
        """The object as a Shape.

        Raises:
            Problem: "json.wrong_shape": it is not an object.
        """
        if not isinstance(data, dict):
            raise Problem("json.wrong_shape", where=path or "/", expected="object")
        return cls(cast("Json", data), path)

    def problem(self, key: str, expected: str) -> Problem:
        """The problem that the value of a key is not what was expected."""
        return Problem(
            "json.wrong_shape", where=f"{self.path}.{key}" if self.path else key, expected=expected
        )

    def text(self, key: str) -> str:
        """Text; missing or null counts as empty."""
        value = self.data.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.problem(key, "text")
        return value

    def number(self, key: str, default: int = 0) -> int:
        """A whole number; missing or null gives the default."""
        value = self.data.get(key)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.problem(key, "whole number")
        if value not in _STORABLE:
            raise self.problem(key, "whole number of 64 bits")
        return value

    def optional_number(self, key: str) -> int | None:
        """A whole number or None."""
        return None if self.data.get(key) is None else self.number(key)

    def flag(self, key: str) -> bool:
        """True or false; missing or null counts as false."""
        value = self.data.get(key)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise self.problem(key, "true | false")
        return value

    def list_of(self, key: str) -> list[Any]:
        """A list of anything; missing or null counts as empty."""
        value = self.data.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.problem(key, "list")
        return cast("list[Any]", value)

    def texts(self, key: str) -> list[str]:
        """A list of texts."""
        values = self.list_of(key)
        for index, value in enumerate(values):
            if not isinstance(value, str):
                raise self.problem(f"{key}[{index}]", "text")
        return cast("list[str]", list(values))

    def items(self, key: str) -> list[Shape]:
        """A list of objects."""
        path = f"{self.path}.{key}" if self.path else key
        return [Shape.of(value, f"{path}[{index}]") for index, value in enumerate(self.list_of(key))]

    def inside(self, key: str) -> Shape:
        """An object within; missing or null counts as empty."""
        value = self.data.get(key)
        return Shape.of({} if value is None else value, f"{self.path}.{key}" if self.path else key)
