// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "result.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <memory>

class MeetingsApi;
class MeetingTable;
enum class Urgency;
struct Invitee;
template <typename T> struct Listing;

/// Fetches the invitees of stored meetings that lack them, a few at a time: those on the screen first, then the others
/// from the nearest to the farthest. Stops when nothing can be had at the moment; fetchRest() goes on.
class InviteeFetcher : public QObject
{
    Q_OBJECT

public:
    InviteeFetcher(MeetingsApi &api, MeetingTable &table, Clock clock, QObject *parent = nullptr);
    ~InviteeFetcher() override;

    void showing(const QList<QUrl> &meetings);
    void fetch(const QUrl &meeting); ///< now, known or not
    /// Something of its invitees was changed at Calendly: what is on its way is older, and is asked for again instead of stored.
    void written(const QUrl &meeting);
    void fetchRest();
    void forget(); ///< Drops everything: another account's meetings are in the store.

signals:
    void stored(bool visible);
    /// The server does not know the meeting.
    void meetingGone(const QUrl &meeting);

private:
    void goOn();
    QUrl takeUrgent();
    QUrl takeRest();
    bool isRunning(const QUrl &meeting) const;
    void refill();
    void send(const QUrl &meeting, Urgency urgency);
    Result<Done> keep(const QUrl &meeting, const Listing<Invitee> &listing);
    void failed(const QUrl &meeting, const Error &error);

    MeetingsApi &m_api;
    MeetingTable &m_table;
    Clock m_clock;
    std::unique_ptr<QObject> m_requests; ///< their context
    QList<QUrl> m_visible; ///< on the screen, in order
    QList<QUrl> m_urgent; ///< to be fetched first
    QList<QUrl> m_rest; ///< a piece of what lacks invitees elsewhere
    QSet<QUrl> m_urgentRunning;
    QSet<QUrl> m_running; ///< in the background
    QHash<QUrl, int> m_writes; ///< how often written() was called
    QHash<QUrl, int> m_failures; ///< how often a meeting's invitees could not be had
    bool m_fetchingRest = false;
};
