"""What a contact is and every rule about one: values and functions, no I/O, no Qt, no SQL, no sentences."""

from __future__ import annotations
