"""The command about custom fields: list, add, change, remove, rename, type, load, save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.output import json_option, print_aside, print_json, print_line, print_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.actions.books import Book
    from contactbook.cli.book_access import Access
    from contactbook.domain.changes import Changes
    from contactbook.domain.field_definition import FieldDefinition, FieldSettings

VERBS = {"list": 0, "add": 1, "change": 1, "remove": 1, "rename": 2, "type": 2, "load": 1, "save": 1}
"""Each verb, and how many words it needs."""

Options = dict[str, Any]

_SHOWN = 10


@click.command("field", cls=BookCommand)
@click.argument("verb", type=click.Choice(tuple(VERBS)), metavar="|".join(VERBS))
@click.argument("words", nargs=-1, metavar="[KEY|LABEL|FILE] [NEW]")
@click.option("--type", "kind", metavar="TYPE", help="With add: the type; text without it.")
@click.option("--key", metavar="KEY", help="With add: the key; made from the label without it.")
@click.option("--label", metavar="TEXT", help="With change: the new label.")
@click.option("--help-text", metavar="TEXT", help="What the form says about the field.")
@click.option("--choices", metavar="A,B,..", help="What a choice field offers.")
@click.option("--default", metavar="VALUE", help="What stands in the form of a new contact.")
@click.option("--min", "minimum", metavar="N", help="Least value, or least number of characters.")
@click.option("--max", "maximum", metavar="N", help="Greatest value, number of characters, or stars.")
@click.option("--currency", metavar="CODE", help="Of amounts that name none.")
@click.option("--shown-for", metavar="WHOM", help="person, company, tag:NAME; everyone without it.")
@click.option("--required/--not-required", default=None, help="Warn where nothing stands.")
@click.option("--repeated/--single", default=None, help="Whether several values are possible.")
@click.option("--unique/--not-unique", default=None, help="Whether imports may find contacts by it.")
@click.option("--dry-run", is_flag=True, help="With type and remove: only say what would be lost.")
@json_option
def field_command(
    access: Access,
    verb: str,
    words: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - each option as click read it
) -> None:
    """List, add, change and remove custom fields, or load and save all of them as a form.

    list; add LABEL; change KEY; remove KEY; rename KEY NEW_KEY; type KEY TYPE; load FILE (or the name of a
    template: sales, shop, property, subscriptions, donors, club); save FILE.

    Types: text, long_text, number, money, date, yes_no, choice, choices, url, email, phone, contact, rating.
    """
    if len(words) != VERBS[verb]:
        raise click.UsageError(f"field {verb} needs {VERBS[verb] or 'no'} more words.")
    writing = verb not in ("list", "save") and not dry_run
    with access.opened(writing=writing) as book:
        if verb == "list":
            _list(book, as_json)
        elif verb == "save":
            _save(book, Path(words[0]), as_json)
        elif dry_run:
            _preview(book, verb, words, as_json)
        else:
            tell_changes(book, _change(book, verb, words, given), as_json)


def _list(book: Book, as_json: bool) -> None:
    from contactbook.actions import fields

    every = fields.list_fields(book)
    if as_json:
        print_json([_json_of(definition) for definition in every])
    else:
        rows = (
            [one.key, one.label, one.type, one.settings.shown_for or "everyone", one.help] for one in every
        )
        print_rows(("Key", "Label", "Type", "Shown for", "Help"), rows)


def _json_of(definition: FieldDefinition) -> dict[str, Any]:
    return {
        "key": definition.key, "label": definition.label, "type": definition.type, "help": definition.help,
        **definition.settings.to_json(),
    }  # fmt: skip


def _save(book: Book, path: Path, as_json: bool) -> None:
    from contactbook.actions import forms
    from contactbook.wording.speech import say_number

    forms.save_form(book, path)
    form = forms.form_of(book)
    if as_json:
        print_json({"file": str(path), "fields": len(form.fields), "sections": len(form.sections)})
    else:
        print_line(f"{say_number(len(form.fields), '1 field', '{n} fields')} saved to {path.name}.")


def _preview(book: Book, verb: str, words: Sequence[str], as_json: bool) -> None:
    from contactbook.actions import fields
    from contactbook.wording.speech import say_number

    if verb == "type":
        found = fields.preview_type(book, words[0], words[1])
        told = {"values": found.values, "converting": found.converting, "failing": found.failing}
        of = say_number(found.values, "1 value", "{n} values")
        samples, said = found.fails, f"{found.failing:,} of {of} would not convert."
    elif verb == "remove":
        lost = fields.preview_removal(book, words[0])
        told = {"values": lost.values, "contacts": lost.contacts}
        values = say_number(lost.values, "1 value", "{n} values")
        whose = say_number(lost.contacts, "1 contact", "{n} contacts")
        samples, said = lost.samples, f"{values} of {whose} would go."
    else:
        raise click.UsageError("--dry-run goes with type and remove.")
    if as_json:
        print_json(told | {"samples": [{"value": value, "count": count} for value, count in samples]})
        return
    print_line(said)
    for value, count in samples[:_SHOWN]:
        print_aside(f"  {value!r} ({count:,})")


def _change(book: Book, verb: str, words: Sequence[str], given: Options) -> Changes:
    from contactbook.actions import fields, forms
    from contactbook.domain.field_definition import FieldDefinition, FieldSettings

    match verb:
        case "add":
            made = FieldDefinition(
                words[0], given["kind"] or "text", given["key"] or fields.free_key(book, words[0]),
                given["help_text"] or "", _settings(FieldSettings(), given),
            )  # fmt: skip
            return fields.add_field(book, made)
        case "change":
            from dataclasses import replace

            before = fields.field(book, words[0])
            after = replace(before, settings=_settings(before.settings, given))
            if given["label"] is not None:
                after = replace(after, label=given["label"])
            if given["help_text"] is not None:
                after = replace(after, help=given["help_text"])
            return fields.change_field(book, words[0], after)
        case "remove":
            return fields.remove_field(book, words[0])
        case "rename":
            return fields.rename_key(book, words[0], words[1])
        case "type":
            return fields.change_type(book, words[0], words[1])
        case _:
            template = words[0] in forms.TEMPLATES and not Path(words[0]).exists()
            form = forms.template(words[0]) if template else forms.read_form(Path(words[0]))
            return forms.load_form(book, form)


def _settings(before: FieldSettings, given: Options) -> FieldSettings:
    from dataclasses import replace

    from contactbook.domain.field_definition import Choice

    names = ("default", "minimum", "maximum", "currency", "shown_for", "required", "repeated", "unique")
    said = {name: given[name] for name in names if given[name] is not None}
    if said.get("shown_for") == "everyone":
        said["shown_for"] = ""
    if given["choices"] is not None:
        colors = {choice.label: choice.color for choice in before.choices}
        labels = [label.strip() for label in given["choices"].split(",") if label.strip()]
        said["choices"] = tuple(Choice(label, colors.get(label, "")) for label in labels)
    return replace(before, **said)
