// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>

/// One meeting among several that are being canceled, and how far that is.
struct CancelItem
{
    enum class State {
        Held, ///< the user may still take it back
        Waiting, ///< nothing was sent
        MakingLink, ///< its single-use link is being made; the meeting stands
        Sending, ///< the request left, or is about to
        Canceled,
        CanceledBefore, ///< somebody else was first; nothing was sent, or it changed nothing
        Failed, ///< the meeting stands: problem says why
        Unknown, ///< it may be canceled or not: look before anything else
        Skipped, ///< the user left it out; nothing was sent
    };

    QUrl meeting;
    QString name; ///< of the meeting, for where it is no longer stored
    QDateTime start;
    QString reason; ///< as it is sent; linkMark stands for a link that is still to be made
    bool wantsLink = false; ///< a single-use link of its own goes into the reason
    QUrl link; ///< that link, once it is made
    State state = State::Waiting;
    std::optional<Error> problem;
    QDateTime changedAt; ///< when `state` was written down; of Unknown when it was sent
    bool operator==(const CancelItem &) const = default;
};

/// Nothing more is to be done or found out.
inline bool isSettled(const CancelItem &item)
{
    return item.state == CancelItem::State::Canceled || item.state == CancelItem::State::CanceledBefore || item.state == CancelItem::State::Skipped;
}

/// The meeting was not canceled since its link could not be made.
inline bool lacksLink(const CancelItem &item)
{
    return item.state == CancelItem::State::Failed && item.wantsLink && item.link.isEmpty();
}

Q_DECLARE_METATYPE(CancelItem)
