"""The models say what the migrated tables hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from contactbook.store.models import MODELS, Tag, bound

if TYPE_CHECKING:
    from peewee import Model

    from contactbook.store.book import Book
    from contactbook.store.reader import Reader


@pytest.mark.parametrize("model", MODELS)
def test_a_model_has_the_columns_of_its_table(book: Book, model: type[Model]) -> None:
    meta: Any = model._meta
    columns = book.reader.query(f"SELECT name, pk, \"notnull\" FROM pragma_table_info('{meta.table_name}')")
    assert [field.column_name for field in meta.sorted_fields] == [name for name, _, _ in columns]
    assert [not field.null for field in meta.sorted_fields] == [bool(pk or must) for _, pk, must in columns]


def test_queries_run_on_the_connection_they_are_given(book: Book) -> None:
    with book.step("tag") as step:
        Tag.insert(id=1, name="VIP", key="vip", created_at=5).execute(bound(step.connection))
        assert _names(step.reader) == ["VIP"]
        assert _names(book.reader) == []
    assert _names(book.reader) == ["VIP"]


def _names(reader: Reader) -> list[str]:
    return [tag.name for tag in Tag.select().execute(bound(reader.connection))]
