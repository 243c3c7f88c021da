"""Everything the program can do from its menus in one table: name, words, shortcut, icon and place."""

from __future__ import annotations

from dataclasses import dataclass

from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP

BOOK, WRITE, SOME, LISTED = "book", "write", "some", "listed"
"""What a command needs: an open book, one that can be written, contacts selected, anybody in the list."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `needs` says when it is enabled; `toggle` makes it a switch."""

    key: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs: tuple[str, ...] = ()
    toggle: bool = False
    keywords: str = ""


COMMANDS = (
    Command("file.new", QT_TRANSLATE_NOOP("Commands", "New book …"), ("Ctrl+Shift+N",), "folder_add"),
    Command("file.open", QT_TRANSLATE_NOOP("Commands", "Open a book …"), ("Ctrl+O",), "folder"),
    Command(
        "file.import", QT_TRANSLATE_NOOP("Commands", "Import files …"), ("Ctrl+I",), "import", (BOOK, WRITE)
    ),
    Command(
        "file.calendar",
        QT_TRANSLATE_NOOP("Commands", "Export follow-ups and dates …"),
        (),
        "calendar",
        (BOOK,),
    ),
    Command(
        "file.entries",
        QT_TRANSLATE_NOOP("Commands", "Import purchases and other entries …"),
        (),
        "cart",
        (BOOK, WRITE),
    ),
    Command("file.mail", QT_TRANSLATE_NOOP("Commands", "Read e-mail …"), (), "email", (BOOK, WRITE)),
    Command(
        "file.export", QT_TRANSLATE_NOOP("Commands", "Export …"), ("Ctrl+Shift+E",), "export", (BOOK, LISTED)
    ),
    Command(
        "file.print",
        QT_TRANSLATE_NOOP("Commands", "Print …"),
        ("Ctrl+P",),
        "print",
        (BOOK, LISTED),
        keywords="labels envelopes address avery pdf phone list",
    ),
    Command(
        "file.convert",
        QT_TRANSLATE_NOOP("Commands", "Convert files …"),
        (),
        "source",
        keywords="vcard csv excel without a book",
    ),
    Command("import.report", QT_TRANSLATE_NOOP("Commands", "Report of the import"), (), "note", (BOOK,)),
    Command("import.undo", QT_TRANSLATE_NOOP("Commands", "Undo the import …"), (), "undo", (BOOK, WRITE)),
    Command("file.backup", QT_TRANSLATE_NOOP("Commands", "Back up now"), (), "source", (BOOK,)),
    Command(
        "file.password", QT_TRANSLATE_NOOP("Commands", "Change the password …"), (), "key", (BOOK, WRITE)
    ),
    Command("file.recovery", QT_TRANSLATE_NOOP("Commands", "Recovery sheet …"), (), "print", (BOOK,)),
    Command("file.settings", QT_TRANSLATE_NOOP("Commands", "Settings …"), ("Ctrl+,",), "gear"),
    Command("file.lock", QT_TRANSLATE_NOOP("Commands", "Lock"), ("Ctrl+L",), "lock", (BOOK,)),
    Command("file.quit", QT_TRANSLATE_NOOP("Commands", "Quit"), ("Ctrl+Q",), "quit"),
    Command("edit.undo", QT_TRANSLATE_NOOP("Commands", "Undo"), ("Ctrl+Z",), "undo", (BOOK, WRITE)),
    Command(
        "edit.redo", QT_TRANSLATE_NOOP("Commands", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", (BOOK, WRITE)
    ),
    Command("edit.find", QT_TRANSLATE_NOOP("Commands", "Search"), ("Ctrl+F",), "search", (BOOK,)),
    Command(
        "segment.save",
        QT_TRANSLATE_NOOP("Commands", "Save search as segment …"),
        ("Ctrl+Shift+S",),
        "filter",
        (BOOK, WRITE),
    ),
    Command(
        "segment.change",
        QT_TRANSLATE_NOOP("Commands", "Change segment …"),
        (),
        "edit",
        (BOOK, WRITE),
    ),
    Command(
        "segment.remove",
        QT_TRANSLATE_NOOP("Commands", "Remove segment"),
        (),
        "close",
        (BOOK, WRITE),
    ),
    Command(
        "edit.select_all", QT_TRANSLATE_NOOP("Commands", "Select all"), ("Ctrl+A",), "select_all", (BOOK,)
    ),
    Command(
        "edit.select_none",
        QT_TRANSLATE_NOOP("Commands", "End the selection"),
        ("Ctrl+Shift+A",),
        "close",
        (BOOK,),
    ),
    Command(
        "contact.new",
        QT_TRANSLATE_NOOP("Commands", "New contact"),
        ("Ctrl+N",),
        "add_person",
        (BOOK, WRITE),
    ),
    Command(
        "contact.from_text",
        QT_TRANSLATE_NOOP("Commands", "New contact from text …"),
        ("Ctrl+Shift+V",),
        "note",
        (BOOK, WRITE),
        keywords="paste signature business card",
    ),
    Command("contact.edit", QT_TRANSLATE_NOOP("Commands", "Edit"), ("Ctrl+E",), "edit", (BOOK, WRITE, SOME)),
    Command(
        "contact.duplicate",
        QT_TRANSLATE_NOOP("Commands", "New contact like this one"),
        ("Ctrl+Alt+N",),
        "copy",
        (BOOK, WRITE, SOME),
    ),
    Command(
        "contact.merge",
        QT_TRANSLATE_NOOP("Commands", "Merge the selected"),
        ("Ctrl+M",),
        "relation",
        (BOOK, WRITE, SOME),
    ),
    Command(
        "contact.above",
        QT_TRANSLATE_NOOP("Commands", "Reports to, is part of …"),
        ("Ctrl+Shift+R",),
        "relation",
        (BOOK, WRITE, SOME),
    ),
    Command(
        "contact.companies",
        QT_TRANSLATE_NOOP("Commands", "Make companies of names …"),
        (),
        "company",
        (BOOK, WRITE, LISTED),
    ),
    Command(
        "contact.history",
        QT_TRANSLATE_NOOP("Commands", "History of the contact …"),
        ("Ctrl+Shift+H",),
        "history",
        (BOOK, SOME),
    ),
    Command(
        "contact.erase", QT_TRANSLATE_NOOP("Commands", "Erase for good …"), (), "trash", (BOOK, WRITE, SOME)
    ),
    Command("trash.empty", QT_TRANSLATE_NOOP("Commands", "Empty the trash"), (), "trash", (BOOK, WRITE)),
    Command("history.show", QT_TRANSLATE_NOOP("Commands", "History …"), ("Ctrl+H",), "history", (BOOK,)),
    Command("contact.star", QT_TRANSLATE_NOOP("Commands", "Star"), ("Ctrl+D",), "star", (BOOK, WRITE, SOME)),
    Command("contact.tag", QT_TRANSLATE_NOOP("Commands", "Tag …"), ("Ctrl+T",), "tag", (BOOK, WRITE, SOME)),
    Command(
        "contact.log",
        QT_TRANSLATE_NOOP("Commands", "Log an entry …"),
        ("L", "Ctrl+Shift+L"),
        "note",
        (BOOK, WRITE),
    ),
    Command(
        "contact.rhythm",
        QT_TRANSLATE_NOOP("Commands", "Keep in touch …"),
        ("Ctrl+Shift+K",),
        "heartbeat",
        (BOOK, WRITE),
    ),
    Command(
        "contact.add_kind", QT_TRANSLATE_NOOP("Commands", "New kind of entry …"), (), "add", (BOOK, WRITE)
    ),
    Command(
        "contact.follow_up",
        QT_TRANSLATE_NOOP("Commands", "New follow-up …"),
        ("Ctrl+Shift+F",),
        "bell",
        (BOOK, WRITE),
    ),
    Command("contact.call", QT_TRANSLATE_NOOP("Commands", "Call"), ("Ctrl+Shift+C",), "phone", (BOOK,)),
    Command(
        "contact.write", QT_TRANSLATE_NOOP("Commands", "Write an e-mail"), ("Ctrl+Shift+M",), "email", (BOOK,)
    ),
    Command("contact.map", QT_TRANSLATE_NOOP("Commands", "Show on a map"), (), "map", (BOOK,)),
    Command("contact.copy_address", QT_TRANSLATE_NOOP("Commands", "Copy the address"), (), "copy", (BOOK,)),
    Command(
        "contact.cell", QT_TRANSLATE_NOOP("Commands", "Edit in the list"), (), "edit", (BOOK, WRITE, SOME)
    ),
    Command(
        "contact.bulk_edit",
        QT_TRANSLATE_NOOP("Commands", "Edit all selected …"),
        ("Ctrl+Shift+B",),
        "sliders",
        (BOOK, WRITE, SOME),
        keywords="bulk mass replace",
    ),
    Command(
        "edit.fields",
        QT_TRANSLATE_NOOP("Commands", "Fields and forms …"),
        ("Ctrl+Shift+O",),
        "sliders",
        (BOOK, WRITE),
        keywords="custom settings templates",
    ),
    Command(
        "contact.trash",
        QT_TRANSLATE_NOOP("Commands", "Move to trash"),
        ("Del",),
        "trash",
        (BOOK, WRITE, SOME),
    ),
    Command(
        "contact.restore",
        QT_TRANSLATE_NOOP("Commands", "Restore"),
        (),
        "restore",
        (BOOK, WRITE, SOME),
        keywords="take out of the trash",
    ),
    Command(
        "view.compact",
        QT_TRANSLATE_NOOP("Commands", "Compact rows"),
        ("Ctrl+Shift+D",),
        "density",
        toggle=True,
    ),
    Command("view.cards", QT_TRANSLATE_NOOP("Commands", "Cards"), ("Ctrl+Shift+G",), "cards", toggle=True),
    Command("view.today", QT_TRANSLATE_NOOP("Commands", "Today"), ("Ctrl+Shift+T",), "bell", (BOOK,)),
    Command(
        "view.reminders", QT_TRANSLATE_NOOP("Commands", "Reminders on the desktop"), (), "bell", toggle=True
    ),
    Command("view.sidebar", QT_TRANSLATE_NOOP("Commands", "Sidebar"), ("F9",), "sidebar", toggle=True),
    Command(
        "view.pane",
        QT_TRANSLATE_NOOP("Commands", "Contact beside the list"),
        ("F10",),
        "columns",
        toggle=True,
    ),
    Command("view.system", QT_TRANSLATE_NOOP("Commands", "As the system"), (), "monitor", toggle=True),
    Command("view.light", QT_TRANSLATE_NOOP("Commands", "Light"), (), "sun", toggle=True),
    Command("view.dark", QT_TRANSLATE_NOOP("Commands", "Dark"), (), "moon", toggle=True),
    Command("help.palette", QT_TRANSLATE_NOOP("Commands", "Command palette …"), ("Ctrl+K",), "command"),
    Command("help.shortcuts", QT_TRANSLATE_NOOP("Commands", "Keyboard shortcuts"), ("F1",), "keyboard"),
    Command("help.importing", QT_TRANSLATE_NOOP("Commands", "Importing and exporting"), (), "import"),
    Command("help.about", QT_TRANSLATE_NOOP("Commands", "About Contactbook"), (), "info"),
)

SEPARATOR = ""
COLUMNS_MENU, SORT_MENU, THEME_MENU = "menu:columns", "menu:sort", "menu:theme"

MENUS = (
    (
        QT_TRANSLATE_NOOP("Commands", "&File"),
        (
            "file.new",
            "file.open",
            SEPARATOR,
            "file.import",
            "file.entries",
            "file.mail",
            "file.export",
            "file.print",
            "file.calendar",
            "file.convert",
            SEPARATOR,
            "import.report",
            "import.undo",
            SEPARATOR,
            "file.backup",
            "file.password",
            "file.recovery",
            SEPARATOR,
            "file.settings",
            "file.lock",
            "file.quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "&Edit"),
        (
            "edit.undo",
            "edit.redo",
            "history.show",
            SEPARATOR,
            "edit.find",
            "edit.select_all",
            "edit.select_none",
            SEPARATOR,
            "edit.fields",
            SEPARATOR,
            "segment.save",
            "segment.change",
            "segment.remove",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "&Contact"),
        (
            "contact.new",
            "contact.from_text",
            "contact.duplicate",
            "contact.edit",
            SEPARATOR,
            "contact.star",
            "contact.tag",
            "contact.cell",
            "contact.bulk_edit",
            SEPARATOR,
            "contact.merge",
            "contact.above",
            "contact.companies",
            "contact.history",
            SEPARATOR,
            "contact.log",
            "contact.follow_up",
            "contact.rhythm",
            "contact.add_kind",
            SEPARATOR,
            "contact.call",
            "contact.write",
            "contact.map",
            "contact.copy_address",
            SEPARATOR,
            "contact.trash",
            "contact.restore",
            "contact.erase",
            "trash.empty",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "&View"),
        (
            "view.today",
            "view.reminders",
            SEPARATOR,
            COLUMNS_MENU,
            SORT_MENU,
            "view.compact",
            "view.cards",
            SEPARATOR,
            "view.sidebar",
            "view.pane",
            SEPARATOR,
            THEME_MENU,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Commands", "&Help"),
        ("help.importing", "help.palette", "help.shortcuts", "help.about"),
    ),
)
"""The menu bar: titles and the commands under them."""

ALSO = (
    ("/", QT_TRANSLATE_NOOP("Commands", "Search, from the list")),
    ("Down", QT_TRANSLATE_NOOP("Commands", "From the search field into the list")),
    ("Enter", QT_TRANSLATE_NOOP("Commands", "Go into the contact")),
    ("E, F2", QT_TRANSLATE_NOOP("Commands", "In the contact: edit the value")),
    ("Ctrl+S", QT_TRANSLATE_NOOP("Commands", "Save the contact; Esc takes the changes back")),
    (
        "Alt+Up",
        QT_TRANSLATE_NOOP(
            "Commands", "In the form: move a value; Alt+P prefers, Alt+L labels, Alt+Del removes it"
        ),
    ),
    ("Esc", QT_TRANSLATE_NOOP("Commands", "Clear the search, back to the list")),
    ("A … Z", QT_TRANSLATE_NOOP("Commands", "In the list: the next name that begins so")),
    ("Shift+Down", QT_TRANSLATE_NOOP("Commands", "Select several contacts")),
    (
        "F2",
        QT_TRANSLATE_NOOP(
            "Commands", "In the list: edit a cell; Enter goes down, a pasted column fills the rows below"
        ),
    ),
    ("F2", QT_TRANSLATE_NOOP("Commands", "On a segment: change it; Del removes it")),
    ("Enter", QT_TRANSLATE_NOOP("Commands", "On an import: its report; Del undoes it")),
    ("F6", QT_TRANSLATE_NOOP("Commands", "Next part of the window")),
)
"""Keys that are no command of a menu, for the page of shortcuts."""
