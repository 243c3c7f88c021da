"""The history of the book and of a contact, and undoing any of its steps."""
