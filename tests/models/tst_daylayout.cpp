// SPDX-License-Identifier: GPL-3.0-or-later
#include "daylayout.h"

#include <QTest>

namespace {

const QTimeZone berlinZone("Europe/Berlin");

/// A meeting between two moments of 2026, UTC, "03-29 00:30".
CalendarEntry entryAt(const QString &start, const QString &end)
{
    const auto at = [](const QString &text) {
        QDateTime moment = QDateTime::fromString(QStringLiteral("2026-") + text, QStringLiteral("yyyy-MM-dd hh:mm"));
        moment.setTimeSpec(Qt::UTC);
        return moment;
    };
    CalendarEntry entry;
    entry.meeting = QUrl(QStringLiteral("https://api.example.com/") + start + end);
    entry.start = at(start);
    entry.end = at(end);
    return entry;
}

CalendarEntry entryFor(const QDateTime &start, int minutes)
{
    CalendarEntry entry;
    entry.start = start;
    entry.end = start.addSecs(minutes * 60);
    return entry;
}

QDateTime noon(int minutesLater = 0)
{
    return QDateTime(QDate(2026, 11, 20), QTime(11, 0), Qt::UTC).addSecs(minutesLater * 60);
}

QList<DayBlock> blocksOf(const QList<CalendarEntry> &entries, QDate date, const QTimeZone &zone = berlinZone, double least = 10)
{
    return dayBlocks(entries, DayAxis(date, zone), least);
}

const QDate friday(2026, 11, 20);

} // namespace

class TestDayLayout : public QObject
{
    Q_OBJECT

private slots:
    void ordinaryDay_isReadFromTheClock();
    void zones_withOddOffsetsHaveTheirOwnMidnight_data();
    void zones_withOddOffsetsHaveTheirOwnMidnight();
    void skippedHour_staysEmptyAndIsKnown();
    void meetingThatEndsWhenClocksJump_endsBeforeTheGap();
    void repeatedHour_keepsBothMeetingsApart();
    void meetingOverTheChangeBack_coversAllThatTheClockShows();
    void lordHowe_changesByHalfAnHour();
    void dayWithoutMidnight_beginsAfterTheGap();
    void instants_areFoundFromMinutes();
    void change_isSaidInWords();
    void meetingOverMidnight_hasAPartInEachDay();
    void fourteenHours_areOneBlock();
    void shortMeetings_areStillSeen();
    void meetingsHalfAnHourApart_lieInSteps();
    void meetingsCloserTogether_lieBesideEachOther();
    void freeLanes_areFilled();
    void meetingsThatFollow_shareNothing();
    void deepSteps_becomeLanes();
    void sixtyAtOnce_eachHaveALane();
    void longMeetings_goToTheBand();
    void bandRows_holdWhatDoesNotOverlap();
    void shorterDay_isFilledByItsWholeLength();
    void threeWithoutAGap_areARun();
    void hiddenMeetings_countInARowOfShownOnes();
    void twoOrAGapOrCanceled_areNoRun();
    void meetingsAtTheSameTime_areNotInARow();
};

void TestDayLayout::ordinaryDay_isReadFromTheClock()
{
    const DayAxis axis(friday, berlinZone);
    QCOMPARE(axis.minuteOf(noon()), 12 * 60.0);
    QCOMPARE(axis.minuteOf(noon().addDays(-1)), 0.0);
    QCOMPARE(axis.minuteOf(noon().addDays(1)), DayAxis::minutesOfDay);
    QCOMPARE(axis.spanOf({noon(-90), noon(45)}), (DayAxis::Span{630, 765}));
    QVERIFY(axis.changes().isEmpty());
    QCOMPARE(axis.passOf(noon()), 0);
}

void TestDayLayout::zones_withOddOffsetsHaveTheirOwnMidnight_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<double>("minute");
    QTest::newRow("45 minutes") << QByteArray("Asia/Kathmandu") << 16 * 60 + 45.0;
    QTest::newRow("30 minutes") << QByteArray("Asia/Kolkata") << 16 * 60 + 30.0;
    QTest::newRow("30 minutes, west") << QByteArray("America/St_Johns") << 7 * 60 + 30.0;
}

void TestDayLayout::zones_withOddOffsetsHaveTheirOwnMidnight()
{
    QFETCH(QByteArray, zone);
    const DayAxis axis(friday, QTimeZone(zone));
    QTEST(axis.minuteOf(noon()), "minute");
    QCOMPARE(axis.minuteOf(axis.range().begin), 0.0);
    QCOMPARE(axis.spanOf(axis.range()), (DayAxis::Span{0, DayAxis::minutesOfDay}));
}

void TestDayLayout::skippedHour_staysEmptyAndIsKnown()
{
    const DayAxis axis(QDate(2026, 3, 29), berlinZone);
    QCOMPARE(axis.changes().size(), 1);
    QCOMPARE(axis.changes().first().kind, DayAxis::Change::Kind::Skipped);
    QCOMPARE(axis.changes().first().span, (DayAxis::Span{120, 180}));
    // An hour from 01:30 to 03:30: drawn over the hours that the clock passes.
    const QList<DayBlock> blocks = blocksOf({entryAt(QStringLiteral("03-29 00:30"), QStringLiteral("03-29 01:30"))}, axis.date());
    QCOMPARE(blocks.size(), 1);
    QCOMPARE(blocks.first().span, (DayAxis::Span{90, 210}));
    // Noon is under noon, as on the days beside it.
    QCOMPARE(axis.minuteOf(entryAt(QStringLiteral("03-29 10:00"), QStringLiteral("03-29 11:00")).start), 720.0);
}

void TestDayLayout::meetingThatEndsWhenClocksJump_endsBeforeTheGap()
{
    const QList<DayBlock> blocks = blocksOf({entryAt(QStringLiteral("03-29 00:00"), QStringLiteral("03-29 01:00")), entryAt(QStringLiteral("03-29 01:00"), QStringLiteral("03-29 01:30"))}, QDate(2026, 3, 29));
    QCOMPARE(blocks.at(0).span, (DayAxis::Span{60, 120}));
    QCOMPARE(blocks.at(1).span, (DayAxis::Span{180, 210}));
}

void TestDayLayout::repeatedHour_keepsBothMeetingsApart()
{
    const DayAxis axis(QDate(2026, 10, 25), berlinZone);
    QCOMPARE(axis.changes().first().kind, DayAxis::Change::Kind::Repeated);
    QCOMPARE(axis.changes().first().span, (DayAxis::Span{120, 180}));
    const QList<CalendarEntry> entries{entryAt(QStringLiteral("10-25 00:00"), QStringLiteral("10-25 00:30")), entryAt(QStringLiteral("10-25 01:00"), QStringLiteral("10-25 01:30"))};
    QCOMPARE(axis.passOf(entries[0].start), 1);
    QCOMPARE(axis.passOf(entries[1].start), 2);
    QCOMPARE(axis.passOf(entryAt(QStringLiteral("10-25 02:00"), QStringLiteral("10-25 03:00")).start), 0);
    const QList<DayBlock> blocks = blocksOf(entries, axis.date());
    QCOMPARE(blocks.size(), 2);
    for (const DayBlock &block : blocks) {
        QCOMPARE(block.span, (DayAxis::Span{120, 150}));
        QCOMPARE(block.lanes, 2);
    }
    QVERIFY(blocks[0].lane != blocks[1].lane);
    QVERIFY(passText(QStringLiteral("02:00–02:30"), 2) != passText(QStringLiteral("02:00–02:30"), 1));
    QCOMPARE(passText(QStringLiteral("02:00–02:30"), 0), QStringLiteral("02:00–02:30"));
}

void TestDayLayout::meetingOverTheChangeBack_coversAllThatTheClockShows()
{
    // 02:30 the first time to 02:15 the second time.
    const QList<DayBlock> blocks = blocksOf({entryAt(QStringLiteral("10-25 00:30"), QStringLiteral("10-25 01:15"))}, QDate(2026, 10, 25));
    QCOMPARE(blocks.first().span, (DayAxis::Span{120, 180}));
}

void TestDayLayout::lordHowe_changesByHalfAnHour()
{
    const QTimeZone zone("Australia/Lord_Howe");
    const DayAxis shorter(QDate(2026, 10, 4), zone);
    QCOMPARE(shorter.range().begin.secsTo(shorter.range().end), qint64(23.5 * 3600));
    QCOMPARE(shorter.changes().first().span, (DayAxis::Span{120, 150}));
    QCOMPARE(shorter.changes().first().kind, DayAxis::Change::Kind::Skipped);
    const DayAxis longer(QDate(2026, 4, 5), zone);
    QCOMPARE(longer.range().begin.secsTo(longer.range().end), qint64(24.5 * 3600));
    QCOMPARE(longer.changes().first().span, (DayAxis::Span{90, 120}));
    QCOMPARE(longer.changes().first().kind, DayAxis::Change::Kind::Repeated);
}

void TestDayLayout::dayWithoutMidnight_beginsAfterTheGap()
{
    const DayAxis axis(QDate(2018, 11, 4), QTimeZone("America/Sao_Paulo"));
    QCOMPARE(axis.changes().size(), 1);
    QCOMPARE(axis.changes().first().span, (DayAxis::Span{0, 60}));
    QCOMPARE(axis.minuteOf(axis.range().begin), 60.0);
    // The evening before ends at midnight all the same.
    const DayAxis before(QDate(2018, 11, 3), QTimeZone("America/Sao_Paulo"));
    QCOMPARE(before.spanOf({axis.range().begin.addSecs(-3600), axis.range().begin.addSecs(3600)}), (DayAxis::Span{23 * 60, DayAxis::minutesOfDay}));
    QVERIFY(before.changes().isEmpty());
}

void TestDayLayout::instants_areFoundFromMinutes()
{
    const DayAxis axis(friday, berlinZone);
    QCOMPARE(axis.instantAt(0), axis.range().begin);
    QCOMPARE(axis.instantAt(12 * 60), noon());
    QCOMPARE(axis.instantAt(24 * 60), axis.range().end);
}

void TestDayLayout::change_isSaidInWords()
{
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const DayAxis forward(QDate(2026, 3, 29), berlinZone);
    QCOMPARE(changeText(forward.changes().first(), berlinZone, british), QStringLiteral("Clocks go forward 1\u00a0h at 02:00"));
    QCOMPARE(shortChangeText(forward.changes().first()), QStringLiteral("Clocks +1\u00a0h"));
    const DayAxis back(QDate(2026, 10, 25), berlinZone);
    QCOMPARE(shortChangeText(back.changes().first()), QStringLiteral("Clocks \u22121\u00a0h"));
    QCOMPARE(changeText(back.changes().first(), berlinZone, british), QStringLiteral("Clocks go back 1\u00a0h at 03:00"));
}

void TestDayLayout::meetingOverMidnight_hasAPartInEachDay()
{
    const QList<CalendarEntry> entries{entryAt(QStringLiteral("11-20 22:00"), QStringLiteral("11-21 01:00"))};
    const DayBlock evening = blocksOf(entries, friday).value(0);
    QCOMPARE(evening.span, (DayAxis::Span{23 * 60, DayAxis::minutesOfDay}));
    QVERIFY(evening.begins && !evening.ends);
    const DayBlock night = blocksOf(entries, friday.addDays(1)).value(0);
    QCOMPARE(night.span, (DayAxis::Span{0, 120}));
    QVERIFY(!night.begins && night.ends);
    QVERIFY(blocksOf(entries, friday.addDays(2)).isEmpty());
}

void TestDayLayout::fourteenHours_areOneBlock()
{
    const QList<CalendarEntry> entries{entryAt(QStringLiteral("11-20 07:00"), QStringLiteral("11-20 21:00"))};
    QCOMPARE(blocksOf(entries, friday).value(0).span, (DayAxis::Span{480, 1320}));
    QVERIFY(bandBlocks(entries, {DayAxis(friday, berlinZone)}).isEmpty());
}

void TestDayLayout::shortMeetings_areStillSeen()
{
    QCOMPARE(blocksOf({entryFor(noon(), 5)}, friday, berlinZone, 20).value(0).span, (DayAxis::Span{720, 740}));
    const DayBlock last = blocksOf({entryAt(QStringLiteral("11-20 22:55"), QStringLiteral("11-20 23:00"))}, friday, berlinZone, 20).value(0);
    QCOMPARE(last.span, (DayAxis::Span{1420, 1440}));
    // What is drawn longer than it is takes its room from nobody.
    const QList<DayBlock> two = blocksOf({entryFor(noon(), 5), entryFor(noon(10), 5)}, friday, berlinZone, 20);
    QCOMPARE(two.at(0).lanes, 2);
    QVERIFY(two.at(0).lane != two.at(1).lane);
}

void TestDayLayout::meetingsHalfAnHourApart_lieInSteps()
{
    const QList<DayBlock> blocks = blocksOf({entryFor(noon(), 90), entryFor(noon(30), 60), entryFor(noon(75), 60)}, friday);
    QCOMPARE(blocks.at(0).cascade, 0);
    QCOMPARE(blocks.at(1).cascade, 1);
    QCOMPARE(blocks.at(2).cascade, 2);
    QCOMPARE(blocks.at(2).lanes, 1);
}

void TestDayLayout::meetingsCloserTogether_lieBesideEachOther()
{
    const QList<DayBlock> blocks = blocksOf({entryFor(noon(), 60), entryFor(noon(29), 60)}, friday);
    QCOMPARE(blocks.at(0).lanes, 2);
    QCOMPARE(blocks.at(1).lane, 1);
    QCOMPARE(blocks.at(1).cascade, 0);
}

void TestDayLayout::freeLanes_areFilled()
{
    // Two share the first half hour with a third; later only one of them goes on beside a fourth.
    const QList<DayBlock> blocks = blocksOf({entryFor(noon(), 120), entryFor(noon(), 30), entryFor(noon(), 30), entryFor(noon(60), 30)}, friday);
    QCOMPARE(blocks.at(0).lanes, 3);
    QCOMPARE(blocks.at(0).laneSpan, 1);
    QCOMPARE(blocks.at(3).lane, 1);
    QCOMPARE(blocks.at(3).laneSpan, 2);
}

void TestDayLayout::meetingsThatFollow_shareNothing()
{
    for (const DayBlock &block : blocksOf({entryFor(noon(), 30), entryFor(noon(30), 30)}, friday)) {
        QCOMPARE(block.lanes, 1);
        QCOMPARE(block.cascade, 0);
    }
}

void TestDayLayout::deepSteps_becomeLanes()
{
    QList<CalendarEntry> entries;
    for (int i = 0; i < 6; ++i)
        entries.append(entryFor(noon(i * 30), 300));
    for (const DayBlock &block : blocksOf(entries, friday)) {
        QCOMPARE(block.cascade, 0);
        QCOMPARE(block.lanes, 6);
    }
}

void TestDayLayout::sixtyAtOnce_eachHaveALane()
{
    QList<CalendarEntry> entries;
    for (int i = 0; i < 60; ++i)
        entries.append(entryFor(noon(), 60));
    QSet<int> lanes;
    for (const DayBlock &block : blocksOf(entries, friday)) {
        QCOMPARE(block.lanes, 60);
        lanes.insert(block.lane);
    }
    QCOMPARE(lanes.size(), 60);
}

void TestDayLayout::longMeetings_goToTheBand()
{
    const QList<CalendarEntry> entries{entryAt(QStringLiteral("11-19 10:00"), QStringLiteral("11-21 10:00"))};
    const QList<DayAxis> week{DayAxis(friday, berlinZone), DayAxis(friday.addDays(1), berlinZone), DayAxis(friday.addDays(2), berlinZone)};
    const QList<BandBlock> band = bandBlocks(entries, week);
    QCOMPARE(band.size(), 1);
    QCOMPARE(band.first().firstDay, 0);
    QCOMPARE(band.first().days, 2);
    QVERIFY(!band.first().begins);
    QVERIFY(band.first().ends);
    QVERIFY(blocksOf(entries, friday).isEmpty());
}

void TestDayLayout::bandRows_holdWhatDoesNotOverlap()
{
    const QList<CalendarEntry> entries{entryAt(QStringLiteral("11-20 00:00"), QStringLiteral("11-21 10:00")), entryAt(QStringLiteral("11-20 10:00"), QStringLiteral("11-21 10:00")), entryAt(QStringLiteral("11-22 10:00"), QStringLiteral("11-23 22:00"))};
    QList<DayAxis> week;
    for (int day = 0; day < 7; ++day)
        week.append(DayAxis(friday.addDays(day), berlinZone));
    const QList<BandBlock> band = bandBlocks(entries, week);
    QCOMPARE(band.at(0).row, 0);
    QCOMPARE(band.at(1).row, 1);
    QCOMPARE(band.at(2).row, 0);
}

void TestDayLayout::shorterDay_isFilledByItsWholeLength()
{
    const DayAxis axis(QDate(2026, 3, 29), berlinZone);
    const QList<CalendarEntry> entries{entryFor(axis.range().begin, 23 * 60)};
    QCOMPARE(bandBlocks(entries, {axis}).size(), 1);
    QVERIFY(blocksOf(entries, axis.date()).isEmpty());
}

void TestDayLayout::threeWithoutAGap_areARun()
{
    const QList<MeetingRun> runs = meetingRuns({entryFor(noon(), 15), entryFor(noon(15), 30), entryFor(noon(45), 45), entryFor(noon(120), 30)});
    QCOMPARE(runs, (QList<MeetingRun>{{{noon(), noon(90)}, {0, 1, 2}}}));
}

void TestDayLayout::hiddenMeetings_countInARowOfShownOnes()
{
    const QList<TimeRange> hidden{{noon(30), noon(60)}};
    const QList<MeetingRun> runs = meetingRuns({entryFor(noon(), 30), entryFor(noon(60), 30)}, hidden);
    QCOMPARE(runs, (QList<MeetingRun>{{{noon(), noon(90)}, {0, -1, 1}}}));
    QVERIFY(meetingRuns({entryFor(noon(300), 30)}, {{noon(), noon(30)}, {noon(30), noon(60)}, {noon(60), noon(90)}}).isEmpty());
}

void TestDayLayout::twoOrAGapOrCanceled_areNoRun()
{
    QVERIFY(meetingRuns({entryFor(noon(), 30), entryFor(noon(30), 30)}).isEmpty());
    QVERIFY(meetingRuns({entryFor(noon(), 30), entryFor(noon(30), 30), entryFor(noon(61), 30)}).isEmpty());
    CalendarEntry canceled = entryFor(noon(30), 30);
    canceled.canceled = true;
    QVERIFY(meetingRuns({entryFor(noon(), 30), canceled, entryFor(noon(60), 30)}).isEmpty());
}

void TestDayLayout::meetingsAtTheSameTime_areNotInARow()
{
    QVERIFY(meetingRuns({entryFor(noon(), 30), entryFor(noon(), 30), entryFor(noon(15), 30), entryFor(noon(30), 10)}).isEmpty());
}

QTEST_MAIN(TestDayLayout)
#include "tst_daylayout.moc"
