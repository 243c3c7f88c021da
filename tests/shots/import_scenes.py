"""The scenes of the import window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import books
from contactbook.ui.importing.import_wizard import ImportWizard

if TYPE_CHECKING:
    from tests.shots.stage import Stage, Steps


def _import_window(stage: Stage) -> ImportWizard:
    """The import window with the table of the sample in it."""
    table = next(path for path in books.sample_files() if path.suffix == ".csv")
    stage.window.flow.prepare([table])
    return stage.window.findChildren(ImportWizard)[-1]


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


def import_check(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    wizard = _import_window(stage)
    yield 800
    wizard.next.click()
    wizard.next.click()
    yield 3000


def convert_target(stage: Stage) -> Steps:
    """As what the files are written; no book is open."""
    wizard = stage.window.convert.open([path for path in books.sample_files() if path.suffix == ".vcf"])
    yield 900
    wizard.next.click()
    yield 1200


IMPORT_SCENES = (import_source, import_columns, import_check, convert_target)
