-- SPDX-License-Identifier: GPL-3.0-or-later
-- What Calendly was asked to delete, until it is gone from here, too: addresses, one a line, or the meetings that start from
-- `begin_ms` to `end_ms`. `accepted` is 1 where Calendly is known to have taken it.
CREATE TABLE erasure_orders (
    id INTEGER PRIMARY KEY,
    emails TEXT NOT NULL,
    begin_ms INTEGER,
    end_ms INTEGER,
    accepted INTEGER NOT NULL
);
