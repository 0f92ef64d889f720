// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkshare.h"
#include "schedulinglink.h"

#include <optional>

enum class LinkStatus {
    Open, ///< nobody has booked with it, as far as is known
    Booked, ///< its token came back with an invitee
    Expired, ///< 90 days went by, or it was taken back
    Unknown, ///< it was asked for, and no answer came: it may exist, and nobody has its address
};

/// What became of a single-use link.
struct LinkEntry
{
    SchedulingLink link; ///< without an address where the status is unknown
    LinkStatus status = LinkStatus::Open;
    bool maybeBooked = false; ///< another host, whose meetings are not read, may have the booking: Open and Expired tell its days only
    QString person; ///< who booked; empty where that is no longer stored
    QUrl meeting; ///< that it became; empty where there is none, or it is no longer stored
    QDateTime meetingStart;
    QDateTime meetingEnd;
    bool meetingCanceled = false;
    int copies = 0;
    QDateTime copiedAt; ///< last
    std::optional<ShareRecord> share; ///< of a customized link
    bool operator==(const LinkEntry &) const = default;
};

/// What can be told of it.
inline LinkStatus toldStatus(const LinkEntry &entry)
{
    return entry.maybeBooked ? LinkStatus::Unknown : entry.status;
}

/// Nobody can book with it any more, by wish and not by time.
inline bool isTakenBack(const LinkEntry &entry)
{
    return entry.status == LinkStatus::Expired && entry.share && entry.share->state == ShareRecord::State::TakenBack;
}

inline bool hasOwnTimes(const LinkEntry &entry)
{
    return entry.share && hasOwnTimes(shareOverrideFromJson(entry.share->wanted));
}

/// Open links that end so soon are worth a word.
constexpr int linkExpiresSoonDays = 7;

inline bool expiresSoon(const LinkEntry &entry, const QDateTime &now)
{
    return toldStatus(entry) == LinkStatus::Open && entry.link.expiresAt <= now.addDays(linkExpiresSoonDays);
}

/// Which links of the ledger a list asks for.
struct LinkQuery
{
    enum class Order { Newest, Oldest, Label, Type };

    QString text; ///< each word is to be found in label, event type, or who booked
    std::optional<LinkStatus> status; ///< as it is told
    bool expiringSoon = false;
    QUrl eventType; ///< empty: any
    Order order = Order::Newest;
    int limit = 300;
    bool operator==(const LinkQuery &) const = default;
};

struct LinkTotals
{
    int open = 0;
    int booked = 0;
    int expired = 0;
    int unknown = 0; ///< whether they were made, or whether they were booked
    int expiringSoon = 0; ///< among the open ones
    int all() const { return open + booked + expired + unknown; }
    bool operator==(const LinkTotals &) const = default;
};
