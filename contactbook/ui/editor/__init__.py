"""Editing a contact in the right pane: the form, its sections, the rows of values, photo and labels."""
