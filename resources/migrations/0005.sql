-- SPDX-License-Identifier: GPL-3.0-or-later
-- Single-use links that are to be made, each written down before it is asked for: what was asked for when the program
-- ended may have been made. `link` is the id that the link has, or would have. A single one goes once its outcome is known.
CREATE TABLE link_orders (
    id INTEGER PRIMARY KEY,
    link TEXT NOT NULL UNIQUE,
    batch TEXT NOT NULL,
    event_type TEXT NOT NULL,
    event_type_name TEXT NOT NULL,
    label TEXT NOT NULL,
    state TEXT NOT NULL,
    problem_kind TEXT NOT NULL,
    problem_text TEXT NOT NULL,
    problem_status INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL
);
CREATE INDEX link_orders_by_state ON link_orders(state);

-- How often a link was copied, and when last.
CREATE TABLE link_copies (
    link TEXT PRIMARY KEY,
    times INTEGER NOT NULL,
    last_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- Links that were booked and that the user has not been told of.
CREATE TABLE link_news (
    link TEXT PRIMARY KEY
) WITHOUT ROWID;

-- The event types under the digits 1 to 9.
CREATE TABLE event_type_pins (
    digit INTEGER PRIMARY KEY CHECK (digit BETWEEN 1 AND 9),
    event_type TEXT NOT NULL UNIQUE
);
