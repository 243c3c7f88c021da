"""Why a card was refused, and what was noticed about one that was read, in words."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "below_the_table": "This line stands below the table and is no row of it.",
    "after_unclosed_quote": "A quotation mark that is opened further up and never closed swallows this row.",
    "begin_missing": "The line BEGIN:VCARD is missing.",
    "card_too_large": "It is larger than any card can be.",
    "empty_card": "There is nothing in the card.",
    "end_missing": "The card does not end: the line END:VCARD is missing.",
    "json_damaged": "It is no whole JSON. {detail}",
    "json_wrong_shape": "It does not have the shape of a contact. {column} should be: {detail}.",
    "ldif_change": "The entry asks for a change ({detail}) and describes no contact.",
    "ldif_no_attributes": "The entry says nothing about a contact.",
    "text_between_cards": "There is text here that belongs to no card.",
    "total": "This line adds up the rows above and is nobody.",
    "unclosed_quote": "A quotation mark is opened and never closed.",
}
"""Codes of refused cards and rows. A whole file that was refused has the code of a problem."""

ENTRY_REFUSALS: Final[dict[str, str]] = {
    "amount": "The amount is not understood.",
    "date": "The date is not understood.",
    "date_order": "Day and month may be either way round; say how dates are written.",
    "empty": "Nothing is said in it.",
    "no_contact": "Nobody in the book has this ID, e-mail address, phone number or name.",
    "score": "The score is not between 0 and 10.",
    "several_contacts": "Several contacts have this e-mail address, phone number or name.",
}
"""Codes of rows of purchases and other entries that were left out."""

REMARKS: Final[dict[str, str]] = {
    "base64_damaged": "The encoded value of “{detail}” is damaged; it is kept as it is.",
    "cell_error": "The column “{detail}” holds an error of the spreadsheet, such as #REF; it was left out.",
    "charset_guessed": "The card does not say its encoding; it was read as {detail}.",
    "date_ambiguous": "In the column “{detail}” day and month could be the other way round.",
    "date_number": "“{detail}” holds days as Excel counts them; format the column as dates there.",
    "double_encoded": "“{detail}” holds letters that were encoded twice (MÃ¼nchen): cleaning repairs them.",
    "email_doubtful": "The column “{detail}” holds something that is no e-mail address; it is kept as it is.",
    "encoding_mixed": "The file changes its encoding here; the text was read as well as possible.",
    "exchange_address": "The column “{detail}” holds an address inside Exchange, not an e-mail address.",
    "filler": "The column “{detail}” holds cells that say nothing, such as n/a; they were left blank.",
    "formula_without_result": "“{detail}” holds a formula without a saved result: save it in a spreadsheet.",
    "html_entities": "The column “{detail}” holds web codes such as &amp;; they were turned into letters.",
    "ldif_url": "“{detail}” only refers to another file; the reference is kept.",
    "line_not_understood": "A line was not understood; it is kept as it is.",
    "mended": "The column “{detail}” held letters that were encoded twice (MÃ¼nchen); they were repaired.",
    "number_rounded": "The column “{detail}” holds a number of which the spreadsheet kept only 15 digits.",
    "repeats_cut": "From the column “{detail}” on, the same is repeated so often that the rest was left out.",
    "phone_damaged": "A spreadsheet cut a number short in “{detail}” (4.41E+11); what is left is a field.",
    "phone_repaired": "A “.0” was taken off a phone number in the column “{detail}”.",
    "photo_damaged": "The photo cannot be read; its data is kept.",
    "property_lost": "The property “{detail}” could not be kept.",
    "text_between_cards": "There is text before this card that belongs to no card.",
    "unclosed_quote": "A quotation mark is opened and never closed; the row was read all the same.",
}
"""Codes of remarks. `detail` is the heading of a column, the name of a property, or a charset."""
