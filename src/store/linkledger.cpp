// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkledger.h"

#include "eventtypetable.h"
#include "hosting.h"
#include "linkordertable.h"
#include "plaintext.h"
#include "sharetable.h"
#include "statement.h"
#include "storedvalues.h"

#include <QHash>

#include <algorithm>

namespace {

using Order = LinkQuery::Order;

const char *const columns = "SELECT l.id, l.booking_url, l.event_type, l.event_type_name, l.label, l.tracking_token,"
                            " l.created_ms, l.expires_ms, l.booked_by, c.times, c.last_ms, s.uri, s.wanted, s.state"
                            " FROM links l %1 LEFT JOIN link_copies c ON c.link = l.id LEFT JOIN link_shares s ON s.link = l.id ";

QString select(const char *index = "")
{
    return QString::fromLatin1(columns).arg(QLatin1String(index));
}

LinkEntry entryOf(const QSqlQuery &row, const QDateTime &now)
{
    LinkEntry entry;
    entry.link = {.id = row.value(0).toString(),
                  .bookingUrl = urlOf(row.value(1)),
                  .eventType = urlOf(row.value(2)),
                  .eventTypeName = row.value(3).toString(),
                  .label = row.value(4).toString(),
                  .trackingToken = row.value(5).toString(),
                  .createdAt = instantOf(row.value(6)),
                  .expiresAt = instantOf(row.value(7))};
    if (!row.value(8).toString().isEmpty())
        entry.status = LinkStatus::Booked;
    else
        entry.status = entry.link.expiresAt > now ? LinkStatus::Open : LinkStatus::Expired;
    entry.copies = row.value(9).toInt();
    entry.copiedAt = instantOf(row.value(10));
    if (!row.value(13).isNull())
        entry.share = shareRecordOf(entry.link.id, row, 11);
    return entry;
}

/// Calendly tells of customized links whether they were used, whoever hosts the meeting.
bool isOnlyKnownFromMeetings(const LinkEntry &entry)
{
    return entry.status != LinkStatus::Booked && !entry.share;
}

bool matches(const LinkEntry &entry, const LinkQuery &query, const QStringList &words, const QDateTime &now)
{
    if (query.status && toldStatus(entry) != *query.status)
        return false;
    if (query.expiringSoon && !expiresSoon(entry, now))
        return false;
    if (!query.eventType.isEmpty() && entry.link.eventType != query.eventType)
        return false;
    if (words.isEmpty())
        return true;
    const QString text = foldedForSearch(entry.link.label + QLatin1Char(' ') + entry.link.eventTypeName + QLatin1Char(' ') + entry.person);
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

/// Whether `one` stands before `other`; the newest first where nothing else tells.
bool before(Order order, const LinkEntry &one, const LinkEntry &other)
{
    const auto differ = [](const QString &left, const QString &right) { return QString::localeAwareCompare(left, right); };
    int difference = 0;
    if (order == Order::Type)
        difference = differ(one.link.eventTypeName, other.link.eventTypeName);
    if (order == Order::Label && one.link.label.isEmpty() != other.link.label.isEmpty())
        return other.link.label.isEmpty();
    if (order == Order::Label)
        difference = differ(one.link.label, other.link.label);
    if (difference != 0)
        return difference < 0;
    return order == Order::Oldest ? one.link.createdAt < other.link.createdAt : one.link.createdAt > other.link.createdAt;
}

} // namespace

LinkLedger::LinkLedger(Database &database, std::function<QUrl()> self)
    : m_database(database)
    , m_self(std::move(self))
{
}

Result<QList<LinkEntry>> LinkLedger::entries(const LinkQuery &query, const QDateTime &now, const QSet<QString> &underWay) const
{
    const QStringList words = foldedForSearch(query.text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    Result<QList<LinkEntry>> unknown = unanswered(query, underWay);
    if (!unknown)
        return unknown;
    QList<LinkEntry> found = *unknown;
    QHash<QUrl, bool> hostedByOthers;
    // What somebody made by hand, one by one, is read at one go; only its meetings are many.
    Statement read(m_database, select("INDEXED BY links_by_creation") + QStringLiteral("ORDER BY l.created_ms DESC, l.rowid DESC"));
    const Result<Done> done = read.forEach({}, [&](const QSqlQuery &row) {
        LinkEntry entry = entryOf(row, now);
        auto type = hostedByOthers.constFind(entry.link.eventType);
        if (type == hostedByOthers.cend())
            type = hostedByOthers.insert(entry.link.eventType, othersMayHost(entry.link.eventType));
        entry.maybeBooked = *type && isOnlyKnownFromMeetings(entry);
        if (!words.isEmpty())
            addBooking(entry);
        if (matches(entry, query, words, now))
            found.append(entry);
    });
    if (!done)
        return Unexpected(done.error());
    std::stable_sort(found.begin(), found.end(),
                     [&query](const LinkEntry &one, const LinkEntry &other) { return before(query.order, one, other); });
    found = found.mid(0, std::max(query.limit, 0));
    if (words.isEmpty()) {
        for (LinkEntry &entry : found)
            addBooking(entry);
    }
    return found;
}

std::optional<LinkEntry> LinkLedger::entry(const QString &id, const QDateTime &now) const
{
    std::optional<LinkEntry> found;
    Statement read(m_database, select() + QStringLiteral("WHERE l.id = ?"));
    read.forEach({toColumn(id)}, [&](const QSqlQuery &row) { found = entryOf(row, now); });
    if (found) {
        found->maybeBooked = isOnlyKnownFromMeetings(*found) && othersMayHost(found->link.eventType);
        addBooking(*found);
    }
    return found;
}

LinkTotals LinkLedger::totals(const QDateTime &now, const QSet<QString> &underWay) const
{
    LinkTotals totals = count({}, {}, now);
    QList<QUrl> types;
    Statement read(m_database, QStringLiteral("SELECT DISTINCT event_type FROM links INDEXED BY links_by_type"));
    read.forEach({}, [&types](const QSqlQuery &row) { types.append(urlOf(row.value(0))); });
    for (const QUrl &type : std::as_const(types))
        setApartUnseen(totals, type, now);
    totals.unknown += static_cast<int>(unanswered({}, underWay).value_or({}).size());
    return totals;
}

LinkTotals LinkLedger::totalsOf(const QUrl &eventType, const QDateTime &now) const
{
    LinkTotals totals = count(QStringLiteral(" WHERE event_type = ?"), {toColumn(eventType)}, now);
    setApartUnseen(totals, eventType, now);
    return totals;
}

LinkTotals LinkLedger::count(const QString &where, const QVariantList &values, const QDateTime &now) const
{
    LinkTotals totals;
    const qint64 present = now.toMSecsSinceEpoch();
    const qint64 soon = now.addDays(linkExpiresSoonDays).toMSecsSinceEpoch();
    Statement read(m_database,
                   QStringLiteral("SELECT coalesce(sum(booked_by = '' AND expires_ms > ?), 0), coalesce(sum(booked_by <> ''), 0),"
                                  " coalesce(sum(booked_by = '' AND expires_ms <= ?), 0),"
                                  " coalesce(sum(booked_by = '' AND expires_ms > ? AND expires_ms <= ?), 0)"
                                  " FROM links INDEXED BY links_by_type") + where);
    read.forEach(QVariantList{present, present, present, soon} + values, [&totals](const QSqlQuery &row) {
        totals = {.open = row.value(0).toInt(), .booked = row.value(1).toInt(), .expired = row.value(2).toInt(),
                  .expiringSoon = row.value(3).toInt()};
    });
    return totals;
}

/// Counts as not known what others may have booked into without its being seen here.
void LinkLedger::setApartUnseen(LinkTotals &totals, const QUrl &eventType, const QDateTime &now) const
{
    if (!othersMayHost(eventType))
        return;
    const LinkTotals unseen = count(QStringLiteral(" WHERE event_type = ? AND NOT EXISTS (SELECT 1 FROM link_shares s WHERE s.link = links.id)"),
                                    {toColumn(eventType)}, now);
    totals.open -= unseen.open;
    totals.expired -= unseen.expired;
    totals.expiringSoon -= unseen.expiringSoon;
    totals.unknown += unseen.open + unseen.expired;
}

bool LinkLedger::othersMayHost(const QUrl &eventType) const
{
    const std::optional<EventType> type = EventTypeTable(m_database).eventType(eventType);
    return type && mayBeHostedByOthers(*type, m_self ? m_self() : QUrl());
}

QList<LinkEntry> LinkLedger::takeNews(const QDateTime &now)
{
    QList<LinkEntry> news;
    Statement read(m_database,
                   QStringLiteral("SELECT l.id, l.booking_url, l.event_type, l.event_type_name, l.label, l.tracking_token, l.created_ms,"
                                  " l.expires_ms, l.booked_by, 0, NULL, NULL, NULL, NULL FROM link_news n CROSS JOIN links l ON l.id = n.link"));
    read.forEach({}, [&](const QSqlQuery &row) { news.append(entryOf(row, now)); });
    if (news.isEmpty() || !Statement(m_database, QStringLiteral("DELETE FROM link_news")).run())
        return {};
    for (LinkEntry &entry : news)
        addBooking(entry);
    return news;
}

Result<QList<LinkEntry>> LinkLedger::unanswered(const LinkQuery &query, const QSet<QString> &underWay) const
{
    const QStringList words = foldedForSearch(query.text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<LinkEntry> found;
    const Result<QList<LinkOrder>> orders = LinkOrderTable(m_database).unanswered();
    if (!orders)
        return Unexpected(orders.error());
    for (const LinkOrder &order : *orders) {
        LinkEntry entry;
        entry.status = LinkStatus::Unknown;
        entry.link.id = order.link;
        entry.link.eventType = order.eventType;
        entry.link.eventTypeName = order.eventTypeName;
        entry.link.label = order.label;
        entry.link.createdAt = order.changedAt;
        if (!underWay.contains(order.link) && matches(entry, query, words, {}))
            found.append(entry);
    }
    return found;
}

/// A booking that was moved has several invitees with the same token: the one that stands, else the newest.
void LinkLedger::addBooking(LinkEntry &entry) const
{
    if (entry.status != LinkStatus::Booked)
        return;
    Statement read(m_database,
                   QStringLiteral("SELECT i.name, i.email, m.uri, m.start_ms, m.end_ms, m.canceled OR i.canceled FROM invitees i"
                                  " INDEXED BY invitees_by_utm_content JOIN meetings m ON m.id = i.meeting_id"
                                  " WHERE i.utm_content = ? AND i.utm_content <> '' ORDER BY i.canceled, i.created_ms DESC LIMIT 1"));
    read.forEach({entry.link.trackingToken}, [&entry](const QSqlQuery &row) {
        const QString name = row.value(0).toString();
        entry.person = name.isEmpty() ? row.value(1).toString() : name;
        entry.meeting = urlOf(row.value(2));
        entry.meetingStart = instantOf(row.value(3));
        entry.meetingEnd = instantOf(row.value(4));
        entry.meetingCanceled = row.value(5).toBool();
    });
}
