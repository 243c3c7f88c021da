"""The import window with a table of purchases in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.ui.importing.import_wizard import ImportWizard

if TYPE_CHECKING:
    from tests.shots.stage import Stage, Steps

_ORDERS = """\
E-mail;Customer;Order ID;Order date;Item;Quantity;Total;Channel
chiara@studiobevilacqua.example;Chiara Bevilacqua;2026-1041;13.04.2026;Desk lamp “Arco”;1;129,00;web
{other};;2026-1042;14.04.2026;Office chair;4;1.196,00;phone
new@newcomer.example;Nora Newcomer;2026-1043;15.04.2026;Whiteboard;1;89,50;web
new@newcomer.example;Nora Newcomer;2026-1051;29.04.2026;Markers, 24 pieces;2;31,80;web
chiara@studiobevilacqua.example;Chiara Bevilacqua;2026-1060;02.05.2026;Light bulb;6;much;web
"""


def _orders(stage: Stage) -> ImportWizard:
    book = stage.window.session.book
    ((other,),) = book.reader.query(
        "SELECT key FROM contact_point WHERE kind = 'email' AND key NOT LIKE 'chiara%' AND key <> ''"
        " ORDER BY key LIMIT 1"
    )
    path = stage.sample.with_name("orders.csv")
    path.write_text(_ORDERS.format(other=other), "utf-8")
    stage.window.import_paths([path])
    return stage.window.findChildren(ImportWizard)[-1]


def entries_source(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    _orders(stage)
    yield 800


def entries_columns(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    wizard = _orders(stage)
    yield 800
    wizard.next.click()
    yield 400
    wizard.columns.list.selectRow(6)
    yield 200


def entries_check(stage: Stage) -> Steps:
    yield from entries_columns(stage)
    wizard = stage.window.findChildren(ImportWizard)[-1]
    wizard.next.click()
    yield 1500


def entries_report(stage: Stage) -> Steps:
    yield from entries_check(stage)
    wizard = stage.window.findChildren(ImportWizard)[-1]
    wizard.next.click()
    yield 1500


ENTRY_SCENES = (entries_source, entries_columns, entries_check, entries_report)
