-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where bookings came from, to be counted and searched for. NULL: not taken out of the invitee's source yet.
ALTER TABLE invitees ADD COLUMN utm_source TEXT;
ALTER TABLE invitees ADD COLUMN utm_campaign TEXT;
CREATE INDEX invitees_without_utm ON invitees(id) WHERE utm_source IS NULL;
