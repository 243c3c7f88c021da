"""Problems with entries, files and follow-ups, in words."""

from __future__ import annotations

from typing import Final

TIMELINE_PROBLEMS: Final[dict[str, tuple[str, str, str]]] = {
    "when.not_understood": (
        "“{value}” is no day or time that is understood.",
        "It is neither a date nor words such as “in 2 weeks”, “next Tuesday 9:00” or “15.3.”.",
        "Write the day in other words.",
    ),
    "when.repeat_not_understood": (
        "“{value}” is no repetition that is understood.",
        "It is neither words such as “every 2 weeks” nor a rule of a calendar.",
        "Write it in other words.",
    ),
    "log.not_possible": (
        "The entry was not kept.",
        "Its {field} is missing or out of bounds.",
        "Correct it and try again.",
    ),
    "log.no_such_kind": (
        "There is no kind of entry called “{value}”.",
        "Kinds are call, email, meeting, message, letter, note, purchase and others, or those you added.",
        "Name one of them, or add the kind first.",
    ),
    "log.kind_unnamed": (
        "The kind of entry was not added.",
        "It has no name.",
        "Give it a name.",
    ),
    "log.amount_not_understood": (
        "“{value}” is no amount that is understood.",
        "An amount is a number with at most the decimals of its currency.",
        "Write it like 12.50.",
    ),
    "attach.too_large": (
        "“{file}” was not attached.",
        "It is larger than {mebibytes} MiB.",
        "Attach a smaller file, or note where it lies.",
    ),
    "attach.not_readable": (
        "“{file}” cannot be read.",
        "The system does not allow it, or the drive reported an error. {reason}",
        "Copy the file to a folder of yours and try again.",
    ),
    "attach.not_opened": (
        "“{file}” cannot be opened.",
        "No protected copy could be written for another program. {reason}",
        "Free some space on the disk and try again.",
    ),
    "entries.no_columns": (
        "“{file}” does not say whose entries these are.",
        "None of its columns is known as an e-mail address, id, phone or name.",
        "Call one of them “E-mail”, or say which one it is.",
    ),
    "calendar.not_readable": (
        "“{file}” cannot be read.",
        "It is not there, larger than any calendar, or the drive reported an error. {reason}",
        "Copy the file to a folder of yours and try again.",
    ),
    "calendar.none": (
        "“{file}” holds no calendar.",
        "It does not begin as an iCalendar file does.",
        "Export the calendar as .ics from your program, and try again.",
    ),
    "mail.nothing_found": (
        "There is no e-mail to read.",
        "The folder holds no file that ends in .eml, .msg or .mbox.",
        "Save messages as .eml files or a mailbox as .mbox, and try again.",
    ),
    "mail.not_readable": (
        "“{file}” cannot be read.",
        "It is not there, the system does not allow it, or the drive reported an error. {reason}",
        "Copy the file to a folder of yours and try again.",
    ),
    "task.not_possible": (
        "The follow-up was not kept.",
        "Its {field} is missing.",
        "Fill it in and try again.",
    ),
    "rhythm.not_possible": (
        "The rhythm was not kept.",
        "It is not between 1 and {number} days.",
        "Choose a number of days or weeks within that.",
    ),
    "store.no_such_interaction": (
        "The entry is not there.",
        "It was deleted, or it belongs to another book.",
        "Look at the timeline of its contact.",
    ),
    "store.no_such_attachment": (
        "The file is not there.",
        "It was taken from its entry, or it belongs to another book.",
        "Look at the timeline of its contact.",
    ),
    "store.no_such_task": (
        "The follow-up is not there.",
        "It was removed, or it belongs to another book.",
        "Look at the list of follow-ups.",
    ),
}
