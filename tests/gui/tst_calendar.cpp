// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingview.h"
#include "timegrid.h"
#include "windowfixture.h"

#include <QAction>
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCalendarWidget>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace {

const QString busyListing = QStringLiteral("GET /user_busy_times");

} // namespace

/// The schedule as a calendar: turned, searched and left, by keys and by the mouse, and found again at the next start.
class TestCalendar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
        QVERIFY(m_fixture->openSignedIn());
        QTRY_VERIFY(m_fixture->isUpToDate());
    }

    void cleanup() { m_fixture.reset(); }

    void viewsAreSwitchedByKeysLettersAndButtons()
    {
        hands().press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(hands().seen("timeGrid"));
        QVERIFY(period().contains(QLatin1String("week 47")));
        QVERIFY(hands().click("viewMonthButton"));
        QTRY_VERIFY(hands().seen("monthGrid"));
        QVERIFY(period().contains(QLatin1String("November 2026")));
        hands().seen("monthGrid")->setFocus();
        hands().press(Qt::Key_D);
        QTRY_VERIFY(hands().seen("timeGrid"));
        QVERIFY(period().contains(QLatin1String("18")));
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("timeGrid"));
        hands().press(Qt::Key_A);
        QTRY_VERIFY(m_fixture->list());
    }

    void everyMeetingOfTheWeekIsSpoken()
    {
        QVERIFY(m_fixture->showWeek());
        const QString words = spoken("timeGrid");
        for (const char *name : {"Ana Ruiz", "Kenji Watanabe", "Priya Nair", "Lena Fischer", "Marcus Bell"})
            QVERIFY2(words.contains(QLatin1String(name)), name);
        QVERIFY(words.contains(QLatin1String("13:00")));
    }

    void keysAndButtonsTurnThePages()
    {
        QVERIFY(m_fixture->showWeek());
        hands().press(Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(period().contains(QLatin1String("week 48")));
        QVERIFY(hands().click("earlier"));
        QVERIFY(hands().click("earlier"));
        QTRY_VERIFY(period().contains(QLatin1String("week 46")));
        hands().press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(period().contains(QLatin1String("week 47")));
    }

    void aDateIsGoneToByKey()
    {
        QVERIFY(m_fixture->showWeek());
        const QCalendarWidget *month = openDates();
        QVERIFY(month);
        hands().press(Qt::Key_PageDown);
        hands().press(Qt::Key_PageDown);
        hands().press(Qt::Key_Left);
        QCOMPARE(month->selectedDate(), QDate(2027, 1, 17));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(period().contains(QLatin1String("Jan 2027")));
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("timeGrid"));
    }

    void theTimeLookedAtStays_betweenListAndCalendar()
    {
        QVERIFY(openDates());
        hands().type(QStringLiteral("2026-12-20"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY2(period().simplified().contains(QLatin1String("30 Dec 2026")), qPrintable(period()));
        hands().press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(period().contains(QLatin1String("week 51")), qPrintable(period()));
        for (int week = 0; week < 3; ++week)
            hands().press(Qt::Key_Right, Qt::AltModifier);
        hands().press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(period().simplified().contains(QLatin1String("Jan 2027")), qPrintable(period()));
        hands().press(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Priya Nair")));
        const QUrl meeting = dynamic_cast<MeetingView *>(m_fixture->list())->currentMeeting();
        hands().press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(period().contains(QLatin1String("week 47")), qPrintable(period()));
        QCOMPARE(dynamic_cast<MeetingView *>(hands().seen("timeGrid"))->currentMeeting(), meeting);
    }

    void whatIsPastIsNoChoiceOfACalendar()
    {
        const auto *past = m_fixture->window->findChild<QAction *>(QStringLiteral("togglePast"));
        QVERIFY(past->isEnabled());
        QVERIFY(m_fixture->showWeek());
        QTRY_VERIFY(!past->isEnabled());
        QVERIFY(!past->toolTip().isEmpty());
    }

    void aDateIsTyped()
    {
        QVERIFY(m_fixture->showWeek());
        const QCalendarWidget *month = openDates();
        QVERIFY(month);
        hands().type(QStringLiteral("the other day"));
        hands().press(Qt::Key_Return);
        const auto *problem = hands().seen<QLabel>("dateProblem");
        QVERIFY(problem && problem->text().contains(QLatin1String("no date")));
        hands().type(QStringLiteral("2027-03-28")); // the words are selected, so that it takes their place
        QCOMPARE(month->selectedDate(), QDate(2027, 3, 28));
        QVERIFY(!hands().seen("dateProblem"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(period().contains(QLatin1String("28 Mar 2027")));
    }

    void daysSelectedByKeysAreCountedWithTheirMeetings()
    {
        QVERIFY(m_fixture->showWeek());
        QWidget *grid = hands().seen("timeGrid");
        const auto *words = hands().seen<QLabel>("selectionText");
        QVERIFY(words);
        QTRY_VERIFY(words->text().startsWith(QLatin1String("1 of")));
        for (int step = 0; step < 10; ++step) // to the head of the day
            QTest::keyClick(grid, Qt::Key_Up);
        QTest::keyClick(grid, Qt::Key_Left, Qt::ShiftModifier);
        const qsizetype selected = dynamic_cast<MeetingView *>(grid)->selectedMeetings().size();
        QVERIFY(selected > 1);
        QTRY_COMPARE(words->text().section(QLatin1Char(' '), 0, 0), QString::number(selected));
    }

    void aSearchListsEverythingAndTheCalendarComesBack()
    {
        QVERIFY(m_fixture->showWeek());
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("kenji"));
        QTRY_VERIFY(m_fixture->list());
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        hands().press(Qt::Key_Escape);
        QTRY_VERIFY(hands().seen("timeGrid"));
    }

    void aDateIsGoneToWhereASearchWasShown()
    {
        QVERIFY(m_fixture->showWeek());
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("kenji"));
        QTRY_VERIFY(m_fixture->list());
        QVERIFY(openDates());
        hands().type(QStringLiteral("2027-03-28"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().seen("timeGrid"));
        QVERIFY(period().contains(QLatin1String("Mar 2027")));
    }

    void pLeavesTheAgendaBehindTheCalendarAsItWas()
    {
        QVERIFY(m_fixture->showWeek());
        hands().seen("timeGrid")->setFocus();
        hands().press(Qt::Key_P);
        hands().press(Qt::Key_A);
        QTRY_VERIFY(m_fixture->list());
        QCOMPARE(hands().seen<QAbstractButton>("whenChip")->text(), QStringLiteral("Upcoming"));
    }

    void whatTheChipsShowIsInTheMenuToo()
    {
        const auto action = [this](const char *name) { return m_fixture->window->findChild<QAction *>(QLatin1String(name)); };
        QVERIFY(hands().click("viewAgendaButton"));
        QTRY_VERIFY(m_fixture->list());
        QVERIFY(!action("showBusyTimes")->isEnabled());
        QVERIFY(m_fixture->showWeek());
        QVERIFY(action("showBusyTimes")->isEnabled());
        QVERIFY(action("showBusyTimes")->isChecked());
        action("showBusyTimes")->trigger();
        QTRY_VERIFY(!hands().seen<QAbstractButton>("busyChip")->isChecked());
        hands().seen<QAbstractButton>("busyChip")->click();
        QTRY_VERIFY(action("showBusyTimes")->isChecked());
        action("chooseSecondZone")->trigger();
        QTRY_VERIFY(hands().dialog("ZoneDialog"));
        QTest::keyClick(hands().dialog("ZoneDialog"), Qt::Key_Escape);
    }

    void hoursAreMadeHigherAndUnfoldedFromTheMenu()
    {
        const auto action = [this](const char *name) { return m_fixture->window->findChild<QAction *>(QLatin1String(name)); };
        QVERIFY(!action("zoomIn")->isEnabled());
        QVERIFY(action("zoomIn")->toolTip().contains(QLatin1String("day and week")));
        QVERIFY(m_fixture->showWeek());
        auto *grid = hands().seen<TimeGrid>("timeGrid");
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("View"), QStringLiteral("Zoom in")));
        QVERIFY(grid->zoom() > 1);
        const double larger = grid->zoom();
        hands().seen("period")->setFocus(); // the keys act wherever one is on the page
        hands().press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(grid->zoom() > larger);
        hands().press(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(grid->zoom(), larger);
        hands().press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(grid->zoom(), 1.0);
        QVERIFY(!action("showEarlyHours")->isChecked());
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("View"), QStringLiteral("Show early hours")));
        QVERIFY(!grid->folds(true));
        grid->setFocus();
        hands().press(Qt::Key_Up, Qt::AltModifier);
        QVERIFY(grid->folds(true));
        QVERIFY(!action("showEarlyHours")->isChecked());
        QVERIFY(hands().click("viewMonthButton"));
        QTRY_VERIFY(!action("zoomOut")->isEnabled());
    }

    void aDayIsClosedWhereOneIs()
    {
        const auto closedDay = [this] {
            m_fixture->window->findChild<QAction *>(QStringLiteral("closeDay"))->trigger();
            QDialog *dialog = hands().dialog("CancelSeveralDialog");
            const QDate day = dialog ? dialog->findChild<QDateEdit *>(QStringLiteral("day"))->date() : QDate();
            if (dialog)
                dialog->reject();
            return day;
        };
        QVERIFY(m_fixture->showWeek());
        for (int step = 0; step < 10; ++step) // to the head of today
            hands().press(Qt::Key_Up);
        hands().press(Qt::Key_Right);
        QCOMPARE(closedDay(), QDate(2026, 11, 19));
        QVERIFY(hands().click("viewMonthButton"));
        QTRY_VERIFY(hands().seen("monthGrid"));
        QWidget *month = hands().seen("monthGrid");
        QTest::keyClick(month, Qt::Key_End); // of the week
        QCOMPARE(closedDay(), QDate(2026, 11, 22));
        QTest::keyClick(month, Qt::Key_Home, Qt::ControlModifier); // a day that is over has nothing left
        QCOMPARE(closedDay(), QDate(2026, 11, 18));
    }

    void viewDateAndMeetingAreThereAgainAfterACrash()
    {
        QVERIFY(m_fixture->showWeek());
        hands().press(Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(period().contains(QLatin1String("week 48")));
        hands().press(Qt::Key_Down);
        const QString current = currentSpoken();
        QVERIFY(!current.isEmpty());
        hands().press(Qt::Key_X);
        m_fixture->quit(); // without being closed
        QVERIFY(m_fixture->openWindow());
        QTRY_VERIFY(hands().seen("timeGrid"));
        QVERIFY(period().contains(QLatin1String("week 48")));
        QTRY_COMPARE(currentSpoken(), current);
        QVERIFY(hands().seen<QAbstractButton>("statusChip")->text().contains(QLatin1String("Active")));
    }

    void aSecondZoneIsFoundByACityOrAPartOfIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("zone");
        QTest::newRow("a city") << QStringLiteral("Tokyo") << QStringLiteral("Tokyo, +8 h");
        QTest::newRow("two words") << QStringLiteral("new york") << QStringLiteral("New York, −6 h");
        QTest::newRow("a part") << QStringLiteral("angeles") << QStringLiteral("Los Angeles, −9 h");
        QTest::newRow("the whole name") << QStringLiteral("Asia/Kathmandu") << QStringLiteral("Kathmandu, +4:45 h");
        QTest::newRow("an old name") << QStringLiteral("US/Hawaii") << QStringLiteral("Hawaii, −11 h");
    }
    void aSecondZoneIsFoundByACityOrAPartOfIt()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, zone);
        QVERIFY(m_fixture->showWeek());
        const QPointer<QDialog> dialog = askForZone();
        QVERIFY(dialog);
        hands().type(typed);
        hands().press(Qt::Key_Return);
        QTRY_COMPARE(secondZone(), zone);
        QTRY_VERIFY(!dialog);
    }

    void aSecondZoneThatIsNoneIsSaidAndCanBeCorrected()
    {
        QVERIFY(m_fixture->showWeek());
        const QPointer<QDialog> dialog = askForZone();
        QVERIFY(dialog);
        hands().press(Qt::Key_Return);
        QTRY_COMPARE(hands().text("problem", "ZoneDialog"), QStringLiteral("Type a city first."));
        hands().type(QStringLiteral("Tokyo"));
        QVERIFY(!hands().seen("problem", "ZoneDialog"));
        for (const char *nowhere : {"Atlantis", "Asia"}) {
            QApplication::focusWidget()->findChild<QLineEdit *>()->selectAll();
            hands().type(QLatin1String(nowhere));
            QVERIFY(hands().click("show", "ZoneDialog"));
            QTRY_VERIFY(hands().text("problem", "ZoneDialog").contains(QLatin1String(nowhere)));
            QVERIFY(dialog && dialog->isVisible());
            QCOMPARE(secondZone(), QStringLiteral("None"));
        }
        hands().type(QStringLiteral("Tokyo")); // the words are selected, so that it takes their place
        hands().press(Qt::Key_Return);
        QTRY_COMPARE(secondZone(), QStringLiteral("Tokyo, +8 h"));
    }

    void busyTimesOfTheWeekAreAskedForOnceAndNotOfThePast()
    {
        QVERIFY(m_fixture->showWeek());
        QTRY_COMPARE(m_fixture->sent(busyListing), 1);
        QTRY_VERIFY(spoken("timeGrid").contains(QLatin1String("Busy")));
        hands().press(Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(period().contains(QLatin1String("week 46")));
        hands().press(Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(period().contains(QLatin1String("week 47")));
        QCOMPARE(m_fixture->sent(busyListing), 1);
    }

    void anUnreadableCalendarIsUnknownAndNotFree()
    {
        m_fixture->calendly->failAlways(busyListing, faultOf(sandbox::Fault::Kind::Status, 424));
        QVERIFY(m_fixture->showWeek());
        QTRY_VERIFY(spoken("timeGrid").contains(QLatin1String("Busy times not known")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QPointer<QDialog> askForZone() const
    {
        return hands().choose("zoneChip", QStringLiteral("Another zone…")) ? hands().dialog("ZoneDialog") : nullptr;
    }
    /// What is marked in the chip's menu.
    QString secondZone() const
    {
        QMenu *menu = hands().seen<QToolButton>("zoneChip")->menu();
        emit menu->aboutToShow(); // which fills it
        const auto zones = menu->actions();
        const auto marked = std::find_if(zones.begin(), zones.end(), [](const QAction *zone) { return zone->isChecked(); });
        return marked == zones.end() ? QString() : (*marked)->text().simplified(); // its blanks keep together
    }
    QString period() const { return hands().seen<QPushButton>("period")->accessibleName(); }
    const QCalendarWidget *openDates() const
    {
        hands().press(Qt::Key_G, Qt::ControlModifier);
        const auto seen = [this] { return hands().seen<QCalendarWidget>("month"); };
        return QTest::qWaitFor(seen) ? seen() : nullptr;
    }
    /// Everything that a screen reader finds in a painted view.
    QString spoken(const char *view) const
    {
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(hands().seen(view));
        QStringList words;
        for (int child = 0; table && child < table->childCount(); ++child)
            words << table->child(child)->text(QAccessible::Name) << table->child(child)->text(QAccessible::Description);
        return words.join(QLatin1Char('\n'));
    }
    QString currentSpoken() const
    {
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(hands().seen("timeGrid"));
        QAccessibleInterface *focus = table ? table->focusChild() : nullptr;
        return focus ? focus->text(QAccessible::Name) : QString();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestCalendar)
#include "tst_calendar.moc"
