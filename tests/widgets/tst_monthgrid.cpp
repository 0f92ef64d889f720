// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthgrid.h"
#include "monthmaker.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

namespace {

QDate day(int ofNovember)
{
    return QDate(2026, 11, ofNovember);
}

} // namespace

/// November with a few meetings, used by keys, pointer and screen reader.
class TestMonthGrid : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_grid = std::make_unique<MonthGrid>();
        m_grid->resize(980, 640);
        m_grid->present(november({novemberMeeting(1, 13, 9), novemberMeeting(2, 20, 9), novemberMeeting(3, 20, 13), novemberMeeting(4, 21, 8),
                                  novemberMeeting(5, 27, 11)}));
        m_grid->show();
        QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
        m_grid->setFocus();
    }

    void cleanup() { m_grid.reset(); }

    void itBeginsWithWhatComesNext()
    {
        QCOMPARE(m_grid->currentMeeting(), meetingUri(3));
        QCOMPARE(m_grid->currentDay(), day(20));
    }

    void downGoesThroughTheDayAndIntoTheOneBelow()
    {
        m_grid->setCurrentMeeting(meetingUri(2));
        key(Qt::Key_Down);
        QCOMPARE(m_grid->currentMeeting(), meetingUri(3));
        key(Qt::Key_Down);
        QCOMPARE(m_grid->currentDay(), day(27));
        QVERIFY(m_grid->currentMeeting().isEmpty());
        key(Qt::Key_Down);
        QCOMPARE(m_grid->currentMeeting(), meetingUri(5));
        key(Qt::Key_Up);
        key(Qt::Key_Up);
        QCOMPARE(m_grid->currentMeeting(), meetingUri(3));
    }

    void controlAndKeysPickScatteredMeetings()
    {
        const auto withControl = [this](const QList<Qt::Key> &keys) {
            for (const Qt::Key each : keys)
                key(each, Qt::ControlModifier);
        };
        m_grid->setCurrentMeeting(meetingUri(2));
        withControl({Qt::Key_Down});
        QCOMPARE(m_grid->currentMeeting(), meetingUri(3));
        withControl({Qt::Key_Down});
        QCOMPARE(m_grid->currentDay(), day(27));
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2})); // the other one was only walked over
        withControl({Qt::Key_Down, Qt::Key_Space});
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 5}));
        withControl({Qt::Key_Up, Qt::Key_Up, Qt::Key_Up, Qt::Key_Left});
        QCOMPARE(m_grid->currentDay(), day(19));
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 5}));
        withControl({Qt::Key_Right, Qt::Key_Right, Qt::Key_Space});
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 4, 5}));
        QSignalSpy steps(m_grid.get(), &MonthGrid::stepWanted);
        for (int week = 0; week < 6; ++week)
            withControl({Qt::Key_Down, Qt::Key_Down, Qt::Key_Down});
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 4, 5}));
        QVERIFY2(steps.isEmpty(), "another month has none of these meetings");
    }

    void sidewaysKeepsTheLineAlsoOverEmptyDays()
    {
        key(Qt::Key_Left); // from the second meeting of the 20th to the 19th, which has none
        QCOMPARE(m_grid->currentDay(), day(19));
        QVERIFY(m_grid->currentMeeting().isEmpty());
        key(Qt::Key_Right);
        QCOMPARE(m_grid->currentMeeting(), meetingUri(3));
        key(Qt::Key_Right);
        QCOMPARE(m_grid->currentMeeting(), meetingUri(4));
    }

    void arrowsFollowTheDirectionOfText()
    {
        m_grid->setLayoutDirection(Qt::RightToLeft);
        key(Qt::Key_Left);
        QCOMPARE(m_grid->currentDay(), day(21));
        QVERIFY(placeOf(QStringLiteral("2026-11-21")).left() < placeOf(QStringLiteral("2026-11-20")).left());
    }

    void homeAndEndAreTheEndsOfWeekAndMonth()
    {
        key(Qt::Key_Home);
        QCOMPARE(m_grid->currentDay(), day(16));
        key(Qt::Key_End);
        QCOMPARE(m_grid->currentDay(), day(22));
        key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_grid->currentDay(), day(30));
        key(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(m_grid->currentDay(), day(1));
    }

    void overTheEdgeAnotherMonthIsAskedFor()
    {
        QSignalSpy steps(m_grid.get(), &MonthGrid::stepWanted);
        key(Qt::Key_PageDown);
        QCOMPARE(steps.takeFirst().first().toInt(), 1);
        QCOMPARE(m_grid->currentDay(), QDate(2026, 12, 20));
        MonthContent december = november({});
        december.month = m_grid->currentDay();
        m_grid->present(december);
        QVERIFY2(m_grid->currentDay() == QDate(2026, 12, 20), "one stays on the day");
        key(Qt::Key_Home, Qt::ControlModifier);
        key(Qt::Key_Home);
        QCOMPARE(m_grid->currentDay(), day(30)); // shown to fill the week
        QVERIFY(steps.isEmpty());
        key(Qt::Key_Left);
        QCOMPARE(steps.takeFirst().first().toInt(), -1);
        QCOMPARE(m_grid->currentDay(), day(29));
    }

    void enterJoinsAMeetingAndOpensADay()
    {
        QSignalSpy joins(m_grid.get(), &MonthGrid::joinPressed);
        QSignalSpy days(m_grid.get(), &MonthGrid::dayActivated);
        QSignalSpy cards(m_grid.get(), &MonthGrid::cardPressed);
        key(Qt::Key_Return);
        key(Qt::Key_Space);
        QCOMPARE(joins.size(), 1);
        QCOMPARE(cards.size(), 1);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QCOMPARE(joins.size(), 1);
        QCOMPARE(days.size(), 1);
        QCOMPARE(days.first().first().toDate(), day(27));
        key(Qt::Key_Space); // from a day to its first meeting
        QCOMPARE(m_grid->currentMeeting(), meetingUri(5));
    }

    void shiftAndArrowsSelectDaysWithTheirMeetings()
    {
        m_grid->setCurrentMeeting(meetingUri(2));
        key(Qt::Key_Up); // the day itself
        QSignalSpy changed(m_grid.get(), &MonthGrid::selectedDaysChanged);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_grid->selectedDays(), QList<QDate>({day(20), day(21)}));
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 3, 4}));
        key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(m_grid->selectedDays().first(), day(14));
        QCOMPARE(m_grid->selectedDays().last(), day(20));
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 3}));
        QCOMPARE(changed.size(), 2);
        QVERIFY(m_grid->dropSelection());
        QVERIFY(m_grid->selectedDays().isEmpty());
    }

    void shiftAndDownSelectsMeetings()
    {
        m_grid->setCurrentMeeting(meetingUri(2));
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 3}));
        QVERIFY(m_grid->selectedDays().isEmpty());
        QVERIFY(m_grid->dropSelection());
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({3}));
    }

    void controlASelectsTheMonthOnly()
    {
        MeetingSummary october = novemberMeeting(9, 1, 9);
        october.meeting.start = october.meeting.start.addDays(-2);
        october.meeting.end = october.meeting.end.addDays(-2);
        m_grid->present(november({october, novemberMeeting(1, 13, 9), novemberMeeting(2, 20, 9)}));
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({1, 2}));
    }

    void lettersAndEscapeAreLeftToTheWindow()
    {
        QKeyEvent letter(QEvent::KeyPress, Qt::Key_T, Qt::NoModifier, QStringLiteral("t"));
        QApplication::sendEvent(m_grid.get(), &letter);
        QVERIFY(!letter.isAccepted());
        m_grid->setCurrentMeeting(meetingUri(2));
        key(Qt::Key_Down, Qt::ShiftModifier);
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(m_grid.get(), &escape);
        QVERIFY(!escape.isAccepted());
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 3}));
    }

    void aToolTipSaysBothClocks()
    {
        MeetingSummary far = novemberMeeting(2, 20, 13);
        far.invitees.first().timezone = QStringLiteral("Asia/Tokyo");
        m_grid->present(november({far}));
        const QPoint at = placeOf(keyOf(20, 2)).center();
        QHelpEvent help(QEvent::ToolTip, at, m_grid->viewport()->mapToGlobal(at));
        QApplication::sendEvent(m_grid->viewport(), &help);
        const QString text = QToolTip::text().replace(QChar(0xa0), QLatin1Char(' '));
        QVERIFY2(text.contains(QLatin1String("21:00 in Tokyo, +8 h, late for them")), qPrintable(text));
        const QString title = text.section(QLatin1String("</b>"), 0, 0).section(QLatin1String("<b>"), 1);
        QVERIFY2(!title.isEmpty() && text.count(title) == 1, qPrintable(text));
    }

    void clicksChooseAndControlClicksAdd()
    {
        click(keyOf(20, 2));
        QCOMPARE(m_grid->currentMeeting(), meetingUri(2));
        click(keyOf(21, 4), Qt::ControlModifier);
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 4}));
        click(keyOf(20, 2), Qt::ControlModifier);
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({4}));
        click(QStringLiteral("2026-11-24"));
        QCOMPARE(m_grid->currentDay(), day(24));
        QVERIFY(m_grid->currentMeeting().isEmpty());
    }

    void aDoubleClickJoinsOrOpens()
    {
        QSignalSpy joins(m_grid.get(), &MonthGrid::joinPressed);
        QSignalSpy days(m_grid.get(), &MonthGrid::dayActivated);
        QTest::mouseDClick(m_grid->viewport(), Qt::LeftButton, {}, placeOf(keyOf(20, 3)).center());
        QCOMPARE(joins.size(), 1);
        QVERIFY(days.isEmpty());
        QTest::mouseDClick(m_grid->viewport(), Qt::LeftButton, {}, placeOf(QStringLiteral("2026-11-20")).topLeft() + QPoint(20, 10));
        QCOMPARE(days.first().first().toDate(), day(20));
    }

    void draggingOverDaysSelectsThem()
    {
        drag(placeOf(QStringLiteral("2026-11-20")).bottomLeft() + QPoint(20, -4), placeOf(QStringLiteral("2026-11-21")).center());
        QCOMPARE(m_grid->selectedDays(), QList<QDate>({day(20), day(21)}));
        QCOMPARE(ids(m_grid->selectedMeetings()), QList<int>({2, 3, 4}));
    }

    void aDraggedMeetingTakesTheSelectedOnesAlong()
    {
        QSignalSpy drags(m_grid.get(), &MonthGrid::dragWanted);
        click(keyOf(20, 2));
        click(keyOf(21, 4), Qt::ControlModifier);
        drag(placeOf(keyOf(20, 2)).center(), placeOf(QStringLiteral("2026-11-12")).center());
        QCOMPARE(drags.size(), 1);
        QCOMPARE(ids(drags.first().first().value<QList<QUrl>>()), QList<int>({2, 4}));
        drag(placeOf(keyOf(27, 5)).center(), placeOf(QStringLiteral("2026-11-12")).center());
        QCOMPARE(ids(drags.last().first().value<QList<QUrl>>()), QList<int>({5}));
        QVERIFY(m_grid->selectedDays().isEmpty());
    }

    void whatDoesNotFitIsOneClickAway()
    {
        QList<MeetingSummary> many;
        for (int i = 0; i < 60; ++i)
            many.append(meetingAt(100 + i, berlin(20, 0, 0).addSecs(i * 1200), 15, QStringLiteral("Intro"), person(QStringLiteral("Ana"), {})));
        m_grid->present(november(many));
        const QString more = QStringLiteral("2026-11-20 more");
        QVERIFY(m_grid->cellWithKey(more) >= 0);
        QCOMPARE(cellNamed(more), QStringLiteral("%1 more meetings, Friday 20 November").arg(60 - shownOn(20)));
        QSignalSpy days(m_grid.get(), &MonthGrid::dayActivated);
        click(more);
        QCOMPARE(days.size(), 1);
        QCOMPARE(days.first().first().toDate(), day(20));
        m_grid->setCurrentMeeting(meetingUri(159)); // not shown, but it can be current
        QCOMPARE(m_grid->currentMeeting(), meetingUri(159));
        QCOMPARE(m_grid->currentCell(), m_grid->cellWithKey(more));
        QVERIFY(!m_grid->visibleMeetings().contains(meetingUri(159)));
        key(Qt::Key_Return);
        QCOMPARE(days.size(), 2);
    }

    void aMonthWithoutMeetingsIsUsable()
    {
        m_grid->present(november({}));
        QVERIFY(m_grid->currentMeeting().isEmpty());
        QCOMPARE(m_grid->currentDay(), day(20));
        QVERIFY(m_grid->visibleMeetings().isEmpty());
        key(Qt::Key_Right);
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_grid->currentDay(), day(21));
        m_grid->grab();
    }

    void nothingShownYetTakesKeysWithoutHarm()
    {
        MonthGrid empty;
        for (const Qt::Key pressed : {Qt::Key_Down, Qt::Key_Return, Qt::Key_PageDown})
            QTest::keyClick(&empty, pressed);
        QTest::mouseClick(empty.viewport(), Qt::LeftButton);
        empty.grab();
        QCOMPARE(empty.cellCount(), 0);
    }

    void aMeetingThatGoesIsFollowedByItsNeighbor()
    {
        m_grid->setCurrentMeeting(meetingUri(2));
        m_grid->present(november({novemberMeeting(1, 13, 9), novemberMeeting(3, 20, 13)}));
        QCOMPARE(m_grid->currentMeeting(), meetingUri(3));
    }

    void newsDoNotMoveWhoStandsOnADay()
    {
        click(QStringLiteral("2026-11-24"));
        m_grid->present(november({novemberMeeting(1, 13, 9), novemberMeeting(7, 25, 13)}));
        m_grid->setCurrentMeeting({});
        QCOMPARE(m_grid->currentDay(), day(24));
    }

    void aNotchIsAMonthAndAGestureNoMore()
    {
        QSignalSpy steps(m_grid.get(), &MonthGrid::stepWanted);
        turn(-40, Qt::NoScrollPhase);
        QVERIFY(steps.isEmpty());
        turn(-80, Qt::NoScrollPhase);
        QCOMPARE(steps.size(), 1);
        turn(-600, Qt::NoScrollPhase);
        QCOMPARE(steps.size(), 2);
        turn(0, Qt::ScrollBegin);
        for (int i = 0; i < 20; ++i)
            turn(60, Qt::ScrollUpdate);
        for (int i = 0; i < 20; ++i)
            turn(60, Qt::ScrollMomentum);
        turn(0, Qt::ScrollEnd);
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.last().first().toInt(), -1);
    }

    void barsReachAcrossTheirDays()
    {
        MeetingSummary retreat = novemberMeeting(8, 18, 9);
        retreat.meeting.end = berlin(20, 17, 0);
        m_grid->present(november({retreat, novemberMeeting(2, 20, 9)}));
        const QRect bar = placeOf(keyOf(18, 8));
        QCOMPARE(placeOf(keyOf(20, 8)), bar);
        QVERIFY(bar.left() > placeOf(QStringLiteral("2026-11-18")).left());
        QVERIFY(bar.right() <= placeOf(QStringLiteral("2026-11-20")).right());
        QVERIFY(bar.right() > placeOf(QStringLiteral("2026-11-20")).left());
        click(keyOf(19, 8));
        QCOMPARE(m_grid->currentMeeting(), meetingUri(8));
    }

    void bigTextIsNotCut()
    {
        QFont font = m_grid->font();
        font.setPointSizeF(font.pointSizeF() * 2);
        m_grid->setFont(font);
        QVERIFY(placeOf(keyOf(20, 2)).height() >= QFontMetrics(font).height() * 9 / 10);
        for (int cell = 0; cell < m_grid->cellCount(); ++cell) {
            const PaintedCell painted = m_grid->paintedCell(cell);
            if (!painted.isHead && painted.key.size() > 10)
                QVERIFY(placeOf(painted.key.left(10)).contains(painted.place));
        }
    }

    void screenReadersHearATable()
    {
        QAccessible::setActive(true);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_grid.get());
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->tableInterface()->columnCount(), 7);
        QCOMPARE(table->tableInterface()->columnDescription(4), QStringLiteral("Friday"));
        QCOMPARE(table->childCount(), 7 + 42 + 5);
        QCOMPARE(cellNamed(QStringLiteral("2026-11-20")), QStringLiteral("Friday 20 November, today, 2 meetings"));
        QCOMPARE(cellNamed(QStringLiteral("2026-11-24")), QStringLiteral("Tuesday 24 November, no meetings"));
        QVERIFY(cellNamed(keyOf(20, 3)).startsWith(QStringLiteral("13:00 to 13:30, Intro, Person3 Smith")));
        QCOMPARE(table->focusChild()->text(QAccessible::Name), cellNamed(keyOf(20, 3)));
        QAccessibleInterface *cell = table->child(m_grid->cellWithKey(keyOf(20, 2)));
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 4);
        QCOMPARE(table->tableInterface()->cellAt(cell->tableCellInterface()->rowIndex(), 4), cell);
        cell->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(m_grid->currentMeeting(), meetingUri(2));
        QVERIFY(cell->state().focused);
    }

    void canceledOnesAreToldApart()
    {
        m_grid->present(november({novemberMeeting(2, 20, 15), canceled(novemberMeeting(3, 20, 16), QStringLiteral("Ana"), {})}));
        QCOMPARE(cellNamed(QStringLiteral("2026-11-20")), QStringLiteral("Friday 20 November, today, 1 meeting, 1 canceled"));
        QVERIFY(cellNamed(keyOf(20, 3)).contains(QStringLiteral("canceled")));
    }

    void aDragEndsWhereTheDaysChange()
    {
        MonthContent six = november({});
        six.month = QDate(2026, 8, 1); // Saturday, so that it has six weeks
        m_grid->present(six);
        const QPoint last = m_grid->viewport()->rect().bottomRight() - QPoint(30, 8);
        QTest::mousePress(m_grid->viewport(), Qt::LeftButton, {}, last);
        moveTo(last - QPoint(200, 0));
        QCOMPARE(m_grid->currentDay().month(), 9);
        m_grid->present(november({novemberMeeting(1, 13, 9)}));
        moveTo(QPoint(300, 300));
        QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, QPoint(300, 300));
        QVERIFY(m_grid->selectedMeetings().size() <= 1); // the current one
    }

private:
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(m_grid.get(), pressed, modifiers); }

    void click(const QString &cell, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const QRect place = placeOf(cell);
        const bool isDay = cell.size() == 10;
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, modifiers, isDay ? place.topLeft() + QPoint(20, 10) : place.center());
    }

    void moveTo(const QPoint &at)
    {
        QMouseEvent move(QEvent::MouseMove, at, m_grid->viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_grid->viewport(), &move);
    }

    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(m_grid->viewport(), Qt::LeftButton, {}, from);
        moveTo((from + to) / 2);
        moveTo(to);
        QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, to);
    }

    void turn(int angle, Qt::ScrollPhase phase)
    {
        const QPoint at(300, 300);
        QWheelEvent event(at, m_grid->mapToGlobal(at), {}, QPoint(0, angle), Qt::NoButton, Qt::NoModifier, phase, false);
        QApplication::sendEvent(m_grid->viewport(), &event);
    }

    QString keyOf(int ofNovember, int id) const { return day(ofNovember).toString(Qt::ISODate) + QLatin1Char(' ') + meetingUri(id).toString(); }
    QRect placeOf(const QString &cell) const { return m_grid->paintedCell(m_grid->cellWithKey(cell)).place; }
    QString cellNamed(const QString &cell) const { return m_grid->paintedCell(m_grid->cellWithKey(cell)).name; }

    int shownOn(int ofNovember) const
    {
        int shown = 0;
        for (int cell = 0; cell < m_grid->cellCount(); ++cell)
            shown += m_grid->paintedCell(cell).key.startsWith(day(ofNovember).toString(Qt::ISODate) + QStringLiteral(" http")) ? 1 : 0;
        return shown;
    }

    static QList<int> ids(const QList<QUrl> &meetings)
    {
        QList<int> ids;
        for (const QUrl &meeting : meetings)
            ids.append(meeting.fileName().toInt());
        return ids;
    }

    std::unique_ptr<MonthGrid> m_grid;
};

QTEST_MAIN(TestMonthGrid)
#include "tst_monthgrid.moc"
