-- SPDX-License-Identifier: GPL-3.0-or-later
-- Bookings that were sent from here, each written down before its request leaves: what was on its way when the program
-- ended may be booked. Once the outcome is known, the person goes and the moment stays, to count what a plan allows.
CREATE TABLE bookings (
    id INTEGER PRIMARY KEY,
    event_type TEXT NOT NULL,
    type_name TEXT NOT NULL,
    others_host INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    sent_ms INTEGER NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX bookings_by_sent ON bookings(sent_ms);

-- The time zone that was last chosen for somebody.
CREATE TABLE person_zones (
    email TEXT PRIMARY KEY,
    zone TEXT NOT NULL
) WITHOUT ROWID;
