"""The form for one entry: its fields scroll where there is no room for them, its buttons stay in sight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from contactbook.ui.timeline import entry_draft, entry_words
from contactbook.ui.timeline.entry_draft import NotUnderstood
from contactbook.ui.timeline.entry_fields import EntryFields
from contactbook.ui.timeline.form_scroll import FormScroll
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.interactions import Interaction, Kind


class EntryForm(QWidget):
    """Ctrl+Enter submits; nothing is written here, `submitted` carries the `Draft`."""

    submitted = Signal(object)
    left = Signal()
    """Esc, or the button beside the last one."""
    follow_up_wanted = Signal(object)
    """The id of a follow-up of the entry in the form, to be gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing: Interaction | None = None
        self._files: list[Path] = []
        self.fields = EntryFields()
        self.text, self.who, self.author = self.fields.text, self.fields.who, self.fields.author
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.attach = QToolButton()
        self.save = QPushButton(self.tr("Log it"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self._scroll = FormScroll(self.fields)
        self._lay_out()
        self._connect()
        self.clear()

    def set_kinds(self, own: tuple[Kind, ...]) -> None:
        """Offers the kinds every book has and those that somebody added."""
        self.fields.set_kinds(own)

    def choose_kind(self, key: str) -> None:
        """Sets the kind; the fields that it asks for are shown."""
        self.fields.choose_kind(key)

    def show_entry(
        self,
        entry: Interaction,
        own: tuple[Kind, ...] = (),
        next_steps: Sequence[tuple[int, str]] = (),
    ) -> None:
        """Fills the form with an entry to be changed; `next_steps`: its follow-ups by id, in words."""
        self.clear()
        self._editing = entry
        self.fields.fill(entry, own, next_steps)
        self.save.setText(self.tr("Save"))
        self._read()

    def ask_who(self, reader: object, names: dict[int, str]) -> None:
        """Asks with whom it was; `names` are chosen already."""
        self.fields.ask_who(reader, names)

    def clear(self) -> None:
        """Empties the form for the next entry; the kind stays."""
        self._editing, self._files = None, []
        self.fields.empty()
        self.save.setText(self.tr("Log it"))
        self._scroll.verticalScrollBar().setValue(0)
        self._say_files()
        self._read()

    def add_files(self, files: list[Path]) -> None:
        """Files that will be kept with the entry."""
        self._files += [path for path in files if path not in self._files]
        self._say_files()

    @property
    def editing(self) -> Interaction | None:
        """The entry that is being changed; None for a new one."""
        return self._editing

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return self.fields.is_empty and not self._files

    def submit(self) -> None:
        """Hands out what was typed; a field that is not understood gets the keyboard instead."""
        try:
            draft = entry_draft.read(self.fields, self._editing)
        except NotUnderstood as wrong:
            self._say(wrong.said, "danger")
            wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(wrong.control, 0, theme.SPACE_8)
            wrong.control.selectAll()
            return
        draft.files = list(self._files)
        self.submitted.emit(draft)

    def _read(self) -> None:
        """Says how the days in words are read while they are typed."""
        said: list[str] = []
        for line, past in ((self.fields.when, True), (self.fields.follow_up, False)):
            untouched = self._editing is not None and not line.isModified()
            if entry_draft.given(line) and not untouched:
                try:
                    when = entry_words.reading(entry_draft.moment(line, past=past))
                    said.append(f"{line.accessibleName()}: {when}")
                except NotUnderstood as wrong:
                    said.append(wrong.said)
        self._say("\n".join(said), "muted")

    def _say(self, words: str, tone: str) -> None:
        self.said.setProperty("tone", tone)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _say_files(self) -> None:
        names = ", ".join(path.name for path in self._files)
        self.attach.setText(names)
        self.attach.setToolTip(names or self.tr("Attach files"))

    def _choose_files(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _lay_out(self) -> None:
        self.attach.setIcon(icons.icon("attach"))
        self.attach.setAccessibleName(self.tr("Attach files"))
        self.attach.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.attach.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
        self.attach.setMaximumWidth(theme.scaled(160, self.font()))
        self.save.setProperty("kind", "primary")
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel.setProperty("kind", "quiet")
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE_8)
        foot.addWidget(self.attach)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_8)
        column.addWidget(self._scroll)
        column.addWidget(self.said)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.fields.typed.connect(self._read)
        self.fields.who.changed.connect(self._read)
        self.fields.follow_up_wanted.connect(self.follow_up_wanted)
        self.attach.clicked.connect(self._choose_files)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.submit)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
