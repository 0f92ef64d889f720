// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

const QLocale british(QLocale::English, QLocale::UnitedKingdom);
const QLocale american(QLocale::English, QLocale::UnitedStates);
const QLocale german(QLocale::German, QLocale::Germany);

QDateTime utc(int year, int month, int day, int hour, int minute)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
}

/// No-break spaces as blanks, so that expectations can be read.
QString plain(QString text)
{
    return text.replace(QChar(0xa0), QLatin1Char(' '));
}

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void timesFollowTheLocale_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("afternoon");
        QTest::addColumn<QString>("overNoon");
        QTest::addColumn<QString>("morning");
        QTest::newRow("British") << british << QStringLiteral("13:00–13:45") << QStringLiteral("11:30–12:15")
                                 << QStringLiteral("09:05");
        QTest::newRow("American") << american << QStringLiteral("1:00–1:45 PM") << QStringLiteral("11:30 AM–12:15 PM")
                                  << QStringLiteral("9:05 AM");
        QTest::newRow("German") << german << QStringLiteral("13:00–13:45") << QStringLiteral("11:30–12:15")
                                << QStringLiteral("09:05");
    }
    void timesFollowTheLocale()
    {
        QFETCH(QLocale, locale);
        const QTimeZone berlin("Europe/Berlin");
        QTEST(plain(timeRangeText(utc(2026, 11, 20, 12, 0), utc(2026, 11, 20, 12, 45), berlin, locale)), "afternoon");
        QTEST(plain(timeRangeText(utc(2026, 11, 20, 10, 30), utc(2026, 11, 20, 11, 15), berlin, locale)), "overNoon");
        QTEST(plain(timeText(utc(2026, 11, 20, 8, 5), berlin, locale)), "morning");
    }

    void aTimeThatIsThereTwiceSaysWhichOneItIs()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QDateTime first = utc(2026, 10, 25, 0, 30);
        const QDateTime second = utc(2026, 10, 25, 1, 30);
        QCOMPARE(dateAndTimesText(second, second.addSecs(900), berlin, first, british), QStringLiteral("Sun 25 Oct, 2nd 02:30–02:45"));
        QCOMPARE(momentText(first, berlin, first, british), QStringLiteral("25 Oct, 1st 02:30"));
        QCOMPARE(theirTimeText(second, berlin, berlin, british), QStringLiteral("2nd 02:30"));
        QCOMPARE(theirTimeText(second.addSecs(3600), berlin, berlin, british), QStringLiteral("03:30"));
    }

    void whatEndsOnAnotherDaySaysWhen()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QDateTime monday = utc(2026, 11, 16, 8, 0);
        QCOMPARE(dateAndTimesText(monday, monday.addDays(2).addSecs(8 * 3600), berlin, monday, british),
                 QStringLiteral("Mon 16 Nov, 09:00 – Wed 18 Nov, 17:00"));
        QCOMPARE(dateAndTimesText(monday, utc(2026, 11, 16, 23, 30), berlin, monday, british), QStringLiteral("Mon 16 Nov, 09:00 – Tue 17 Nov, 00:30"));
        QCOMPARE(dateAndTimesText(monday, utc(2026, 11, 16, 23, 0), berlin, monday, british), QStringLiteral("Mon 16 Nov, 09:00–00:00"));
    }

    void datesFollowTheLocale_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("brief");
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("nextYear");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("range");
        QTest::newRow("British") << british << QStringLiteral("Fri 20 Nov") << QStringLiteral("Friday 20 November")
                                 << QStringLiteral("Wed 6 Jan 2027") << QStringLiteral("20 November")
                                 << QStringLiteral("20 Nov – 4 Dec 2026");
        QTest::newRow("American") << american << QStringLiteral("Fri, Nov 20") << QStringLiteral("Friday, November 20")
                                  << QStringLiteral("Wed, Jan 6, 2027") << QStringLiteral("November 20")
                                  << QStringLiteral("Nov 20 – Dec 4, 2026");
        QTest::newRow("German") << german << QStringLiteral("Fr., 20. Nov.") << QStringLiteral("Freitag, 20. November")
                                << QStringLiteral("Mi., 6. Jan. 2027") << QStringLiteral("20. November")
                                << QStringLiteral("20. Nov. – 4. Dez. 2026");
    }
    void datesFollowTheLocale()
    {
        QFETCH(QLocale, locale);
        const QDate today(2026, 11, 20);
        QTEST(shortDateText(today, today, locale), "brief");
        QTEST(longDateText(today, today, locale), "whole");
        QTEST(shortDateText(QDate(2027, 1, 6), today, locale), "nextYear");
        QTEST(dayOfMonthText(today, today, locale), "day");
        QTEST(dateRangeText(today, QDate(2026, 12, 4), locale), "range");
    }

    void aRangeOverNewYearSaysBothYears()
    {
        QCOMPARE(dateRangeText(QDate(2026, 12, 25), QDate(2027, 1, 8), british),
                 QStringLiteral("25 Dec 2026 – 8 Jan 2027"));
    }

    void datesWithoutYearSurviveEveryLocale()
    {
        for (const QLocale &locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            const QString text = dayOfMonthText(QDate(2026, 11, 20), QDate(2026, 1, 1), locale);
            QVERIFY2(!text.isEmpty() && !text.contains(QLatin1String("yy")) && !text.contains(QLatin1String("MMM")),
                     qPrintable(locale.name()));
        }
    }

    void daysNearTodayHaveNames()
    {
        const QDate today(2026, 11, 20);
        QCOMPARE(relativeDayText(today, today, british), QStringLiteral("Today"));
        QCOMPARE(relativeDayText(today.addDays(1), today, british), QStringLiteral("Tomorrow"));
        QCOMPARE(relativeDayText(today.addDays(-1), today, british), QStringLiteral("Yesterday"));
        QCOMPARE(relativeDayText(today.addDays(3), today, british), QStringLiteral("Monday"));
        QCOMPARE(relativeDayText(today.addDays(3), today, german), QStringLiteral("Montag"));
    }

    void lengthsDoNotBreak()
    {
        QCOMPARE(durationText(45min), QStringLiteral("45\u00a0min"));
        QCOMPARE(durationText(60min), QStringLiteral("1\u00a0h"));
        QCOMPARE(durationText(75min), QStringLiteral("1\u00a0h\u00a015\u00a0min"));
    }

    void agesGrowInUnits()
    {
        QCOMPARE(plain(ageText(40s)), QStringLiteral("40 s"));
        QCOMPARE(plain(ageText(-3s)), QStringLiteral("0 s"));
        QCOMPARE(plain(ageText(5min)), QStringLiteral("5 min"));
        QCOMPARE(plain(ageText(2h)), QStringLiteral("2 h"));
        QCOMPARE(plain(ageText(72h)), QStringLiteral("3 days"));
    }

    void zonesSayTheirDifference_data()
    {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("text");
        QTest::newRow("same") << QStringLiteral("Europe/Madrid") << QStringLiteral("Madrid, same time");
        QTest::newRow("ahead") << QStringLiteral("Asia/Tokyo") << QStringLiteral("Tokyo, +8 h");
        QTest::newRow("behind") << QStringLiteral("America/Los_Angeles") << QStringLiteral("Los Angeles, −9 h");
        QTest::newRow("half an hour") << QStringLiteral("Asia/Kolkata") << QStringLiteral("Kolkata, +4:30 h");
        QTest::newRow("three quarters") << QStringLiteral("Asia/Kathmandu") << QStringLiteral("Kathmandu, +4:45 h");
        QTest::newRow("behind by a half") << QStringLiteral("America/St_Johns") << QStringLiteral("St Johns, −4:30 h");
        QTest::newRow("unknown") << QStringLiteral("<script>") << QStringLiteral("zone unknown");
    }
    void zonesSayTheirDifference()
    {
        QFETCH(QString, theirs);
        QTEST(plain(zoneText(theirs, QTimeZone("Europe/Berlin"), utc(2026, 11, 20, 12, 0))), "text");
    }

    void differencesFollowTheClockChange()
    {
        // New York changes a week after Berlin.
        const QTimeZone berlin("Europe/Berlin");
        QCOMPARE(plain(zoneText(QStringLiteral("America/New_York"), berlin, utc(2026, 10, 24, 12, 0))),
                 QStringLiteral("New York, −6 h"));
        QCOMPARE(plain(zoneText(QStringLiteral("America/New_York"), berlin, utc(2026, 10, 26, 12, 0))),
                 QStringLiteral("New York, −5 h"));
        QCOMPARE(timeRangeText(utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30), berlin, british),
                 QStringLiteral("02:30–02:30"));
    }

    void anotherDayIsNamed()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QTimeZone sydney("Australia/Sydney");
        QCOMPARE(plain(theirTimeText(utc(2026, 11, 23, 19, 0), sydney, berlin, british)), QStringLiteral("06:00 Tue"));
        QCOMPARE(plain(theirTimeText(utc(2026, 11, 23, 9, 0), sydney, berlin, british)), QStringLiteral("20:00"));
    }

    void zonesAreNamedByLettersWhereTheyHaveSome()
    {
        QCOMPARE(zoneAbbreviationText(QTimeZone("Europe/Berlin"), utc(2026, 11, 20, 12, 0)),
                 QStringLiteral("CET, UTC+1"));
        QCOMPARE(zoneAbbreviationText(QTimeZone("Europe/Berlin"), utc(2026, 7, 20, 12, 0)),
                 QStringLiteral("CEST, UTC+2"));
        QCOMPARE(zoneAbbreviationText(QTimeZone("America/Sao_Paulo"), utc(2026, 11, 20, 12, 0)),
                 QStringLiteral("UTC−3"));
        QCOMPARE(zoneAbbreviationText(QTimeZone::utc(), utc(2026, 11, 20, 12, 0)), QStringLiteral("UTC"));
    }

    void unkindHoursBeginAtNineAndEndAtSeven()
    {
        QCOMPARE(dayPart(QTime(6, 59)), DayPart::Early);
        QCOMPARE(dayPart(QTime(7, 0)), DayPart::Day);
        QCOMPARE(dayPart(QTime(20, 59)), DayPart::Day);
        QCOMPARE(dayPart(QTime(21, 0)), DayPart::Late);
    }

    void placesAreShort()
    {
        Place studio;
        studio.kind = Place::Kind::Physical;
        studio.location = QStringLiteral("Studio, Marienstr. 4\nBerlin");
        QCOMPARE(placeText(studio), QStringLiteral("Studio"));
        QCOMPARE(placeIconName(studio), QStringLiteral("place"));
        studio.location.clear();
        QVERIFY(!placeText(studio).isEmpty());
        QVERIFY(placeText(Place{}).isEmpty());
        QVERIFY(placeIconName(Place{}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
