-- SPDX-License-Identifier: GPL-3.0-or-later
-- A statement ends with a semicolon at the end of its line; lines that begin with two dashes are comments.
-- Instants are milliseconds since 1970 in UTC. Absent instants are NULL, absent texts are empty.

-- A row without source stands for a type that a meeting names and that was never read.
CREATE TABLE event_types (
    id INTEGER PRIMARY KEY,
    uri TEXT NOT NULL UNIQUE,
    known INTEGER NOT NULL DEFAULT 0,
    listed INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL DEFAULT '',
    slug TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    color TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 0,
    secret INTEGER NOT NULL DEFAULT 0,
    scheduling_url TEXT NOT NULL DEFAULT '',
    duration_min INTEGER NOT NULL DEFAULT 0,
    deleted_ms INTEGER,
    fingerprint BLOB,
    source BLOB
);
CREATE INDEX event_types_unknown ON event_types(id) WHERE known = 0;

-- invitees_state: 0 never read, 1 out of date, 2 up to date.
CREATE TABLE meetings (
    id INTEGER PRIMARY KEY,
    uri TEXT NOT NULL UNIQUE,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    canceled INTEGER NOT NULL,
    event_type_id INTEGER REFERENCES event_types(id),
    name TEXT NOT NULL,
    place_kind TEXT NOT NULL,
    place_text TEXT NOT NULL,
    place_info TEXT NOT NULL,
    place_url TEXT NOT NULL,
    place_status TEXT NOT NULL,
    place_word TEXT NOT NULL,
    invitees_active INTEGER NOT NULL,
    invitees_total INTEGER NOT NULL,
    invitees_limit INTEGER NOT NULL,
    hosts TEXT NOT NULL,
    guests TEXT NOT NULL,
    canceled_by TEXT NOT NULL,
    canceled_by_host INTEGER,
    canceled_ms INTEGER,
    cancel_reason TEXT NOT NULL,
    calendar_kind TEXT NOT NULL,
    calendar_event TEXT NOT NULL,
    created_ms INTEGER,
    updated_at TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    search_text TEXT NOT NULL,
    invitees_state INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX meetings_by_start ON meetings(start_ms, end_ms);
CREATE INDEX meetings_by_status ON meetings(canceled, start_ms, end_ms);
CREATE INDEX meetings_by_type ON meetings(event_type_id, start_ms, end_ms);
-- Meetings longer than a day, which a look at the day before a range would miss. There are next to none.
CREATE INDEX meetings_long ON meetings(end_ms) WHERE end_ms - start_ms > 86400000;
CREATE INDEX meetings_without_invitees ON meetings(start_ms) WHERE invitees_state < 2;
-- A search reads this index from one end, in order of time, and nothing else until it has its hits.
CREATE INDEX meetings_search ON meetings(start_ms, end_ms, canceled, event_type_id, search_text);

-- Apart from the rows that lists read, so that these stay small.
CREATE TABLE meeting_sources (
    meeting_id INTEGER PRIMARY KEY REFERENCES meetings(id) ON DELETE CASCADE,
    notes TEXT NOT NULL,
    source BLOB NOT NULL
);

CREATE TABLE invitees (
    id INTEGER PRIMARY KEY,
    uri TEXT NOT NULL UNIQUE,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    timezone TEXT NOT NULL,
    canceled INTEGER NOT NULL,
    rescheduled INTEGER NOT NULL,
    old_invitee TEXT NOT NULL,
    new_invitee TEXT NOT NULL,
    no_show TEXT NOT NULL,
    utm_content TEXT NOT NULL,
    created_ms INTEGER,
    updated_at TEXT NOT NULL
);
CREATE INDEX invitees_by_meeting ON invitees(meeting_id, canceled, created_ms);
CREATE INDEX invitees_by_email ON invitees(email_folded, meeting_id) WHERE email_folded <> '';
CREATE INDEX invitees_by_utm_content ON invitees(utm_content) WHERE utm_content <> '';

-- Holds the links that were made for the invitee alone; they stand nowhere else.
CREATE TABLE invitee_sources (
    invitee_id INTEGER PRIMARY KEY REFERENCES invitees(id) ON DELETE CASCADE,
    source BLOB NOT NULL
);

CREATE TABLE schedules (
    uri TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    is_default INTEGER NOT NULL,
    source BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE busy_times (
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    meeting TEXT NOT NULL,
    PRIMARY KEY (start_ms, end_ms, kind, meeting)
) WITHOUT ROWID;
CREATE INDEX busy_times_by_end ON busy_times(end_ms);

-- Stretches that do not overlap, and when the server was asked about each.
CREATE TABLE busy_seen (
    begin_ms INTEGER PRIMARY KEY,
    end_ms INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL
);

CREATE TABLE links (
    id TEXT PRIMARY KEY,
    booking_url TEXT NOT NULL,
    event_type TEXT NOT NULL,
    event_type_name TEXT NOT NULL,
    label TEXT NOT NULL,
    tracking_token TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    booked_by TEXT NOT NULL DEFAULT ''
);
CREATE INDEX links_by_creation ON links(created_ms);
CREATE INDEX links_by_type ON links(event_type, booked_by, expires_ms);
CREATE INDEX links_by_token ON links(tracking_token) WHERE tracking_token <> '';

CREATE TABLE account_user (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uri TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    slug TEXT NOT NULL,
    timezone TEXT NOT NULL,
    scheduling_url TEXT NOT NULL,
    organization TEXT NOT NULL,
    avatar_url TEXT NOT NULL,
    locale TEXT NOT NULL,
    twenty_four_hours INTEGER NOT NULL
);

CREATE TABLE account_organization (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uri TEXT NOT NULL,
    name TEXT NOT NULL,
    plan TEXT NOT NULL,
    stage TEXT NOT NULL
);

CREATE TABLE sync_times (
    what TEXT PRIMARY KEY,
    at_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- Joined: no two stretches overlap or touch.
CREATE TABLE covered (
    begin_ms INTEGER PRIMARY KEY,
    end_ms INTEGER NOT NULL
);
