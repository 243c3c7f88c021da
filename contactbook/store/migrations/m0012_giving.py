"""Lists tell donations from purchases, and show the average and the last purchase. Derived, not journaled."""

from __future__ import annotations

SQL = """
ALTER TABLE contact_row ADD COLUMN purchase_average INTEGER;
ALTER TABLE contact_row ADD COLUMN donations INTEGER;
ALTER TABLE contact_row ADD COLUMN donation_total INTEGER;
ALTER TABLE contact_row ADD COLUMN donation_currency TEXT;
ALTER TABLE contact_row ADD COLUMN donated_at INTEGER;
CREATE INDEX contact_row_purchased_at ON contact_row(purchased_at)
    WHERE deleted_at IS NULL AND purchased_at IS NOT NULL;
CREATE INDEX contact_row_purchase_average ON contact_row(purchase_average)
    WHERE deleted_at IS NULL AND purchase_average IS NOT NULL;
CREATE INDEX contact_row_donations ON contact_row(donations)
    WHERE deleted_at IS NULL AND donations IS NOT NULL;
CREATE INDEX contact_row_donation_total ON contact_row(donation_total)
    WHERE deleted_at IS NULL AND donation_total IS NOT NULL;
CREATE INDEX contact_row_donated_at ON contact_row(donated_at)
    WHERE deleted_at IS NULL AND donated_at IS NOT NULL;
"""
"""Totals and averages are of the currency of most entries, in its smallest unit; counts are of all."""
