// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasurefilter.h"

#include "erasuremarks.h"
#include "resourcejson.h"
#include "statement.h"
#include "storedvalues.h"

#include <QJsonArray>

#include <algorithm>

namespace {

QString emailOf(const QJsonValue &guest)
{
    return guest.toObject().value(QLatin1String("email")).toString();
}

} // namespace

ErasureFilter::ErasureFilter(Database &database, const QDateTime &now)
    : m_database(database)
    , m_now(now)
{
}

Result<QList<MeetingRecord>> ErasureFilter::keptOf(const QList<MeetingRecord> &meetings)
{
    if (const Result<Done> done = read(); !done)
        return Unexpected(done.error());
    if (m_people.isEmpty() && m_times.isEmpty())
        return meetings;
    QList<MeetingRecord> kept;
    for (const MeetingRecord &record : meetings) {
        const QDateTime &start = record.meeting.start;
        if (std::any_of(m_times.cbegin(), m_times.cend(), [&start](const TimeRange &range) { return range.contains(start); }))
            continue;
        const Result<bool> marked = isMarked(record.meeting);
        if (!marked)
            return Unexpected(marked.error());
        if (!*marked)
            kept.append(withoutErasedGuests(record));
    }
    return kept;
}

Result<QList<Invitee>> ErasureFilter::keptOf(const QList<Invitee> &invitees)
{
    if (const Result<Done> done = read(); !done)
        return Unexpected(done.error());
    if (m_people.isEmpty())
        return invitees;
    QList<Invitee> kept = invitees;
    kept.removeIf([this](const Invitee &invitee) { return isErased(invitee.email, invitee.createdAt); });
    return kept;
}

Result<Done> ErasureFilter::read()
{
    m_people.clear();
    m_times.clear();
    Statement read(m_database,
                   QStringLiteral("SELECT kind, mark, salt, begin_ms, end_ms, at_ms FROM erasure_marks"
                                  " WHERE kind IN ('person', 'times') AND at_ms BETWEEN ? AND ?"));
    return read.forEach(momentsOfMarks(m_now), [this](const QSqlQuery &row) {
        if (row.value(0).toString() == QLatin1String("times"))
            m_times.append({instantOf(row.value(3)), instantOf(row.value(4))});
        else
            m_people.append({row.value(1).toString(), row.value(2).toString(), row.value(4).toLongLong(), instantOf(row.value(5))});
    });
}

bool ErasureFilter::isErased(const QString &email, const QDateTime &booked)
{
    bool erased = false;
    for (const Person &person : personsOf(foldedEmail(email))) {
        if (booked.isValid() && booked.toMSecsSinceEpoch() >= person.endMs)
            continue;
        erased = true;
        m_erasedAt = m_erasedAt.isValid() ? std::max(m_erasedAt, person.at) : person.at;
    }
    return erased;
}

/// Hashed once for each address: many meetings have the same few.
const QList<ErasureFilter::Person> &ErasureFilter::personsOf(const QString &email)
{
    const auto known = m_found.constFind(email);
    if (known != m_found.cend())
        return *known;
    QList<Person> found;
    std::copy_if(m_people.cbegin(), m_people.cend(), std::back_inserter(found), [&email](const Person &person) { return personMark(email, person.salt) == person.mark; });
    return *m_found.insert(email, found);
}

Result<bool> ErasureFilter::isMarked(const Meeting &meeting)
{
    bool marked = false;
    Statement find(m_database, QStringLiteral("SELECT 1 FROM erasure_marks WHERE kind = 'meeting' AND mark = ? AND at_ms BETWEEN ? AND ?"));
    const Result<Done> done = find.forEach(QVariantList{meetingMark(meeting)} + momentsOfMarks(m_now), [&marked](const QSqlQuery &) { marked = true; });
    return done ? Result<bool>(marked) : Unexpected(done.error());
}

/// With a fingerprint of its own, so that the whole one is stored as soon as it may be.
MeetingRecord ErasureFilter::withoutErasedGuests(const MeetingRecord &record)
{
    Meeting meeting = record.meeting;
    meeting.source = withoutGuests(meeting.source, [this](const QJsonObject &guest) {
        return isErased(emailOf(guest), instantFromText(guest.value(QLatin1String("created_at")).toString()));
    });
    if (meeting.source == record.meeting.source)
        return record;
    const QJsonArray left = meeting.source.value(QLatin1String("event_guests")).toArray();
    meeting.guests.removeIf([&left](const QString &guest) {
        return std::none_of(left.begin(), left.end(), [&guest](const QJsonValue &other) { return emailOf(other) == guest; });
    });
    return {meeting, fingerprintAsSent(meeting), record.searchTexts.isEmpty() ? MeetingRecord::Row::Stored : MeetingRecord::Row::New};
}

QJsonObject withoutGuests(QJsonObject meeting, const std::function<bool(const QJsonObject &guest)> &isGone)
{
    const QString guests = QStringLiteral("event_guests");
    QJsonArray kept;
    const QJsonArray all = meeting.value(guests).toArray();
    for (const QJsonValue &guest : all) {
        if (!isGone(guest.toObject()))
            kept.append(guest);
    }
    if (kept.size() < all.size())
        meeting.insert(guests, kept);
    return meeting;
}
