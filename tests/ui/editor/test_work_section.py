"""Where somebody works: the first organisation with its period, and further ones, all in one form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contactbook.domain.contact import Affiliation, Contact
from contactbook.domain.employment import employments
from contactbook.ui.editor.work_section import WorkSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ACME = Affiliation("ACME Inc.", job_title="", since="2019", decision_maker=True, origin=4, company_id=9)
BORG = Affiliation("Borg", job_title="Drone", until="2015", origin=2)


@pytest.fixture
def section(qtbot: QtBot) -> WorkSection:
    made = WorkSection()
    qtbot.addWidget(made)
    return made


def ada(*parts: Affiliation) -> Contact:
    return Contact(given="Ada", organization="Acme Inc.", job_title="Captain", affiliations=list(parts))


def written(section: WorkSection, contact: Contact) -> Contact:
    section.write_into(contact)
    return contact


def test_the_first_organisation_is_one_row_with_its_period(section: WorkSection) -> None:
    section.show_contact(ada(BORG, ACME))
    assert len(section.list.rows) == 1
    assert section.period.since.text() == "2019"
    assert section.period.decides.isChecked()
    assert written(section, ada(BORG, ACME)) == ada(BORG, ACME)


def test_its_period_is_typed_with_the_keyboard(section: WorkSection, qtbot: QtBot) -> None:
    section.show_contact(ada(BORG))
    section.show()
    qtbot.waitExposed(section)
    section.period.since.setFocus()
    QTest.keyClicks(section.period.since, "May 2020")
    QTest.keyClick(section.period.since, Qt.Key.Key_Tab)
    section.period.decides.setFocus()
    QTest.keyClick(section.period.decides, Qt.Key.Key_Space)
    contact = written(section, ada(BORG))
    first, second = employments(contact)
    assert (first.organization, first.since, first.until) == ("Acme Inc.", "2020-05", "")
    assert first.decision_maker
    assert second.organization == "Borg"
    section.show_contact(contact)
    section.period.since.clear()
    section.period.decides.click()
    assert written(section, contact).affiliations == [BORG]


def test_a_new_name_or_job_goes_with_the_period(section: WorkSection) -> None:
    section.show_contact(ada(ACME))
    line = section.texts.lines["organization"]
    line.setText("Delta")
    line.textEdited.emit("Delta")
    contact = written(section, ada(ACME))
    assert contact.organization == "Delta"
    (told,) = employments(contact)
    assert (told.organization, told.since, told.decision_maker, told.company_id) == (
        "Delta",
        "2019",
        True,
        None,
    )


def test_a_period_is_offered_where_somebody_works(section: WorkSection) -> None:
    section.show_contact(Contact(given="Ada"))
    assert section.period.since.isHidden() or not section.period.since.isVisibleTo(section)
    line = section.texts.lines["organization"]
    line.setText("Delta")
    line.textEdited.emit("Delta")
    assert section.period.since.isVisibleTo(section)
    section.show_kind("company")
    assert not section.period.since.isVisibleTo(section)


def test_it_says_when_it_ends_before_it_begins(section: WorkSection) -> None:
    section.show_contact(ada(ACME))
    section.period.until.setText("2018")
    section.period.until.textEdited.emit("2018")
    assert section.doubts() == ["It ends before it begins."]


words = st.sampled_from(["", "Acme", "acme", "Borg\nLtd"])
parts = st.builds(
    Affiliation,
    words,
    words,
    words,
    since=st.sampled_from(["", "2019", "long ago"]),
    until=st.sampled_from(["", "2020-05"]),
    decision_maker=st.booleans(),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    organization=words,
    title=words,
    held=st.lists(parts, max_size=3),
    kind=st.sampled_from(["person", "company"]),
)
def test_what_nobody_touched_stays(
    section: WorkSection, organization: str, title: str, held: list[Affiliation], kind: str
) -> None:
    def made() -> Contact:
        kept = [part for part in held if part != Affiliation("")]
        return Contact(kind=kind, organization=organization, job_title=title, affiliations=list(kept))

    section.show_contact(made())
    assert written(section, made()) == made()
