"""The writing side of an import: takes the reader's messages inside one step and keeps the report."""

from __future__ import annotations

from array import array
from collections import Counter
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, Any

from contactbook.actions import fields
from contactbook.actions.import_kin import Kin
from contactbook.actions.import_lookalikes import Lookalikes
from contactbook.actions.import_matching import Matching
from contactbook.actions.import_options import CREATE, LINK, MATCH_CHOICES, NONE, SKIP, RowRef
from contactbook.actions.import_reading import BATCH, FILE, UNREADABLE
from contactbook.actions.import_report import Doubtful, FileReport, ImportReport, Noticed, Rejected
from contactbook.actions.import_sources import name_of
from contactbook.actions.import_updating import Outcome, Updating
from contactbook.domain.problems import Problem
from contactbook.store import (
    bulk,
    contacts,
    identity_queries,
    import_companies,
    imports,
    linking,
    name_styles,
    tags,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from contactbook.actions.import_feed import Feed
    from contactbook.actions.import_kin import Origin
    from contactbook.actions.import_lookalikes import Likeness
    from contactbook.actions.import_observing import Observer
    from contactbook.actions.import_options import ImportOptions
    from contactbook.actions.import_reading import Batch, Message
    from contactbook.actions.import_rejects import Rejects
    from contactbook.actions.import_sources import Source
    from contactbook.domain.contact import Contact
    from contactbook.store.step import Step

_KEPT = ("format", "program", "encoding", "delimiter")
_TOLD = (*_KEPT, "guessed", "headings")


_COUNTED = {
    Outcome.CREATED: "created",
    Outcome.UPDATED: "updated",
    Outcome.SKIPPED: "skipped",
    Outcome.UNCHANGED: "unchanged",
}


class ImportRun:
    """One import into one step. Rows about the run itself are written only when there are others."""

    def __init__(
        self,
        step: Step,
        sources: Sequence[Source],
        options: ImportOptions,
        rejects: Rejects | None = None,
        observer: Observer | None = None,
    ) -> None:
        self._step = step
        self._sources = sources
        self._options = options
        self._rejects = rejects
        self._observer = observer
        self._recognised: dict[int, dict[str, Any]] = {}
        self._problems: dict[int, Problem] = {}
        self._file_ids: dict[int, int] = {}
        self._groups: list[tuple[int, str, list[str]]] = []
        self._matching = Matching(step, options.match, by_company_name=options.companies != NONE)
        self._lookalikes = Lookalikes(step.reader, options.lookalikes)
        self._updating = Updating(step, options.existing, options.policies)
        self._employed = array("q")
        self.report = ImportReport(dry_run=options.dry_run)
        self.report.files = [FileReport(source.name, source.size) for source in sources]

    @property
    def cards(self) -> int:
        """Cards seen so far."""
        return self.report.read

    def take(self, message: Message, feed: Feed) -> None:
        """Do what a message of the reader asks for."""
        if message[0] == FILE:
            self._take_file(message[1], message[2])
        elif message[0] == UNREADABLE:
            self._take_unreadable(*message[1:])
        elif message[0] == BATCH:
            self._take_batch(message[1], message[2], feed)
            feed.done(message[1])

    def finish(self) -> None:
        """Make groups tags and keep the report. Raises the problem of the files when none was read."""
        report = self.report
        report.tell_unreadable(self._problems)
        for _, name, members in self._groups:
            self._tag_members(name, members)
        if report.created or report.updated:
            fields.take_choices(self._step)
            self._link()
        unknown = [key for key in self._options.match if not self._is_known(key)]
        if unknown:
            raise Problem("import.option_unknown", option="match", value=unknown[0], choices=MATCH_CHOICES)
        if report.run:
            imports.finish_run(self._step, report.run, report.to_keep())

    def _link(self) -> None:
        """Make the companies that people of tables are in, and link people with what they name."""
        if self._employed:
            report = self.report
            report.companies = import_companies.make(self._step, self._employed)
        linking.settle_all(self._step)
        import_companies.employ(self._step)

    def _is_known(self, key: str) -> bool:
        """Whether the key by which contacts are matched means anything."""
        if key in MATCH_CHOICES or key in self._matching.seen_fields:
            return True
        return identity_queries.has_field(self._step.reader, key)

    def _is_table(self, number: int) -> bool:
        """Whether the file holds rows under headings, not cards."""
        return bool(self.report.files[number].headings)

    def _take_file(self, number: int, recognised: dict[str, Any]) -> None:
        self._recognised[number] = recognised
        file = self.report.files[number]
        for name in _TOLD:
            setattr(file, name, recognised[name])
        if self._rejects is not None:
            self._rejects.begin(number, recognised)

    def _take_unreadable(self, number: int, code: str, data: dict[str, Any]) -> None:
        self._problems[number] = Problem(code, **{"path": self._sources[number].path, **data})

    def _take_batch(self, batch_number: int, batch: Batch, feed: Feed) -> None:
        for number, *counts in batch["counts"]:
            self._count(number, *counts)
        for number, line, code, detail in batch["remarks"]:
            self.report.notice(Noticed(self._name(number), line, code, detail))
        for number, place, line, reason, raw, column, detail, sheet, cells in batch["refused"]:
            if self._rejects is not None:
                self._rejects.write(number, sheet, reason, raw, cells)
            self.report.reject(
                Rejected(self._name(number), line, reason, raw, column, detail, sheet=sheet, cells=cells)
            )
            if self._observer is not None:
                self._observer.refused(number, place, line, reason, sheet)
        for number, place, line in batch["skipped"]:
            if self._observer is not None:
                self._observer.skipped(number, place, line)
        for number, place, line, name, members in batch["groups"]:
            self._groups.append((number, name, members))
            if self._observer is not None:
                self._observer.group(number, place, line, name)
        if batch["cards"] is not None:
            self._take_cards(batch_number, batch, feed)

    def _count(
        self, number: int, cards: int, groups: int, refused: int, skipped: int, *properties: int
    ) -> None:
        report, file = self.report, self.report.files[number]
        report.read += cards + groups + refused + skipped
        report.skipped += skipped
        file.skipped += skipped
        report.groups += groups
        report.properties.add(*properties)
        file.cards += cards
        file.groups += groups
        file.rejected += refused
        file.properties.add(*properties)

    def _take_cards(self, batch_number: int, batch: Batch, feed: Feed) -> None:
        prepared: bulk.Prepared = batch["cards"]
        files: list[int] = batch["files"]
        kin = self._kin(prepared, files, partial(feed.contacts, batch_number))
        decided = self._decided(files, batch["places"])
        otherwise = self._read_otherwise(files, prepared["hashes"])
        matched = self._matching.match(prepared["uids"], prepared["hashes"], kin, decided, otherwise)
        settled = self._lookalikes.settle(kin, prepared["size"], matched, decided)
        there = matched.known | settled.left_out
        created = prepared["size"] - len(there)
        new = bulk.insert_prepared(
            self._step, prepared, self._files(set(files)) if created else {}, skip=there
        )
        self.report.created += created
        for number, count in Counter(compress(files, new)).items():
            self.report.files[number].created += count
        found = self._matching.settle(matched, new)
        contact_of = [new[at] or found.get(at, 0) for at in range(prepared["size"])]
        self._matching.remember(kin, contact_of)
        self._updating.meet(new, made=True)
        self._employ(files, contact_of)
        outcomes = self._keep(matched.same, found, files)
        for ordinal in settled.left_out:
            outcomes[ordinal] = Outcome.SKIPPED
            self._note(Outcome.SKIPPED, files[ordinal])
        if matched.differing:
            cards = feed.contacts(batch_number, matched.differing)
            for ordinal, (contact, raw) in zip(matched.differing, cards, strict=True):
                file_id = partial(self._file_id, files[ordinal])
                line = prepared["lines"][ordinal]
                told = decided.get(ordinal, 0) if decided else 0
                row = self._is_table(files[ordinal])
                outcome = self._updating.update(
                    found[ordinal], contact, raw, line, file_id, told=bool(told), row=row
                )
                self._note(outcome, files[ordinal])
                outcomes[ordinal] = outcome
        for ordinal, likeness in settled.alike.items():
            self._tell_likeness(batch, ordinal, likeness)
        if self._observer is not None:
            self._observer.cards(batch, settled.alike, contact_of, outcomes)

    def _read_otherwise(self, files: Sequence[int], hashes: Sequence[bytes]) -> set[bytes]:
        """Rows that are there byte for byte, but were read by another mapping than now."""
        found: set[bytes] = set()
        for number in set(files):
            mapping = self._recognised[number].get("mapping", "")
            if mapping and not self._matching.was_empty:
                rows = {digest for digest, file in zip(hashes, files, strict=True) if file == number}
                found |= identity_queries.read_otherwise(self._step.reader, rows, mapping)
        return found

    def _tell_likeness(self, batch: Batch, ordinal: int, likeness: Likeness) -> None:
        name = batch["cards"]["derived"][0][ordinal][bulk.DISPLAY_NAME]
        file, line = self._name(batch["files"][ordinal]), batch["cards"]["lines"][ordinal]
        self.report.doubt(Doubtful(file, line, name, likeness.reason, likeness.contacts))

    def _employ(self, files: Sequence[int], contact_of: Sequence[int]) -> None:
        """Remember the people whose companies are to be made."""
        mode = self._options.companies
        if mode in (LINK, NONE):
            return
        tables = {number for number in set(files) if mode == CREATE or self._is_table(number)}
        if tables:
            self._employed.extend(
                contact
                for contact, number in zip(contact_of, files, strict=True)
                if contact and number in tables
            )

    def _kin(
        self,
        prepared: bulk.Prepared,
        files: Sequence[int],
        cards: Callable[[Sequence[int]], Sequence[tuple[Contact, bytes]]],
    ) -> Kin:
        def origin(ordinal: int) -> Origin:
            file = self.report.files[files[ordinal]]
            return file.format, file.program, file.file, file.size

        return Kin(
            prepared,
            self._options.match,
            origin,
            lambda wanted: [each for each, _ in cards(wanted)],
            name_styles.style_of(self._step.connection),
        )

    def _decided(self, files: Sequence[int], places: Sequence[int]) -> dict[int, int]:
        """The contact that the person chose for some cards, by ordinal; 0 for a new one."""
        decisions = self._options.decisions
        if not decisions:
            return {}
        refs = enumerate(zip(files, places, strict=True))
        found = {ordinal: decisions.get(RowRef(*ref)) for ordinal, ref in refs}
        return {
            ordinal: decision.into
            for ordinal, decision in found.items()
            if decision is not None and decision.into is not None
        }

    def _note(self, outcome: Outcome, number: int) -> None:
        name = _COUNTED[outcome]
        for counted in (self.report, self.report.files[number]):
            setattr(counted, name, getattr(counted, name) + 1)

    def _keep(
        self, ordinals: Sequence[int], found: Mapping[int, int], files: Sequence[int]
    ) -> dict[int, Outcome]:
        """Cards that came before in just these words: nothing to do, unless a contact lies in the trash."""
        if not ordinals:
            return {}
        contact_ids = [found[ordinal] for ordinal in ordinals]
        self._updating.meet(contact_ids)
        back: set[int] = set()
        if self._options.existing != SKIP:
            back = identity_queries.in_trash(self._step.reader, array("q", contact_ids))
            contacts.restore(self._step, back)
        outcomes: dict[int, Outcome] = {}
        changed = back
        for name in self._options.tags:
            tag_id = tags.ensure(self._step, name)
            changed |= tags.lacking(self._step, tag_id, contact_ids)
            tags.add(self._step, tag_id, contact_ids)
        for ordinal in ordinals:
            outcomes[ordinal] = Outcome.UPDATED if found[ordinal] in changed else Outcome.UNCHANGED
            changed.discard(found[ordinal])
        for ordinal, outcome in outcomes.items():
            self._note(outcome, files[ordinal])
        return outcomes

    def _files(self, numbers: set[int]) -> dict[int, int]:
        if not self.report.run:
            self.report.run = imports.start_run(self._step, name_of(self._sources))
        for number in sorted(numbers - self._file_ids.keys()):
            recognised = {name: self._recognised[number].get(name, "") for name in (*_KEPT, "mapping")}
            self._file_ids[number] = imports.add_file(
                self._step, self.report.run, self._name(number), size=self._sources[number].size, **recognised
            )
        return self._file_ids

    def _file_id(self, number: int) -> int:
        return self._files({number})[number]

    def _tag_members(self, name: str, members: list[str]) -> None:
        if not name.strip():
            return
        tag_id = tags.ensure(self._step, name)
        found = bulk.existing_by_uid(self._step.reader, [*members, *(f"urn:uuid:{uid}" for uid in members)])
        tags.add(self._step, tag_id, sorted(set(found.values())))

    def _name(self, number: int) -> str:
        return self._sources[number].name
