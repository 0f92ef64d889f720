// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridweek.h"
#include "stylesheet.h"
#include "widgetresources.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace GridWeek;

/// What keys do in a week, and what stays when it changes.
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
    void escape_isForThoseAroundTheGrid();
    void shiftArrows_extend();
    void controlA_selectsAll();
    void controlSpace_picksSingleOnes();
    void shiftArrowsOnHeads_selectDays();
    void selectedDays_holdWhatBeganBefore();
    void foldedHours_areReached();
    void zoom_hasLimitsAndKeys();
    void news_keepWhatIsCurrent();
    void news_doNotMoveWhoStandsOnADay();
    void firstMeetings_areGoneTo();
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
    void click(const QPoint &position)
    {
        QWidget *target = m_grid->childAt(position);
        QTest::mouseClick(target, Qt::LeftButton, Qt::NoModifier, target->mapFrom(m_grid.get(), position));
    }

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
    // A work week has no Saturday to go to.
    TimeGridContent work = content();
    work.days = 5;
    m_grid->present(work);
    goTo("Gil");
    key(Qt::Key_Right);
    work.first = QDate(2026, 11, 23);
    work.entries = {entry(QStringLiteral("Monday"), berlin(23, 10), 60), entry(QStringLiteral("Friday"), berlin(27, 10), 60)};
    m_grid->present(work);
    QCOMPARE(current(), QStringLiteral("Monday"));
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

void TestTimeGrid::escape_isForThoseAroundTheGrid()
{
    key(Qt::Key_Down, Qt::ShiftModifier);
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(m_grid.get(), &escape);
    QVERIFY(!escape.isAccepted());
    QCOMPARE(selected().size(), 2);
    QVERIFY(m_grid->dropSelection());
    QCOMPARE(selected(), QStringList(QStringLiteral("Fay")));
    QVERIFY(!m_grid->dropSelection());
}

void TestTimeGrid::shiftArrows_extend()
{
    QSignalSpy changed(m_grid.get(), &TimeGrid::selectedMeetingsChanged);
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
    QCOMPARE(selected(), (QStringList{QStringLiteral("Dora"), QStringLiteral("Emil"), QStringLiteral("Fay"), QStringLiteral("Gil")}));
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_grid->selectedDays().size(), 2);
    QCOMPARE(changed.size(), 3);
    QVERIFY(m_grid->dropSelection());
    QVERIFY(m_grid->selectedDays().isEmpty());
    QCOMPARE(selected().size(), 1);
}

void TestTimeGrid::selectedDays_holdWhatBeganBefore()
{
    TimeGridContent longer = content();
    longer.entries.insert(2, entry(QStringLiteral("Hal"), berlin(17, 0), 3 * 24 * 60)); // Tuesday to Thursday
    m_grid->present(longer);
    goTo("Dora");
    for (int step = 0; step < 3; ++step) // to the head of Thursday
        key(Qt::Key_Up);
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(selected(), (QStringList{QStringLiteral("Hal"), QStringLiteral("Dora"), QStringLiteral("Emil"), QStringLiteral("Fay"), QStringLiteral("Gil")}));
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

void TestTimeGrid::news_doNotMoveWhoStandsOnADay()
{
    const auto news = [this](int minute) {
        TimeGridContent next = content();
        next.now = berlin(20, 10, minute);
        m_grid->present(next);
        m_grid->setCurrentMeeting({});
    };
    m_grid->focusCell(m_grid->cellAt(0, 3));
    news(43);
    QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 19));
    QVERIFY(m_grid->currentMeeting().isEmpty());
    m_grid->focusCell(m_grid->cellAt(0, 5));
    key(Qt::Key_Right, Qt::ShiftModifier);
    const QList<QDate> weekend{QDate(2026, 11, 21), QDate(2026, 11, 22)};
    QCOMPARE(m_grid->selectedDays(), weekend);
    news(44);
    QCOMPARE(m_grid->selectedDays(), weekend);
    goTo("Cleo");
    key(Qt::Key_Right); // to Wednesday, where nobody is met
    news(45);
    QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 18));
}

void TestTimeGrid::firstMeetings_areGoneTo()
{
    TimeGridContent none = content();
    none.entries.clear();
    none.now = berlin(18, 10); // whose day stays empty
    m_grid = std::make_unique<TimeGrid>();
    m_grid->present(none);
    m_grid->setCurrentMeeting({});
    QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 18));
    m_grid->present(content());
    m_grid->setCurrentMeeting({});
    QCOMPARE(current(), QStringLiteral("Emil"));
}

void TestTimeGrid::goneMeeting_isFollowedByTheNearest()
{
    goTo("Fay");
    QSignalSpy changed(m_grid.get(), &TimeGrid::currentMeetingChanged);
    TimeGridContent fewer = content();
    fewer.entries.removeAt(5);
    m_grid->present(fewer);
    QCOMPARE(current(), QStringLiteral("Emil"));
    QCOMPARE(changed.size(), 1);
    fewer.entries.clear();
    m_grid->present(fewer);
    QCOMPARE(changed.size(), 2);
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
