from __future__ import annotations

from typing import TYPE_CHECKING

import keyring
import pytest

from contactbook.domain.problems import Problem
from contactbook.vault import keychain
from contactbook.vault.book_file import open_file
from contactbook.vault.password import change_password
from tests.fakes import Chain, use_keychain

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.vault.book_file import OpenFile
    from contactbook.vault.credentials import Credential


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Chain:
    return use_keychain(monkeypatch, Chain())


def test_a_remembered_book_opens_without_the_password(book: OpenFile, chain: Chain) -> None:
    assert keychain.available()
    assert keychain.recall(book.path) is None
    keychain.remember(book.key)
    path = book.path
    book.close()
    credential = keychain.recall(path)
    assert credential is not None
    open_file(path, credential).close()


def test_neither_name_nor_password_of_the_book_is_kept(book: OpenFile, chain: Chain) -> None:
    keychain.remember(book.key)
    ((service, account),) = chain.kept
    assert service == "Contactbook"
    assert "friends" not in account


def test_forgetting_removes_it_and_may_be_done_twice(book: OpenFile, chain: Chain) -> None:
    keychain.remember(book.key)
    keychain.forget(book.key.salt)
    keychain.forget(book.key.salt)
    assert chain.kept == {}


def test_a_changed_password_is_not_what_was_remembered(book: OpenFile, chain: Chain) -> None:
    from contactbook.vault.credentials import Credential

    keychain.remember(book.key)
    change_password(book, Credential(raw_key=b"n" * 32))
    assert keychain.recall(book.path) is None


@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyring.backends.null", "keyring.backends.fail"])
def test_a_keychain_that_keeps_things_in_the_clear_is_none(
    book: OpenFile, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    backend = use_keychain(monkeypatch, Chain(), module)
    assert not keychain.available()
    with pytest.raises(Problem) as caught:
        keychain.remember(book.key)
    assert caught.value.code == "vault.keychain_missing"
    assert backend.kept == {}


def test_a_refusal_is_a_problem_and_not_a_crash(book: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    use_keychain(monkeypatch, Chain()).refuses = True
    for ask in (
        lambda: keychain.remember(book.key),
        lambda: keychain.recall(book.path),
        lambda: keychain.forget(book.key.salt),
    ):
        with pytest.raises(Problem) as caught:
            ask()
        assert caught.value.code == "vault.keychain_refused"


def test_a_library_that_fails_is_no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OSError("no session bus")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    assert not keychain.available()


def test_what_is_no_code_in_the_keychain_is_told(closed_book: Path, raw: Credential, chain: Chain) -> None:
    with open_file(closed_book, raw) as book:
        chain.kept["Contactbook", book.key.salt.hex()] = "somebody else's"
    with pytest.raises(Problem) as caught:
        keychain.recall(closed_book)
    assert caught.value.code.startswith("vault.recovery_code")
