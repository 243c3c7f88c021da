"""Draws every screen into pictures, for eyes and not for assertions: `python -m tests.shots FOLDER`."""
