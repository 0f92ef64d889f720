// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkshare.h"

#include <QJsonArray>
#include <QTest>

namespace {

ShareOverride everything()
{
    ShareOverride share{.duration = std::chrono::minutes(20),
                        .from = QDate(2026, 11, 23),
                        .until = QDate(2026, 11, 27),
                        .hours = {{.weekday = 1, .intervals = {{QTime(10, 0), QTime(16, 0)}}}, {.weekday = 7}},
                        .timezone = QStringLiteral("Europe/Berlin")};
    share.place = {{QStringLiteral("kind"), QStringLiteral("physical")}, {QStringLiteral("location"), QStringLiteral("Room 7")}};
    return share;
}

} // namespace

/// What a customized link says, and how it comes back.
class TestLinkShare : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSaidIsReadAgain()
    {
        QCOMPARE(shareOverrideFromJson(toJson(everything())), everything());
        QCOMPARE(toJson(ShareOverride()), QJsonObject());
        QCOMPARE(shareOverrideFromJson({}), ShareOverride());
    }

    void oneDayAloneIsNoWindow()
    {
        QVERIFY(!toJson(ShareOverride{.from = QDate(2026, 11, 23)}).contains(QLatin1String("period_type")));
    }

    void theServerMaySayMore()
    {
        QJsonObject stored = toJson(everything());
        stored.insert(QStringLiteral("name"), QStringLiteral("30 min intro"));
        stored.insert(QStringLiteral("max_booking_time"), 1440);
        QVERIFY(saysTheSame(toJson(everything()), stored));
        QVERIFY(saysTheSame({}, stored));
        for (const auto &[name, value] : {std::pair(QStringLiteral("duration"), QJsonValue(30)), std::pair(QStringLiteral("end_date"), QJsonValue(QStringLiteral("2026-11-28"))),
                                          std::pair(QStringLiteral("availability_rule"), QJsonValue(QJsonObject())),
                                          std::pair(QStringLiteral("location_configurations"), QJsonValue(QJsonArray()))}) {
            QJsonObject other = stored;
            other.insert(name, value);
            QVERIFY2(!saysTheSame(toJson(everything()), other), qPrintable(name));
        }
    }

    void aShareNeedsAnAddress()
    {
        QVERIFY(!linkShareFromJson({}));
        const QJsonObject link{{QStringLiteral("booking_url"), QStringLiteral("https://calendly.com/d/x")}};
        const Result<LinkShare> share = linkShareFromJson({{QStringLiteral("scheduling_links"), QJsonArray{link}}, {QStringLiteral("status"), QStringLiteral("used")}});
        QVERIFY(share);
        QCOMPARE(share->status, LinkShare::Status::Used);
        QVERIFY(share->uri.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestLinkShare)
#include "tst_linkshare.moc"
