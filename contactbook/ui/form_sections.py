"""The sections of the contact's form, in their order: the one place where a further section is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import point_keys
from contactbook.domain.contact import COMPANY, Contact
from contactbook.settings import declarations
from contactbook.ui.editor.about_section import AboutSection
from contactbook.ui.editor.address_section import AddressSection
from contactbook.ui.editor.date_section import DateSection
from contactbook.ui.editor.name_section import NameSection
from contactbook.ui.editor.note_section import NoteSection
from contactbook.ui.editor.point_section import ReachSection, WebSection
from contactbook.ui.editor.relation_section import RelationSection
from contactbook.ui.editor.tag_section import TagSection
from contactbook.ui.editor.work_section import WorkSection
from contactbook.ui.fields.fields_section import FieldsSection
from contactbook.ui.records.linked_relation_row import LinkedRelationRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.ui.book_session import BookSession
    from contactbook.ui.editor.section_editor import SectionEditor


def form_sections(session: BookSession) -> list[SectionEditor]:
    """New section editors for one form; `session` is for those that look things up in the open book."""
    name, work, reach, addresses = NameSection(), _work(session), ReachSection(), AddressSection()
    _dial_where_they_live(session, reach, addresses)

    def change_kind(kind: str) -> None:
        if kind == COMPANY and not name.line.text():
            name.take_company(work.texts.values()["organization"])
        work.show_kind(kind)

    name.kind_changed.connect(change_kind)
    return [
        name,
        work,
        reach,
        WebSection(),
        addresses,
        DateSection(),
        RelationSection(lambda: LinkedRelationRow(session)),
        TagSection(lambda: _tag_names(session)),
        FieldsSection(session),
        NoteSection(),
        AboutSection(),
    ]


def _work(session: BookSession) -> WorkSection:
    """Asks the book for its companies while one is named."""
    from contactbook.qtmodels import contact_links

    return WorkSection(
        lambda text: contact_links.companies_like(session.reader, text) if session.is_open else []
    )


def _dial_where_they_live(session: BookSession, reach: ReachSection, addresses: AddressSection) -> None:
    """Phones without a plus sign are read as in the country of the addresses, else as in the book's."""
    country = ""

    def follow() -> None:
        shown = Contact()
        addresses.write_into(shown)
        reach.set_region(point_keys.region_of(shown) or country)

    def begin() -> None:
        nonlocal country
        country = _country_of_book(session)
        follow()

    addresses.changed.connect(follow)
    addresses.shown.connect(begin)


def _country_of_book(session: BookSession) -> str:
    from contactbook.actions import book_options

    if not session.is_open:
        return ""
    return str(book_options.options(session.book)[declarations.DEFAULT_COUNTRY.key])


def _tag_names(session: BookSession) -> Sequence[str]:
    from contactbook.actions import browsing

    return [tag.name for tag in browsing.counts(session.book).tags] if session.is_open else []
