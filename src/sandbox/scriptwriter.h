// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worldcast.h"

/// Writes single meetings of the script, each with what is usual unless the script says otherwise.
class ScriptWriter
{
public:
    ScriptWriter(World &world, const WorldCalendar &calendar, const WorldCast &cast);

    /// When a meeting takes place, in the zone of the studio.
    struct When
    {
        QDate date;
        int hour = 0;
        int minute = 0;
    };

    struct Person
    {
        QString name;
        QString email;
        QString timezone = QStringLiteral("Europe/Berlin");
        int bookedDaysBefore = 6;
        QList<WorldAnswer> answers = {};
        WorldTracking tracking = {};
        QString phone = {}; ///< number to call, for meetings by phone
        std::optional<WorldPayment> payment = std::nullopt;
        std::optional<int> confirmedDaysBefore = std::nullopt; ///< asked to confirm again that long before, and did
    };

    int meeting(int type, const When &when, const QString &placeText = {});
    int invite(int meeting, const Person &person);
    /// A meeting with one invitee; returns the meeting.
    int book(int type, const When &when, const Person &person);
    void guests(int meeting, const QStringList &emails);
    void cancel(int meeting, const QString &by, const QString &reason, bool byHost, WorldTime when);
    /// Says that the only invitee of `oldMeeting` moved to `newMeeting` at `when`.
    void moved(int oldMeeting, int newMeeting, WorldTime when);
    void noShow(int meeting);
    void notes(int meeting, const QString &text);

    WorldTime at(const When &when) const { return m_calendar.at(when.date, when.hour, when.minute); }
    const WorldCalendar &calendar() const { return m_calendar; }
    const WorldCast &cast() const { return m_cast; }
    World &world() { return m_world; }

private:
    World &m_world;
    const WorldCalendar &m_calendar;
    const WorldCast &m_cast;
};
