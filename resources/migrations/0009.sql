-- SPDX-License-Identifier: GPL-3.0-or-later
-- The members of the account's organization, and when they were read.
CREATE TABLE members (
    uri TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    role TEXT NOT NULL,
    user_uri TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    timezone TEXT NOT NULL,
    scheduling_url TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE members_seen (seen_ms INTEGER NOT NULL);
