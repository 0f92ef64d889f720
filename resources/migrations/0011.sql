-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of large groups only the first people and answers were in the index: every meeting is taken into it once more.
UPDATE search_state SET built = 0, until = (SELECT coalesce(max(id), 0) FROM meetings);
