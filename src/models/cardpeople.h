// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"

/// Everybody who booked; the first of a meeting that is no group event with what was had before.
QList<CardPerson> cardPeople(const MeetingDetails &details, const AgendaSetting &setting);

/// What was had with the first person, and with the company, before this meeting; nothing where there is nothing to tell.
QList<CardField> earlierFields(const MeetingDetails &details, const AgendaSetting &setting);
