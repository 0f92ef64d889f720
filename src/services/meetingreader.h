// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QUrl>

#include <functional>

class MeetingsApi;
class MeetingService;
class MeetingTable;
class QObject;
struct Meeting;

/// Reads single meetings from Calendly into the store.
class MeetingReader
{
public:
    using Then = std::function<void(const Result<Meeting> &)>;

    /// All outlive it; what is read is stored through `service`.
    MeetingReader(MeetingsApi &api, MeetingTable &meetings, MeetingService &service);

    /// Where Calendly no longer has it, it goes from the store.
    void read(const QUrl &meeting, QObject *context);
    void look(const QUrl &meeting, QObject *context, Then then);
    /// One that is not stored, with its invitees; both are stored where `isWanted` says so of the meeting.
    void fetch(const QUrl &meeting, std::function<bool(const Meeting &)> isWanted, QObject *context, Then then);

private:
    void fetchInvitees(const Meeting &meeting, QObject *context, Then then);
    void removeOne(const QUrl &meeting);

    MeetingsApi &m_api;
    MeetingTable &m_meetings;
    MeetingService &m_service;
};
