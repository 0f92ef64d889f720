// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarsource.h"
#include "mergedmeetings.h"
#include "windowparts.h"

#include <QTest>

/// What stands above the days of a calendar.
class TestCalendarSource : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn());
        bool read = false;
        m_world->program->availability.refreshSchedules(m_world->program->account.account()->user.uri, this, [&read](const Result<Done> &) { read = true; });
        QTRY_VERIFY(read);
    }
    void cleanup()
    {
        m_world->quitProgram();
        m_world.reset();
    }

    void changedHours_nameTheCityWhereTheyAreOfAnotherClock()
    {
        const QStringList own = hourNotes("Europe/Berlin");
        QVERIFY(!own.isEmpty());
        QVERIFY2(!own.join(QLatin1Char(' ')).contains(QLatin1String(" in ")), qPrintable(own.join(QLatin1Char('\n'))));
        const QStringList far = hourNotes("Asia/Tokyo");
        QCOMPARE(far.size(), own.size());
        for (qsizetype i = 0; i < own.size(); ++i)
            QCOMPARE(far[i], own[i] + QStringLiteral(" in Berlin"));
    }

    void changedHours_nameNoCityOfTheSameClock() { QCOMPARE(hourNotes("Europe/Rome"), hourNotes("Europe/Berlin")); }

private:
    QStringList hourNotes(const char *zone) const
    {
        const MainWindowParts parts = windowParts(*m_world);
        const MergedMeetings meetings(parts.meetings, parts.account, nullptr);
        AgendaSetting setting;
        setting.now = m_world->clock.now();
        setting.zone = QTimeZone(zone);
        CalendarExtras extras;
        extras.busyTimes = false;
        QStringList hours;
        const TimeGridContent content = CalendarSource(parts, meetings, nullptr).days({QDate(2026, 11, 18), 40}, {}, setting, extras);
        for (const DayNote &note : content.notes)
            hours.append(note.text);
        hours.removeAll(QStringLiteral("Closed"));
        return hours;
    }

    std::unique_ptr<ServiceWorld> m_world;
};

QTEST_MAIN(TestCalendarSource)
#include "tst_calendarsource.moc"
