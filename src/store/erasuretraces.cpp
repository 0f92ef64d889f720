// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasuretraces.h"

#include "erasurefilter.h"
#include "meetingrows.h"
#include "plaintext.h"
#include "statement.h"
#include "storedvalues.h"

#include <algorithm>

namespace {

/// `%` and `_` for what they are.
QString anywhere(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('%'), QLatin1String("\\%")).replace(QLatin1Char('_'), QLatin1String("\\_"));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

/// Whether a label names the person. A name of one word has to be all of it: many a label has such a word in it.
bool tellsOf(const QString &label, const QString &email, const QStringList &people)
{
    const QString folded = foldedForSearch(label).simplified();
    return label.toLower().contains(email) || std::any_of(people.begin(), people.end(), [&folded](const QString &name) {
        return name == folded || (name.contains(QLatin1Char(' ')) && folded.contains(name));
    });
}

struct GuestList
{
    qint64 id = 0;
    QString uri;
    QStringList guests;
    QJsonObject source;
};

QJsonObject withoutGuest(const QJsonObject &source, const QString &email)
{
    return withoutGuests(source, [&email](const QJsonObject &guest) { return foldedEmail(guest.value(QLatin1String("email")).toString()) == email; });
}

} // namespace

ErasureTraces::ErasureTraces(Database &database)
    : m_database(database)
{
}

Result<Done> ErasureTraces::eraseNotes(const QString &email)
{
    if (email.isEmpty())
        return Done{};
    QStringList people;
    Statement read(m_database, QStringLiteral("SELECT name FROM invitees WHERE email_folded = ? UNION SELECT name FROM bookings WHERE lower(trim(email)) = ?"));
    Result<Done> step = read.forEach({email, email}, [&people](const QSqlQuery &row) { people.append(foldedForSearch(row.value(0).toString()).simplified()); });
    people.removeAll(QString());
    const auto run = [&](const QString &sql, const QVariantList &values) {
        if (step)
            step = Statement(m_database, sql).run(values);
    };
    run(QStringLiteral("DELETE FROM person_zones WHERE email = ?"), {email});
    run(QStringLiteral("UPDATE bookings SET name = '', email = '' WHERE lower(trim(email)) = ?"), {email});
    run(QStringLiteral("DELETE FROM saved_filters WHERE lower(name || ' ' || filter) LIKE ? ESCAPE '\\'"), {anywhere(email)});
    // Whoever used a link is whom its label is about, whatever it says.
    const QString used = QStringLiteral("SELECT id FROM links WHERE booked_by IN (SELECT uri FROM invitees WHERE email_folded = ?)");
    run(QStringLiteral("UPDATE link_orders SET label = '' WHERE link IN (%1)").arg(used), {email});
    run(QStringLiteral("UPDATE links SET label = '' WHERE id IN (%1)").arg(used), {email});
    if (step)
        step = eraseHistory(email, people);
    if (step)
        step = eraseLabels(QStringLiteral("links"), QStringLiteral("id"), email, people);
    if (step)
        step = eraseLabels(QStringLiteral("link_orders"), QStringLiteral("link"), email, people);
    return step;
}

/// What was seen of the person by name, unless it was of somebody of the same name who is still in that meeting. What is
/// stored of the person's own meetings goes with those; here it is what outlived a meeting.
Result<Done> ErasureTraces::eraseHistory(const QString &email, const QStringList &people)
{
    QStringList names;
    Statement read(m_database, QStringLiteral("SELECT DISTINCT who FROM meeting_changes WHERE who <> ''"));
    Result<Done> step = read.forEach({}, [&](const QSqlQuery &row) {
        if (people.contains(foldedForSearch(row.value(0).toString()).simplified()))
            names.append(row.value(0).toString());
    });
    for (const QString &name : std::as_const(names)) {
        if (step)
            step = Statement(m_database,
                             QStringLiteral("DELETE FROM meeting_changes WHERE who = ? AND NOT EXISTS (SELECT 1 FROM meetings m JOIN invitees i"
                                            " ON i.meeting_id = m.id WHERE m.uri = meeting_changes.meeting AND i.name = meeting_changes.who"
                                            " AND i.email_folded <> ?)"))
                       .run({name, email});
    }
    return step;
}

Result<Done> ErasureTraces::eraseLabels(const QString &table, const QString &key, const QString &email, const QStringList &people)
{
    QStringList found;
    Statement read(m_database, QStringLiteral("SELECT %1, label FROM %2 WHERE label <> ''").arg(key, table));
    Result<Done> step = read.forEach({}, [&](const QSqlQuery &row) {
        if (tellsOf(row.value(1).toString(), email, people))
            found.append(row.value(0).toString());
    });
    for (const QString &link : std::as_const(found)) {
        if (step)
            step = Statement(m_database, QStringLiteral("UPDATE %1 SET label = '' WHERE %2 = ?").arg(table, key)).run({link});
    }
    return step;
}

Result<Done> ErasureTraces::eraseGuest(const QString &email, QList<qint64> &changed)
{
    if (email.isEmpty())
        return Done{};
    QList<GuestList> lists;
    Statement read(m_database,
                   QStringLiteral("SELECT m.id, m.uri, m.guests, s.source FROM meetings m LEFT JOIN meeting_sources s ON s.meeting_id = m.id"
                                  " WHERE lower(m.guests) LIKE ? ESCAPE '\\'"));
    Result<Done> step = read.forEach({anywhere(email)}, [&](const QSqlQuery &row) {
        lists.append({row.value(0).toLongLong(), row.value(1).toString(), guestsOf(row.value(2).toString()), unpacked(row.value(3).toByteArray())});
    });
    for (GuestList &list : lists) {
        if (list.guests.removeIf([&email](const QString &guest) { return foldedEmail(guest) == email; }) == 0)
            continue;
        // No answer has this fingerprint, so that what Calendly says later is stored again.
        if (step)
            step = Statement(m_database, QStringLiteral("UPDATE meetings SET guests = ?, fingerprint = x'' WHERE id = ?")).run({guestsColumn(list.guests), list.id});
        if (step)
            step = Statement(m_database, QStringLiteral("UPDATE meeting_sources SET source = ? WHERE meeting_id = ?"))
                       .run({packed(withoutGuest(list.source, email)), list.id});
        changed.append(list.id);
    }
    // Also of guests who were taken off since.
    if (step)
        step = Statement(m_database, QStringLiteral("DELETE FROM meeting_changes WHERE lower(who || ' ' || about || ' ' || old_value || ' ' || new_value) LIKE ? ESCAPE '\\'"))
                   .run({anywhere(email)});
    return step;
}
