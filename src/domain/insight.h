// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insightperiod.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QTimeZone>
#include <QUrl>

#include <array>
#include <chrono>
#include <optional>

/// Which meetings are counted, and what they are compared with.
struct InsightQuery
{
    InsightDays days;
    InsightDays before;
    QUrl eventType; ///< empty: all
    QDateTime now;
    QTimeZone zone = QTimeZone::utc(); ///< whose days, weekdays and hours are meant
    int monthsKept = 0; ///< of meetings on this computer; 0: everything
    bool operator==(const InsightQuery &) const = default;
};

/// What is counted of one meeting. Sources and campaigns are as bookingSource() gives them.
struct CountedMeeting
{
    enum class Ended { No, ByHost, ByInvitee, ByUnknown, Moved }; ///< whether it was canceled, and by whom

    QDateTime start;
    QDateTime end;
    QDateTime bookedAt; ///< null where it is not known
    Ended ended = Ended::No;
    bool movedAway = false; ///< somebody moved a booking of it to another time
    bool peopleKnown = false;
    int expected = 0; ///< people who did not cancel
    int noShows = 0;
    QStringList sources;
    QStringList campaigns;
    qint64 eventType = 0; ///< a number within the answer; 0 for none
};

/// How often something was named; `name` is as it was first seen, compared without regard to case.
struct NamedCount
{
    QString name;
    int meetings = 0;
    bool operator==(const NamedCount &) const = default;
};

/// Meetings of a type, and how long they are together.
struct TypeCount
{
    int meetings = 0;
    std::chrono::minutes length{0};
    bool operator==(const TypeCount &) const = default;
};

/// Days from booking to start at which the groups of lead times begin; the last one is open.
inline constexpr std::array leadDays{0, 1, 3, 7, 14, 28};

/// The figures of a stretch of time. Meetings are those that were not canceled, unless a figure says otherwise.
struct InsightCount
{
    int meetings = 0;
    std::chrono::minutes length{0};
    std::optional<std::chrono::minutes> lead; ///< from booking to start, half of the meetings less and half more
    int expected = 0; ///< people of meetings that are over, as far as they are known
    int noShows = 0; ///< of these
    int noShowMeetings = 0;
    int canceledByHost = 0;
    int canceledByInvitee = 0;
    int canceledByUnknown = 0;
    int moved = 0; ///< of all meetings: somebody moved a booking to another time
    int peopleUnknown = 0; ///< of all meetings: their people were never read
    QHash<qint64, TypeCount> byType;
    std::array<int, 7> byWeekday{}; ///< Monday first
    std::array<int, 24> byHour{};
    std::array<int, leadDays.size()> byLead{};
    QMap<QDate, int> byDay;
    QHash<QString, NamedCount> bySource; ///< by foldedSource()
    QHash<QString, NamedCount> byCampaign;
    int withoutSource = 0; ///< meetings whose people are known
    bool operator==(const InsightCount &) const = default;

    int canceled() const { return canceledByHost + canceledByInvitee + canceledByUnknown; }
};

/// The share of people who came, of those who were expected; nothing where nobody was.
std::optional<double> showRate(const InsightCount &count);

/// An event type that meetings of the answer have.
struct InsightType
{
    QUrl uri;
    QString name; ///< may be empty
    QString color;
    bool operator==(const InsightType &) const = default;
};

/// Figures of a period, what of it is over, and of the period before as far as the present one is gone.
struct Insight
{
    InsightCount whole;
    InsightCount soFar;
    InsightCount before;
    QHash<qint64, InsightType> types;
    bool comparable = false; ///< all of what is compared with was read
    bool wholeRead = false; ///< all of the period was read
    QDateTime readFrom; ///< where not all was: since when it was, null where that is not known
    bool operator==(const Insight &) const = default;
};

/// Counts meetings one by one.
class InsightCounter
{
public:
    explicit InsightCounter(const InsightQuery &query);

    /// Where neither range holds its start, a meeting counts for nothing.
    void add(const CountedMeeting &meeting);
    /// What was counted; `types`, and what was read, is for the caller to fill in.
    Insight result() const;

private:
    struct Tally
    {
        InsightCount count;
        QList<int> leads; ///< in minutes
    };
    void addTo(Tally &tally, const CountedMeeting &meeting) const;
    static InsightCount finished(const Tally &tally);

    InsightQuery m_query;
    TimeRange m_range;
    TimeRange m_beforeRange;
    Tally m_whole;
    Tally m_soFar;
    Tally m_before;
};

/// A source or campaign as it is counted and can be searched for: on one line and without quotation marks.
QString bookingSource(const QString &utm);
/// Without regard to the case of Latin letters, which is how the store compares.
QString foldedSource(const QString &source);
