"""Problems with what a person asked for, in words: import, export, editing, undoing."""

from __future__ import annotations

from typing import Final

WORK_PROBLEMS: Final[dict[str, tuple[str, str, str]]] = {
    # --- files to import
    "import.nothing_to_import": (
        "There is nothing to import.",
        "No file was named.",
        "Choose one or more files.",
    ),
    "import.file_missing": (
        "“{file}” is not there.",
        "It was moved, renamed or deleted, or its drive is not connected.",
        "Choose the file again.",
    ),
    "import.file_changed": (
        "“{file}” has changed since it was looked at.",
        "Another program has written to it, so what was seen before holds no more. Nothing was done.",
        "Wait until that program is finished, then check or import the file again.",
    ),
    "import.paste_not_kept": (
        "What you pasted cannot be read.",
        "There is no room to keep it in for that time. {reason}",
        "Make room and paste it again, or save it as a file and choose that.",
    ),
    "import.is_directory": (
        "“{file}” is a folder.",
        "Contacts are read from files.",
        "Choose the files inside.",
    ),
    "import.folder_empty": (
        "There are no contacts in the folder “{file}”.",
        "None of its files is one that can be read.",
        "Choose another folder, or a file.",
    ),
    "import.watch_folder_gone": (
        "The watched folder “{path}” cannot be looked into.",
        "It was moved or deleted, its drive is not connected, or you may not read it. {reason}",
        "Put it right and open the book again, or choose another folder in the settings.",
    ),
    "import.not_readable": (
        "“{file}” cannot be read.",
        "The system does not allow it, or the drive reported an error. {reason}",
        "Copy the file to a folder of yours and try again.",
    ),
    "import.no_such_run": (
        "This import is not in the book any more.",
        "It was taken back since.",
        "The history (Ctrl+H) tells when.",
    ),
    "import.unreadable": (
        "“{file}” cannot be read.",
        "The system does not allow it, or the drive reported an error. {reason}",
        "Copy the file to a folder of yours and try again.",
    ),
    "import.empty_file": (
        "“{file}” is empty.",
        "There is nothing in it to read.",
        "Export the contacts once more from the program they come from.",
    ),
    "import.binary_file": (
        "“{file}” does not hold contacts.",
        "It is a picture, a program or another kind of file without readable text.",
        "Choose a vCard, a table or another address file.",
    ),
    "import.packed": (
        "“{file}” is an archive.",
        "Of archives only zip and gzip are unpacked here.",
        "Unpack it and choose the files inside.",
    ),
    "import.no_file": (
        "“{file}” is no file.",
        "It is a device or a pipe, from which nothing can be read twice.",
        "Write what comes from it to a file, and choose that.",
    ),
    "import.is_document": (
        "“{file}” is a text document or a presentation.",
        "What is a name and what is a phone number is not marked in it.",
        "Copy the table in it into a spreadsheet, and save that as .xlsx or CSV.",
    ),
    "import.is_pdf": (
        "“{file}” is a PDF.",
        "A PDF is made for printing; what is a name and what is a phone number is lost in it.",
        "Ask for the contacts as vCard or as a table.",
    ),
    "import.is_html": (
        "“{file}” is a web page.",
        "Often this is a sign-in page that was saved in place of the file.",
        "Sign in again and download the contacts once more.",
    ),
    "import.mapping_unreadable": (
        "The mapping “{file}” cannot be read.",
        "{reason}",
        "Check that the file is there and that you may open it.",
    ),
    "import.mapping_wrong": (
        "“{file}” is not a mapping.",
        "A mapping of columns is a file that Contactbook itself has saved.",
        "Save the mapping again, or leave it out to have the columns recognised.",
    ),
    "import.old_spreadsheet": (
        "“{file}” is a spreadsheet in the old Excel format.",
        "That format (.xls) cannot be read.",
        "Open it in a spreadsheet program and save it as .xlsx or CSV.",
    ),
    "import.encrypted_spreadsheet": (
        "“{file}” is locked with a password.",
        "A locked spreadsheet cannot be read.",
        "Save it without a password and try again.",
    ),
    "import.spreadsheet_damaged": (
        "The spreadsheet “{file}” is damaged.",
        "Part of it is missing or was changed.",
        "Open it in a spreadsheet program and save it anew, or download it once more.",
    ),
    "import.spreadsheet_too_big": (
        "The spreadsheet “{file}” is too large.",
        "Unpacked it takes more memory than can be given to it.",
        "Save it as CSV, or split it into smaller files.",
    ),
    "import.not_recognised": (
        "“{file}” is of no kind that is known.",
        "It looks neither like vCard nor like a table with one contact a row.",
        "If you know what it is, choose the format yourself.",
    ),
    "import.zip_damaged": (
        "The archive “{file}” is damaged.",
        "Part of it is missing or was changed.",
        "Download or copy it once more.",
    ),
    "import.zip_empty": (
        "There are no contacts in the archive “{file}”.",
        "None of the files inside is one that can be read.",
        "Look inside and choose the right file.",
    ),
    "import.zip_encrypted": (
        "The archive “{file}” is locked with a password.",
        "A locked archive cannot be read.",
        "Unpack it and choose the file inside.",
    ),
    "import.option_unknown": (
        "“{value}” means nothing for “{option}”.",
        "The import does not know that choice.",
        "Look at the help of the command.",
    ),
    "import.option_unknown#choices": (
        "“{value}” means nothing for “{option}”.",
        "The import does not know that choice.",
        "Choose one of: {choices}.",
    ),
    "import.reader_failed": (
        "Reading the file stopped halfway.",
        "The part of the program that reads files ended early ({detail}). Nothing was imported.",
        "Try again. If it happens again, please report it with the kind of file.",
    ),
    # --- export
    "export.is_directory": (
        "“{file}” is a folder.",
        "The contacts are written to a file.",
        "Add a file name.",
    ),
    "export.folder_missing": (
        "The folder {folder} is not there.",
        "It was moved, renamed or deleted, or its drive is not connected.",
        "Choose another folder.",
    ),
    "export.not_writable": (
        "“{file}” cannot be written.",
        "The folder or the file is protected. {reason}",
        "Choose another folder.",
    ),
    "export.disk_full": (
        "There is no room left to write “{file}”.",
        "The drive is full, or you have used up what you may store on it.",
        "Make room and try again. A file that was there before is unchanged.",
    ),
    "export.is_book": (
        "“{file}” is a book, or belongs to one.",
        "All that is in it would be lost.",
        "Choose another name.",
    ),
    "export.same_file": (
        "“{file}” is the file that is being read.",
        "It would be overwritten before it is read to its end.",
        "Choose another name.",
    ),
    "export.format_unknown": (
        "There is no format “{format}”.",
        "Contacts cannot be written in it.",
        "Choose one of: {choices}.",
    ),
    "json.wrong_shape": (
        "The JSON is not that of a contact.",
        "At {where} there should be: {expected}.",
        "Correct that place and try again.",
    ),
    # --- editing
    "edit.nothing_given": (
        "The contact has no name.",
        "A contact needs a name, a company, an e-mail address or a phone number.",
        "Enter one of them.",
    ),
    "edit.unknown_field": (
        "There is no field “{field}”.",
        "The name is mistyped, or the field was removed.",
        "Look up the names of the fields and try again.",
    ),
    "edit.no_such_part": (
        "“{field}” names an entry that is not there.",
        "That many of its kind are there: {there}.",
        "Choose one of these, or add the next one.",
    ),
    "edit.value_not_understood": (
        "The value for “{field}” was not understood.",
        "It does not have the form that this field needs.",
        "Enter it in another way.",
    ),
    "edit.value_not_understood#choices": (
        "The value for “{field}” was not understood.",
        "Only certain values are possible there.",
        "Choose one of: {choices}.",
    ),
    "edit.tag_unnamed": (
        "The tag has no name.",
        "A tag is found by its name.",
        "Enter a name.",
    ),
    "edit.no_such_tag": (
        "There is no tag “{tag}”.",
        "The name is mistyped, or the tag was removed.",
        "Choose one of the tags of this book.",
    ),
    # --- companies
    "company.unnamed": (
        "The company has no name.",
        "A company is found by its name.",
        "Enter a name.",
    ),
    "company.circle": (
        "Nobody can stand above themselves.",
        "The one above stands below already, directly or further down.",
        "Choose another one, or take that one out from below first.",
    ),
    "tag.color_unknown": (
        "That is not a colour.",
        "Colours are written as six hexadecimal digits, such as #1A7F37.",
        "Enter one of that form, or nothing for no colour.",
    ),
    "merge.too_few": (
        "There is nothing to merge.",
        "It takes two different contacts to make one of them.",
        "Name at least two contacts.",
    ),
    # --- taking back
    "undo.nothing": (
        "There is nothing to undo.",
        "Every step was taken back already, or none was made.",
        "Look at the history to see what was done.",
    ),
    "redo.nothing": (
        "There is nothing to redo.",
        "Nothing was undone, or something was changed since.",
        "Look at the history to see what was done.",
    ),
    "settings.not_saved": (
        "The settings were not saved.",
        "The folder {folder} cannot be written to. {reason}",
        "Make room there or allow writing, then try again.",
    ),
    "sample.missing": (
        "The sample contacts are not there.",
        "The program was installed without them.",
        "Make an empty book, or install Contactbook again.",
    ),
}
