// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridweek.h"
#include "stylesheet.h"
#include "widgetresources.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace GridWeek;

/// What keys and the pointer do in a week.
class TestTimeGrid : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_grid.reset(); }
    void firstLook_isWhatComesNext();
    void upAndDown_walkTheDay();
    void sideways_findsTheNearestMeeting();
    void emptyDay_takesTheFocusItself();
    void edges_askForOtherDays();
    void steppedTo_isTheDayThatWasMeant();
    void pageKeys_keepTheWeekday();
    void homeAndEnd_reachTheEndsOfTheDay();
    void enterAndSpace_actOnTheMeeting();
    void enterOnADay_opensIt();
    void escape_clearsOnlyWhatIsSelected();
    void shiftArrows_extend();
    void controlA_selectsAll();
    void controlSpace_picksSingleOnes();
    void shiftArrowsOnHeads_selectDays();
    void clicks_selectLikeALine();
    void headClick_opensTheDay();
    void draggedHeads_selectDays();
    void rubberBand_selectsMeetingsAndDays();
    void draggedMeeting_isOffered();
    void draggedSelection_staysWhole();
    void foldedHours_areReached();
    void zoom_hasLimitsAndKeys();
    void news_keepWhatIsCurrent();
    void goneMeeting_isFollowedByTheNearest();
    void sixtyAtOnce_areEachReached();
    void rightToLeft_isMirrored();
    void strangeTexts_arePainted_data();
    void strangeTexts_arePainted();
    void visibleMeetings_areThoseInView();

private:
    QString current() const { return nameOf(m_grid->currentMeeting()); }
    QStringList selected() const { return namesOf(m_grid->selectedMeetings()); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(m_grid.get(), key, modifiers); }
    void goTo(const char *name) { m_grid->setCurrentMeeting(meeting(QLatin1String(name))); }
    QWidget *widgetAt(const QPoint &position) const;
    void press(const QPoint &position, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void moveTo(const QPoint &position);
    void release(const QPoint &position);
    void click(const QPoint &position, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QPoint ground(int day, int hour) const;

    std::unique_ptr<TimeGrid> m_grid;
};

void TestTimeGrid::initTestCase()
{
    initResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication::setPalette(themePalette(false));
}

void TestTimeGrid::init()
{
    m_grid = std::make_unique<TimeGrid>();
    m_grid->resize(1068, 646);
    m_grid->present(content());
    m_grid->show();
    m_grid->setFocus();
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
}

/// The head is a widget of its own beside the viewport.
QWidget *TestTimeGrid::widgetAt(const QPoint &position) const
{
    return m_grid->childAt(position);
}

void TestTimeGrid::press(const QPoint &position, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = widgetAt(position);
    QTest::mousePress(target, Qt::LeftButton, modifiers, target->mapFrom(m_grid.get(), position));
}

void TestTimeGrid::moveTo(const QPoint &position)
{
    QWidget *target = widgetAt(position);
    QMouseEvent event(QEvent::MouseMove, target->mapFrom(m_grid.get(), QPointF(position)), m_grid->mapToGlobal(QPointF(position)), Qt::NoButton,
                      Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

void TestTimeGrid::release(const QPoint &position)
{
    QWidget *target = widgetAt(position);
    QTest::mouseRelease(target, Qt::LeftButton, Qt::NoModifier, target->mapFrom(m_grid.get(), position));
}

void TestTimeGrid::click(const QPoint &position, Qt::KeyboardModifiers modifiers)
{
    press(position, modifiers);
    release(position);
}

/// A free place: as far below Ada's 09:00 as `hour` is later, in the column of `day`.
QPoint TestTimeGrid::ground(int day, int hour) const
{
    const QRect ada = m_grid->paintedCell(m_grid->cellAt(1, 0)).place;
    const QRect head = m_grid->paintedCell(m_grid->cellAt(0, day)).place;
    return QPoint(head.center().x(), ada.top() + (hour - 9) * (ada.height() + 2) + 4);
}

void TestTimeGrid::firstLook_isWhatComesNext()
{
    QCOMPARE(current(), QStringLiteral("Emil"));
    QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 20));
    QCOMPARE(selected(), QStringList(QStringLiteral("Emil")));
}

void TestTimeGrid::upAndDown_walkTheDay()
{
    key(Qt::Key_Down);
    QCOMPARE(current(), QStringLiteral("Fay"));
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    QCOMPARE(current(), QStringLiteral("Gil"));
    key(Qt::Key_Up);
    key(Qt::Key_Up);
    QCOMPARE(current(), QStringLiteral("Emil"));
    // Above the first meeting is the day, and below the day its first meeting.
    key(Qt::Key_Up);
    QVERIFY(m_grid->currentMeeting().isEmpty());
    QCOMPARE(m_grid->currentCell(), m_grid->cellAt(0, 4));
    key(Qt::Key_Down);
    QCOMPARE(current(), QStringLiteral("Emil"));
}

void TestTimeGrid::sideways_findsTheNearestMeeting()
{
    goTo("Cleo");
    key(Qt::Key_Left);
    QCOMPARE(current(), QStringLiteral("Ben"));
    key(Qt::Key_Right);
    QCOMPARE(current(), QStringLiteral("Cleo"));
}

void TestTimeGrid::emptyDay_takesTheFocusItself()
{
    goTo("Cleo");
    QSignalSpy changed(m_grid.get(), &TimeGrid::currentMeetingChanged);
    key(Qt::Key_Right);
    QVERIFY(m_grid->currentMeeting().isEmpty());
    QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 18));
    QCOMPARE(changed.size(), 1);
    // The time of day is kept on the way.
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    QCOMPARE(current(), QStringLiteral("Fay"));
}

void TestTimeGrid::edges_askForOtherDays()
{
    QSignalSpy stepped(m_grid.get(), &TimeGrid::stepWanted);
    goTo("Ada");
    key(Qt::Key_Left);
    QCOMPARE(stepped.takeFirst().first().toInt(), -1);
    m_grid->setCurrentMeeting(meeting(QStringLiteral("Gil")));
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    QCOMPARE(stepped.takeFirst().first().toInt(), 1);
}

void TestTimeGrid::steppedTo_isTheDayThatWasMeant()
{
    goTo("Ada");
    key(Qt::Key_Left);
    TimeGridContent before = content();
    before.first = QDate(2026, 11, 9);
    before.entries = {entry(QStringLiteral("Sunday"), berlin(15, 10), 60)};
    before.entries.prepend(entry(QStringLiteral("Monday"), berlin(9, 10), 60));
    m_grid->present(before);
    QCOMPARE(current(), QStringLiteral("Sunday"));
}

void TestTimeGrid::pageKeys_keepTheWeekday()
{
    QSignalSpy stepped(m_grid.get(), &TimeGrid::stepWanted);
    goTo("Dora");
    key(Qt::Key_PageDown);
    QCOMPARE(stepped.takeFirst().first().toInt(), 1);
    QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 26));
    key(Qt::Key_PageUp);
    QCOMPARE(stepped.takeFirst().first().toInt(), -1);
}

void TestTimeGrid::homeAndEnd_reachTheEndsOfTheDay()
{
    key(Qt::Key_End);
    QCOMPARE(current(), QStringLiteral("Gil"));
    key(Qt::Key_Home);
    QCOMPARE(current(), QStringLiteral("Emil"));
    key(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(current(), QStringLiteral("Ada"));
    key(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(current(), QStringLiteral("Gil"));
}

void TestTimeGrid::enterAndSpace_actOnTheMeeting()
{
    QSignalSpy joined(m_grid.get(), &TimeGrid::joinPressed);
    QSignalSpy carded(m_grid.get(), &TimeGrid::cardPressed);
    key(Qt::Key_Return);
    QCOMPARE(joined.size(), 1);
    key(Qt::Key_Space);
    QCOMPARE(carded.size(), 1);
    QWidget *view = m_grid->viewport();
    QTest::mouseDClick(view, Qt::LeftButton, Qt::NoModifier, view->mapFrom(m_grid.get(), centerOf(*m_grid, QStringLiteral("Fay"))));
    QCOMPARE(joined.size(), 2);
}

void TestTimeGrid::enterOnADay_opensIt()
{
    QSignalSpy activated(m_grid.get(), &TimeGrid::dayActivated);
    key(Qt::Key_Up);
    key(Qt::Key_Return);
    QCOMPARE(activated.takeFirst().first().toDate(), QDate(2026, 11, 20));
}

void TestTimeGrid::escape_clearsOnlyWhatIsSelected()
{
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Escape);
    QCOMPARE(selected(), QStringList(QStringLiteral("Fay")));
    // The next one is for those around the grid.
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(m_grid.get(), &escape);
    QVERIFY(!escape.isAccepted());
}

void TestTimeGrid::shiftArrows_extend()
{
    QSignalSpy changed(m_grid.get(), &TimeGrid::selectionChanged);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(selected(), (QStringList{QStringLiteral("Emil"), QStringLiteral("Fay"), QStringLiteral("Gil")}));
    key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(selected(), (QStringList{QStringLiteral("Emil"), QStringLiteral("Fay")}));
    QCOMPARE(changed.size(), 3);
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(selected(), (QStringList{QStringLiteral("Dora"), QStringLiteral("Emil")}));
    key(Qt::Key_Down);
    QCOMPARE(selected().size(), 1);
}

void TestTimeGrid::controlA_selectsAll()
{
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selected().size(), 7);
    QCOMPARE(current(), QStringLiteral("Emil"));
}

void TestTimeGrid::controlSpace_picksSingleOnes()
{
    goTo("Emil");
    key(Qt::Key_Down, Qt::ControlModifier);
    key(Qt::Key_Down, Qt::ControlModifier);
    key(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(selected(), (QStringList{QStringLiteral("Emil"), QStringLiteral("Gil")}));
}

void TestTimeGrid::shiftArrowsOnHeads_selectDays()
{
    QSignalSpy changed(m_grid.get(), &TimeGrid::selectedDaysChanged);
    key(Qt::Key_Up);
    key(Qt::Key_Left, Qt::ShiftModifier);
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_grid->selectedDays(), (QList<QDate>{{2026, 11, 18}, {2026, 11, 19}, {2026, 11, 20}}));
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_grid->selectedDays().size(), 2);
    QCOMPARE(changed.size(), 3);
    key(Qt::Key_Escape);
    QVERIFY(m_grid->selectedDays().isEmpty());
}

void TestTimeGrid::clicks_selectLikeALine()
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

void TestTimeGrid::headClick_opensTheDay()
{
    QSignalSpy activated(m_grid.get(), &TimeGrid::dayActivated);
    click(centerOf(*m_grid, QStringLiteral("Tuesday 17 November, 1 meeting")));
    QCOMPARE(activated.takeFirst().first().toDate(), QDate(2026, 11, 17));
}

void TestTimeGrid::draggedHeads_selectDays()
{
    QSignalSpy activated(m_grid.get(), &TimeGrid::dayActivated);
    const QPoint thursday = m_grid->paintedCell(m_grid->cellAt(0, 3)).place.center();
    const QPoint tuesday = m_grid->paintedCell(m_grid->cellAt(0, 1)).place.center();
    press(thursday);
    moveTo(tuesday);
    release(tuesday);
    QCOMPARE(m_grid->selectedDays(), (QList<QDate>{{2026, 11, 17}, {2026, 11, 18}, {2026, 11, 19}}));
    QCOMPARE(activated.size(), 0);
}

void TestTimeGrid::rubberBand_selectsMeetingsAndDays()
{
    press(ground(3, 11));
    moveTo(ground(4, 15));
    QCOMPARE(selected(), (QStringList{QStringLiteral("Emil"), QStringLiteral("Fay")}));
    release(ground(4, 15));
    QCOMPARE(m_grid->selectedDays(), (QList<QDate>{{2026, 11, 19}, {2026, 11, 20}}));
    QCOMPARE(selected().size(), 2);
}

void TestTimeGrid::draggedMeeting_isOffered()
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

void TestTimeGrid::draggedSelection_staysWhole()
{
    QSignalSpy dragged(m_grid.get(), &TimeGrid::dragWanted);
    key(Qt::Key_Down, Qt::ShiftModifier);
    const QPoint emil = centerOf(*m_grid, QStringLiteral("Emil"));
    press(emil);
    moveTo(emil + QPoint(40, 0));
    QCOMPARE(namesOf(dragged.takeFirst().first().value<QList<QUrl>>()), (QStringList{QStringLiteral("Emil"), QStringLiteral("Fay")}));
    // A plain click on one of them is about that one.
    click(emil);
    QCOMPARE(selected(), QStringList(QStringLiteral("Emil")));
}

void TestTimeGrid::foldedHours_areReached()
{
    const int folded = m_grid->verticalScrollBar()->maximum();
    key(Qt::Key_Up, Qt::AltModifier);
    const int unfolded = m_grid->verticalScrollBar()->maximum();
    QVERIFY(unfolded > folded + 200);
    QCOMPARE(m_grid->verticalScrollBar()->value(), 0);
    key(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(m_grid->verticalScrollBar()->maximum() > unfolded + 100);
    key(Qt::Key_Up, Qt::AltModifier);
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_grid->verticalScrollBar()->maximum(), folded);
    // The strip itself does the same.
    m_grid->verticalScrollBar()->setValue(0);
    click(QPoint(300, m_grid->viewport()->y() + 8));
    QCOMPARE(m_grid->verticalScrollBar()->maximum(), unfolded);
    // Hours in which something takes place are never folded.
    TimeGridContent early = content();
    early.entries.prepend(entry(QStringLiteral("Early"), berlin(16, 5), 30));
    m_grid->present(early);
    m_grid->setCurrentMeeting(meeting(QStringLiteral("Early")));
    QVERIFY(m_grid->visibleMeetings().contains(meeting(QStringLiteral("Early"))));
    QVERIFY(m_grid->paintedCell(m_grid->currentCell()).place.height() > 20);
}

void TestTimeGrid::zoom_hasLimitsAndKeys()
{
    QSignalSpy zoomed(m_grid.get(), &TimeGrid::zoomChanged);
    key(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_grid->zoom(), 1.25);
    key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_grid->zoom(), 1.0);
    key(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_grid->zoom(), 0.8);
    QCOMPARE(zoomed.size(), 3);
    m_grid->setZoom(100);
    QCOMPARE(m_grid->zoom(), 4.0);
    m_grid->setZoom(0);
    QCOMPARE(m_grid->zoom(), 0.5);
    QWheelEvent wheel(QPointF(300, 200), m_grid->mapToGlobal(QPointF(300, 200)), QPoint(), QPoint(0, 120), Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_grid->viewport(), &wheel);
    QCOMPARE(m_grid->zoom(), 0.625);
}

void TestTimeGrid::news_keepWhatIsCurrent()
{
    goTo("Fay");
    key(Qt::Key_Down, Qt::ShiftModifier);
    m_grid->verticalScrollBar()->setValue(30);
    QSignalSpy changed(m_grid.get(), &TimeGrid::currentMeetingChanged);
    TimeGridContent later = content();
    later.now = later.now.addSecs(60);
    later.entries.append(entry(QStringLiteral("Hal"), berlin(21, 10), 30));
    m_grid->present(later);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(selected(), (QStringList{QStringLiteral("Fay"), QStringLiteral("Gil")}));
    QCOMPARE(m_grid->verticalScrollBar()->value(), 30);
}

void TestTimeGrid::goneMeeting_isFollowedByTheNearest()
{
    goTo("Fay");
    QSignalSpy changed(m_grid.get(), &TimeGrid::currentMeetingChanged);
    TimeGridContent fewer = content();
    fewer.entries.removeAt(5);
    m_grid->present(fewer);
    QCOMPARE(current(), QStringLiteral("Emil"));
    QVERIFY(!changed.isEmpty());
    fewer.entries.clear();
    m_grid->present(fewer);
    QVERIFY(m_grid->currentMeeting().isEmpty());
    QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 20));
}

void TestTimeGrid::sixtyAtOnce_areEachReached()
{
    TimeGridContent crowded = content();
    crowded.entries.clear();
    for (int i = 0; i < 60; ++i)
        crowded.entries.append(entry(QStringLiteral("Person %1").arg(i), berlin(20, 13), 60));
    m_grid->present(crowded);
    key(Qt::Key_Home);
    QSet<QUrl> reached{m_grid->currentMeeting()};
    for (int i = 0; i < 60; ++i) {
        key(Qt::Key_Down);
        reached.insert(m_grid->currentMeeting());
    }
    QCOMPARE(reached.size(), 60);
    key(Qt::Key_Home);
    for (int i = 0; i < 60; ++i)
        QVERIFY(m_grid->paintedCell(m_grid->cellAt(i + 1, 4)).place.width() > 0);
}

void TestTimeGrid::rightToLeft_isMirrored()
{
    m_grid->setLayoutDirection(Qt::RightToLeft);
    const QRect monday = m_grid->paintedCell(m_grid->cellAt(0, 0)).place;
    const QRect friday = m_grid->paintedCell(m_grid->cellAt(0, 4)).place;
    QVERIFY(monday.left() > friday.right());
    QVERIFY(monday.right() < m_grid->width() - 40); // the gutter is on the right
    goTo("Cleo");
    key(Qt::Key_Right);
    QCOMPARE(current(), QStringLiteral("Ben"));
    click(centerOf(*m_grid, QStringLiteral("Dora")));
    QCOMPARE(current(), QStringLiteral("Dora"));
    QVERIFY(!m_grid->grab().isNull());
}

void TestTimeGrid::strangeTexts_arePainted_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("400 characters") << QString(400, QLatin1Char('W'));
    QTest::newRow("right to left") << QStringLiteral("\u0641\u0627\u0637\u0645\u0629 \u0627\u0644\u0632\u0647\u0631\u0627\u0621");
    QTest::newRow("emoji and marks") << QStringLiteral("\U0001F469\u200D\U0001F4BB e\u0301\u0301\u0301");
    QTest::newRow("nothing") << QString();
}

void TestTimeGrid::strangeTexts_arePainted()
{
    QFETCH(QString, title);
    TimeGridContent strange = content();
    const QImage before = m_grid->grab().toImage();
    strange.entries[5].title = title;
    strange.entries[5].detail = title;
    m_grid->present(strange);
    const QImage after = m_grid->grab().toImage();
    QVERIFY(before != after);
    // Nothing of it leaves the column.
    const QRect column = m_grid->paintedCell(m_grid->cellAt(0, 4)).place;
    for (int y = m_grid->viewport()->y(); y < after.height(); ++y) {
        for (const int x : {column.left() - 4, column.right() + 6})
            QCOMPARE(after.pixel(x, y), before.pixel(x, y));
    }
}

void TestTimeGrid::visibleMeetings_areThoseInView()
{
    QSignalSpy visible(m_grid.get(), &TimeGrid::visibleChanged);
    QTRY_VERIFY(!visible.isEmpty());
    m_grid->setZoom(4);
    m_grid->verticalScrollBar()->setValue(0);
    const QStringList names = namesOf(m_grid->visibleMeetings());
    QVERIFY(names.contains(QStringLiteral("Ada")));
    QVERIFY(!names.contains(QStringLiteral("Gil")));
}

QTEST_MAIN(TestTimeGrid)
#include "tst_timegrid.moc"
