"""How a window that takes files opens: at once, with the pages of later steps soon after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.ui.importing.check_page import CheckPage
from contactbook.ui.importing.column_model import SURE
from contactbook.ui.importing.columns_page import ColumnsPage
from contactbook.ui.importing.import_wizard import CHECK, COLUMNS, ImportWizard
from tests.ui.importing.conftest import go_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_later_pages_are_there_soon_but_not_before_the_first_is_shown(
    sample_window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    sample_window.flow.prepare([table])
    opened = sample_window.findChildren(ImportWizard)[-1]
    assert opened.isVisible()
    assert not opened.findChildren(ColumnsPage)
    qtbot.waitUntil(lambda: bool(opened.findChildren(CheckPage)))
    assert opened.draft.files
    assert opened.pages.currentWidget() is opened.source
    assert (opened.pages.widget(COLUMNS), opened.pages.widget(CHECK)) == (opened.columns, opened.check)
    opened.close()


def test_a_window_closed_at_once_has_read_nothing(
    sample_window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    sample_window.flow.prepare([table])
    opened = sample_window.findChildren(ImportWizard)[-1]
    with qtbot.waitSignal(opened.destroyed):
        opened.close()
        assert not opened.draft.paths
        assert not opened.draft.files
    qtbot.waitUntil(lambda: not sample_window.session.tasks.busy)  # of what loads the world's phone numbers


def test_the_last_column_is_as_wide_as_what_it_says(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("First Name,Birthday\nAda,03/04/1980\nEve,05/06/1981\n", "utf-8")
    opened = wizard([path])
    go_on(opened, qtbot)
    columns = opened.columns.list
    header = columns.horizontalHeader()
    asked = header.sectionSize(SURE)
    assert "day or month first?" in {columns.model().index(at, SURE).data() for at in range(2)}
    assert asked >= columns.sizeHintForColumn(SURE)
    opened.columns.whole.order.setCurrentIndex(1)
    opened.columns.whole.order.activated.emit(1)
    assert asked > header.sectionSize(SURE) >= columns.sizeHintForColumn(SURE)
    opened.close()
