"""The sections of the contact's form, in their order: the one place where a further section is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.ui.editor.point_section import ReachSection, WebSection

if TYPE_CHECKING:
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.editor.section_editor import SectionEditor


def form_sections(session: BookSession) -> list[SectionEditor]:
    """New section editors for one form; `session` is for those that look things up in the open book."""
    return [ReachSection(), WebSection()]
