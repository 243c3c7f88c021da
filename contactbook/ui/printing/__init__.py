"""Printing contacts: address labels, envelopes, sheets and phone lists, on a printer or as PDF."""
