// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingview.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QRegularExpression>

/// The card of a meeting beside and over what shows it, and what it and the menus are about, by keys and by the mouse.
class TestCalendarCard : public QObject
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

    void theCardOfACanceledMeetingSaysSo()
    {
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Priya Nair")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("Confirmed")));
        const QUrl meeting = dynamic_cast<MeetingView *>(m_fixture->list())->currentMeeting();
        QVERIFY(m_fixture->showWeek());
        QTRY_COMPARE(dynamic_cast<MeetingView *>(hands().seen("timeGrid"))->currentMeeting(), meeting);
        m_fixture->calendly.cancel(meeting);
        hands().press(Qt::Key_F5);
        QTRY_VERIFY(!hands().words("card").contains(QLatin1String("Confirmed")));
    }

    void deleteIsAboutWhatTheShownViewHasSelected()
    {
        QVERIFY(m_fixture->showWeek());
        QWidget *grid = hands().seen("timeGrid");
        grid->setFocus();
        const auto *cancel = m_fixture->window->findChild<QAction *>(QStringLiteral("cancelMeeting"));
        hands().press(Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(dynamic_cast<MeetingView *>(grid)->selectedMeetings().size() > 1);
        QVERIFY(cancel->text().contains(QLatin1String("meetings")));
        hands().press(Qt::Key_A);
        QTRY_VERIFY(m_fixture->list());
        QCOMPARE(m_fixture->list()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(cancel->text(), QStringLiteral("&Cancel…"));
        hands().press(Qt::Key_W);
        QTRY_VERIFY(hands().seen("timeGrid"));
        QVERIFY(cancel->text().contains(QLatin1String("meetings")));
        const auto *button = m_fixture->window->findChild<QWidget *>(QStringLiteral("card"))->findChild<QAbstractButton *>(QStringLiteral("cancel"));
        QCOMPARE(button->text(), QStringLiteral("&Cancel %1…").arg(dynamic_cast<MeetingView *>(grid)->selectedMeetings().size()));
        QCOMPARE(button->accessibleName(), QString(cancel->text()).remove(QLatin1Char('&')));
    }

    void theCardComesOverTheCalendarBySpace()
    {
        QVERIFY(m_fixture->showWeek());
        QVERIFY(!hands().seen("card"));
        hands().press(Qt::Key_Space);
        QTRY_VERIFY(hands().seen("card"));
        QVERIFY(!hands().words("card").isEmpty());
    }

    void theMouseAloneShowsAndHidesTheCard_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QByteArray>("view");
        QTest::newRow("week") << QByteArray("viewWeekButton") << QByteArray("timeGrid");
        QTest::newRow("month") << QByteArray("viewMonthButton") << QByteArray("monthGrid");
    }
    void theMouseAloneShowsAndHidesTheCard()
    {
        QFETCH(const QByteArray, button);
        QFETCH(const QByteArray, view);
        QVERIFY(hands().click(button));
        QTRY_VERIFY(hands().seen(view));
        const QPoint place = anotherMeeting(view);
        QVERIFY(!place.isNull());
        clickAt(view, place); // makes it current
        clickAt(view, place);
        QTRY_VERIFY(hands().seen("card"));
        QVERIFY(!hands().words("card").isEmpty());
        QCOMPARE(hands().seen("closeCard", "card")->accessibleName(), QStringLiteral("Close the card"));
        QVERIFY(hands().seen("closeCard", "card")->toolTip().contains(QLatin1String("Esc")));
        QVERIFY(hands().click("closeCard", "card"));
        QTRY_VERIFY(!hands().seen("card"));
        clickAt(view, place);
        QTRY_VERIFY(hands().seen("card"));
        clickAt(view, place);
        QTRY_VERIFY(!hands().seen("card"));
    }

    void inANarrowWindowAClickOnTheCurrentRowShowsTheCard()
    {
        m_fixture->window->resize(1000, 800);
        QTRY_VERIFY(!hands().seen("card"));
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("kenji@harborline.example")));
        QVERIFY(hands().click("closeCard", "card"));
        QTRY_VERIFY(!hands().seen("card"));
    }

    void theMenusShowAndHideTheCard()
    {
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(hands().seen("card"));
        const auto *action = m_fixture->window->findChild<QAction *>(QStringLiteral("toggleCard"));
        QVERIFY(!action->isEnabled());
        QVERIFY2(action->toolTip().contains(QLatin1String("beside the list")), qPrintable(action->toolTip()));
        QVERIFY(!hands().seen("closeCard", "card"));
        QVERIFY(m_fixture->showWeek());
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("View"), QStringLiteral("Show card")));
        QTRY_VERIFY(hands().seen("card"));
        QVERIFY(action->text().endsWith(QLatin1String("Space")));
        hands().seen("timeGrid")->setFocus();
        QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(hands().seen("timeGrid"), &menuKey);
        auto *menu = hands().seen<QMenu>("meetingMenu");
        QTRY_VERIFY((menu = hands().seen<QMenu>("meetingMenu")));
        QVERIFY(menu->actions().first()->text().contains(QLatin1String("ide card")));
        menu->setActiveAction(menu->actions().first());
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(!hands().seen("card"));
    }

    void escapeTakesAwayTheCardThenTheSearchThenTheSelection()
    {
        QVERIFY(m_fixture->showWeek());
        auto *grid = dynamic_cast<MeetingView *>(hands().seen("timeGrid"));
        hands().press(Qt::Key_A, Qt::ControlModifier);
        const qsizetype all = grid->selectedMeetings().size();
        QVERIFY(all > 1);
        hands().press(Qt::Key_Space);
        QTRY_VERIFY(hands().seen("card"));
        hands().seen("timeGrid")->setFocus();
        hands().press(Qt::Key_Escape);
        QTRY_VERIFY(!hands().seen("card"));
        QCOMPARE(grid->selectedMeetings().size(), all);
        hands().press(Qt::Key_Escape);
        QCOMPARE(grid->selectedMeetings().size(), 1);

        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("kenji"));
        QTRY_VERIFY(m_fixture->list());
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        hands().press(Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget(), m_fixture->list());
        hands().press(Qt::Key_A, Qt::ControlModifier);
        QVERIFY(m_fixture->list()->selectionModel()->selectedRows().size() > 1);
        hands().press(Qt::Key_Escape);
        QTRY_VERIFY2(hands().seen("timeGrid"), "the search goes before the selection");
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    /// Where a meeting is that can be seen and is not the current one; in its view.
    QPoint anotherMeeting(const char *view) const
    {
        static const QRegularExpression times(QStringLiteral("^\\d\\d:\\d\\d to "));
        const auto *area = hands().seen<QAbstractScrollArea>(view);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(hands().seen(view));
        const QAccessibleInterface *current = table->focusChild();
        for (int child = 0; child < table->childCount(); ++child) {
            const QAccessibleInterface *cell = table->child(child);
            const QPoint place = area->viewport()->mapFromGlobal(cell->rect().center());
            if (cell != current && times.match(cell->text(QAccessible::Name)).hasMatch() && area->viewport()->rect().contains(place))
                return place;
        }
        return {};
    }
    void clickAt(const char *view, const QPoint &place) const
    {
        QTest::mouseClick(hands().seen<QAbstractScrollArea>(view)->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestCalendarCard)
#include "tst_calendarcard.moc"
