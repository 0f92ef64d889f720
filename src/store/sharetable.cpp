// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharetable.h"

#include "statement.h"
#include "storederror.h"
#include "storedvalues.h"

#include <QJsonDocument>

#include <array>

namespace {

using State = ShareRecord::State;

constexpr std::array<StoredWord<State>, 3> states{{{State::Asked, "asked"}, {State::Made, "made"}, {State::TakenBack, "taken back"}}};

const char *const columns = "SELECT link, uri, wanted, state FROM link_shares";

ShareRecord recordOf(const QSqlQuery &row)
{
    return shareRecordOf(row.value(0).toString(), row, 1);
}

} // namespace

ShareRecord shareRecordOf(const QString &link, const QSqlQuery &row, int first)
{
    return {.link = link,
            .uri = urlOf(row.value(first)),
            .wanted = QJsonDocument::fromJson(row.value(first + 1).toString().toUtf8()).object(),
            .state = valueOf(states, row.value(first + 2).toString(), State::Made)};
}

ShareTable::ShareTable(Database &database) : m_database(database) { }

Result<Done> ShareTable::put(const ShareRecord &record)
{
    return m_database.durableTransaction([&] {
        Statement write(m_database,
                        QStringLiteral("INSERT INTO link_shares (link, uri, wanted, state) VALUES (?,?,?,?) ON CONFLICT (link) DO UPDATE SET"
                                       " uri = excluded.uri, wanted = excluded.wanted, state = excluded.state"));
        return write.run({toColumn(record.link), toColumn(record.uri), QString::fromUtf8(QJsonDocument(record.wanted).toJson(QJsonDocument::Compact)),
                          wordOf(states, record.state)});
    });
}

Result<Done> ShareTable::remove(const QString &link)
{
    Statement write(m_database, QStringLiteral("DELETE FROM link_shares WHERE link = ?"));
    return write.run({toColumn(link)});
}

std::optional<ShareRecord> ShareTable::record(const QString &link) const
{
    std::optional<ShareRecord> found;
    Statement read(m_database, QLatin1String(columns) + QStringLiteral(" WHERE link = ?"));
    read.forEach({toColumn(link)}, [&found](const QSqlQuery &row) { found = recordOf(row); });
    return found;
}

QList<ShareRecord> ShareTable::records() const
{
    QList<ShareRecord> records;
    Statement read(m_database, QLatin1String(columns));
    read.forEach({}, [&records](const QSqlQuery &row) { records.append(recordOf(row)); });
    return records;
}

QString ShareTable::linkAt(const QUrl &bookingUrl) const
{
    QString link;
    Statement read(m_database,
                   QStringLiteral("SELECT l.id FROM link_shares s JOIN links l ON l.id = s.link WHERE l.booking_url = ? OR"
                                  " substr(l.booking_url, 1, ?) IN (?, ?)"));
    const QString address = toColumn(bookingUrl);
    const auto longer = static_cast<int>(address.size()) + 1; // our parameters come after it
    read.forEach({address, longer, address + QLatin1Char('?'), address + QLatin1Char('&')}, [&link](const QSqlQuery &row) { link = row.value(0).toString(); });
    return link;
}

Result<Done> ShareTable::takeBack(const QString &link, const QDateTime &now)
{
    return m_database.durableTransaction([&] {
        Statement state(m_database, QStringLiteral("UPDATE link_shares SET state = ? WHERE link = ?"));
        const Result<Done> written = state.run({wordOf(states, State::TakenBack), toColumn(link)});
        if (!written)
            return written;
        Statement end(m_database, QStringLiteral("UPDATE links SET expires_ms = min(expires_ms, ?) WHERE id = ?"));
        return end.run({toColumn(now), toColumn(link)});
    });
}

Result<Done> ShareTable::markUsed(const QString &link, const QUrl &share)
{
    return m_database.durableTransaction([&] {
        Statement news(m_database, QStringLiteral("INSERT OR IGNORE INTO link_news (link) SELECT id FROM links WHERE id = ? AND booked_by = ''"));
        const Result<Done> noted = news.run({toColumn(link)});
        if (!noted)
            return noted;
        Statement write(m_database, QStringLiteral("UPDATE links SET booked_by = ? WHERE id = ? AND booked_by = ''"));
        return write.run({toColumn(share), toColumn(link)});
    });
}
