"""Problems with the book itself, in words: the encrypted file and what is stored in it."""

from __future__ import annotations

from typing import Final

BOOK_PROBLEMS: Final[dict[str, tuple[str, str, str]]] = {
    # --- opening and making a book
    "vault.wrong_password": (
        "The password does not open “{file}”.",
        "It is not the one the book was locked with, or the book needs a key file as well.",
        "Check Caps Lock and the keyboard language, then try again. The recovery code opens the book, too.",
    ),
    "vault.wrong_password#key_file": (
        "Password and key file together do not open “{file}”.",
        "One of the two is not the one the book was locked with; which one cannot be told.",
        "Check both and try again. The recovery code opens the book, too.",
    ),
    "vault.wrong_recovery_code": (
        "This recovery code does not open “{file}”.",
        "It belongs to another book, or the password was changed after the code was printed.",
        "Use the newest code of this book, or its password.",
    ),
    "vault.password_missing": (
        "There is neither a password nor a key file.",
        "A book is locked with one of them, or with both.",
        "Enter a password or choose a key file.",
    ),
    "vault.damaged": (
        "“{file}” is damaged.",
        "Part of it was changed or lost outside of Contactbook, by a failing disk or an unfinished copy.",
        "Keep the file and open your newest backup.",
    ),
    "vault.damaged#head": (
        "“{file}” is damaged at its very beginning.",
        "The part that is needed to check a password was changed or lost outside of Contactbook.",
        "Open it with its recovery code, or open your newest backup.",
    ),
    "vault.newer_version": (
        "“{file}” was made by a newer Contactbook.",
        "It is locked in a way that this version does not know.",
        "Install the newest version of Contactbook.",
    ),
    "vault.name_too_long": (
        "A book cannot lie at “{path}”.",
        "The name of the file, or the whole path, is longer than the system takes.",
        "Choose a shorter name, or a folder that lies less deep.",
    ),
    "vault.name_not_text": (
        "A book cannot lie at “{path}”.",
        "The name of the file or of one of its folders holds bytes that are no text (UTF-8).",
        "Rename that file or folder, or choose another place.",
    ),
    "vault.not_a_book": (
        "“{file}” is not a Contactbook book.",
        "Its content is something else, or its beginning was lost.",
        "Choose another file. To read contacts from this one, import it into a book.",
    ),
    "vault.not_a_book#folder": (
        "“{file}” is a folder.",
        "A book is a single file whose name ends in .contactbook.",
        "Choose the file inside.",
    ),
    "vault.not_a_book#empty": (
        "“{file}” is empty.",
        "There is nothing in it, so it cannot be opened as a book.",
        "Choose another file, or make a new book under this name.",
    ),
    "vault.not_a_book#database": (
        "“{file}” is the database of another program.",
        "Only books made by Contactbook can be opened.",
        "Export the contacts in that program and import them here.",
    ),
    "vault.in_use": (
        "“{file}” is open already.",
        "Another window or program on this computer has had it open since {since} (process {pid}).",
        "Close it there, or open the book to read only.",
    ),
    "vault.in_use#unknown": (
        "“{file}” is open already.",
        "Another window or program has it open.",
        "Close it there, or open the book to read only.",
    ),
    "vault.in_use#elsewhere": (
        "“{file}” is open on another computer.",
        "{user} has had it open on {host} since {since}.",
        "Close it there, or open it to read only. If that computer crashed, delete “{file}.lock” beside it.",
    ),
    "vault.open_elsewhere": (
        "The password of “{file}” cannot be changed now.",
        "Another window or program is reading the book.",
        "Close it there and try again. Nothing was changed.",
    ),
    "vault.busy": (
        "“{file}” is busy.",
        "Another program was writing to it for longer than we waited.",
        "Try again in a moment.",
    ),
    "vault.unfinished": (
        "“{file}” cannot be opened to read only at present.",
        "A program stopped in the middle of writing and left a change half done.",
        "Open the book to write once; the half change is then taken back.",
    ),
    "vault.read_only": (
        "“{file}” can only be read.",
        "The file, its folder or the drive is protected against writing.",
        "Open it to read only, or copy it to a folder where you may write.",
    ),
    "vault.not_allowed": (
        "“{file}” may not be opened.",
        "The system does not let you read or write it.",
        "Ask whoever owns the file, or choose another.",
    ),
    "vault.file_missing": (
        "“{file}” is not there.",
        "It was moved, renamed or deleted, or its drive is not connected.",
        "Look for it in {folder}, or open a backup.",
    ),
    "vault.file_gone": (
        "“{file}” is not there any more.",
        "It was moved, deleted or replaced while open; what is changed now would be lost.",
        "Put it back where it was, or close the book: where another took its place, it is kept beside that.",
    ),
    "vault.file_exists": (
        "There is a file named “{file}” already.",
        "It would be lost if a new one took its place.",
        "Choose another name.",
    ),
    "vault.folder_missing": (
        "The folder {folder} is not there.",
        "It was moved, renamed or deleted, or its drive is not connected.",
        "Choose another folder.",
    ),
    "vault.disk_full": (
        "There is no room left to write “{file}”.",
        "The drive is full, or you have used up what you may store on it.",
        "Make room and try again. What was saved before is safe.",
    ),
    "vault.disk_error": (
        "“{file}” could not be read or written.",
        "The drive reported an error ({number}), was disconnected, or has no room left for you.",
        "Check the drive and try again. What was saved before is safe.",
    ),
    "vault.no_memory": (
        "There is not enough memory to open the book.",
        "Turning the password into the key takes {mebibytes} MB.",
        "Close other programs and try again.",
    ),
    # --- key file, recovery code, keychain
    "vault.key_file_missing": (
        "The key file “{file}” is not there.",
        "It was moved, renamed or deleted, or its drive is not connected.",
        "Connect the drive or choose the file again.",
    ),
    "vault.key_file_empty": (
        "The key file “{file}” is empty.",
        "An empty file protects nothing.",
        "Choose the right file, or have a new one made.",
    ),
    "vault.recovery_code_typo": (
        "There is a slip in the recovery code.",
        "Each group of six is right, but they are not in the right order.",
        "Compare the order of the groups with the sheet.",
    ),
    "vault.recovery_code_typo#group": (
        "There is a slip in group {group} of the recovery code.",
        "Its six characters do not belong together.",
        "Compare that group with the sheet, letter by letter.",
    ),
    "vault.recovery_code_length": (
        "The recovery code is not complete.",
        "It has {found} characters and should have {expected}.",
        "Compare it with the sheet; it has 16 groups of six.",
    ),
    "vault.recovery_code_length#group": (
        "Group {group} of the recovery code has too few or too many characters.",
        "The code has {found} characters and should have {expected}.",
        "Compare that group with the sheet; each has six.",
    ),
    "vault.keychain_missing": (
        "This system has no keychain that can be used.",
        "None is running, or the one there keeps its entries readable for everybody.",
        "Enter the password each time, or set up the keychain of your system.",
    ),
    "vault.keychain_refused": (
        "The keychain of the system did not answer.",
        "It is locked, or the question was dismissed.",
        "Unlock the keychain and try again, or enter the password.",
    ),
    # --- backups
    "vault.same_file": (
        "A book cannot be backed up onto itself.",
        "“{file}” is the book that is open.",
        "Choose another name or folder for the backup.",
    ),
    "vault.copy_failed": (
        "The copy “{file}” did not come out right.",
        "It was read back and differed from the book; the drive may be failing.",
        "Try another drive. The book itself is unchanged.",
    ),
    # --- what is stored
    "store.closed": (
        "The book is closed.",
        "It was locked or closed in the meantime.",
        "Open it and try again.",
    ),
    "store.newer_version": (
        "This book was last used by a newer Contactbook.",
        "The book has version {book_version}; this program knows versions up to {program_version}.",
        "Install the newest version of Contactbook. The book is unchanged.",
    ),
    "store.no_such_contact": (
        "There is no contact {contact}.",
        "It was deleted for good, or the number is mistyped.",
        "Search for the contact by name.",
    ),
    "store.no_such_step": (
        "There is no step {step} in the history.",
        "It was thinned out, or the number is mistyped.",
        "Look the step up in the history.",
    ),
    "store.nothing_to_undo": (
        "There is nothing to undo.",
        "Every step was taken back already, or none was made.",
        "Look at the history to see what was done.",
    ),
    "store.nothing_to_redo": (
        "There is nothing to redo.",
        "Nothing was undone, or something was changed since.",
        "Look at the history to see what was done.",
    ),
    "store.already_undone": (
        "Step {step} was undone already.",
        "Its effect does not stand any more, so there is nothing to take back.",
        "To bring it again, use redo, or undo the undoing.",
    ),
    "store.history_thinned": (
        "Step {step} can no longer be undone.",
        "What it changed was thinned out of the history; only its name is kept.",
        "A backup from before that step still has the older contacts.",
    ),
    "store.no_such_tag": (
        "This tag is not there any more.",
        "It was removed in the meantime.",
        "Choose another tag.",
    ),
    "store.tag_exists": (
        "There is a tag “{name}” already.",
        "Two tags cannot have the same name.",
        "Use that one, or choose another name.",
    ),
    "store.tag_without_name": (
        "The tag has no name.",
        "A tag is found by its name.",
        "Enter a name.",
    ),
}
