"""Custom fields in the window: their inputs, the form editor, and editing many contacts at once."""
