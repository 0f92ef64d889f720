// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocknotes.h"

#include <QTest>

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

AgendaSetting settingIn(const char *zone, const QDateTime &now)
{
    AgendaSetting setting;
    setting.now = now;
    setting.zone = QTimeZone(zone);
    setting.locale = english;
    return setting;
}

Meeting meetingOn(const QDateTime &start)
{
    Meeting meeting;
    meeting.start = start;
    meeting.end = start.addSecs(1800);
    return meeting;
}

QDateTime utc(int year, int month, int day, int hour)
{
    return QDateTime(QDate(year, month, day), QTime(hour, 0), Qt::UTC);
}

} // namespace

class TestClockNotes : public QObject
{
    Q_OBJECT

private slots:
    void aChangeWithinAWeekIsSaid_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QStringList>("theirs");
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *own, const QStringList &theirs, const QDateTime &start, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(own) << theirs << start << QString::fromUtf8(said);
        };
        const QString newYork = QStringLiteral("America/New_York");
        row("before", "Europe/Berlin", {newYork}, utc(2026, 11, 3, 15), "Clocks change in New York on Sun 1 Nov, 2 days before.");
        row("the day before", "Europe/Berlin", {newYork}, utc(2026, 11, 2, 15), "Clocks change in New York on Sun 1 Nov, the day before.");
        row("that day", "Europe/Berlin", {newYork}, utc(2026, 11, 1, 15), "Clocks change in New York on Sun 1 Nov, on the day of the meeting.");
        row("both", "Europe/Berlin", {newYork}, utc(2026, 10, 28, 15),
            "Clocks change in Berlin on Sun 25 Oct, 3 days before. Clocks change in New York on Sun 1 Nov, 4 days after.");
        row("together", "Europe/Berlin", {QStringLiteral("Europe/Madrid"), QStringLiteral("Europe/Lisbon")}, utc(2026, 10, 24, 9),
            "Clocks change in Berlin, Madrid and Lisbon on Sun 25 Oct, the day after.");
        row("far away", "Europe/Berlin", {newYork}, utc(2026, 11, 20, 15), "");
        row("none there", "Asia/Tokyo", {QStringLiteral("Asia/Kathmandu")}, utc(2026, 11, 1, 15), "");
        row("half an hour", "Asia/Tokyo", {QStringLiteral("Australia/Lord_Howe")}, utc(2026, 10, 1, 3),
            "Clocks change in Lord Howe on Sun 4 Oct, 3 days after.");
        row("at midnight", "Asia/Tokyo", {QStringLiteral("Asia/Beirut")}, utc(2027, 3, 27, 10),
            "Clocks change in Beirut on Sun 28 Mar 2027, the day after.");
        row("zone unknown", "Europe/Berlin", {QString(), QStringLiteral("Mars/Olympus")}, utc(2026, 11, 3, 15), "");
    }

    void aChangeWithinAWeekIsSaid()
    {
        QFETCH(QString, own);
        QFETCH(QStringList, theirs);
        QFETCH(QDateTime, start);
        QFETCH(QString, said);
        const AgendaSetting setting = settingIn(own.toLatin1().constData(), utc(2026, 9, 20, 8));
        QCOMPARE(clockChangeText(meetingOn(start), theirs, setting), said);
    }

    void whatIsOverNeedsNoWarning()
    {
        const AgendaSetting later = settingIn("Europe/Berlin", utc(2026, 11, 4, 8));
        QVERIFY(clockChangeText(meetingOn(utc(2026, 11, 3, 15)), {QStringLiteral("America/New_York")}, later).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestClockNotes)
#include "tst_clocknotes.moc"
