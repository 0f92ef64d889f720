// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"

/// The titled parts of a card in their order, each only when it has something to say.
QList<CardSection> cardSections(const MeetingDetails &details, const AgendaSetting &setting, const QUrl &ownUser);
