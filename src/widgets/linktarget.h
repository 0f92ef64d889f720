// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"

#include <optional>

/// A link that something is to be done with: the ordinary one of an event type, or one of the ledger.
struct LinkTarget
{
    QString title; ///< of the event type; foreign text
    QUrl url;
    std::optional<EventType> type; ///< where it is known
    QString ledgerId; ///< empty for ordinary links; its utm_content is ours
    bool ownTimes = false; ///< a customized link, open at other times than its event type
};
