-- SPDX-License-Identifier: GPL-3.0-or-later
-- What readings of a meeting said otherwise than those before. By URI, as this stays when the meeting goes from the store.
CREATE TABLE meeting_changes (
    id INTEGER PRIMARY KEY,
    meeting TEXT NOT NULL,
    seen_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    about TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL
);
CREATE INDEX meeting_changes_by_meeting ON meeting_changes(meeting, id);

-- People of the same company.
CREATE INDEX invitees_by_domain ON invitees(substr(email_folded, instr(email_folded, '@') + 1), meeting_id) WHERE email_folded <> '';
