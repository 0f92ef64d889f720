// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "organization.h"
#include "result.h"
#include "timegridcontent.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

class TeamService;
struct MainWindowParts;

/// When some colleagues are busy, for a calendar to show beside the own time. What is read is kept in memory only, and for
/// some minutes; who was chosen is forgotten with the account.
class ColleagueBusyTimes : public QObject
{
    Q_OBJECT

public:
    /// `parts` with an organization; they outlive this.
    ColleagueBusyTimes(const MainWindowParts &parts, QObject *parent);

    QList<OrganizationMembership> colleagues() const; ///< who can be chosen, in order of their names
    /// Asks for them where none are known; colleaguesChanged() follows.
    void wantColleagues();
    QString colleaguesNote() const; ///< why there are none; empty where there are

    bool isAlone() const; ///< as far as is known, nobody else is in the organization

    /// More would neither have room nor spare the limit of calls, since each takes one for each period that is shown.
    static constexpr qsizetype most = 4;
    const QList<User> &chosen() const { return m_chosen; } ///< in the order in which they were chosen
    bool canChooseMore() const { return m_chosen.size() < most; }
    void toggle(const User &colleague); ///< nothing happens where one too many would be chosen
    void chooseNobody();

    /// Reads what lies ahead of `range` (a week at most), of whom is chosen and where that was not done a moment ago; for owners
    /// and admins their meetings, too.
    void read(const TimeRange &range);
    /// What is known of `range`, of each who is chosen. Busy times cannot be asked for of the past, which is not known then.
    QList<ColleagueTime> in(const TimeRange &range) const;

signals:
    void changed(); ///< who is chosen, or what is known
    void colleaguesChanged(); ///< who can be chosen

private:
    struct Reading
    {
        QDateTime begun;
        std::optional<Result<QList<BusyTime>>> answer; ///< nothing while it is under way
        QList<ColleagueMeeting> meetings; ///< as far as they are known
    };

    struct Asked
    {
        QUrl user;
        QDateTime begin;
        QDateTime end; ///< a day and a week that begin with it are read apart
        bool operator==(const Asked &) const = default;
        friend size_t qHash(const Asked &asked, size_t seed = 0) { return qHashMulti(seed, asked.user, asked.begin, asked.end); }
    };

    void read(const User &colleague, const TimeRange &range);
    void readMeetings(const Asked &asked);
    bool maySeeMeetings() const;
    ColleagueTime of(const User &colleague, const TimeRange &range) const;

    const MainWindowParts &m_parts;
    TeamService &m_team;
    QList<User> m_chosen;
    QHash<Asked, Reading> m_readings;
    std::unique_ptr<QObject> m_reader; ///< lives as long as the account does: answers about its colleagues go with it
};
