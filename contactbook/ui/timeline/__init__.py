"""The timeline of a contact, the quick log, and the Today view."""
