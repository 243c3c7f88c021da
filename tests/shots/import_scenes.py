"""The scenes of the import window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import books
from contactbook.ui.importing.import_wizard import ImportWizard

if TYPE_CHECKING:
    from pathlib import Path

    from tests.shots.stage import Stage, Steps


def _wizard(stage: Stage, path: Path) -> ImportWizard:
    """The import window with a file in it, no larger than the window that it stands over."""
    stage.window.flow.prepare([path])
    wizard = stage.window.findChildren(ImportWizard)[-1]
    wizard.resize(wizard.size().boundedTo(stage.window.size()))
    return wizard


def _import_window(stage: Stage) -> ImportWizard:
    """The import window with the table of the sample in it."""
    table = next(path for path in books.sample_files() if path.suffix == ".csv")
    return _wizard(stage, table)


def import_source(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    _import_window(stage)
    yield 800


def import_columns(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    wizard = _import_window(stage)
    yield 800
    wizard.next.click()
    yield 600


def import_taken_apart(stage: Stage) -> Steps:
    """A list with full names and whole addresses."""
    yield from stage.open(stage.sample)
    path = stage.sample.with_name("guests.csv")
    path.write_text(
        "Guest,Where,Mails,Table\n"
        '"Dr. Anna Maria von Berg","Hauptstraße 5, 10115 Berlin",anna@berg.example; am@berg.example,4\n'
        '"O\'Neill, Seán","12 Quay Street, Galway",sean@oneill.example,7\n',
        "utf-8",
    )
    wizard = _wizard(stage, path)
    yield 800
    wizard.next.click()
    yield 300
    for row, spec in ((3, "note"), (2, "email"), (1, "address.line"), (0, "full_name")):
        wizard.columns.list.setCurrentIndex(wizard.columns.model.index(row, 0))
        wizard.columns._become(spec)
    yield 300


def import_constants(stage: Stage) -> Steps:
    """What is the same in every row."""
    yield from import_columns(stage)
    wizard = stage.window.findChildren(ImportWizard)[-1]
    wizard.columns.constants.changed.emit([("field:Source", "Fair 2026"), ("address.country:work", "Austria")])
    wizard.columns.tabs.setCurrentIndex(1)
    yield 300


def import_refused(stage: Stage) -> Steps:
    """A row that is refused, and where it can go."""
    yield from stage.open(stage.sample)
    path = stage.sample.with_name("members.csv")
    path.write_text(
        "First Name,Last Name,E-mail,Phone\nBo,Good,bo@good.example,\n"
        '"Cy,Kind,cy@kind.example\nDi,Fine,di@fine.example,\n',
        "utf-8",
    )
    wizard = _wizard(stage, path)
    yield 800
    wizard.next.click()
    wizard.next.click()
    yield 2500


def import_check(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    wizard = _import_window(stage)
    yield 800
    wizard.next.click()
    wizard.next.click()
    yield 3000


def import_fidelity(stage: Stage) -> Steps:
    """What a file of cards came to: understood, kept as it is, and refused, with what is odd about it."""
    yield from stage.open(stage.empty)
    path = stage.sample.with_name("Addresses of the old phone.vcf")
    card = "BEGIN:VCARD\r\nVERSION:{}\r\n{}END:VCARD\r\n".format
    cards = [
        card("3.0", "FN:Ada Good\r\nX-CRM-ID:17\r\nX-CRM-OWNER:Bo\r\nTEL;TYPE=CELL:+49 30 5550100\r\n"),
        card("2.1", "N:Müller;Jörg\r\nTEL;CELL:030 5550101\r\nX-IRMC-LUID:0001\r\n"),
        card("3.0", ""),
        card("4.0", "FN:Cy Fine\r\nHOBBY;LEVEL=high:climbing\r\na line that is no property\r\n"),
        card("3.0", "FN:Never Ends\r\n").removesuffix("END:VCARD\r\n"),
    ]
    path.write_bytes("".join(cards).encode("cp1252"))
    stage.window.flow.start([path])
    yield 1500
    stage.window.flow.show_report()
    yield 200


def convert_target(stage: Stage) -> Steps:
    """As what the files are written; no book is open."""
    wizard = stage.window.convert.open([path for path in books.sample_files() if path.suffix == ".vcf"])
    yield 900
    wizard.next.click()
    yield 1200


IMPORT_SCENES = (
    import_source,
    import_columns,
    import_taken_apart,
    import_constants,
    import_refused,
    import_check,
    import_fidelity,
    convert_target,
)
