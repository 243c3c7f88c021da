"""Values that are joined, taken apart or the same in every row; refused rows on their way out and in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from contactbook.actions import import_mappings, importing
from contactbook.ui.importing.report_dialog import ReportDialog
from contactbook.ui.widgets.picker import Picker
from tests.ui.importing.conftest import go_on, go_to_check, names

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.importing.import_wizard import ImportWizard
    from contactbook.ui.main_window import MainWindow


def test_every_row_gets_a_value_that_is_typed_once(
    wizard: Callable[[list[Path]], ImportWizard], table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_on(opened, qtbot)
    constants = opened.columns.constants
    opened.columns.tabs.setCurrentIndex(1)
    qtbot.keyClick(constants.add_button, Qt.Key.Key_Space)
    picker = constants.findChildren(Picker)[-1]
    qtbot.keyClicks(picker.line, "Source of the lead")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.keyClicks(constants.values[0], "Fair 2026")
    qtbot.keyClick(constants.values[0], Qt.Key.Key_Return)
    mapping = opened.draft.tables[0][1].mapping
    assert mapping.constants == [("field:Source of the lead", "Fair 2026")]
    opened.columns.whole.tags.setText("Prospects")
    opened.columns.whole.tags.editingFinished.emit()
    assert set(opened.draft.tables[0][1].mapping.constants) == {
        ("field:Source of the lead", "Fair 2026"),
        ("tags", "Prospects"),
    }
    buttons = constants.findChildren(QPushButton)
    remove = next(button for button in buttons if button.accessibleName().startswith("Remove"))
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    assert opened.draft.tables[0][1].mapping.constants == [("tags", "Prospects")]
    assert not constants.values
    opened.close()


def test_columns_that_become_one_value_say_so(
    wizard: Callable[[list[Path]], ImportWizard], table: Path, sample_window: MainWindow, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_on(opened, qtbot)
    columns = opened.columns
    for row in (0, 5):
        columns.list.selectRow(row)
        columns._become("note")
    assert columns.form.joined.text() == "Joined with “Customer no” into one value."
    columns.list.selectRow(1)
    assert not columns.form.joined.isVisibleTo(columns.form)
    assert "First name: Hans" in columns.form.samples.text()
    assert "Last name: Müller" in columns.form.samples.text()
    go_to_check(opened, qtbot)
    with qtbot.waitSignal(sample_window.flow.finished, timeout=20_000):
        go_on(opened, qtbot)
    rows = sample_window.session.reader.query("SELECT note FROM contact WHERE full_name = 'Hans Müller'")
    assert [row[0] for row in rows] == ["1001\n\nred"]


def test_what_is_refused_is_saved_mended_and_imported(
    wizard: Callable[[list[Path]], ImportWizard], sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "members.csv"
    path.write_text(
        "First Name,Last Name,E-mail,Phone\nBo,Good,bo@good.example,\n"
        '"Cy,Kind,cy@kind.example\nDi,Fine,di@fine.example,\n',
        "utf-8",
    )
    opened = wizard([path])
    go_to_check(opened, qtbot)
    assert opened.check.result is not None
    assert opened.check.result.report.refused == 1
    qtbot.keyClick(opened.check.save_button, Qt.Key.Key_Space)
    (dialog,) = opened.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("members - refused.csv")
    target = tmp_path / "refused.csv"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: "refused.csv" in opened.messages.text)
    head, row = target.read_text("utf-8-sig").splitlines()[:2]
    assert head.endswith("First Name,Last Name,E-mail,Phone")
    assert "quotation mark" in row
    with qtbot.waitSignal(sample_window.flow.finished, timeout=20_000):
        go_on(opened, qtbot)
    (report,) = sample_window.findChildren(ReportDialog)
    report.close()
    mended = importing.import_files(sample_window.session.book, [target]).report
    assert (mended.created, mended.refused) == (1, 0)
    assert {"Bo Good", "Cy Kind", "Di Fine"} <= names(sample_window)


def test_the_plain_target_comes_first_and_lists_of_addresses_are_split(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "guests.csv"
    path.write_text(
        "Who,Reachable at\nAnna Berg,anna@berg.example; am@berg.example\nBo Kim,<bo@kim.example>\n"
        "Cy Kind,by letter\n",
        "utf-8",
    )
    opened = wizard([path])
    go_on(opened, qtbot)
    columns = opened.columns
    columns.list.setCurrentIndex(columns.model.index(1, 0))
    qtbot.keyClick(columns.list, Qt.Key.Key_Return)
    picker = columns.findChildren(Picker)[-1]
    qtbot.keyClicks(picker.line, "e-mail")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    chosen = opened.draft.tables[0][1].mapping.columns[1]
    assert (chosen.target, chosen.label, chosen.separator) == ("email", "", ";")
    opened.close()


def test_skip_is_found_by_the_words_that_people_type_and_typing_goes_by_headings(
    wizard: Callable[[list[Path]], ImportWizard], table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_on(opened, qtbot)
    columns = opened.columns
    qtbot.keyClick(columns.list, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(columns.list, "comp")
    assert columns.list.currentIndex().row() == 2
    qtbot.keyClick(columns.list, Qt.Key.Key_Return)
    picker = columns.findChildren(Picker)[-1]
    qtbot.keyClicks(picker.line, "skip")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert opened.draft.tables[0][1].mapping.columns[2].target == "skip"
    opened.close()


def test_a_blank_goes_on_with_what_is_typed_and_opens_the_list_otherwise(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, qtbot: QtBot
) -> None:
    wide = tmp_path / "wide.csv"
    headings = ["First Name", *(f"Col {number}" for number in range(1, 40))]
    wide.write_text(f"{','.join(headings)}\n{','.join('x' * 40)}\n", "utf-8")
    opened = wizard([wide])
    go_on(opened, qtbot)
    columns = opened.columns
    qtbot.keyClicks(columns.list, "Col 27")
    assert columns.list.currentIndex().row() == 27
    assert not columns.findChildren(Picker)
    qtbot.wait(QApplication.keyboardInputInterval() + 50)
    qtbot.keyClick(columns.list, Qt.Key.Key_Space)
    assert columns.findChildren(Picker)
    opened.close()


def test_no_letter_stands_twice_among_the_labels_of_a_column(
    wizard: Callable[[list[Path]], ImportWizard], table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_on(opened, qtbot)
    columns = opened.columns
    columns.list.selectRow(5)
    labels = [one for one in opened.findChildren(QLabel) if one.isVisible() and one.buddy() is not None]
    letters = [QKeySequence.mnemonic(label.text()).toString() for label in labels]
    letters += [QKeySequence.mnemonic(one.text()).toString() for one in (opened.back, opened.next)]
    assert len(letters) > 5
    assert len(set(letters)) == len(letters)
    opened.close()


def test_a_mapping_for_nearly_the_same_headings_is_named_and_can_be_used(
    wizard: Callable[[list[Path]], ImportWizard],
    sample_window: MainWindow,
    table: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    opened = wizard([table])
    go_on(opened, qtbot)
    mapping = opened.draft.tables[0][1].mapping
    columns = [*mapping.columns[:5], replace(mapping.columns[5], target="nickname")]
    book = sample_window.session.book
    opened.close()
    import_mappings.keep_mapping(book, "Customers", replace(mapping, columns=columns))
    changed = tmp_path / "changed.csv"
    changed.write_text("Colour,Customer no,Name,Company,E-mail,Birthday,Extra\nred,1,Bo,A,b@b.example,,x\n")
    again = wizard([changed])
    go_on(again, qtbot)
    assert "“Customers” was kept for nearly the same headings" in again.columns.hint.text()
    button = next(one for one in again.columns.whole.findChildren(QPushButton) if one.menu())
    button.menu().aboutToShow.emit()
    button.menu().actions()[0].trigger()
    found = again.draft.tables[0][1].mapping
    assert [found.columns[0].target, found.columns[6].target] == ["nickname", "field"]
    assert not again.columns.hint.isVisible()
    again.close()
