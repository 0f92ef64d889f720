// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridweek.h"
#include "overlayscrollbar.h"
#include "stylesheet.h"
#include "widgetresources.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace GridWeek;

/// What the pointer does in a week.
class TestTimeGridMouse : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_grid.reset(); }
    void clicks_selectLikeALine();
    void clickOnTheCurrentMeeting_showsItsCard();
    void doubleClick_joinsAndShowsNoCard();
    void longMeeting_doesNotHideThoseWithinIt();
    void headClick_opensTheDay();
    void draggedHeads_selectDays();
    void rubberBand_selectsMeetingsAndDays();
    void rubberBand_endsWhereTheDaysChange();
    void draggedMeeting_isOffered();
    void draggedSelection_staysWhole();
    void menu_isAboutWhatItOpensOn();
    void menuOnGround_isAboutTheDay();
    void lastDaysMeetings_areClearOfTheScrollBar_data();
    void lastDaysMeetings_areClearOfTheScrollBar();

private:
    QString current() const { return nameOf(m_grid->currentMeeting()); }
    QStringList selected() const { return namesOf(m_grid->selectedMeetings()); }
    QWidget *widgetAt(const QPoint &position) const;
    void press(const QPoint &position, Qt::KeyboardModifiers modifiers = Qt::NoModifier, Qt::MouseButton button = Qt::LeftButton);
    void moveTo(const QPoint &position);
    void release(const QPoint &position);
    void click(const QPoint &position, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QPoint ground(int day, int hour) const;
    /// A click that was no double click has done what it does.
    bool waitedForADoubleClick() const;

    std::unique_ptr<TimeGrid> m_grid;
};

void TestTimeGridMouse::initTestCase()
{
    initResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication::setPalette(themePalette(false));
    QApplication::setDoubleClickInterval(50);
}

void TestTimeGridMouse::init()
{
    m_grid = std::make_unique<TimeGrid>();
    m_grid->resize(1068, 646);
    m_grid->present(content());
    m_grid->show();
    m_grid->setFocus();
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
}

/// The head is a widget of its own beside the viewport.
QWidget *TestTimeGridMouse::widgetAt(const QPoint &position) const
{
    return m_grid->childAt(position);
}

void TestTimeGridMouse::press(const QPoint &position, Qt::KeyboardModifiers modifiers, Qt::MouseButton button)
{
    QWidget *target = widgetAt(position);
    QTest::mousePress(target, button, modifiers, target->mapFrom(m_grid.get(), position));
}

void TestTimeGridMouse::moveTo(const QPoint &position)
{
    QWidget *target = widgetAt(position);
    QMouseEvent event(QEvent::MouseMove, target->mapFrom(m_grid.get(), QPointF(position)), m_grid->mapToGlobal(QPointF(position)), Qt::NoButton,
                      Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

void TestTimeGridMouse::release(const QPoint &position)
{
    QWidget *target = widgetAt(position);
    QTest::mouseRelease(target, Qt::LeftButton, Qt::NoModifier, target->mapFrom(m_grid.get(), position));
}

void TestTimeGridMouse::click(const QPoint &position, Qt::KeyboardModifiers modifiers)
{
    press(position, modifiers);
    release(position);
}

/// A free place: as far below Ada's 09:00 as `hour` is later, in the column of `day`.
QPoint TestTimeGridMouse::ground(int day, int hour) const
{
    const QRect ada = m_grid->paintedCell(m_grid->cellAt(1, 0)).place;
    const QRect head = m_grid->paintedCell(m_grid->cellAt(0, day)).place;
    return QPoint(head.center().x(), ada.top() + (hour - 9) * (ada.height() + 2) + 4);
}

bool TestTimeGridMouse::waitedForADoubleClick() const
{
    bool over = false;
    QTimer::singleShot(2 * QApplication::doubleClickInterval(), m_grid.get(), [&over] { over = true; });
    return QTest::qWaitFor([&over] { return over; });
}

void TestTimeGridMouse::clicks_selectLikeALine()
{
    click(centerOf(*m_grid, QStringLiteral("Ada")));
    QCOMPARE(current(), QStringLiteral("Ada"));
    click(centerOf(*m_grid, QStringLiteral("Fay")), Qt::ControlModifier);
    QCOMPARE(selected(), (QStringList{QStringLiteral("Ada"), QStringLiteral("Fay")}));
    QCOMPARE(current(), QStringLiteral("Fay"));
    click(centerOf(*m_grid, QStringLiteral("Fay")), Qt::ControlModifier);
    QCOMPARE(selected(), QStringList(QStringLiteral("Ada")));
    click(centerOf(*m_grid, QStringLiteral("Cleo")));
    click(centerOf(*m_grid, QStringLiteral("Emil")), Qt::ShiftModifier);
    QCOMPARE(selected(), (QStringList{QStringLiteral("Cleo"), QStringLiteral("Dora"), QStringLiteral("Emil")}));
    click(ground(2, 12));
    QVERIFY(m_grid->selectedMeetings().isEmpty());
    QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 18));
}

void TestTimeGridMouse::clickOnTheCurrentMeeting_showsItsCard()
{
    QSignalSpy carded(m_grid.get(), &TimeGrid::cardPressed);
    const QPoint fay = centerOf(*m_grid, QStringLiteral("Fay"));
    click(fay);
    click(fay);
    QTRY_COMPARE(carded.size(), 1);
    click(fay, Qt::ControlModifier);
    click(centerOf(*m_grid, QStringLiteral("Emil")));
    click(fay); // which was not the current one
    press(fay);
    moveTo(ground(4, 12)); // and now it is dragged
    QVERIFY(waitedForADoubleClick());
    QCOMPARE(carded.size(), 1);
}

void TestTimeGridMouse::doubleClick_joinsAndShowsNoCard()
{
    QSignalSpy carded(m_grid.get(), &TimeGrid::cardPressed);
    QSignalSpy joined(m_grid.get(), &TimeGrid::joinPressed);
    const QPoint fay = centerOf(*m_grid, QStringLiteral("Fay"));
    click(fay);
    click(fay);
    QTest::mouseDClick(widgetAt(fay), Qt::LeftButton, Qt::NoModifier, widgetAt(fay)->mapFrom(m_grid.get(), fay));
    QCOMPARE(joined.size(), 1);
    QVERIFY(waitedForADoubleClick());
    QVERIFY2(carded.isEmpty(), "the card would come under the pointer");
}

void TestTimeGridMouse::longMeeting_doesNotHideThoseWithinIt()
{
    TimeGridContent week = content();
    week.entries = {entry(QStringLiteral("Long"), berlin(18, 9), 8 * 60), entry(QStringLiteral("Short"), berlin(18, 11), 60)};
    m_grid->present(week);
    m_grid->setCurrentMeeting(meeting(QStringLiteral("Long")));
    const QPoint within = centerOf(*m_grid, QStringLiteral("Short"));
    const QColor ground = m_grid->grab().toImage().pixelColor(QPoint(within.x(), within.y() - 60));
    const QColor rim = m_grid->grab().toImage().pixelColor(QPoint(within.x(), m_grid->paintedCell(m_grid->cellAt(2, 2)).place.top() - 1));
    QVERIFY2(rim != ground, "the short meeting is not seen");
    click(within);
    QCOMPARE(current(), QStringLiteral("Short"));
}

void TestTimeGridMouse::headClick_opensTheDay()
{
    QSignalSpy activated(m_grid.get(), &TimeGrid::dayActivated);
    click(centerOf(*m_grid, QStringLiteral("Tuesday 17 November, 1 meeting")));
    QCOMPARE(activated.takeFirst().first().toDate(), QDate(2026, 11, 17));
}

void TestTimeGridMouse::draggedHeads_selectDays()
{
    QSignalSpy activated(m_grid.get(), &TimeGrid::dayActivated);
    const QPoint thursday = m_grid->paintedCell(m_grid->cellAt(0, 3)).place.center();
    const QPoint tuesday = m_grid->paintedCell(m_grid->cellAt(0, 1)).place.center();
    press(thursday);
    moveTo(tuesday);
    release(tuesday);
    QCOMPARE(m_grid->selectedDays(), (QList<QDate>{{2026, 11, 17}, {2026, 11, 18}, {2026, 11, 19}}));
    QCOMPARE(selected(), (QStringList{QStringLiteral("Cleo"), QStringLiteral("Dora")}));
    QCOMPARE(activated.size(), 0);
    click(centerOf(*m_grid, QStringLiteral("Ada")));
    QVERIFY(m_grid->selectedDays().isEmpty());
}

void TestTimeGridMouse::rubberBand_selectsMeetingsAndDays()
{
    press(ground(3, 11));
    moveTo(ground(4, 15));
    QCOMPARE(selected(), (QStringList{QStringLiteral("Emil"), QStringLiteral("Fay")}));
    release(ground(4, 15));
    QCOMPARE(m_grid->selectedDays(), (QList<QDate>{{2026, 11, 19}, {2026, 11, 20}}));
    QCOMPARE(selected().size(), 2);
}

void TestTimeGridMouse::rubberBand_endsWhereTheDaysChange()
{
    press(ground(3, 12));
    moveTo(ground(3, 14));
    TimeGridContent day = content();
    day.days = 1;
    m_grid->present(day);
    moveTo(ground(0, 15));
    release(ground(0, 15));
    QCOMPARE(m_grid->currentDay(), day.first);
}

void TestTimeGridMouse::draggedMeeting_isOffered()
{
    QSignalSpy dragged(m_grid.get(), &TimeGrid::dragWanted);
    const QPoint fay = centerOf(*m_grid, QStringLiteral("Fay"));
    press(fay);
    moveTo(fay + QPoint(1, 1));
    QCOMPARE(dragged.size(), 0);
    moveTo(fay + QPoint(0, 40));
    QCOMPARE(namesOf(dragged.takeFirst().first().value<QList<QUrl>>()), QStringList(QStringLiteral("Fay")));
    moveTo(fay + QPoint(0, 60));
    QCOMPARE(dragged.size(), 0);
}

void TestTimeGridMouse::draggedSelection_staysWhole()
{
    QSignalSpy dragged(m_grid.get(), &TimeGrid::dragWanted);
    QTest::keyClick(m_grid.get(), Qt::Key_Down, Qt::ShiftModifier);
    const QPoint emil = centerOf(*m_grid, QStringLiteral("Emil"));
    press(emil);
    moveTo(emil + QPoint(40, 0));
    QCOMPARE(namesOf(dragged.takeFirst().first().value<QList<QUrl>>()), (QStringList{QStringLiteral("Emil"), QStringLiteral("Fay")}));
    // A plain click on one of them is about that one.
    click(emil);
    QCOMPARE(selected(), QStringList(QStringLiteral("Emil")));
}

void TestTimeGridMouse::menu_isAboutWhatItOpensOn()
{
    QSignalSpy wanted(m_grid.get(), &TimeGrid::customContextMenuRequested);
    const QPoint dora = centerOf(*m_grid, QStringLiteral("Dora"));
    press(dora, Qt::NoModifier, Qt::RightButton);
    QWidget *view = m_grid->viewport();
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, view->mapFrom(m_grid.get(), dora), m_grid->mapToGlobal(dora));
    QApplication::sendEvent(view, &byMouse);
    QCOMPARE(current(), QStringLiteral("Dora"));
    QCOMPARE(wanted.takeFirst().first().toPoint(), view->mapFrom(m_grid.get(), dora));
    // The key opens it at the meeting, wherever the pointer is.
    m_grid->setCurrentMeeting(meeting(QStringLiteral("Fay")));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_grid.get(), &byKey);
    QCOMPARE(view->mapTo(m_grid.get(), wanted.takeFirst().first().toPoint()), centerOf(*m_grid, QStringLiteral("Fay")));
    // Several that are selected stay so.
    QTest::keyClick(m_grid.get(), Qt::Key_Down, Qt::ShiftModifier);
    press(centerOf(*m_grid, QStringLiteral("Fay")), Qt::NoModifier, Qt::RightButton);
    QCOMPARE(selected(), (QStringList{QStringLiteral("Fay"), QStringLiteral("Gil")}));
}

void TestTimeGridMouse::menuOnGround_isAboutTheDay()
{
    QSignalSpy wanted(m_grid.get(), &TimeGrid::customContextMenuRequested);
    const auto menuAt = [this](const QPoint &position) {
        press(position, Qt::NoModifier, Qt::RightButton);
        QWidget *under = widgetAt(position);
        QContextMenuEvent menu(QContextMenuEvent::Mouse, under->mapFrom(m_grid.get(), position), m_grid->mapToGlobal(position));
        QApplication::sendEvent(under, &menu);
    };
    QCOMPARE(current(), QStringLiteral("Emil"));
    menuAt(ground(1, 10));
    QCOMPARE(wanted.size(), 1);
    QVERIFY(m_grid->currentMeeting().isEmpty());
    QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 17));
    m_grid->setCurrentMeeting(meeting(QStringLiteral("Fay")));
    menuAt(QPoint(4, ground(1, 10).y())); // the hours beside the days
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(current(), QStringLiteral("Fay"));
}

void TestTimeGridMouse::lastDaysMeetings_areClearOfTheScrollBar_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestTimeGridMouse::lastDaysMeetings_areClearOfTheScrollBar()
{
    QFETCH(Qt::LayoutDirection, direction);
    m_grid->setLayoutDirection(direction);
    TimeGridContent sunday = content();
    sunday.entries.append(entry(QStringLiteral("Hal"), berlin(22, 10), 60));
    m_grid->present(sunday);
    m_grid->setCurrentMeeting(meeting(QStringLiteral("Hal")));
    const auto *bar = m_grid->findChild<OverlayScrollBar *>();
    QVERIFY(bar->isVisible());
    const QRect place = m_grid->paintedCell(m_grid->currentCell()).place;
    QVERIFY(place.width() > 80);
    QVERIFY(!place.adjusted(-2, 0, 2, 0).intersects(bar->geometry())); // with the edge that is drawn around it
}

QTEST_MAIN(TestTimeGridMouse)
#include "tst_timegridmouse.moc"
