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
#include <utility>

class TeamService;
struct MainWindowParts;

/// When one colleague is busy, for a calendar to show beside the own time. What is read is kept in memory only, and for
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

    const std::optional<User> &chosen() const { return m_chosen; }
    void choose(const std::optional<User> &colleague);

    /// Reads what lies ahead of `range` (a week at most), where somebody is chosen and that was not done a moment ago.
    void read(const TimeRange &range);
    /// What is known of `range`. The past cannot be asked for, so nothing is said of it.
    std::optional<ColleagueTime> in(const TimeRange &range) const;

signals:
    void changed(); ///< who is chosen, or what is known
    void colleaguesChanged(); ///< who can be chosen

private:
    struct Reading
    {
        QDateTime begun;
        std::optional<Result<QList<BusyTime>>> answer; ///< nothing while it is under way
    };

    const MainWindowParts &m_parts;
    TeamService &m_team;
    std::optional<User> m_chosen;
    using Range = std::pair<QDateTime, QDateTime>; // a day and a week that begin with it are read apart
    QHash<Range, Reading> m_readings;
    std::unique_ptr<QObject> m_reader; ///< lives as long as the same one is chosen: answers about others go with it
};
