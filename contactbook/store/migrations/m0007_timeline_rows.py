"""What timelines, the Today view and lists read of entries and follow-ups. Derived, not journaled.

`timeline_row` holds for every contact its entries in order of time; triggers keep it, so that it is right
after edits, undo, imports and merges alike. They also note in `interaction_stale` whose words must be
indexed anew, which is done before the step ends.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE timeline_row (
    contact_id INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    interaction_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (contact_id, occurred_at, interaction_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX timeline_row_interaction ON timeline_row(interaction_id);
CREATE INDEX timeline_row_given ON timeline_row(kind, occurred_at) WHERE kind IN ('purchase', 'donation');

CREATE TABLE interaction_stale (id INTEGER PRIMARY KEY) STRICT;
"""

TRIGGERS = """
CREATE TRIGGER interaction_contact_added AFTER INSERT ON interaction_contact BEGIN
    INSERT OR IGNORE INTO timeline_row
    SELECT new.contact_id, occurred_at, id, kind FROM interaction WHERE id = new.interaction_id;
END;
CREATE TRIGGER interaction_contact_removed AFTER DELETE ON interaction_contact BEGIN
    DELETE FROM timeline_row WHERE interaction_id = old.interaction_id AND contact_id = old.contact_id;
END;
CREATE TRIGGER interaction_contact_moved AFTER UPDATE ON interaction_contact BEGIN
    DELETE FROM timeline_row WHERE interaction_id = old.interaction_id AND contact_id = old.contact_id;
    INSERT OR IGNORE INTO timeline_row
    SELECT new.contact_id, occurred_at, id, kind FROM interaction WHERE id = new.interaction_id;
END;
CREATE TRIGGER interaction_added AFTER INSERT ON interaction BEGIN
    INSERT OR IGNORE INTO timeline_row
    SELECT contact_id, new.occurred_at, new.id, new.kind FROM interaction_contact
    WHERE interaction_id = new.id;
    INSERT OR IGNORE INTO interaction_stale VALUES (new.id);
END;
CREATE TRIGGER interaction_moved AFTER UPDATE OF occurred_at, kind ON interaction BEGIN
    DELETE FROM timeline_row WHERE interaction_id = old.id;
    INSERT OR IGNORE INTO timeline_row
    SELECT contact_id, new.occurred_at, new.id, new.kind FROM interaction_contact
    WHERE interaction_id = new.id;
END;
CREATE TRIGGER interaction_reworded AFTER UPDATE OF subject, body, outcome ON interaction BEGIN
    INSERT OR IGNORE INTO interaction_stale VALUES (new.id);
END;
CREATE TRIGGER interaction_removed AFTER DELETE ON interaction BEGIN
    DELETE FROM timeline_row WHERE interaction_id = old.id;
    INSERT OR IGNORE INTO interaction_stale VALUES (old.id);
END;
"""

COLUMNS = """
ALTER TABLE contact_row ADD COLUMN last_at INTEGER;
ALTER TABLE contact_row ADD COLUMN next_due_at INTEGER;
ALTER TABLE contact_row ADD COLUMN rhythm_due_at INTEGER;
ALTER TABLE contact_row ADD COLUMN wanted_days INTEGER;
ALTER TABLE contact_row ADD COLUMN usual_days INTEGER;
ALTER TABLE contact_row ADD COLUMN purchases INTEGER;
ALTER TABLE contact_row ADD COLUMN purchase_total INTEGER;
ALTER TABLE contact_row ADD COLUMN purchase_currency TEXT;
ALTER TABLE contact_row ADD COLUMN purchased_at INTEGER;
CREATE INDEX contact_row_last_at ON contact_row(last_at)
    WHERE deleted_at IS NULL AND last_at IS NOT NULL;
CREATE INDEX contact_row_next_due_at ON contact_row(next_due_at)
    WHERE deleted_at IS NULL AND next_due_at IS NOT NULL;
CREATE INDEX contact_row_rhythm_due_at ON contact_row(rhythm_due_at)
    WHERE deleted_at IS NULL AND rhythm_due_at IS NOT NULL;
CREATE INDEX contact_row_purchases ON contact_row(purchases)
    WHERE deleted_at IS NULL AND purchases IS NOT NULL;
CREATE INDEX contact_row_purchase_total ON contact_row(purchase_total)
    WHERE deleted_at IS NULL AND purchase_total IS NOT NULL;
"""
"""The indexes hold only contacts with something to order by, so that a large import hardly feels them."""

FILL = """
INSERT INTO timeline_row SELECT contact_id, occurred_at, id, kind
FROM interaction_contact JOIN interaction ON id = interaction_id;
INSERT INTO interaction_stale SELECT id FROM interaction;
CREATE INDEX contact_date_day ON contact_date(substr(value, -5)) WHERE label <> 'birthday';
CREATE INDEX task_due ON task(due_at, due, priority) WHERE done_at IS NULL;
CREATE INDEX task_remind ON task(remind_at) WHERE done_at IS NULL AND remind_at IS NOT NULL;
"""

SQL = TABLES + TRIGGERS + COLUMNS + FILL
