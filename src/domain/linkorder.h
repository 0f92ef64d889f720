// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <optional>

/// A single-use link that is to be made, and how far that is. Written down before the request leaves.
struct LinkOrder
{
    enum class State {
        Waiting, ///< nothing was sent
        Sending, ///< the request left, or is about to
        Made, ///< the link is in the ledger
        Failed, ///< no link was made: problem says why
        Unknown, ///< a link may have been made that nobody knows
        Skipped, ///< the user left it out; nothing was sent
    };

    QString link; ///< the id that the link has, or would have
    QString batch; ///< several that were ordered together; empty for a single one
    QUrl eventType;
    QString eventTypeName;
    QString label;
    State state = State::Waiting;
    std::optional<Error> problem;
    QDateTime changedAt; ///< when `state` was written down
    bool operator==(const LinkOrder &) const = default;
};
