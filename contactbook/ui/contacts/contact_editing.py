"""Editing in the pane: when the form opens, when it is saved, and that nothing typed is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from contactbook.actions import drafting, editing
from contactbook.actions.drafting import Draft
from contactbook.domain import names
from contactbook.domain.contact import Contact
from contactbook.qtmodels import contact_reads
from contactbook.ui.messages.message_bar import INFO, WARNING
from contactbook.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.domain.changes import Changes
    from contactbook.domain.problems import Problem
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.contacts.contacts_screen import ContactsScreen
    from contactbook.ui.editor.contact_editor import ContactEditor
    from contactbook.ui.editor.section_editor import SectionEditor
    from contactbook.ui.messages.message_bar import MessageBar
    from contactbook.ui.undo_commands import UndoCommands

COMPARE_MS = 250
"""Milliseconds without a key until a new contact is compared with those that are there."""
DRAFT_MS = 1_000
"""Milliseconds after the last change until a draft is written; while somebody types, every second."""


class ContactEditing(QObject):
    """At most one contact is edited at a time; leaving the pane saves it, Esc takes it back."""

    began = Signal()
    ended = Signal()
    card_pasted = Signal(str)
    """The text of a signature or card was pasted into the open form."""

    def __init__(
        self,
        session: BookSession,
        screen: ContactsScreen,
        messages: MessageBar,
        undo: UndoCommands,
        make_sections: Callable[[BookSession], Sequence[SectionEditor]],
    ) -> None:
        super().__init__(screen)
        self._session, self._screen = session, screen
        self._messages, self._undo = messages, undo
        self._make_sections = make_sections
        self._editor: ContactEditor | None = None
        self._book: Any = None
        self._draft_kept = False
        self._draft_soon = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft_soon.timeout.connect(self._keep_draft)
        self._returning = QTimer(self, singleShot=True, interval=0)
        self._returning.timeout.connect(self._give_draft_back)
        self._compare_soon = QTimer(self, singleShot=True, interval=COMPARE_MS)
        self._compare_soon.timeout.connect(self._compare)
        pane = screen.pane
        pane.edit_wanted.connect(self.edit)
        pane.about_to_leave.connect(self.leave)
        pane.escaped.connect(self.cancel)
        session.opened.connect(self._returning.start)
        session.closing.connect(self._on_closing)
        session.changed.connect(self._on_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    @property
    def active(self) -> bool:
        """Whether a form is open."""
        return self._book is not None

    @property
    def editor(self) -> ContactEditor:
        """The form; made when it is needed first."""
        if self._editor is None:
            from contactbook.ui.editor.contact_editor import ContactEditor

            self._editor = ContactEditor(self._make_sections(self._session))
            self._editor.changed.connect(self._on_edited)
            self._editor.save_wanted.connect(self.save)
            self._editor.cancel_wanted.connect(self.cancel)
            self._editor.card_pasted.connect(self.card_pasted)
            self._editor.lookalikes.show_wanted.connect(self._show_other)
        return self._editor

    def edit(self, attribute: str = "", index: int = 0) -> None:
        """Open the form of the contact that the pane shows, with the keyboard at one of its values."""
        pane = self._screen.pane
        if self.active or pane.contact_id is None or not self._possible:
            return
        contact = contact_reads.contact_of(self._session.book, pane.contact_id)
        if contact is not None and contact.deleted_at is None:
            self._begin(contact, contact, attribute, index)

    def add(self, contact: Contact | None = None) -> None:
        """Open the form of a new contact, which may have something filled in already."""
        if self._possible:
            self.leave()
            start = contact or Contact()
            self._begin(start, Contact(), "", 0)

    def save(self) -> None:
        """Save, and show the contact again."""
        self._save(stay=True)

    def leave(self) -> None:
        """Save on the way to something else."""
        if self.active and self._session.is_open:
            self._save(stay=False)

    def cancel(self) -> None:
        """Take the changes back; they can still be brought back."""
        if not self.active:
            return
        draft = Draft(self.editor.before, self.editor.contact())
        changed = draft.contact != draft.before
        self._end()
        self._screen.pane.focus_details()
        if changed:
            self._messages.say(
                self.tr("The changes were taken back."),
                tone=INFO,
                steps=[(self.tr("Bring them back"), lambda: self._open_draft(draft))],
            )

    @property
    def _possible(self) -> bool:
        return self._session.is_open and not self._session.book.read_only

    def _begin(self, contact: Contact, before: Contact, attribute: str, index: int) -> None:
        self._book = self._session.book
        self._draft_kept = False
        self.editor.edit(contact, before=before)
        self.editor.say("")
        self._screen.pane.cover(self.editor)
        self._screen.pane.setVisible(True)
        self.editor.focus_on(attribute, index)
        self.began.emit()
        if contact != before:
            self._on_edited()

    def _end(self, *, keep_draft: bool = False, edited: Contact | None = None) -> None:
        """Close the form; its draft is dropped, unless it is to stay until it has been saved."""
        key = f"contact:{self.editor.before.id}"
        book, self._book = self._book, None
        self._draft_soon.stop()
        self._compare_soon.stop()
        self._screen.pane.uncover(edited)
        self.editor.forget()
        if self._draft_kept and not keep_draft:
            self._write(lambda: drafting.drop_draft(book, key))
        self.ended.emit()

    def _save(self, *, stay: bool) -> None:
        if not self.active:
            return
        draft = Draft(self.editor.before, self.editor.contact())
        before, after = draft.before, draft.contact
        had_focus = self._screen.pane.isAncestorOf(self._screen.window().focusWidget() or self._screen)
        if after != before:  # first of all: the form is taken away while the book is written
            new = stay and not after.id
            done = lambda changes: self._on_saved(changes, draft, select=new, take_focus=new and had_focus)  # noqa: E731
            problem = lambda found: self._on_problem(found, draft)  # noqa: E731
            if after.id:
                self._session.write(
                    editing.save_edits, before, after, owner=self, on_done=done, on_problem=problem
                )
            else:
                self._session.write(editing.add_contact, after, owner=self, on_done=done, on_problem=problem)
        self._end(keep_draft=True, edited=after if after.id else None)
        if stay and had_focus:
            self._screen.pane.focus_details()

    def _on_saved(self, changes: Changes, draft: Draft, *, select: bool, take_focus: bool) -> None:
        book = self._session.book if self._session.is_open else None
        if book is not None and self._draft_kept:
            self._write(lambda: drafting.drop_draft(book, draft.key))
        if select and book is not None:
            self._screen.show_contacts(changes.made)
        if take_focus:
            self._screen.page.focus_list()
        self._undo.tell(changes)

    def _on_problem(self, problem: Problem, draft: Draft) -> None:
        """Nothing typed is lost: the form comes back, with what stood in the way."""
        if self._session.is_open and not self.active:
            self._open_draft(draft)
        self._messages.say_problem(problem)

    def _open_draft(self, draft: Draft) -> None:
        if self._possible and not self.active:
            if draft.contact.id:
                self._screen.show_contacts([draft.contact.id])
            self._begin(draft.contact, draft.before, "", 0)

    def _on_edited(self) -> None:
        if not self._draft_soon.isActive():
            self._draft_soon.start()
        if not self.editor.before.id:
            self._compare_soon.start()

    def _compare(self) -> None:
        """Says above the form of a new contact when somebody like that is there already."""
        if self.active and self._session.is_open and not self.editor.before.id:
            found = contact_reads.lookalikes_of(self._session.book, self.editor.contact())
            self.editor.lookalikes.show_found(found)

    def _show_other(self, contact_id: int) -> None:
        """The contact that is there already; what was typed can be brought back."""
        self.cancel()
        self._screen.show_contacts([contact_id])

    def _keep_draft(self) -> None:
        """Write what stands in the form; nothing where nothing was changed."""
        if not self.active:
            return
        book, draft = self._book, Draft(self.editor.before, self.editor.contact())
        if draft.contact == draft.before:
            if self._draft_kept:
                self._draft_kept = False
                self._write(lambda: drafting.drop_draft(book, draft.key))
            return
        self._draft_kept = True
        self._write(lambda: drafting.keep_draft(book, draft))

    def _write(self, work: Callable[[], None]) -> None:
        """On the writer thread, also while everything else is being cancelled: locking waits for it."""
        self._session.tasks.write(
            Job(
                work=lambda _job: work(),
                owner=self,
                on_problem=self._session.problem_met.emit,
                stoppable=False,
            )
        )

    def _on_closing(self) -> None:
        """The book is about to go: the draft is written before it is closed, the form is empty at once."""
        self._returning.stop()
        if self.active:
            self._keep_draft()
            self._end(keep_draft=True)

    def _give_draft_back(self) -> None:
        if not self._possible or self.active:
            return
        draft = next(iter(drafting.kept_drafts(self._session.book)), None)
        if draft is None:
            return
        if draft.contact.id and contact_reads.contact_of(self._session.book, draft.contact.id) is None:
            draft.contact.id = 0
        self._open_draft(draft)
        self._draft_kept = True
        name = names.display_name(draft.contact)
        words = self.tr("Unsaved changes of %1 are back.").replace("%1", name)
        self._messages.say(
            words if name else self.tr("A contact that was not saved is back."),
            tone=WARNING,
            steps=[(self.tr("Save"), self.save), (self.tr("Discard"), self.cancel)],
            stays=True,
        )

    def _on_changed(self, changes: Changes) -> None:
        """An untouched form follows what others do; what was edited is kept, and saved beside it."""
        if not self.active or not changes.touches(self.editor.before.id) or self.editor.is_changed:
            return
        now = contact_reads.contact_of(self._session.book, self.editor.before.id)
        if now is not None:
            self.editor.edit(now)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The keyboard went to another part of the screen: that is leaving the pane."""
        if new is not None and self.active and self._screen.isAncestorOf(new):
            pane = self._screen.pane
            if new is not pane and not pane.isAncestorOf(new):
                self.leave()
