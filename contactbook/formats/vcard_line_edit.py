"""Writing one original line again because the part it says has changed, or because the version has."""

from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from contactbook.domain import labels
from contactbook.domain.contact import SOCIAL, Address, ContactDate, ContactPoint, Photo, Relation
from contactbook.formats import (
    vcard_compose,
    vcard_head_edit,
    vcard_mapping,
    vcard_matching,
    vcard_parts,
    vcard_points,
    vcard_soundness,
    vcard_text,
)
from contactbook.formats.vcard_property import Head, split_raw, unescape

if TYPE_CHECKING:
    from contactbook.formats.vcard_compose import Made
    from contactbook.formats.vcard_composer import Composer
    from contactbook.formats.vcard_draft import Part
    from contactbook.formats.vcard_target import Target
    from contactbook.formats.vcard_tolerant import Examined, ExaminedLine

_MORE = "X-CONTACTBOOK-MORE"
_COMPONENTS = {"N": 5, "ADR": 7}


class LineEditor:
    """Writes lines of parts that are still there in a changed form.

    Args:
        composer: writes what has no original.
        found: the original card.
        same: whether the version stays.
    """

    def __init__(self, composer: Composer, found: Examined, *, same: bool) -> None:
        self._composer = composer
        self._target = composer.target
        self._lines = composer.lines
        self._same = same
        self._beside = {
            (id(each.part), each.head.name): each.head
            for index, each in enumerate(found.lines)
            if each.part is not None and each.part.origin != index
        }

        self._shared = Counter(
            each.head.group.lower()
            for index, each in enumerate(found.lines)
            if each.head.group and each.part is not None and each.part.origin == index
        )
        self._labelled = {
            id(each.part)
            for each in found.lines
            if each.head.name == "X-ABLABEL"
            and (each.value.strip() or self._same or self._shared[each.head.group.lower()] < 2)
        }

    def escaped(self, text: str) -> str:
        """Text for a value of the target."""
        return vcard_text.escape_old(text) if self._target.old else vcard_text.escape(text)

    def quoted(self, each: ExaminedLine) -> str:
        """The value of an original text line, for the target."""
        return self.escaped(unescape(each.value))

    def says(self, each: ExaminedLine, part: Part, now: Part, *, main: bool) -> bool:
        """Whether the line still says its part; a label beside it is the affair of its own line."""
        if main and (id(part), "X-ABLABEL") in self._beside and (_label(now) or not each.head.label):
            part, now = copy(part), copy(now)
            for each_part in (part, now):
                setattr(each_part, "label", "")  # noqa: B010 - not every part has one, these do
        return vcard_matching.same_content(part, now)

    def main(self, each: ExaminedLine, part: Part, now: Part) -> None:
        """The line that the part was made of."""
        head = each.head
        made = self._made(head, now)
        name, params, value, label = made
        relabel = _label(part) != _label(now) or getattr(part, "media_type", "") != getattr(
            now, "media_type", ""
        )
        if isinstance(part, ContactPoint) and isinstance(now, ContactPoint) and now.kind == SOCIAL:
            relabel = True
        elif isinstance(now, Photo):
            relabel = relabel or not self._same
        if (
            isinstance(now, Address)
            and self._target.modern
            and (id(part), "LABEL") in self._beside
            and self._same
        ):
            params = vcard_compose.address(replace(now, formatted=""), self._target)[1]
        kept = self._kept_name(head, part, now) if self._same and name.upper() != head.name else None
        if kept is not None:
            name, params, value, label = kept
        elif name.upper() != head.name:
            relabel = True
        if id(part) in self._labelled or (not relabel and head.label == _label(now)):
            label = ""
        group = head.group
        if label and self._shared[group.lower()] > 1:
            group = ""  # or the label would be everybody's in the group
        if label or (isinstance(now, Address) and self._needs_group(part, now)):
            group = group or self._lines.new_group()
        preferred = getattr(now, "preferred", False)
        reprefer = preferred != getattr(part, "preferred", False)
        params = vcard_head_edit.merged_params(
            head, params, self._target, relabel=relabel, reprefer=reprefer, preferred=preferred
        )
        printed = self._beside.get((id(part), "LABEL"))
        if printed is not None and self._target.modern and not self._same:
            params += vcard_head_edit.more_params(head, printed, self._target)
        user = head.param("X-USER") or head.param("USERNAME")
        if isinstance(now, ContactPoint) and now.value == getattr(part, "value", "") and user:
            params += vcard_text.param("USERNAME" if self._target.modern else "X-USER", user)
        params, value = more_components(head.name, params, value, each.value, head, self._target)
        self._lines.add(head.spelt if name.upper() == head.name else name, params, value, group)
        if label:
            self._lines.label(label, group)
        if isinstance(now, Address) and name == "ADR":
            self._address_companions(part, now, group)

    def beside(self, each: ExaminedLine, part: Part, now: Part, *, keeps: bool) -> None:
        """A line about a part that was made of another line: its label, its country, its printed form."""
        head = each.head
        if head.name == "X-ABLABEL":
            if keeps and _label(part) == _label(now):
                self._lines.raw(vcard_soundness.with_common_ends(each.line.raw))
            elif _label(now) and id(part) in self._labelled:
                self._lines.label(_label(now), head.group)
        elif isinstance(now, Address) and isinstance(part, Address):
            self._beside_address(each, part, now, keeps=keeps)

    def _beside_address(self, each: ExaminedLine, part: Address, now: Address, *, keeps: bool) -> None:
        head = each.head
        if head.name == "X-ABADR":
            code = vcard_compose.region_code(now, self._target)
            if keeps and part.country_code == now.country_code:
                self._lines.raw(vcard_soundness.with_common_ends(each.line.raw))
            elif code:
                self._lines.add(head.spelt, "", code, head.group)
            return
        relabel = part.label != now.label
        if keeps and part.formatted == now.formatted and not relabel:
            self._lines.raw(vcard_soundness.with_common_ends(each.line.raw))
        elif now.formatted and (self._same or not self._target.modern):
            _, params, value, _ = vcard_compose.formatted_address(now, self._target)
            params = vcard_head_edit.merged_params(
                head, params, self._target, relabel=relabel, reprefer=False
            )
            name = f"{vcard_mapping.CARRIED}LABEL" if self._target.modern else head.spelt
            self._lines.add(name, params, value, head.group)

    def _made(self, head: Head, now: Part) -> Made:
        """The line as a new one would be."""
        target = self._target
        if isinstance(now, ContactPoint):
            return vcard_compose.point(now, target)
        if isinstance(now, Address):
            alone = now.formatted and not target.modern and not vcard_compose.has_components(now)
            return (
                vcard_compose.formatted_address(now, target) if alone else vcard_compose.address(now, target)
            )
        if isinstance(now, ContactDate):
            if head.name == "BDAY":
                return vcard_compose.date(now, target)
            return self._composer.date(now)
        if isinstance(now, Relation):
            return vcard_compose.relation(now, target)
        if isinstance(now, Photo):
            return vcard_compose.photo(now, target)
        return self._composer.other(now)

    def _kept_name(self, head: Head, part: Part, now: Part) -> Made | None:
        """The line under the original's own name, where that name still says what the part is."""
        entry = vcard_mapping.TABLE.get(head.name)
        if entry is None or head.carried:
            return None
        if isinstance(now, ContactPoint) and entry.handler in (
            vcard_points.point,
            vcard_points.email,
            vcard_points.phone,
        ):
            same = isinstance(part, ContactPoint) and (part.kind, part.service) == (now.kind, now.service)
            fixed = entry.labelled == vcard_mapping.FIXED and now.label != entry.label
            if same and not fixed:
                made = vcard_compose.point(now, self._target)
                params = "".join(f";{piece}" for piece in made[1].split(";") if _is_spoken(piece))
                if entry.label:
                    params = vcard_compose.types_params([], now.preferred, self._target)
                return head.spelt, params, self.escaped(now.value), made[3]
        if isinstance(now, ContactDate) and entry.handler is vcard_parts.date and entry.label == now.label:
            return head.spelt, *vcard_compose.date_value(now.value, self._target), ""
        if isinstance(now, Relation) and entry.handler is vcard_parts.related and not now.uid:
            if entry.labelled == vcard_mapping.FIXED and entry.label == now.label:
                return head.spelt, "", self.escaped(now.text), ""
        return None

    def _needs_group(self, part: Part, now: Address) -> bool:
        """Whether a line must be added that names the address it is about by its group."""
        if vcard_compose.region_code(now, self._target) and (id(part), "X-ABADR") not in self._beside:
            return True
        if not now.formatted or self._target.modern or (id(part), "LABEL") in self._beside:
            return False
        if labels.to_types(now.label, "") is None:
            return True
        return sum(each.label == now.label for each in self._composer.contact.addresses) > 1

    def _address_companions(self, part: Part, now: Address, group: str) -> None:
        """LABEL and X-ABADR lines that the original does not have yet."""
        code = vcard_compose.region_code(now, self._target)
        if now.formatted and not self._target.modern and (id(part), "LABEL") not in self._beside:
            name, params, value, _ = vcard_compose.formatted_address(now, self._target)
            self._lines.add(name, params, value, group)
        if code and (id(part), "X-ABADR") not in self._beside:
            self._lines.add("X-ABADR", "", code, group)


def more_components(
    name: str, params: str, value: str, original: str, head: Head, target: Target
) -> tuple[str, str]:
    """Parameters and value of N or ADR with the components of RFC 9554, which a parameter carries in 3.0."""
    least = _COMPONENTS.get(name)
    if least is None:
        return params, value
    more = ";".join(split_raw(original, ";")[least:]) or head.param(_MORE)
    if not more.strip(";"):
        return params, value
    if target.modern:
        missing = least - 1 - len(split_raw(value, ";")) + 1
        return params, value + ";" * missing + ";" + more
    return params + vcard_text.param(_MORE, more), value


def _label(part: Part) -> str:
    return getattr(part, "label", "")


def _is_spoken(piece: str) -> bool:
    return bool(piece) and (piece.upper().startswith(("TYPE=", "PREF=")) or "=" not in piece)
