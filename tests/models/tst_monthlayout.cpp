// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthlayout.h"

#include <QTest>

namespace {

const QDate november(2026, 11, 20);

QTimeZone berlinZone()
{
    return QTimeZone("Europe/Berlin");
}

QDateTime berlin(int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), berlinZone()).toUTC();
}

CalendarEntry entry(int id, const QDateTime &start, const QDateTime &end)
{
    CalendarEntry made;
    made.meeting = QUrl(QStringLiteral("https://api.example.com/scheduled_events/%1").arg(id));
    made.start = start;
    made.end = end;
    return made;
}

CalendarEntry shortOne(int id, int day, int hour)
{
    return entry(id, berlin(11, day, hour), berlin(11, day, hour, 30));
}

MonthLayout layoutOf(const QList<CalendarEntry> &entries, int rows)
{
    return monthLayout(entries, november, Qt::Monday, berlinZone(), rows);
}

/// "entry@row" of what a day shows, from the top.
QStringList shown(const MonthLayout &layout, QDate date)
{
    QStringList words;
    for (const qsizetype part : layout.days[layout.dayOf(date)].parts)
        words.append(QStringLiteral("%1@%2").arg(layout.parts[part].entry).arg(layout.parts[part].row));
    return words;
}

QDate day(int ofNovember)
{
    return QDate(2026, 11, ofNovember);
}

} // namespace

class TestMonthLayout : public QObject
{
    Q_OBJECT

private slots:
    void weeksAreWholeAndBeginOnTheDayOfTheLocale_data()
    {
        QTest::addColumn<QDate>("month");
        QTest::addColumn<int>("firstOfWeek");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<int>("weeks");
        QTest::newRow("Monday") << QDate(2026, 11, 20) << int(Qt::Monday) << QDate(2026, 10, 26) << 6;
        QTest::newRow("Sunday") << QDate(2026, 11, 20) << int(Qt::Sunday) << QDate(2026, 11, 1) << 5;
        QTest::newRow("Saturday") << QDate(2026, 11, 20) << int(Qt::Saturday) << QDate(2026, 10, 31) << 5;
        QTest::newRow("four weeks") << QDate(2027, 2, 3) << int(Qt::Monday) << QDate(2027, 2, 1) << 4;
        QTest::newRow("leap day") << QDate(2028, 2, 29) << int(Qt::Monday) << QDate(2028, 1, 31) << 5;
        QTest::newRow("over the year") << QDate(2026, 12, 31) << int(Qt::Monday) << QDate(2026, 11, 30) << 5;
    }
    void weeksAreWholeAndBeginOnTheDayOfTheLocale()
    {
        QFETCH(QDate, month);
        QFETCH(int, firstOfWeek);
        QFETCH(QDate, first);
        QFETCH(int, weeks);
        const MonthLayout layout = monthLayout({}, month, Qt::DayOfWeek(firstOfWeek), berlinZone(), 3);
        QCOMPARE(layout.days.first().date, first);
        QCOMPARE(layout.weeks(), weeks);
        QCOMPARE(layout.days.size(), weeks * 7);
        for (const MonthDay &shownDay : layout.days)
            QCOMPARE(shownDay.inMonth, shownDay.date.month() == month.month());
    }

    void meetingsOfADayStandInOrderOfTheirStart()
    {
        const MonthLayout layout = layoutOf({shortOne(0, 20, 9), shortOne(1, 20, 11), shortOne(2, 21, 8)}, 3);
        QCOMPARE(shown(layout, day(20)), QStringList({QStringLiteral("0@0"), QStringLiteral("1@1")}));
        QCOMPARE(shown(layout, day(21)), QStringList({QStringLiteral("2@0")}));
        QCOMPARE(layout.days[layout.dayOf(day(20))].hidden, 0);
        QVERIFY(shown(layout, day(22)).isEmpty());
    }

    void whatDoesNotFitIsCountedInTheLastLine()
    {
        QList<CalendarEntry> entries;
        for (int i = 0; i < 60; ++i)
            entries.append(entry(i, berlin(11, 20, 8).addSecs(i * 600), berlin(11, 20, 8).addSecs(i * 600 + 300)));
        entries[3].canceled = true;
        const MonthLayout layout = layoutOf(entries, 4);
        const MonthDay &busy = layout.days[layout.dayOf(day(20))];
        QCOMPARE(shown(layout, day(20)), QStringList({QStringLiteral("0@0"), QStringLiteral("1@1"), QStringLiteral("2@2")}));
        QCOMPARE(busy.hidden, 57);
        QCOMPARE(busy.active, 59);
        QCOMPARE(busy.entries.size(), 60);
        QCOMPARE(layout.parts.size(), 3);
    }

    void asManyAsThereAreLinesNeedNoCount()
    {
        const MonthLayout layout = layoutOf({shortOne(0, 20, 9), shortOne(1, 20, 11), shortOne(2, 20, 13)}, 3);
        QCOMPARE(shown(layout, day(20)).size(), 3);
        QCOMPARE(layout.days[layout.dayOf(day(20))].hidden, 0);
    }

    void daysAreThoseOfTheOwnClock()
    {
        // 23:30 UTC on the 19th is past midnight in Berlin.
        const QDateTime start(QDate(2026, 11, 19), QTime(23, 30), Qt::UTC);
        const MonthLayout layout = layoutOf({entry(0, start, start.addSecs(1800))}, 3);
        QVERIFY(shown(layout, day(19)).isEmpty());
        QCOMPARE(shown(layout, day(20)).size(), 1);
        QVERIFY(layout.parts.first().ends);
    }

    void overMidnightStaysOnItsDayAndSaysThatItGoesOn()
    {
        const MonthLayout layout = layoutOf({entry(0, berlin(11, 20, 23), berlin(11, 21, 1)), entry(1, berlin(11, 25, 22), berlin(11, 26, 0))}, 3);
        QCOMPARE(shown(layout, day(20)).size(), 1);
        QVERIFY(shown(layout, day(21)).isEmpty());
        QVERIFY(!layout.parts[0].ends);
        QVERIFY2(layout.parts[1].ends, "what ends at midnight ends on its day");
        QVERIFY(shown(layout, day(26)).isEmpty());
    }

    void longMeetingsAreBarsOverTheirDays()
    {
        const MonthLayout layout = layoutOf({entry(0, berlin(11, 20, 9), berlin(11, 24, 17)), shortOne(1, 20, 8), shortOne(2, 21, 8)}, 3);
        QCOMPARE(layout.parts.size(), 4);
        const MonthPart friday = layout.parts[layout.days[layout.dayOf(day(20))].parts.first()];
        QCOMPARE(friday, (MonthPart{.entry = 0, .day = layout.dayOf(day(20)), .days = 3, .row = 0, .begins = true, .ends = false}));
        const MonthPart monday = layout.parts[layout.days[layout.dayOf(day(23))].parts.first()];
        QCOMPARE(monday, (MonthPart{.entry = 0, .day = layout.dayOf(day(23)), .days = 2, .row = 0, .begins = false, .ends = true}));
        QCOMPARE(shown(layout, day(20)), QStringList({QStringLiteral("0@0"), QStringLiteral("1@1")}));
        QCOMPARE(shown(layout, day(21)), QStringList({QStringLiteral("0@0"), QStringLiteral("2@1")}));
    }

    void aWholeDayIsABarOfOneDay()
    {
        const MonthLayout layout = layoutOf({entry(0, berlin(11, 20, 0), berlin(11, 21, 0))}, 3);
        QCOMPARE(layout.parts.size(), 1);
        QCOMPARE(layout.parts.first().days, 1);
        QVERIFY(layout.parts.first().ends);
        QVERIFY(shown(layout, day(21)).isEmpty());
    }

    void aDayOf25HoursKeepsItsBar()
    {
        // Clocks go back on Sunday 25 October.
        const MonthLayout layout = monthLayout({entry(0, berlin(10, 25, 0), berlin(10, 26, 0))}, QDate(2026, 10, 1), Qt::Monday, berlinZone(), 3);
        QCOMPARE(shown(layout, QDate(2026, 10, 25)).size(), 1);
        QCOMPARE(layout.parts.first().days, 1);
    }

    void barsBesideEachOtherShareALine()
    {
        const MonthLayout layout = layoutOf({entry(0, berlin(11, 16, 9), berlin(11, 17, 17)), entry(1, berlin(11, 17, 8), berlin(11, 18, 17)),
                                             entry(2, berlin(11, 18, 9), berlin(11, 19, 17)), shortOne(3, 18, 12)},
                                            4);
        QCOMPARE(shown(layout, day(16)), QStringList({QStringLiteral("0@0")}));
        QCOMPARE(shown(layout, day(17)), QStringList({QStringLiteral("0@0"), QStringLiteral("1@1")}));
        QCOMPARE(shown(layout, day(18)), QStringList({QStringLiteral("2@0"), QStringLiteral("1@1"), QStringLiteral("3@2")}));
        QCOMPARE(shown(layout, day(19)), QStringList({QStringLiteral("2@0")}));
    }

    void aLineLeftFreeByBarsIsFilled()
    {
        const MonthLayout layout = layoutOf({entry(0, berlin(11, 16, 9), berlin(11, 17, 17)), entry(1, berlin(11, 17, 8), berlin(11, 18, 17)),
                                             shortOne(2, 18, 12)},
                                            3);
        QCOMPARE(shown(layout, day(18)), QStringList({QStringLiteral("2@0"), QStringLiteral("1@1")}));
    }

    void aBarIsShownOnAllOfItsDaysOrOnNone()
    {
        // The second bar lies in the last line, which Tuesday needs for its count.
        const MonthLayout layout = layoutOf({entry(0, berlin(11, 16, 8), berlin(11, 17, 17)), entry(1, berlin(11, 16, 9), berlin(11, 18, 17)),
                                             shortOne(2, 17, 10)},
                                            2);
        QCOMPARE(shown(layout, day(16)), QStringList({QStringLiteral("0@0")}));
        QCOMPARE(layout.days[layout.dayOf(day(16))].hidden, 1);
        QCOMPARE(layout.days[layout.dayOf(day(17))].hidden, 2);
        QCOMPARE(layout.days[layout.dayOf(day(18))].hidden, 1);
        QVERIFY(shown(layout, day(18)).isEmpty());
    }

    void nothingIsLost()
    {
        QList<CalendarEntry> entries;
        for (int i = 0; i < 300; ++i) {
            const QDateTime start = berlin(10, 20, 6).addSecs(qint64(i) * 4 * 3600);
            entries.append(entry(i, start, start.addSecs(i % 7 == 0 ? 60 * 3600 : 1800)));
        }
        for (int rows = 1; rows < 8; ++rows) {
            const MonthLayout layout = layoutOf(entries, rows);
            for (const MonthDay &shownDay : layout.days) {
                QCOMPARE(shownDay.parts.size() + shownDay.hidden, shownDay.entries.size());
                int last = -1;
                for (const qsizetype part : shownDay.parts) {
                    QVERIFY2(layout.parts[part].row > last, "two in one line");
                    last = layout.parts[part].row;
                }
                QVERIFY(last < rows - (shownDay.hidden > 0 ? 1 : 0));
            }
        }
    }

    void meetingsOfOtherMonthsStayOut()
    {
        const MonthLayout layout = layoutOf({entry(0, berlin(10, 1, 9), berlin(10, 1, 10)), entry(1, berlin(12, 24, 9), berlin(12, 24, 10)),
                                             entry(2, berlin(10, 1, 9), berlin(10, 27, 10))},
                                            3);
        QCOMPARE(layout.parts.size(), 1);
        QCOMPARE(layout.parts.first(), (MonthPart{.entry = 2, .day = 0, .days = 2, .row = 0, .begins = false, .ends = true}));
    }
};

QTEST_GUILESS_MAIN(TestMonthLayout)
#include "tst_monthlayout.moc"
