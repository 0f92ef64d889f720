// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>

namespace {

const QString busyListing = QStringLiteral("GET /user_busy_times");

} // namespace

/// The time of colleagues beside the own one in a week and on a day.
class TestColleagueTimes : public QObject
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

    void aColleaguesBusyTimesStandBesideTheOwnOnes()
    {
        showWeek();
        QTRY_COMPARE(m_fixture->sent(busyListing), 1);
        chooseColleague(QStringLiteral("Theo Marchetti"));
        QTRY_COMPARE(m_fixture->sent(busyListing), 2);
        QTRY_VERIFY(spoken().contains(QLatin1String("Theo Marchetti busy")));
        QVERIFY(spoken().contains(QLatin1String("Busy")));
        QCOMPARE(hands().seen<QAbstractButton>("colleagueChip")->text(), QStringLiteral("Theo Marchetti"));

        QVERIFY(hands().choose("colleagueChip", QStringLiteral("None")));
        QTRY_VERIFY(!spoken().contains(QLatin1String("Theo Marchetti")));
    }

    void colleaguesHaveAColumnEachOnASingleDay()
    {
        showWeek();
        hands().press(Qt::Key_D);
        QTRY_COMPARE(m_fixture->sent(busyListing), 2); // the own ones of the week and of the day
        const int alone = widestMeeting();
        const QStringList names{QStringLiteral("Theo Marchetti"), QStringLiteral("June Calloway"), QStringLiteral("Leila Haddou"), QStringLiteral("Nils Aaberg")};
        for (const QString &name : names)
            chooseColleague(name);
        QTRY_COMPARE(m_fixture->sent(busyListing), 6);
        // Who has no busy times that day is said to have none.
        for (const QString &name : names)
            QTRY_VERIFY2(spoken().contains(QRegularExpression(name + QStringLiteral(" (busy \\d|not busy)"))), qPrintable(spoken()));
        QCOMPARE(hands().seen<QAbstractButton>("colleagueChip")->text(), QStringLiteral("4 colleagues"));
        QTRY_VERIFY(widestMeeting() < alone / 4);
        QVERIFY(!colleagueEntry(QStringLiteral("Dev Raman"))->isEnabled()); // one too many
        chooseColleague(names.first()); // once more takes it away
        QTRY_VERIFY(!spoken().contains(names.first()));
        QVERIFY(spoken().contains(names.last()));
    }

    void aColleaguesDaysThatWereNotAskedForAreNotTakenForFree()
    {
        showWeek();
        hands().press(Qt::Key_W, Qt::ShiftModifier);
        QTRY_COMPARE(m_fixture->sent(busyListing), 2); // the own ones of the week, and of the work week that begins with it
        chooseColleague(QStringLiteral("Theo Marchetti"));
        QTRY_VERIFY(spoken().contains(QLatin1String("Theo Marchetti busy")));
        m_fixture->calendly->failAlways(busyListing, faultOf(sandbox::Fault::Kind::Status, 424));
        hands().seen("timeGrid")->setFocus();
        hands().press(Qt::Key_W);
        QTRY_VERIFY2(spoken().contains(QStringLiteral("Theo Marchetti’s busy times not known")), qPrintable(spoken()));
        QVERIFY(!spoken().contains(QLatin1String("Theo Marchetti not busy")));
    }

    void aColleaguesPastIsNotTakenForFree()
    {
        showWeek();
        QTRY_COMPARE(m_fixture->sent(busyListing), 1);
        chooseColleague(QStringLiteral("Theo Marchetti"));
        QTRY_VERIFY(spoken().contains(QLatin1String("Theo Marchetti not busy"))); // the answer is there
        QVERIFY2(spoken().contains(QStringLiteral("Theo Marchetti’s busy times not known")), "the days before today");
        QVERIFY(hands().click("earlier"));
        QTRY_VERIFY(!spoken().contains(QLatin1String("Theo Marchetti not busy")));
        QVERIFY(spoken().contains(QStringLiteral("Theo Marchetti’s busy times not known")));
    }

    void ownersSeeAColleaguesMeetingsByName()
    {
        showWeek();
        chooseColleague(QStringLiteral("Theo Marchetti"));
        const QRegularExpression named(QStringLiteral("Theo Marchetti: [^,.]+, \\d"));
        QTRY_VERIFY2(spoken().contains(named), qPrintable(spoken()));
        QVERIFY(spoken().contains(QLatin1String("Theo Marchetti busy")));
    }

    void aColleaguesTimesThatAreNotShownAreSaidToBeUnknown_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("not allowed") << 403 << QStringLiteral("June Calloway’s busy times are not shown to you");
        QTest::newRow("a calendar that cannot be read") << 424 << QStringLiteral("June Calloway’s busy times not known");
    }
    void aColleaguesTimesThatAreNotShownAreSaidToBeUnknown()
    {
        QFETCH(const int, status);
        QFETCH(const QString, words);
        showWeek();
        QTRY_VERIFY(spoken().contains(QLatin1String("Busy")));
        m_fixture->calendly->failAlways(busyListing, faultOf(sandbox::Fault::Kind::Status, status));
        chooseColleague(QStringLiteral("June Calloway"));
        QTRY_VERIFY2(spoken().contains(words), qPrintable(spoken()));
        QVERIFY(!spoken().contains(QLatin1String("June Calloway not busy")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    /// The list of them is read when the menu is first opened.
    void chooseColleague(const QString &name)
    {
        QVERIFY(QTest::qWaitFor([this, &name] { return hands().choose("colleagueChip", name); })); // once: the next choice takes it away
    }
    QAction *colleagueEntry(const QString &name) const
    {
        QMenu *menu = hands().seen<QToolButton>("colleagueChip")->menu();
        emit menu->aboutToShow(); // which fills it
        const auto entries = menu->actions();
        const auto found = std::find_if(entries.begin(), entries.end(), [&name](const QAction *entry) { return entry->text() == name; });
        return found == entries.end() ? nullptr : *found;
    }
    int widestMeeting() const
    {
        int widest = 0;
        QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(hands().seen("timeGrid"));
        for (int number = 0; number < grid->childCount(); ++number) {
            QAccessibleInterface *child = grid->child(number);
            if (child && child->text(QAccessible::Name).contains(QLatin1String("30 min intro")))
                widest = std::max(widest, child->rect().width());
        }
        return widest;
    }
    void showWeek()
    {
        QVERIFY(hands().click("viewWeekButton"));
        QTRY_VERIFY(hands().seen("timeGrid"));
        hands().seen("timeGrid")->setFocus();
    }
    /// Everything that a screen reader finds in the painted week or day.
    QString spoken() const
    {
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(hands().seen("timeGrid"));
        QStringList words;
        for (int child = 0; table && child < table->childCount(); ++child)
            words << table->child(child)->text(QAccessible::Name) << table->child(child)->text(QAccessible::Description);
        return words.join(QLatin1Char('\n'));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestColleagueTimes)
#include "tst_colleaguetimes.moc"
