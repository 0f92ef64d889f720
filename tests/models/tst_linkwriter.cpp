// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

LinkEntry entry()
{
    LinkEntry entry;
    entry.link = {.id = QStringLiteral("id"),
                  .bookingUrl = QUrl(QStringLiteral("https://calendly.example/d/ck7q?month=2026-11&utm_content=sd-1")),
                  .eventType = QUrl(QStringLiteral("https://api.calendly.example/event_types/1")),
                  .eventTypeName = QStringLiteral("30 min | intro"),
                  .label = QStringLiteral("=Petra, \"Nord\" <petra@nordwind.example>"),
                  .trackingToken = QStringLiteral("sd-1"),
                  .createdAt = QDateTime(QDate(2026, 11, 2), QTime(9, 12), Qt::UTC),
                  .expiresAt = QDateTime(QDate(2027, 1, 31), QTime(9, 12), Qt::UTC)};
    entry.status = LinkStatus::Booked;
    entry.person = QStringLiteral("Petra Kohl");
    entry.meeting = QUrl(QStringLiteral("https://api.calendly.example/scheduled_events/1"));
    entry.meetingStart = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    return entry;
}

ExportSetting setting()
{
    return {.now = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC), .zone = QTimeZone("Europe/Berlin")};
}

} // namespace

class TestLinkWriter : public QObject
{
    Q_OBJECT

private slots:
    void csv_isATableWithoutFormulas()
    {
        const QByteArray bytes = exportedLinks({entry()}, ExportFormat::Csv, setting());
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        const QString text = QString::fromUtf8(bytes);
        const QStringList lines = text.split(QStringLiteral("\r\n"));
        QVERIFY(lines.first().startsWith(QStringLiteral("Label,E-mail,Event type,Link,Status")));
        QVERIFY2(lines.at(1).startsWith(QStringLiteral("\"'=Petra, \"\"Nord\"\"\",petra@nordwind.example,30 min | intro,"
                                                       "https://calendly.example/d/ck7q?month=2026-11&utm_content=sd-1,Booked,2026-11-02 10:12")),
                 qPrintable(lines.at(1)));
        QVERIFY(lines.at(1).endsWith(QStringLiteral("2026-11-20 13:00,Petra Kohl")));
    }

    void json_hasEveryKey()
    {
        const QJsonObject whole = QJsonDocument::fromJson(exportedLinks({entry(), LinkEntry{.maybeBooked = true}}, ExportFormat::Json, setting())).object();
        QCOMPARE(whole[QLatin1String("format")].toString(), QStringLiteral("sundial-links"));
        const QJsonArray links = whole[QLatin1String("links")].toArray();
        QCOMPARE(links.size(), 2);
        QCOMPARE(links.at(0)[QLatin1String("status")].toString(), QStringLiteral("booked"));
        QCOMPARE(links.at(0)[QLatin1String("made_at")].toString(), QStringLiteral("2026-11-02T09:12:00Z"));
        QCOMPARE(links.at(0)[QLatin1String("label")].toString(), entry().link.label);
        QCOMPARE(links.at(1).toObject().keys(), links.at(0).toObject().keys());
        QVERIFY(links.at(1)[QLatin1String("link")].isNull());
        QCOMPARE(links.at(1)[QLatin1String("status")].toString(), QStringLiteral("unknown"));
    }

    void markdown_staysOneTable()
    {
        const QString text = QString::fromUtf8(exportedLinks({entry()}, ExportFormat::Markdown, setting()));
        QCOMPARE(text.count(QLatin1Char('\n')), 3);
        QVERIFY(text.contains(QStringLiteral("30 min \\| intro")));
        QVERIFY(text.contains(QStringLiteral("<https://calendly.example/d/ck7q?month=2026-11&utm_content=sd-1>")));
    }

    void withoutPeople_nobodyIsNamed()
    {
        ExportSetting quiet = setting();
        quiet.people = false;
        for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Json, ExportFormat::Markdown})
            QVERIFY(!exportedLinks({entry()}, format, quiet).contains("Petra Kohl"));
    }
};

QTEST_GUILESS_MAIN(TestLinkWriter)
#include "tst_linkwriter.moc"
