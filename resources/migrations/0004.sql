-- SPDX-License-Identifier: GPL-3.0-or-later
-- Full-text search over all that is stored of a meeting. Rows are numbered by time (searchRowOf), so that hits come in
-- order of time without being sorted; words are prepared beforehand, and the tokenizer cuts at blanks only.
CREATE VIRTUAL TABLE search USING fts5(
    title, people, hosts, place, answers, utm, reasons, notes, marks,
    tokenize = 'ascii', prefix = '1 2 3', columnsize = 0
);

-- Meetings with ids above `built` up to `until` are not in the index yet.
CREATE TABLE search_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    built INTEGER NOT NULL,
    until INTEGER NOT NULL
);
INSERT INTO search_state (id, built, until) SELECT 1, 0, coalesce(max(id), 0) FROM meetings;

-- What was searched before. The column search_text stays and is empty from now on: taking it out would write the whole
-- table anew while the program starts.
DROP INDEX meetings_search;

-- What a saved filter looks for may be a name, so filters are kept with the account.
CREATE TABLE saved_filters (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    filter TEXT NOT NULL
);
