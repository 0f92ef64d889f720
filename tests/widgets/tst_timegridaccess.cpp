// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridweek.h"
#include "paintedcellsaccessible.h"
#include "stylesheet.h"
#include "widgetresources.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace GridWeek;

/// What those who cannot see a week are told of it, and what is never shown as free.
class TestTimeGridAccess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_grid.reset(); }
    void week_isATableOfDays();
    void heads_sayDateCountAndWhatIsSpecial();
    void meetings_sayEverythingAndTheirDate();
    void states_followKeys();
    void selection_isFoundToChange();
    void actions_doWhatClicksDo();
    void cells_areFoundByPlace();
    void goneMeeting_isInvalid();
    void meetingOverMidnight_isToldOnBothDays();
    void repeatedHour_isTold();
    void skippedHour_isTold();
    void unknownTime_isSaidAndNotFree();
    void unknownDay_isSaidAndNotFree();
    void busyAndRuns_areSaid();
    void ownMeetings_areNotBusyElsewhere();
    void toolTips_areOnlyWords();
    void toolTips_sayBothClocks();
    void highBlocks_sayBothClocks();

private:
    /// `at` on the screen; its blanks do not keep together.
    QString toolTipAt(const QPoint &at) const
    {
        QHelpEvent help(QEvent::ToolTip, m_grid->viewport()->mapFromGlobal(at), at);
        QApplication::sendEvent(m_grid->viewport(), &help);
        return QToolTip::text().replace(QChar(0xa0), QLatin1Char(' '));
    }
    QAccessibleTableInterface *table() const { return QAccessible::queryAccessibleInterface(m_grid.get())->tableInterface(); }
    QAccessibleInterface *cell(int row, int day) const { return table()->cellAt(row, day); }
    QString name(int row, int day) const { return cell(row, day)->text(QAccessible::Name); }
    QString details(int day) const { return cell(0, day)->text(QAccessible::Description); }
    QImage columnImage(int day) const;

    std::unique_ptr<TimeGrid> m_grid;
};

void TestTimeGridAccess::initTestCase()
{
    initResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication::setPalette(themePalette(false));
}

void TestTimeGridAccess::init()
{
    m_grid = std::make_unique<TimeGrid>();
    m_grid->resize(1068, 646);
    m_grid->present(content());
    m_grid->show();
    m_grid->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
}

QImage TestTimeGridAccess::columnImage(int day) const
{
    const QRect head = m_grid->paintedCell(m_grid->cellAt(0, day)).place;
    const int top = m_grid->viewport()->y();
    return m_grid->grab(QRect(head.left() + 1, top, head.width() - 2, m_grid->height() - top)).toImage();
}

void TestTimeGridAccess::week_isATableOfDays()
{
    QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(m_grid.get());
    QCOMPARE(grid->role(), QAccessible::Table);
    QVERIFY(!grid->text(QAccessible::Name).isEmpty());
    QCOMPARE(table()->columnCount(), 7);
    QCOMPARE(table()->rowCount(), 4); // heads, and the three meetings of Friday
    QCOMPARE(grid->childCount(), 14);
    QCOMPARE(table()->columnDescription(3), QStringLiteral("Thursday 19 November, 1 meeting"));
    QVERIFY(!cell(1, 2));
    for (int i = 0; i < grid->childCount(); ++i) {
        QAccessibleInterface *child = grid->child(i);
        QCOMPARE(grid->indexOfChild(child), i);
        QCOMPARE(child->parent(), grid);
        QVERIFY(child->isValid());
        QVERIFY(!child->text(QAccessible::Name).isEmpty());
        QCOMPARE(child->tableCellInterface()->table(), grid);
    }
    QCOMPARE(grid->child(5), grid->child(5));
}

void TestTimeGridAccess::heads_sayDateCountAndWhatIsSpecial()
{
    QCOMPARE(cell(0, 4)->role(), QAccessible::ColumnHeader);
    QCOMPARE(name(0, 4), QStringLiteral("Friday 20 November, today, 3 meetings"));
    QCOMPARE(name(0, 2), QStringLiteral("Wednesday 18 November, no meetings"));
    QCOMPARE(details(2), QStringLiteral("Open 09:00–17:00"));
    TimeGridContent withCanceled = content();
    withCanceled.entries.last().canceled = true;
    m_grid->present(withCanceled);
    QCOMPARE(name(0, 4), QStringLiteral("Friday 20 November, today, 2 meetings, 1 canceled"));
    TimeGridContent noted = content();
    noted.notes = {{QDate(2026, 11, 18), QStringLiteral("info"), QStringLiteral("Limit 8, 1 left"), BadgeTone::Brass}};
    m_grid->present(noted);
    QCOMPARE(details(2), QStringLiteral("Limit 8, 1 left. Open 09:00–17:00"));
}

void TestTimeGridAccess::meetings_sayEverythingAndTheirDate()
{
    QCOMPARE(cell(2, 4)->role(), QAccessible::Cell);
    QCOMPARE(name(2, 4), QStringLiteral("13:00 to 14:00, Product demo, Fay, confirmed, Friday 20 November"));
    QAccessibleTableCellInterface *fay = cell(2, 4)->tableCellInterface();
    QCOMPARE(fay->columnIndex(), 4);
    QCOMPARE(fay->rowIndex(), 2);
    QCOMPARE(fay->columnHeaderCells(), QList<QAccessibleInterface *>{cell(0, 4)});
}

void TestTimeGridAccess::states_followKeys()
{
    QAccessibleInterface *emil = cell(1, 4);
    QAccessibleInterface *fay = cell(2, 4);
    QVERIFY(emil->state().focusable && emil->state().selectable);
    QVERIFY(emil->state().focused && emil->state().selected);
    QVERIFY(!fay->state().focused && !fay->state().selected);
    QCOMPARE(QAccessible::queryAccessibleInterface(m_grid.get())->focusChild(), emil);
    QTest::keyClick(m_grid.get(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(fay->state().focused && fay->state().selected);
    QVERIFY(!emil->state().focused && emil->state().selected);
    QCOMPARE(table()->selectedCellCount(), 2);
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QTest::keyClick(m_grid.get(), Qt::Key_Up);
    QVERIFY(cell(0, 4)->state().focused);
    QVERIFY(cell(0, 4)->state().selectable && !cell(0, 4)->state().selected);
    QTest::keyClick(m_grid.get(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(cell(0, 4)->state().selected && cell(0, 3)->state().selected && !cell(0, 2)->state().selected);
}

void TestTimeGridAccess::selection_isFoundToChange()
{
    auto *table = dynamic_cast<PaintedCellsAccessible *>(QAccessible::queryAccessibleInterface(m_grid.get()));
    QVERIFY(table);
    const auto keyOf = [this](int row, int day) { return m_grid->paintedCell(m_grid->cellAt(row, day)).key; };
    table->takeSelectionChange();
    QTest::keyClick(m_grid.get(), Qt::Key_Down, Qt::ShiftModifier);
    PaintedCellsAccessible::SelectionChange change = table->takeSelectionChange();
    QCOMPARE(change.come, QSet<QString>{keyOf(2, 4)});
    QVERIFY(change.gone.isEmpty());
    QTest::keyClick(m_grid.get(), Qt::Key_Space, Qt::ControlModifier);
    change = table->takeSelectionChange();
    QVERIFY(change.come.isEmpty());
    QCOMPARE(change.gone, QSet<QString>{keyOf(2, 4)});
    m_grid->focusCell(m_grid->cellAt(0, 2));
    table->takeSelectionChange();
    QTest::keyClick(m_grid.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(table->takeSelectionChange().come, (QSet<QString>{keyOf(0, 1), keyOf(0, 2), keyOf(1, 1)}));
}

void TestTimeGridAccess::actions_doWhatClicksDo()
{
    QSignalSpy carded(m_grid.get(), &TimeGrid::cardPressed);
    QSignalSpy activated(m_grid.get(), &TimeGrid::dayActivated);
    QAccessibleActionInterface *ada = cell(1, 0)->actionInterface();
    ada->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(nameOf(m_grid->currentMeeting()), QStringLiteral("Ada"));
    QCOMPARE(carded.size(), 1);
    cell(1, 1)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(nameOf(m_grid->currentMeeting()), QStringLiteral("Cleo"));
    cell(0, 3)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(activated.takeFirst().first().toDate(), QDate(2026, 11, 19));
}

void TestTimeGridAccess::cells_areFoundByPlace()
{
    QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(m_grid.get());
    for (QAccessibleInterface *expected : {cell(1, 0), cell(0, 2), cell(2, 4)}) {
        const QPoint center = expected->rect().center();
        QCOMPARE(grid->childAt(center.x(), center.y()), expected);
    }
}

void TestTimeGridAccess::goneMeeting_isInvalid()
{
    QAccessibleInterface *fay = cell(2, 4);
    TimeGridContent fewer = content();
    fewer.entries.removeAt(5);
    fewer.entries.append(entry(QStringLiteral("Hal"), berlin(21, 10), 30));
    m_grid->present(fewer);
    QVERIFY(!fay->isValid());
    QVERIFY(fay->state().invalid);
    QVERIFY(fay->text(QAccessible::Name).isEmpty());
    QVERIFY(name(2, 4).contains(QStringLiteral("Gil")));
}

void TestTimeGridAccess::meetingOverMidnight_isToldOnBothDays()
{
    TimeGridContent late = content();
    late.entries = {entry(QStringLiteral("Ida"), berlin(17, 23), 180)};
    m_grid->present(late);
    QVERIFY(name(1, 1).contains(QStringLiteral("goes on after this day")));
    QVERIFY(name(1, 2).contains(QStringLiteral("began earlier")));
    QVERIFY(name(1, 2).contains(QStringLiteral("Wednesday 18 November")));
}

void TestTimeGridAccess::repeatedHour_isTold()
{
    TimeGridContent autumn = content();
    autumn.first = QDate(2026, 10, 19);
    const QDateTime two(QDate(2026, 10, 25), QTime(0, 0), Qt::UTC);
    autumn.entries = {entry(QStringLiteral("Ada"), two, 30), entry(QStringLiteral("Ben"), two.addSecs(3600), 30)};
    m_grid->present(autumn);
    QVERIFY(name(1, 6).startsWith(QStringLiteral("1st 02:00")));
    QVERIFY(name(2, 6).startsWith(QStringLiteral("2nd 02:00")));
    QVERIFY(details(6).contains(QStringLiteral("Clocks go back")));
    QVERIFY(!cell(1, 6)->rect().intersects(cell(2, 6)->rect()));
}

void TestTimeGridAccess::skippedHour_isTold()
{
    TimeGridContent spring = content();
    spring.first = QDate(2026, 3, 23);
    spring.entries.clear();
    spring.secondZone = NamedZone{QTimeZone("America/New_York"), QStringLiteral("America/New_York")};
    m_grid->present(spring);
    QVERIFY(details(6).contains(QStringLiteral("Clocks go forward 1\u00a0h at 02:00")));
    // New York changed its clocks three weeks earlier, so the difference is another one from that day on.
    QVERIFY(details(6).contains(QStringLiteral("New York, \u22126\u00a0h")));
    QVERIFY(!details(5).contains(QStringLiteral("New York")));
}

void TestTimeGridAccess::unknownTime_isSaidAndNotFree()
{
    const QImage free = columnImage(2);
    TimeGridContent unknown = content();
    unknown.busyUnknown = {{berlin(18, 12), berlin(18, 15)}};
    m_grid->present(unknown);
    QVERIFY(details(2).contains(QStringLiteral("Busy times not known 12:00–15:00")));
    const QImage notKnown = columnImage(2);
    QVERIFY(notKnown != free);
    unknown.busy = {{BusyTime::Kind::External, unknown.busyUnknown.first(), {}}};
    unknown.busyUnknown.clear();
    m_grid->present(unknown);
    QVERIFY(columnImage(2) != notKnown);
    QVERIFY(columnImage(2) != free);
    // Switched off, it is not there at all.
    unknown.showsBusy = false;
    m_grid->present(unknown);
    QCOMPARE(columnImage(2), free);
    QVERIFY(!details(2).contains(QStringLiteral("Busy")));
}

void TestTimeGridAccess::unknownDay_isSaidAndNotFree()
{
    const QImage free = columnImage(2);
    TimeGridContent unknown = content();
    unknown.busyUnknown = {{berlin(16, 0), berlin(23, 0)}};
    m_grid->present(unknown);
    QVERIFY(details(2).contains(QStringLiteral("Busy times not known all day")));
    QVERIFY(columnImage(2) != free);
}

void TestTimeGridAccess::busyAndRuns_areSaid()
{
    TimeGridContent full = content();
    full.entries = {entry(QStringLiteral("Ada"), berlin(18, 15), 15), entry(QStringLiteral("Ben"), berlin(18, 15, 15), 30),
                    entry(QStringLiteral("Cleo"), berlin(18, 15, 45), 45)};
    full.busy = {{BusyTime::Kind::External, {berlin(18, 12), berlin(18, 13)}, {}}};
    m_grid->present(full);
    QVERIFY(details(2).contains(QStringLiteral("Busy 12:00–13:00")));
    QVERIFY(details(2).contains(QStringLiteral("15:00–16:30, 3 in a row, no break")));
}

void TestTimeGridAccess::ownMeetings_areNotBusyElsewhere()
{
    const QImage before = columnImage(4);
    TimeGridContent own = content();
    own.busy = {{BusyTime::Kind::Calendly, {berlin(20, 13), berlin(20, 14)}, meeting(QStringLiteral("Fay"))}};
    m_grid->present(own);
    QCOMPARE(columnImage(4), before);
    QVERIFY(!details(4).contains(QStringLiteral("Busy")));
}

void TestTimeGridAccess::toolTips_areOnlyWords()
{
    TimeGridContent sly = content();
    sly.entries[5].title = QStringLiteral("<img src=x> Fay & Co");
    m_grid->present(sly);
    const QString text = toolTipAt(cell(2, 4)->rect().center());
    QVERIFY2(text.contains(QStringLiteral("&lt;img src=x&gt; Fay &amp; Co")), qPrintable(text));
}

void TestTimeGridAccess::toolTips_sayBothClocks()
{
    TimeGridContent far = content();
    far.entries[5].summary.invitees.first().timezone = QStringLiteral("Asia/Tokyo");
    m_grid->present(far);
    const QString text = toolTipAt(cell(2, 4)->rect().center());
    QVERIFY2(text.contains(QStringLiteral("13:00–14:00")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("21:00 in Tokyo, +8 h, late for them")), qPrintable(text));
    const QString title = text.section(QLatin1String("</b>"), 0, 0).section(QLatin1String("<b>"), 1);
    QVERIFY2(!title.isEmpty() && text.count(title) == 1, qPrintable(text));
}

void TestTimeGridAccess::highBlocks_sayBothClocks()
{
    TimeGridContent days = content();
    days.entries = {entry(QStringLiteral("Ada"), berlin(18, 13), 120), entry(QStringLiteral("Ben"), berlin(19, 13), 30)};
    m_grid->present(days);
    const QImage high = columnImage(2);
    const QImage low = columnImage(3);
    for (CalendarEntry &each : days.entries)
        each.summary.invitees.first().timezone = QStringLiteral("Asia/Tokyo");
    m_grid->present(days);
    QVERIFY(columnImage(2) != high);
    QCOMPARE(columnImage(3), low); // which has no room for it
}

QTEST_MAIN(TestTimeGridAccess)
#include "tst_timegridaccess.moc"
