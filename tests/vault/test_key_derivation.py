from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.kdf import argon2
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.problems import Problem
from contactbook.vault.credentials import Credential, create_key_file
from contactbook.vault.key_derivation import BookKey, derive, new_salt, profile_of, salt_is_whole

if TYPE_CHECKING:
    from collections.abc import Callable

SALT = new_salt()


def test_salts_differ_and_are_whole() -> None:
    salts = {new_salt() for _ in range(100)}
    assert len(salts) == 100
    assert all(salt_is_whole(salt) and salt[0] == 1 and len(salt) == 16 for salt in salts)


@given(at=st.integers(0, 15), flip=st.integers(1, 255))
def test_a_changed_salt_is_not_whole(at: int, flip: int) -> None:
    changed = bytearray(SALT)
    changed[at] ^= flip
    assert not salt_is_whole(bytes(changed))


@pytest.mark.parametrize("salt", [b"", b"short", bytes(16), b"SQLite format 3\x00"])
def test_what_is_no_salt(salt: bytes) -> None:
    assert not salt_is_whole(salt)


def test_the_profile_of_tests_is_unknown_outside_of_them() -> None:
    for number in (0, 2, 255):
        with pytest.raises(Problem) as caught:
            profile_of(bytes([number]) + SALT[1:])
        assert caught.value.code == "vault.newer_version"


@pytest.mark.usefixtures("cheap")
def test_password_salt_and_key_file_each_make_another_key(tmp_path: Path) -> None:
    key_file = tmp_path / "key"
    create_key_file(key_file)
    salt, other = new_salt(), new_salt()
    keys = {
        derive(Credential("a"), salt).key,
        derive(Credential("b"), salt).key,
        derive(Credential("a"), other).key,
        derive(Credential("a", key_file), salt).key,
        derive(Credential("", key_file), salt).key,
    }
    assert len(keys) == 5
    assert derive(Credential("a"), salt) == derive(Credential("a"), salt)


@given(st.text(min_size=1, max_size=20))
def test_any_text_can_be_a_password(password: str) -> None:
    assert Credential(password).password_bytes()


def test_a_raw_key_comes_with_or_without_its_salt() -> None:
    key = bytes(range(32))
    assert derive(Credential(raw_key=key), SALT) == BookKey(key, SALT)
    assert derive(Credential(raw_key=key + bytes(16)), SALT) == BookKey(key, bytes(16))
    with pytest.raises(ValueError, match="32 or 48"):
        derive(Credential(raw_key=b"short"), SALT)


def test_too_little_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Poor:
        def __init__(self, **_: object) -> None: ...

        def derive(self, _: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr(argon2, "Argon2id", Poor)
    with pytest.raises(Problem) as caught:
        derive(Credential("a"), SALT)
    assert caught.value.code == "vault.no_memory"
    assert caught.value.data == {"mebibytes": 64}


def test_key_files_are_random_private_and_never_overwritten(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    create_key_file(first)
    create_key_file(second)
    assert first.read_bytes() != second.read_bytes()
    assert len(first.read_bytes()) >= 64
    assert first.stat().st_mode & 0o077 == 0
    digest = Credential(key_file=first).key_file_digest()
    assert digest == hashlib.sha256(first.read_bytes()).digest()
    with pytest.raises(Problem) as caught:
        create_key_file(first)
    assert caught.value.code == "vault.file_exists"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "vault.key_file_missing"),
        (Path.mkdir, "vault.key_file_missing"),
        (Path.touch, "vault.key_file_empty"),
    ],
)
def test_a_key_file_that_cannot_be_one(tmp_path: Path, make: Callable[[Path], None], code: str) -> None:
    path = tmp_path / "key"
    make(path)
    with pytest.raises(Problem) as caught:
        Credential("a", path).key_file_digest()
    assert caught.value.code == code
    with pytest.raises(Problem) as caught:
        create_key_file(tmp_path / "no" / "key")
    assert caught.value.code == "vault.folder_missing"
