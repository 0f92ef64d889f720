// SPDX-License-Identifier: GPL-3.0-or-later
#include "slotgrid.h"
#include "slotgridcontent.h"
#include "stylesheet.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

const QTimeZone berlin("Europe/Berlin");

OpenTime open(int day, int hour, int minute = 0)
{
    return {.start = QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC)};
}

/// 10:00, 10:30 and 11:00 on Wednesday, 10:30 on Friday, by the clock of Berlin.
SlotGridContent content(const QTimeZone &theirs = berlin)
{
    const QDateTime now(QDate(2026, 11, 18), QTime(7, 0), Qt::UTC);
    SlotGridContent content{.board = SlotBoard({open(18, 9), open(18, 9, 30), open(18, 10), open(20, 9, 30)},
                                               {.now = now, .zone = berlin, .theirs = theirs, .length = 30min, .hidesUnkind = false}),
                            .now = now,
                            .zone = berlin,
                            .theirs = theirs,
                            .theirCity = QStringLiteral("Tokyo"),
                            .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
    content.reason = [](const QDateTime &start) { return QStringLiteral("Because of %1.").arg(start.toString(QStringLiteral("d HH:mm"))); };
    return content;
}

} // namespace

/// Choosing open times by keys, by mouse and by a screen reader.
class TestSlotGrid : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QApplication::setPalette(themePalette(false));
    }

    void init()
    {
        m_grid = std::make_unique<SlotGrid>();
        m_grid->resize(760, 400);
        m_grid->present(content());
        m_grid->show();
        m_grid->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    }

    void cleanup() { m_grid.reset(); }

    void firstOpenTime_isCurrentAtOnce() { QCOMPARE(m_grid->currentTime()->start, open(18, 9).start); }

    void space_choosesAndTakesBack()
    {
        QSignalSpy changed(m_grid.get(), &SlotGrid::chosenChanged);
        press(Qt::Key_Space);
        QCOMPARE(starts(), QStringList{QStringLiteral("18 09:00")});
        press(Qt::Key_Space);
        QVERIFY(starts().isEmpty());
        QCOMPARE(changed.size(), 2);
    }

    void arrows_visitWhatIsNotOfferedAndSayWhy()
    {
        press(Qt::Key_Right);
        QVERIFY(!m_grid->currentTime());
        QCOMPARE(m_grid->currentText(), QStringLiteral("Thu 19 Nov, 10:00: Not offered. Because of 19 09:00."));
        press(Qt::Key_Space);
        QVERIFY(starts().isEmpty());
    }

    void controlArrows_jumpToOpenTimes()
    {
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_grid->currentTime()->start, open(20, 9, 30).start);
        press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(m_grid->currentTime()->start, open(18, 10).start); // the last one of the day before
    }

    void shiftArrows_chooseAStretch()
    {
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(starts(), (QStringList{QStringLiteral("18 09:00"), QStringLiteral("18 09:30"), QStringLiteral("18 10:00")}));
    }

    void escape_clearsWhatIsChosenFirst()
    {
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(starts().size(), 4);
        press(Qt::Key_Escape);
        QVERIFY(starts().isEmpty());
    }

    void enter_asksToBookOnlyWhatIsOpen()
    {
        QSignalSpy book(m_grid.get(), &SlotGrid::bookPressed);
        press(Qt::Key_Return);
        QCOMPARE(book.size(), 1);
        press(Qt::Key_Right);
        press(Qt::Key_Return);
        QCOMPARE(book.size(), 1);
    }

    void click_chooses()
    {
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, centerOf(18, 630));
        QCOMPARE(starts(), QStringList{QStringLiteral("18 09:30")});
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, centerOf(18, 630));
        QVERIFY(starts().isEmpty());
    }

    void drag_choosesWhatLiesBetweenAndFollowsBack()
    {
        const QPoint from = centerOf(18, 600);
        QTest::mousePress(m_grid->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_grid->viewport(), centerOf(20, 660));
        QCOMPARE(starts().size(), 4);
        QTest::mouseMove(m_grid->viewport(), centerOf(18, 630));
        QCOMPARE(starts(), (QStringList{QStringLiteral("18 09:00"), QStringLiteral("18 09:30")}));
        QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, centerOf(18, 630));
    }

    void dragFromAChosenTime_takesBack()
    {
        press(Qt::Key_A, Qt::ControlModifier);
        QTest::mousePress(m_grid->viewport(), Qt::LeftButton, {}, centerOf(18, 600));
        QTest::mouseMove(m_grid->viewport(), centerOf(18, 660));
        QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, centerOf(18, 660));
        QCOMPARE(starts(), QStringList{QStringLiteral("20 09:30")});
    }

    void chosen_staysWhileItIsOpen()
    {
        press(Qt::Key_A, Qt::ControlModifier);
        SlotGridContent later = content();
        later.board = SlotBoard({open(18, 9, 30), open(20, 9, 30)}, {.now = later.now, .zone = berlin, .theirs = berlin, .length = 30min});
        QSignalSpy changed(m_grid.get(), &SlotGrid::chosenChanged);
        m_grid->present(later);
        QCOMPARE(starts(), (QStringList{QStringLiteral("18 09:30"), QStringLiteral("20 09:30")}));
        QCOMPARE(changed.size(), 1);
    }

    void cells_areATableThatIsReadAloud()
    {
        m_grid->present(content(QTimeZone("Asia/Tokyo")));
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_grid.get());
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->tableInterface()->columnCount(), 31);
        QAccessibleInterface *head = table->child(0);
        QCOMPARE(head->text(QAccessible::Name), QStringLiteral("Wednesday 18 November, 3 open"));
        QAccessibleInterface *cell = table->child(m_grid->cellWithKey(QStringLiteral("2026-11-18 600")));
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("10:00, Wednesday 18 November, Open, 18:00 in Tokyo"));
        cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(cell->state().selected);
        QVERIFY(cell->text(QAccessible::Name).endsWith(QLatin1String("chosen")));
        QAccessibleInterface *closed = table->child(m_grid->cellWithKey(QStringLiteral("2026-11-19 600")));
        QCOMPARE(closed->text(QAccessible::Name), QStringLiteral("10:00, Thursday 19 November, Not offered. Because of 19 09:00."));
    }

    void everyCell_hasItsOwnKeyAndPlace()
    {
        for (int index = 0; index < m_grid->cellCount(); ++index) {
            const PaintedCell cell = m_grid->paintedCell(index);
            QCOMPARE(m_grid->cellWithKey(cell.key), index);
            QCOMPARE(m_grid->cellAt(cell.row, cell.column), index);
        }
    }

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_grid.get(), key, modifiers); }

    QStringList starts() const
    {
        QStringList texts;
        for (const OpenTime &time : m_grid->chosen())
            texts.append(time.start.toString(QStringLiteral("d HH:mm")));
        return texts;
    }

    QPoint centerOf(int day, int minute) const
    {
        return m_grid->paintedCell(m_grid->cellWithKey(QStringLiteral("2026-11-%1 %2").arg(day).arg(minute))).place.center();
    }

    std::unique_ptr<SlotGrid> m_grid;
};

QTEST_MAIN(TestSlotGrid)
#include "tst_slotgrid.moc"
