-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is being canceled, written before each request leaves, so that it is known after a crash. Rows go when the user
-- has seen what came of them.
CREATE TABLE cancel_items (
    id INTEGER PRIMARY KEY,
    meeting TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    start_ms INTEGER,
    reason TEXT NOT NULL,
    wants_link INTEGER NOT NULL,
    link TEXT NOT NULL,
    state TEXT NOT NULL,
    problem_kind TEXT NOT NULL,
    problem_text TEXT NOT NULL,
    problem_status INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL
);
