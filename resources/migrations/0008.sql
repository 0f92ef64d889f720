-- SPDX-License-Identifier: GPL-3.0-or-later
-- Single-use links that change their event type for one recipient, each written down before it is asked for. `wanted` is what
-- was asked for (JSON); `uri` is Calendly's name for it, empty while it is not known.
CREATE TABLE link_shares (
    link TEXT PRIMARY KEY,
    uri TEXT NOT NULL,
    wanted TEXT NOT NULL,
    state TEXT NOT NULL
) WITHOUT ROWID;
