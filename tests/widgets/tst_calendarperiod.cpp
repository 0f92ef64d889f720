// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarperiod.h"

#include <QTest>

class TestCalendarPeriod : public QObject
{
    Q_OBJECT

private slots:
    void weeksBeginAsTheLocaleSays()
    {
        const QDate friday(2026, 11, 20);
        QCOMPARE(shownDays(ScheduleView::Week, friday, british), (DaySpan{QDate(2026, 11, 16), 7}));
        QCOMPARE(shownDays(ScheduleView::Week, friday, american), (DaySpan{QDate(2026, 11, 15), 7}));
        QCOMPARE(shownDays(ScheduleView::Week, QDate(2026, 11, 22), british), (DaySpan{QDate(2026, 11, 16), 7}));
        QCOMPARE(shownDays(ScheduleView::Week, QDate(2026, 11, 22), american), (DaySpan{QDate(2026, 11, 22), 7}));
    }

    void workingWeeksLeaveOutTheLocalesFreeDays()
    {
        QCOMPARE(shownDays(ScheduleView::WorkWeek, QDate(2026, 11, 21), british), (DaySpan{QDate(2026, 11, 16), 5}));
        QCOMPARE(shownDays(ScheduleView::WorkWeek, QDate(2026, 11, 20), american), (DaySpan{QDate(2026, 11, 16), 5}));
        const DaySpan israeli = shownDays(ScheduleView::WorkWeek, QDate(2026, 11, 18), QLocale(QLocale::Hebrew, QLocale::Israel));
        QCOMPARE(israeli, (DaySpan{QDate(2026, 11, 15), 5}));
    }

    void monthsAreShownInWholeWeeks()
    {
        QCOMPARE(shownDays(ScheduleView::Month, QDate(2026, 11, 20), british), (DaySpan{QDate(2026, 10, 26), 42}));
        QCOMPARE(shownDays(ScheduleView::Month, QDate(2027, 2, 1), british), (DaySpan{QDate(2027, 2, 1), 28}));
    }

    void whereThereIsLittleRoomThePeriodHasFewerWords()
    {
        const QDate friday(2026, 11, 20);
        QCOMPARE(shortPeriodText(ScheduleView::Week, friday, friday, british), QStringLiteral("16 – 22 Nov 2026"));
        QCOMPARE(shortPeriodText(ScheduleView::Day, friday, friday, british), QStringLiteral("Fri 20 Nov"));
        QVERIFY(shortPeriodText(ScheduleView::Day, friday.addYears(1), friday, british).contains(QLatin1String("2027")));
        QCOMPARE(shortPeriodText(ScheduleView::Month, friday, friday, british), QStringLiteral("November 2026"));
    }

    void stepsGoByThePeriodThatIsShown()
    {
        const QDate last(2026, 1, 31);
        QCOMPARE(movedBy(ScheduleView::Day, last, 1), QDate(2026, 2, 1));
        QCOMPARE(movedBy(ScheduleView::Week, last, -1), QDate(2026, 1, 24));
        QCOMPARE(movedBy(ScheduleView::Month, last, 1), QDate(2026, 2, 28));
    }

    void periodsReadAsPeopleWriteThem()
    {
        const QDate friday(2026, 11, 20);
        QCOMPARE(periodText(ScheduleView::Week, friday, british), QStringLiteral("16 – 22 Nov 2026, week 47"));
        QCOMPARE(periodText(ScheduleView::Week, QDate(2026, 12, 1), british), QStringLiteral("30 Nov – 6 Dec 2026, week 49"));
        QCOMPARE(periodText(ScheduleView::Day, friday, british), QStringLiteral("Friday 20 November 2026"));
        QCOMPARE(periodText(ScheduleView::Month, friday, british), QStringLiteral("November 2026"));
    }

    void aViewIsKnownAgainByItsWord()
    {
        for (const ScheduleView view : {ScheduleView::Agenda, ScheduleView::Day, ScheduleView::WorkWeek, ScheduleView::Week, ScheduleView::Month})
            QCOMPARE(scheduleViewOf(wordOf(view)), view);
        QCOMPARE(scheduleViewOf(QStringLiteral("decade")), ScheduleView::Agenda);
    }

private:
    const QLocale british{QLocale::English, QLocale::UnitedKingdom};
    const QLocale american{QLocale::English, QLocale::UnitedStates};
};

QTEST_GUILESS_MAIN(TestCalendarPeriod)
#include "tst_calendarperiod.moc"
