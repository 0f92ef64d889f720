-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was erased here while Calendly may still list it. `kind` says what `mark` is: 'person', a salted hash of an address, of
-- whom bookings made before `end_ms` are gone; 'times', empty, for the meetings that start from `begin_ms` to `end_ms`;
-- 'meeting', a hash of one whose people are all gone; 'part', the URI of one that stays without some of its people.
CREATE TABLE erasure_marks (
    kind TEXT NOT NULL,
    mark TEXT NOT NULL,
    salt TEXT NOT NULL,
    begin_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (kind, mark, salt, begin_ms, end_ms)
) WITHOUT ROWID;
