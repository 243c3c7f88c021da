"""Steps about custom fields and forms in words: what is said, whatever the number of contacts touched."""

from __future__ import annotations

FIELD_STEPS: dict[str, str] = {
    "field_add": "New field “{label}”",
    "field_change": "Field “{label}” changed",
    "field_key": "Key of field “{label}” changed to {key}",
    "field_type": "Type of field “{label}” changed",
    "field_remove": "Field “{label}” removed",
    "field_move": "Field “{label}” moved",
    "form_arrange": "Form rearranged",
    "form_section_add": "New section “{label}”",
    "form_section_change": "Section “{label}” changed",
    "form_section_remove": "Section “{label}” removed",
    "form_load": "Form “{label}” loaded",
}
"""By action."""
