"""Writing a contact that came from a card: every line that still says what the contact says keeps its bytes.

Each line of the original was read as a part of the contact, as a field of it, or as something beside a
part. Lines of parts that did not change stay; those of changed parts are written again in place, with their
group and the parameters nobody asked to change; those of removed parts go; new parts come before END. Lines
that no strict reader could take are put right. In another version, or for a program with ways of its own,
everything is written again, and what the target does not have is carried through it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contactbook.domain.contact import COMPANY, Affiliation, Contact, Extra
from contactbook.formats import (
    vcard_carry,
    vcard_compose_fields,
    vcard_draft,
    vcard_mapping,
    vcard_matching,
    vcard_names,
    vcard_plain,
    vcard_soundness,
    vcard_tolerant,
)
from contactbook.formats.records import ReadCard
from contactbook.formats.vcard_card_lines import CardLines
from contactbook.formats.vcard_compose_fields import PHONETIC, SLOTS
from contactbook.formats.vcard_composer import Composer
from contactbook.formats.vcard_draft import Part, looks_like_company
from contactbook.formats.vcard_guess import CharsetGuess
from contactbook.formats.vcard_head_edit import merged_params
from contactbook.formats.vcard_line_edit import LineEditor, more_components

if TYPE_CHECKING:
    from contactbook.formats.vcard_target import Target
    from contactbook.formats.vcard_tolerant import Examined, ExaminedLine

_ONCE = frozenset({"N", "PRODID"})
_HOW = frozenset({"ENCODING", "CHARSET", "VALUE"})
_OF_THE_BOOK = frozenset({"created_at", "updated_at"})
"""Times that a book gives to every contact: a card that does not mention them is not told of them."""


def restored(contact: Contact, target: Target, original: bytes, lent: str = "") -> bytes:
    """The contact as a card for the target, line by line from the original.

    Args:
        contact: as it is now.
        target: version and dialect.
        original: the card that it was read from, as the reader gave it.
        lent: a UID for a contact that has none, "" for no other. A card that comes back line by line does
            without, as a change is to touch one line only; it is known again by its content.
    """
    if not target.dialect and untouched(contact, target.version, original) is not None:
        return original
    found = vcard_tolerant.examine(original, CharsetGuess())
    if lent and not contact.uid and not _stays(found, target, original):
        contact = replace(contact, uid=lent)
    return rewritten(contact, target, found)


def rewritten(contact: Contact, target: Target, found: Examined) -> bytes:
    """`restored`, from a card of which every line was looked at already."""
    return _Restorer(contact, target, found).card()


def _stays(found: Examined, target: Target, original: bytes) -> bool:
    """Whether a card of which nothing was changed is written for a target byte for byte as it came."""
    return not target.dialect and rewritten(found.draft.contact, target, found) == original


def untouched(contact: Contact, version: str, original: bytes) -> ReadCard | None:
    """What a card was read as when it can be given back whole; None when only a look at each line can tell.

    Args:
        contact: as it is now.
        version: that is to be written; "" for the one of the card.
        original: the card; it has to be clean and still to say all that the contact says.
    """
    own = _plain_version(original)
    if not own or own != (version or own):
        return None
    records = [record for _, record in vcard_plain.read_plain(original, 1)]
    if len(records) != 1 or not isinstance(records[0], ReadCard):
        return None
    record = records[0]
    return (
        record if vcard_matching.says_the_same(record.contact, contact) and comes_back_whole(record) else None
    )


def comes_back_whole(record: ReadCard) -> bool:
    """Whether a card that was read the short way is given back byte for byte in its own version."""
    own = _plain_version(record.raw)
    again = [extra.name.upper() for extra in record.contact.extras if extra.name.upper() in _ONCE]
    if not own or "N" in again or len(again) > 1:
        return False
    return vcard_soundness.is_sound_card(record.raw, own)


def _plain_version(original: bytes) -> str:
    """The version of a card that begins and ends as it should, "" of any other."""
    mark = original.find(b"VERSION:", 0, 40)
    whole = mark >= 0 and original.endswith((b"END:VCARD\r\n", b"END:VCARD\n"))
    return original[mark + 8 : mark + 11].decode("ascii", "replace") if whole else ""


def _slot_of(each: ExaminedLine) -> str:
    """What a line is about; the department belongs to the organisation, whichever property names it."""
    return "organization" if each.head.slot == "department" else each.head.slot


def _says_more(each: ExaminedLine) -> bool:
    """Whether a line has a group, or a parameter that is about more than how its value is written."""
    return bool(each.head.group) or any(key not in _HOW for key, _ in each.head.params)


class _Restorer:
    """Goes once through the lines of an original card."""

    def __init__(self, contact: Contact, target: Target, found: Examined) -> None:
        self._contact = contact
        self._target = target
        self._found = found
        self._old = found.draft.contact
        self._same = found.draft.version == target.version and not target.dialect
        self._matches = vcard_matching.matches(self._old, contact)
        self._lines = CardLines(target, [each.head.group for each in found.lines])
        self._composer = Composer(contact, target, self._lines)
        self._composer.birthday_open = not any(each.head.name == "BDAY" for each in found.lines)
        self._editor = LineEditor(self._composer, found, same=self._same)
        self._slots: set[str] = set()
        self._once: set[str] = set()
        self._placed: set[int] = set()
        self._empty_names = self._names_that_say_nothing()
        self._apart = self._slots_of_several_lines()

    def card(self) -> bytes:
        """The whole card, with the line ends of the original."""
        found = self._found
        ends = b"\r\n" if b"\r" in found.raw or b"\n" not in found.raw else b"\n"
        versioned = any(each.head.name == vcard_mapping.VERSION for each in found.lines)
        if not self._same:
            self._lines.add("VERSION", "", self._target.version)
        for index, each in enumerate(found.lines):
            self._line(index, each)
        self._add_new()
        if self._same and not versioned:
            self._lines.add("VERSION", "", self._target.version)
        begin = vcard_soundness.with_line_end(found.begin, ends)
        end = vcard_soundness.with_line_end(found.end or b"END:VCARD", ends)
        return begin + self._lines.encoded(ends) + end

    def _names_that_say_nothing(self) -> frozenset[int]:
        """FN and N lines that are empty beside another one; 3.0 and 4.0 allow no more than one N."""
        empty: set[int] = set()
        for name in ("FN",) if self._target.old else ("FN", "N"):
            names = {
                index: each.value.strip("; ")
                for index, each in enumerate(self._found.lines)
                if each.head.name == name and each.part is None
            }
            if any(names.values()):
                empty.update(index for index, text in names.items() if not text)
        return frozenset(empty)

    def _slots_of_several_lines(self) -> frozenset[str]:
        """Slots whose lines are written one by one, as they came: in one, a group or parameter would go."""
        lines: dict[str, list[ExaminedLine]] = {}
        for each in self._found.lines:
            if each.part is None and each.head.slot:
                lines.setdefault(_slot_of(each), []).append(each)
        return frozenset(
            slot
            for slot, several in lines.items()
            if len(several) > 1 and (self._same or any(map(_says_more, several)))
        )

    def _line(self, index: int, each: ExaminedLine) -> None:
        head, part = each.head, each.part
        if head.name == vcard_mapping.VERSION:
            if self._same and head.name not in self._once:
                if each.line.data == each.line.raw.rstrip(b"\r\n"):
                    self._raw(each)
                else:  # folded, what it says depends on how the rest is read
                    self._lines.add("VERSION", "", self._target.version)
            self._once.add(head.name)
        elif part is not None:
            self._part_line(index, each, part)
        elif index in self._empty_names:
            if _says_more(each):
                self._carry(each)
        elif head.slot:
            self._slot_line(each)
        elif head.name in vcard_mapping.STRUCTURE and not (head.carried and self._keeps(each)):
            self._lines.add(f"{vcard_mapping.CARRIED}{head.name}", "", vcard_draft.one_line(each.value))
        elif self._keeps(each):
            self._raw(each)
        elif head.name:
            empty = Extra(head.spelt, each.value.strip(), vcard_draft.plain_params(head))
            self._lines.add(*vcard_carry.extra(empty, self._target), head.group)

    def _raw(self, each: ExaminedLine) -> None:
        self._lines.raw(vcard_soundness.with_common_ends(each.line.raw))

    def _keeps(self, each: ExaminedLine) -> bool:
        """Whether the bytes of a line that did not change can stay."""
        if not self._same or not vcard_soundness.is_sound(each, self._target.version):
            return False
        if each.head.name in _ONCE and not each.head.carried and self._target.version == "3.0":
            if each.head.name in self._once:
                return False
            self._once.add(each.head.name)
        return True

    def _part_line(self, index: int, each: ExaminedLine, part: Part) -> None:
        main = part.origin == index
        now = self._matches.get(id(part))
        if now is None and not main:
            now, part = self._sibling(each, part)
        if now is None:
            return
        if main:
            self._placed.add(id(now))
        if isinstance(part, Affiliation) and isinstance(now, Affiliation):
            self._affiliation_line(each, part, now, main=main)
        elif self._editor.says(each, part, now, main=main) and self._keeps(each):
            self._raw(each)
        elif isinstance(now, Extra):
            again = now.name.upper() in self._once
            self._lines.add(
                *vcard_carry.extra(now, self._target, again=again, convert=not self._same), now.group
            )
            self._once.add(now.name.upper())
        elif main:
            self._editor.main(each, part, now)
        else:
            self._editor.beside(each, part, now, keeps=self._keeps(each))

    def _sibling(self, each: ExaminedLine, part: Part) -> tuple[Part | None, Part]:
        """Another part of the same group that is still there, for a label that several share."""
        group = each.head.group.lower()
        for other in self._found.lines if group else ():
            if (
                other.part is not None
                and other.head.group.lower() == group
                and id(other.part) in self._matches
            ):
                return self._matches[id(other.part)], other.part
        return None, part

    def _affiliation_line(
        self, each: ExaminedLine, part: Affiliation, now: Affiliation, *, main: bool
    ) -> None:
        """A further organisation stays as a whole; when some of it changed all its lines are written anew."""
        first = self._found.lines[part.origin]
        whole = self._same and vcard_soundness.is_sound(first, self._target.version)
        if whole and vcard_matching.same_content(part, now):
            if vcard_soundness.is_sound(each, self._target.version):
                self._raw(each)
            else:
                params = vcard_carry.sound_params(each.head.params_text, self._target)
                self._lines.add(each.head.spelt, params, self._editor.quoted(each), each.head.group)
        elif main:
            heads = {other.head.name: other.head for other in self._found.lines if other.part is part}
            self._composer.affiliation(now, each.head.group, heads)

    def _slot_line(self, each: ExaminedLine) -> None:
        slot = _slot_of(each)
        if slot == "tags":
            self._tags_line(each)
            return
        fields = PHONETIC if slot == "phonetic" else SLOTS[slot]
        same = all(getattr(self._old, field) == getattr(self._contact, field) for field in fields)
        same = same and not each.head.param(vcard_names.DERIVED)
        again = slot in self._slots
        self._slots.add(slot)
        if same and self._keeps(each):
            self._raw(each)
            self._slots.update(fields if slot == "phonetic" else ())
        elif slot == "phonetic":
            self._rewrite_phonetic(each)
        elif same and slot in self._apart:
            self._rewrite_line(each)
        elif not again:
            self._rewrite_slot(each, self._contact, unchanged=same)

    def _rewrite_phonetic(self, each: ExaminedLine) -> None:
        """A SOUND line as the X-PHONETIC ones that all versions have."""
        head, open_fields = each.head, [field for field in PHONETIC if field not in self._slots]
        made = [
            line
            for field in open_fields
            for line in vcard_compose_fields.made(field, self._contact, self._target)
        ]
        self._slots.update(PHONETIC)
        params = merged_params(head, "", self._target, relabel=True, reprefer=False)
        for name, _, value, _ in made:
            self._lines.add(name, params, value, head.group)
        if not made and (params or head.group):
            self._carry(each)

    def _rewrite_line(self, each: ExaminedLine) -> None:
        """One of several lines that only together say what the contact says."""
        if not each.value.strip("; "):
            self._carry(each)
        elif each.head.slot == "department":
            params = vcard_carry.sound_params(each.head.params_text, self._target)
            self._lines.add(each.head.spelt, params, self._editor.quoted(each), each.head.group)
        else:
            alone = vcard_draft.Draft(self._found.draft.version)
            each.head.handler(alone, each.head, each.value, 0)
            alone.finish()
            self._rewrite_slot(each, alone.contact, unchanged=True)

    def _carry(self, each: ExaminedLine) -> None:
        """A line of which only its group and parameters say anything."""
        params = vcard_carry.sound_params(vcard_draft.plain_params(each.head), self._target)
        name = f"{vcard_mapping.CARRIED}{each.head.name}"
        self._lines.add(name, params, vcard_draft.one_line(each.value.strip()), each.head.group)

    def _rewrite_slot(self, each: ExaminedLine, contact: Contact, *, unchanged: bool) -> None:
        head, target = each.head, self._target
        made = vcard_compose_fields.made(_slot_of(each), contact, target)
        if not made and head.slot == "kind" and not self._same and unchanged:
            made = [("KIND", "", "individual", "") if target.modern else ("X-ABShowAs", "", "PERSON", "")]
        if not made and unchanged and not self._same and _says_more(each):
            self._carry(each)
        for name, params, value, _ in made:
            params = merged_params(head, params, target, relabel=False, reprefer=False)
            if unchanged and head.slot == "gender" and ";" in each.value:
                value = each.value
            params, value = more_components(head.name, params, value, each.value, head, target)
            self._lines.add(head.spelt if name.upper() == head.name else name, params, value, head.group)
            self._once.add(name.upper())

    def _tags_line(self, each: ExaminedLine) -> None:
        """CATEGORIES: the tags of the line that are still there; the last such line takes the new ones."""
        tags = vcard_names.tags_of(each.value, self._found.draft.version)
        wanted = {tag.casefold() for tag in self._contact.tags}
        here = [tag for tag in tags if tag.casefold() in wanted]
        known = {tag.casefold() for tag in self._old.tags}
        new: list[str] = []
        if not any(other.head.slot == "tags" and other.part is None for other in self._behind(each)):
            new = [tag for tag in self._contact.tags if tag.casefold() not in known]
        self._slots.add("tags")
        if here == tags and not new and self._keeps(each):
            self._raw(each)
            return
        for name, params, value, _ in vcard_compose_fields.tags(here + new):
            params = merged_params(each.head, params, self._target, relabel=False, reprefer=False)
            spelt = each.head.spelt if each.head.name == name else name
            self._lines.add(spelt, params, value, self._group_of_tags(each))

    def _group_of_tags(self, each: ExaminedLine) -> str:
        """Readers of 3.0 know no group of CATEGORIES: it goes where other lines still say it."""
        group = each.head.group
        others = {other.head.group.lower() for other in self._found.lines if other is not each}
        return "" if self._target.version == "3.0" and not self._same and group.lower() in others else group

    def _behind(self, each: ExaminedLine) -> list[ExaminedLine]:
        lines = self._found.lines
        return lines[next(index for index, other in enumerate(lines) if other is each) + 1 :]

    def _add_new(self) -> None:
        """What no line of the original says: before END."""
        contact, old = self._contact, self._old
        for slot, fields in SLOTS.items():
            if slot in self._slots:
                continue
            changed = any(getattr(contact, field) != getattr(old, field) for field in fields)
            if slot in _OF_THE_BOOK:
                changed = False
            elif slot == "kind":
                changed = (contact.kind == COMPANY) != looks_like_company(contact)
            elif slot == "n":
                changed = changed or not self._target.modern
            if changed or slot == "full_name":
                self._composer.slot(slot)
        for part in vcard_matching.all_parts(contact):
            if id(part) not in self._placed:
                self._composer.part(part)
