// SPDX-License-Identifier: GPL-3.0-or-later
#include "slotboard.h"
#include "timestext.h"
#include "whynottext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

const QLocale british(QLocale::English, QLocale::UnitedKingdom);
const QDateTime wednesday(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC);
const QTimeZone berlin("Europe/Berlin");
const QTimeZone tokyo("Asia/Tokyo");

OpenTime open(const QDateTime &start)
{
    return {.start = start, .schedulingUrl = QUrl(QStringLiteral("https://calendly.example/mara/intro/%1?month=11&x=1").arg(start.toString(Qt::ISODate)))};
}

OpenTime open(int month, int day, int hour, int minute = 0)
{
    return open(QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC));
}

SlotSetting setting(const QTimeZone &theirs = berlin)
{
    return {.now = wednesday, .zone = berlin, .theirs = theirs, .length = 30min};
}

TimesSetting words(TimesStyle style, const char *zone = "Europe/Berlin")
{
    return {.style = style,
            .now = wednesday,
            .zone = QLatin1String(zone),
            .locale = british,
            .typeName = QStringLiteral("30 min intro"),
            .length = 30min,
            .otherTimes = QUrl(QStringLiteral("https://calendly.example/mara/intro"))};
}

} // namespace

/// Open times as a table, and as the text that goes to somebody.
class TestOpenSlots : public QObject
{
    Q_OBJECT

private slots:
    void board_hasADayInEachColumnAndAnHourMoreAtBothEnds()
    {
        const SlotBoard board({open(11, 18, 9), open(11, 19, 12, 30)}, setting());
        QCOMPARE(board.days(), 31);
        QCOMPARE(board.firstDay(), QDate(2026, 11, 18));
        QCOMPARE(board.stepMinutes(), 30);
        QCOMPARE(board.minuteOf(0), 9 * 60);
        QCOMPARE(board.minuteOf(board.rows()), 15 * 60);
        QCOMPARE(board.at(0, 2).value(0).start, open(11, 18, 9).start);
        QCOMPARE(board.at(1, 9).value(0).start, open(11, 19, 12, 30).start);
        QVERIFY(board.at(0, 3).isEmpty());
        QCOMPARE(board.countOf(1), 1);
        QCOMPARE(board.instantAt(1, 9), open(11, 19, 12, 30).start);
    }

    void board_takesStepsThatEveryStartLiesOn()
    {
        QCOMPARE(SlotBoard({open(11, 18, 9, 20), open(11, 18, 10, 40)}, setting()).stepMinutes(), 20);
        QCOMPARE(SlotBoard({open(11, 18, 9, 15), open(11, 18, 10)}, setting()).stepMinutes(), 15);
        QCOMPARE(SlotBoard({open(11, 18, 9, 7)}, setting()).stepMinutes(), 1);
    }

    void board_hidesWhatIsNightForTheRecipient()
    {
        // 10:00 and 15:00 in Berlin are 18:00 and 23:00 in Tokyo.
        const QList<OpenTime> times{open(11, 18, 9), open(11, 18, 14)};
        SlotSetting day = setting(tokyo);
        const SlotBoard hiding(times, day);
        QCOMPARE(hiding.times().size(), 1);
        QCOMPARE(hiding.hidden(), 1);
        QVERIFY(hiding.isHidden(times[1].start));
        day.hidesUnkind = false;
        QCOMPARE(SlotBoard(times, day).times().size(), 2);
        QCOMPARE(SlotBoard(times, day).hidden(), 0);
    }

    void recipientsDay_isFromSevenToNine()
    {
        const QTimeZone utc = QTimeZone::utc();
        const SlotBoard board({open(11, 19, 6, 59), open(11, 19, 7), open(11, 19, 20, 59), open(11, 19, 21)}, setting(utc));
        QCOMPARE(board.times().size(), 2);
        QCOMPARE(board.hidden(), 2);
    }

    void repeatedHour_losesNoTime()
    {
        // Berlin shows 02:30 twice on 25 October.
        const OpenTime first = open(QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC));
        const OpenTime second = open(QDateTime(QDate(2026, 10, 25), QTime(1, 30), Qt::UTC));
        SlotSetting october = setting();
        october.now = QDateTime(QDate(2026, 10, 24), QTime(9, 0), Qt::UTC);
        october.hidesUnkind = false;
        const SlotBoard board({first, second}, october);
        QCOMPARE(board.at(1, 3).size(), 2);
        const TimesText text = timesText({first, second}, words(TimesStyle::Short));
        QVERIFY2(text.plain.contains(QLatin1String("02:30 CEST, 02:30 CET")), qPrintable(text.plain));
    }

    void days_areThoseOfTheOwnClock()
    {
        const SlotBoard board({open(11, 18, 23, 30)}, [] {
            SlotSetting late = setting();
            late.hidesUnkind = false;
            return late;
        }());
        QCOMPARE(board.countOf(0), 0);
        QCOMPARE(board.countOf(1), 1); // 00:30 of the next day in Berlin
    }

    void withoutTimes_theUsualHoursAreShown()
    {
        const SlotBoard board({}, setting());
        QVERIFY(board.rows() > 0);
        QVERIFY(board.times().isEmpty());
    }

    void suggestion_isSpreadOverThreeDays()
    {
        QList<OpenTime> times;
        for (const int day : {18, 19, 20, 23}) {
            for (int hour = 9; hour < 16; ++hour)
                times.append(open(11, day, hour));
        }
        const QList<OpenTime> suggested = suggestedTimes(SlotBoard(times, setting()));
        QCOMPARE(suggested.size(), 9);
        QCOMPARE(suggested[0].start, open(11, 18, 9).start);
        QCOMPARE(suggested[1].start, open(11, 18, 12).start);
        QCOMPARE(suggested[2].start, open(11, 18, 15).start);
        QCOMPARE(suggested[8].start, open(11, 20, 15).start);
        QCOMPARE(suggestedTimes(SlotBoard({open(11, 18, 9)}, setting())).size(), 1);
    }

    void formalText_hasALineForEachDay()
    {
        const TimesText text = timesText({open(11, 19, 9), open(11, 18, 10), open(11, 18, 9, 30)}, words(TimesStyle::Formal));
        QCOMPARE(text.plain, QStringLiteral("I would like to suggest these times for 30 min intro (30\u00a0min). All of them are times in Berlin (UTC+1).\n\n"
                                            "Wednesday 18 November: 10:30, 11:00\nThursday 19 November: 10:00\n\n"
                                            "All other times: https://calendly.example/mara/intro"));
    }

    void richText_linksEachTimeToItself()
    {
        const TimesText text = timesText({open(11, 18, 9)}, words(TimesStyle::Short));
        QVERIFY2(text.html.contains(QLatin1String("<a href=\"https://calendly.example/mara/intro/2026-11-18T09:00:00Z?month=11&amp;x=1\">10:00</a>")),
                 qPrintable(text.html));
        QVERIFY(text.html.contains(QLatin1String("<a href=\"https://calendly.example/mara/intro\">All other times</a>")));
        QVERIFY(!text.plain.contains(QLatin1String("month=11")));
    }

    void list_hasAnAddressInEachPlainLine()
    {
        const TimesText text = timesText({open(11, 18, 9), open(11, 18, 10)}, words(TimesStyle::List));
        QCOMPARE(text.plain.count(QLatin1String("?month=11")), 2);
        QVERIFY(text.plain.contains(QLatin1String("Wed 18 Nov, 10:00: https://")));
    }

    void text_isInTheRecipientsZoneAndDay()
    {
        const TimesText text = timesText({open(11, 18, 16)}, words(TimesStyle::Short, "Asia/Tokyo"));
        QVERIFY2(text.plain.contains(QLatin1String("Thu 19 Nov 01:00. Times in Tokyo (UTC+9).")), qPrintable(text.plain));
    }

    void zone_saysBothDifferencesAcrossAClockChange()
    {
        // New York leaves daylight saving time on 1 November.
        const QList<OpenTime> times{open(10, 30, 14), open(11, 3, 15)};
        const QDateTime now(QDate(2026, 10, 28), QTime(9, 0), Qt::UTC);
        QCOMPARE(zoneSentence(QStringLiteral("America/New_York"), times, now, british),
                 QStringLiteral("New York (UTC\u22124, from Sun 1 Nov on UTC\u22125)"));
        TimesSetting autumn = words(TimesStyle::Short, "America/New_York");
        autumn.now = now;
        const QString plain = timesText(times, autumn).plain;
        QVERIFY2(plain.contains(QLatin1String("Fri 30 Oct 10:00; Tue 3 Nov 10:00")), qPrintable(plain));
    }

    void foreignNames_areNotMarkup()
    {
        TimesSetting odd = words(TimesStyle::Formal);
        odd.typeName = QStringLiteral("<b>Demo</b> & more");
        const TimesText text = timesText({open(11, 18, 9)}, odd);
        QVERIFY(text.html.contains(QLatin1String("&lt;b&gt;Demo&lt;/b&gt; &amp; more")));
    }

    void nothingChosen_isNoText()
    {
        QVERIFY(timesText({}, words(TimesStyle::Formal)).plain.isEmpty());
    }

    void reasons_sayWhatIsKnownAndWhatIsNot()
    {
        OfferFacts facts{.now = wednesday, .length = 30min};
        facts.schedule = AvailabilitySchedule{.name = QStringLiteral("Working hours")};
        const auto text = [&](const WhyNotOffered &why) { return whyNotText(why, facts, berlin, british); };
        QCOMPARE(text({.kind = WhyNotOffered::Kind::OutsideHours, .hours = {{QTime(9, 0), QTime(12, 30)}, {QTime(13, 0), QTime(17, 0)}}}),
                 QStringLiteral("Outside the hours of Working hours: 09:00–12:30, 13:00–17:00."));
        QCOMPARE(text({.kind = WhyNotOffered::Kind::Meeting, .taken = {wednesday, wednesday.addSecs(1800)}, .name = QStringLiteral("Demo")}),
                 QStringLiteral("Busy: you have Demo, 10:00–10:30."));
        const QDateTime midnight(QDate(2026, 11, 18), QTime(0, 0), berlin);
        QCOMPARE(text({.kind = WhyNotOffered::Kind::BusyElsewhere, .taken = {midnight.toUTC(), midnight.addDays(1).toUTC()}}),
                 QStringLiteral("Busy in another calendar, all day."));
        QVERIFY(text({}).startsWith(QLatin1String("Not known: it is open and free.")));
        facts.othersHost = true;
        QVERIFY(text({}).contains(QLatin1String("other hosts")));
    }
};

QTEST_GUILESS_MAIN(TestOpenSlots)
#include "tst_openslots.moc"
