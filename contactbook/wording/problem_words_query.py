"""Problems with queries and the segments they are saved as, in words."""

from __future__ import annotations

from typing import Final

QUERY_PROBLEMS: Final[dict[str, tuple[str, str, str]]] = {
    "query.unknown_term": (
        "There is nothing called “{part}:” to look for (character {at}).",
        "A search can name these: {choices}.",
        "Correct the word before the colon, or put quotes around it to look for it as it stands.",
    ),
    "query.value_missing": (
        "Behind “{part}” (character {at}) stands nothing.",
        "It has to be followed at once by what to look for.",
        "Write it without a blank after the colon, as in tag:vip.",
    ),
    "query.value_not_understood": (
        "“{part}” (character {at}) cannot be understood.",
        "Behind the colon can stand, for example: {choices}.",
        "Correct what stands behind the colon.",
    ),
    "query.quote_not_closed": (
        "The quotes at character {at} are not closed.",
        "What stands in quotes is looked for as it is, so it must be clear where it ends.",
        "Put a second quotation mark behind the words.",
    ),
    "query.bracket_not_closed": (
        "The bracket at character {at} is not closed.",
        "It must be clear what belongs together.",
        "Put a closing bracket where the group ends.",
    ),
    "query.nothing_beside": (
        "Beside “{part}” (character {at}) something is missing.",
        "“or” stands between two things, “not” and “-” before one, and brackets around some.",
        "Complete the search, or take the word away.",
    ),
    "query.no_such_field": (
        "There is no field “{part}” (character {at}).",
        "The fields of this book are: {choices}.",
        "Use the key of one of them, as in field.shoe_size:44.",
    ),
    "segment.not_there": (
        "There is no segment “{name}”.",
        "It was removed or renamed, or is spelt otherwise.",
        "Look at the list of segments.",
    ),
    "segment.exists": (
        "There is a segment “{name}” already.",
        "Two segments of one name could not be told apart.",
        "Choose another name.",
    ),
    "segment.without_name": (
        "The segment has no name.",
        "It stands under its name in the sidebar.",
        "Type a name.",
    ),
    "segment.without_query": (
        "There is no search to save.",
        "A segment lists whoever a search finds.",
        "Search for something first.",
    ),
}
