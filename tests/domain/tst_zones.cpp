// SPDX-License-Identifier: GPL-3.0-or-later
#include "zones.h"

#include <QTest>

class TestZones : public QObject
{
    Q_OBJECT

    static QDateTime utc(int year, int month, int day, int hour, int minute)
    {
        return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
    }

    static QTimeZone zone(const char *name) { return zoneNamed(QString::fromLatin1(name)).value(); }

private slots:
    void plainTime_isFoundOnce()
    {
        const UtcInstant found = toUtc(QDate(2026, 11, 20), QTime(9, 30), zone("Europe/Berlin"));
        QCOMPARE(found.utc, utc(2026, 11, 20, 8, 30));
        QVERIFY(!found.inGap);
        QVERIFY(!found.ambiguous);
    }

    void springGap_isSaidAndTakenAsBeforeTheChange()
    {
        const UtcInstant found = toUtc(QDate(2026, 3, 29), QTime(2, 30), zone("Europe/Berlin"));
        QVERIFY(found.inGap);
        QCOMPARE(found.utc, utc(2026, 3, 29, 1, 30));
        QVERIFY(!toUtc(QDate(2026, 3, 29), QTime(3, 0), zone("Europe/Berlin")).inGap);
    }

    void autumnOverlap_isSaidAndTakenAsTheFirst()
    {
        const UtcInstant found = toUtc(QDate(2026, 11, 1), QTime(1, 30), zone("America/New_York"));
        QVERIFY(found.ambiguous);
        QCOMPARE(found.utc, utc(2026, 11, 1, 5, 30));
        QVERIFY(!toUtc(QDate(2026, 11, 1), QTime(2, 0), zone("America/New_York")).ambiguous);
    }

    void lordHowe_shiftsByHalfAnHour()
    {
        // First Sunday of October at 02:00: 02:00 to 02:30 does not exist.
        QVERIFY(toUtc(QDate(2026, 10, 4), QTime(2, 15), zone("Australia/Lord_Howe")).inGap);
        const UtcInstant after = toUtc(QDate(2026, 10, 4), QTime(2, 30), zone("Australia/Lord_Howe"));
        QVERIFY(!after.inGap);
        QCOMPARE(after.utc, utc(2026, 10, 3, 15, 30));
        QVERIFY(toUtc(QDate(2026, 4, 5), QTime(1, 45), zone("Australia/Lord_Howe")).ambiguous);
    }

    void kathmandu_isAQuarterOff()
    {
        QCOMPARE(toUtc(QDate(2026, 1, 1), QTime(0, 0), zone("Asia/Kathmandu")).utc, utc(2025, 12, 31, 18, 15));
        QCOMPARE(wallClock(utc(2026, 1, 1, 0, 0), zone("Asia/Kathmandu")).time(), QTime(5, 45));
    }

    void apia_hasNoThirtiethOfDecember2011()
    {
        QVERIFY(toUtc(QDate(2011, 12, 30), QTime(12, 0), zone("Pacific/Apia")).inGap);
        const QDateTime last = startOfDayUtc(QDate(2011, 12, 29), zone("Pacific/Apia"));
        const QDateTime next = startOfDayUtc(QDate(2011, 12, 31), zone("Pacific/Apia"));
        QCOMPARE(last.secsTo(next), 24 * 3600);
    }

    void saoPaulo_beginsTheDayOfTheChangeAtOne()
    {
        QVERIFY(toUtc(QDate(2018, 11, 4), QTime(0, 0), zone("America/Sao_Paulo")).inGap);
        const QDateTime start = startOfDayUtc(QDate(2018, 11, 4), zone("America/Sao_Paulo"));
        QCOMPARE(start, utc(2018, 11, 4, 3, 0));
        QCOMPARE(wallClock(start, zone("America/Sao_Paulo")).time(), QTime(1, 0));
    }

    void wallClock_goesThereAndBack_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu",
                                 "Pacific/Chatham", "US/Pacific", "Asia/Calcutta", "Singapore", "GMT", "EST5EDT", "WET", "Zulu"})
            QTest::newRow(name) << QByteArray(name);
    }

    void wallClock_goesThereAndBack()
    {
        QFETCH(QByteArray, name);
        const QTimeZone there = zone(name.constData());
        for (int hour = 0; hour < 24 * 366; hour += 7) {
            const QDateTime instant = utc(2026, 1, 1, 0, 0).addSecs(hour * 3600);
            const QDateTime clock = wallClock(instant, there);
            const UtcInstant back = toUtc(clock.date(), clock.time(), there);
            QVERIFY(!back.inGap);
            QVERIFY(back.utc == instant || back.ambiguous);
        }
    }

    void oddNames_areNoZones_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"", " ", "Mars/Phobos", "<script>", "posix/Europe/Berlin", "right/UTC", "../../etc/localtime",
              "/etc/localtime", "Europe/Berlin\n", "Europe/../UTC", "a/b/c/d", ":UTC", "Tokyo", "Atlantis", "Foo5", "XYZ-3"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void oddNames_areNoZones()
    {
        QFETCH(QString, name);
        QVERIFY(!zoneNamed(name));
    }

    void cityOf_isTheLastPartAsWritten()
    {
        QCOMPARE(cityOf(QStringLiteral("America/New_York")), QStringLiteral("New York"));
        QCOMPARE(cityOf(QStringLiteral("America/Argentina/Buenos_Aires")), QStringLiteral("Buenos Aires"));
        QCOMPARE(cityOf(QStringLiteral("UTC")), QStringLiteral("UTC"));
        QCOMPARE(cityOf(QString()), QString());
    }

    void nextClockChange_isFoundWithinTheDaysAsked()
    {
        QCOMPARE(nextClockChange(utc(2026, 10, 20, 0, 0), zone("Europe/Berlin"), 10), utc(2026, 10, 25, 1, 0));
        QVERIFY(nextClockChange(utc(2026, 10, 20, 0, 0), zone("Europe/Berlin"), 3).isNull());
        QCOMPARE(nextClockChange(utc(2026, 3, 1, 0, 0), zone("Europe/Berlin"), 60), utc(2026, 3, 29, 1, 0));
        QVERIFY(nextClockChange(utc(2026, 1, 1, 0, 0), zone("Asia/Tokyo"), 400).isNull());
    }
};

QTEST_APPLESS_MAIN(TestZones)
#include "tst_zones.moc"
