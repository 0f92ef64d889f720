// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasuremarks.h"

#include "meeting.h"
#include "statement.h"
#include "storedvalues.h"
#include "syncstatetable.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace {

constexpr int daysKept = 8; // Calendly takes up to seven
constexpr int daysOfPast = 10 * 365; // more than is ever read

QString hashOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString newSalt()
{
    std::array<quint32, 4> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), numbers.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(numbers.data()), sizeof numbers).toHex());
}

} // namespace

ErasureMarks::ErasureMarks(Database &database, const QDateTime &when)
    : m_database(database)
    , m_when(when)
{
}

Result<Done> ErasureMarks::addPerson(const QString &email)
{
    if (email.isEmpty())
        return Done{};
    // By Calendly's clock, which may be ahead of this one.
    qint64 newest = m_when.toMSecsSinceEpoch();
    Statement read(m_database, QStringLiteral("SELECT created_ms FROM invitees WHERE email_folded = ? AND email_folded <> '' AND created_ms IS NOT NULL"));
    const Result<Done> done = read.forEach({email}, [&newest](const QSqlQuery &row) { newest = std::max(newest, row.value(0).toLongLong()); });
    const QString salt = newSalt();
    return done ? add(QStringLiteral("person"), personMark(email, salt), salt, 0, newest + 1) : done;
}

Result<Done> ErasureMarks::addTimes(const TimeRange &range)
{
    return add(QStringLiteral("times"), {}, {}, toColumn(range.begin), toColumn(range.end));
}

Result<Done> ErasureMarks::addMeeting(qint64 meeting)
{
    Meeting stored;
    Statement read(m_database, QStringLiteral("SELECT uri, invitees_limit, updated_at, invitees_active, invitees_total FROM meetings WHERE id = ?"));
    const Result<Done> done = read.forEach({meeting}, [&stored](const QSqlQuery &row) {
        stored.uri = urlOf(row.value(0));
        stored.inviteesLimit = row.value(1).toInt();
        stored.updatedAt = row.value(2).toString();
        stored.inviteesActive = row.value(3).toInt();
        stored.inviteesTotal = row.value(4).toInt();
    });
    return done && !stored.uri.isEmpty() ? add(QStringLiteral("meeting"), meetingMark(stored), {}, 0, 0) : done;
}

Result<Done> ErasureMarks::addPart(qint64 meeting)
{
    return Statement(m_database,
                     QStringLiteral("INSERT OR REPLACE INTO erasure_marks (kind, mark, salt, begin_ms, end_ms, at_ms)"
                                    " SELECT 'part', uri, '', 0, 0, ? FROM meetings WHERE id = ?"))
        .run({toColumn(m_when), meeting});
}

Result<Done> ErasureMarks::add(const QString &kind, const QString &mark, const QString &salt, const QVariant &begin, const QVariant &end)
{
    return Statement(m_database, QStringLiteral("INSERT OR REPLACE INTO erasure_marks (kind, mark, salt, begin_ms, end_ms, at_ms) VALUES (?,?,?,?,?,?)"))
        .run({kind, toColumn(mark), toColumn(salt), begin, end, toColumn(m_when)});
}

Result<Done> ErasureMarks::dropOld(Database &database, const QDateTime &now)
{
    const QVariantList moments = momentsOfMarks(now);
    QList<TimeRange> unread;
    Statement read(database, QStringLiteral("SELECT kind, begin_ms, end_ms FROM erasure_marks WHERE kind IN ('person', 'times') AND at_ms NOT BETWEEN ? AND ?"));
    const Result<Done> found = read.forEach(moments, [&](const QSqlQuery &row) {
        if (row.value(0).toString() == QLatin1String("times"))
            unread.append({instantOf(row.value(1)), instantOf(row.value(2))});
        else
            unread.append({now.addDays(-daysOfPast), now}); // a person may have been anywhere; what lies ahead is read anyway
    });
    if (!found || unread.isEmpty())
        return found;
    return database.transaction([&]() -> Result<Done> {
        Result<Done> step = Statement(database,
                                      QStringLiteral("UPDATE meetings SET invitees_state = 0 WHERE uri IN"
                                                     " (SELECT mark FROM erasure_marks WHERE kind = 'part' AND at_ms NOT BETWEEN ? AND ?)"))
                                .run(moments);
        SyncStateTable state(database);
        for (auto range = unread.cbegin(); step && range != unread.cend(); ++range)
            step = state.forgetCovered(*range);
        return step ? Statement(database, QStringLiteral("DELETE FROM erasure_marks WHERE at_ms NOT BETWEEN ? AND ?")).run(moments) : step;
    });
}

QVariantList momentsOfMarks(const QDateTime &now)
{
    return {toColumn(now.addDays(-daysKept)), toColumn(now.addDays(daysKept))};
}

QString personMark(const QString &email, const QString &salt)
{
    return hashOf(salt + email);
}

QString meetingMark(const Meeting &meeting)
{
    const QString uri = toColumn(meeting.uri);
    return hashOf(isGroup(meeting) ? QStringLiteral("%1 %2 %3 %4").arg(uri, meeting.updatedAt).arg(meeting.inviteesActive).arg(meeting.inviteesTotal) : uri);
}
