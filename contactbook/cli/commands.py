"""The list of commands. A command's module is loaded only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

import contactbook
from contactbook.cli import examples

COMMANDS = {
    "new": ("book_commands", "Make a new, empty book."),
    "inspect": ("inspect_command", "Tell what files are, and what an import would make of their columns."),
    "import": ("import_command", "Read files of contacts into a book."),
    "convert": ("export_commands", "Turn files of contacts into another format, without a book."),
    "export": ("export_commands", "Write contacts of a book to a file."),
    "list": ("reading_commands", "List the contacts of a book."),
    "search": ("reading_commands", "List the contacts in which all words occur."),
    "show": ("reading_commands", "Show everything about one contact."),
    "add": ("editing_commands", "Add a contact."),
    "edit": ("editing_commands", "Change fields of a contact."),
    "tag": ("tag_commands", "Give a tag to contacts or take it from them; rename, colour, remove one."),
    "segment": ("segment_commands", "List, save or remove segments: searches under a name."),
    "log": ("timeline_commands", "Write an entry into the timeline of a contact."),
    "mail": ("mail_command", "Read e-mail files into the timelines of their people."),
    "entries": ("entries_command", "Read purchases, donations, tickets, scores of a table."),
    "calendar": ("calendar_command", "Read meetings of calendar files into timelines."),
    "timeline": ("timeline_command", "List what happened with a contact, or write it to a file."),
    "attachment": ("attachment_command", "List, add, save or remove the files of an entry."),
    "totals": ("totals_command", "Add up what somebody bought and gave."),
    "due": ("timeline_commands", "List follow-ups, dates ahead, and people to whom one is late."),
    "follow-up": ("follow_up_command", "Do, put off, change or plan what is next with somebody."),
    "rhythm": ("rhythm_command", "Say how often you want to be in touch with contacts or a tag."),
    "trash": ("trash_commands", "Put contacts into the trash, or empty it."),
    "restore-contact": ("trash_commands", "Take contacts out of the trash."),
    "erase": ("trash_commands", "Erase contacts for good, from the history as well."),
    "merge": ("merging_commands", "Make one contact of several."),
    "company": ("company_commands", "List companies' people, or make companies of names."),
    "field": ("field_commands", "List, add, change and remove custom fields; load and save forms."),
    "history": ("history_commands", "List what was done in a book."),
    "undo": ("history_commands", "Take back the last step, or the one named."),
    "redo": ("history_commands", "Do again what was taken back."),
    "check": ("book_commands", "Look for damage in a book."),
    "backup": ("keeping_commands", "Write a verified copy of a book."),
    "restore": ("keeping_commands", "Make a book of a backup."),
    "password": ("keeping_commands", "Give a book another password."),
    "unlock-with-code": ("keeping_commands", "Give a book whose password is lost a new one."),
    "recovery-code": ("book_commands", "Print the code that opens a book without its password."),
}
"""Name of each command: the module that holds it, and what it is for."""


class ReaderGone(Exception):
    """Whoever read our output has enough of it: instead of a broken pipe, which click makes a failure."""


class _Program(click.Group):
    """A group whose help needs none of the commands' modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = COMMANDS.get(cmd_name)
        if found is None:
            return None
        command = getattr(
            import_module(f"contactbook.cli.{found[0]}"), cmd_name.replace("-", "_") + "_command"
        )
        assert isinstance(command, click.Command)
        command.epilog = examples.told(cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderGone from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, purpose) for name, (_, purpose) in COMMANDS.items()])


program = _Program(
    "contactbook",
    help="An address book in one encrypted file. Without a command, its window opens.",
    epilog="Exit status: 0 done, 1 done in part, 2 wrong usage, 3 a problem that is explained.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
click.version_option(contactbook.__version__, prog_name="Contactbook")(program)
