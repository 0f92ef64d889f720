// SPDX-License-Identifier: GPL-3.0-or-later
#include "monthgrid.h"
#include "monthmaker.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

/// What the pointer meets in a month whose days change under it.
class TestMonthGridMouse : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_grid = std::make_unique<MonthGrid>();
        m_grid->resize(980, 640);
        m_grid->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
    }
    void cleanup() { m_grid.reset(); }

    void whatIsUnderThePointer_isFoundAnewWhenTheSizeChanges()
    {
        QList<MeetingSummary> many;
        for (int id = 1; id <= 4; ++id)
            many.append(novemberMeeting(id, 20, 8 + id));
        m_grid->present(november(many));
        const QPoint last = m_grid->paintedCell(m_grid->cellWithKey(QStringLiteral("2026-11-20 ") + meetingUri(4).toString())).place.center();
        moveTo(last);
        const QImage before = m_grid->grab().toImage();
        m_grid->resize(980, 300); // days with fewer lines
        QVERIFY(m_grid->cellWithKey(QStringLiteral("2026-11-20 ") + meetingUri(4).toString()) < 0);
        m_grid->grab();
        m_grid->resize(980, 640);
        QCOMPARE(m_grid->grab().toImage(), before); // the meeting under it shows again that the pointer is there
    }

    void aMenuOnADay_isAboutTheDay()
    {
        m_grid->present(november({novemberMeeting(1, 20, 13)}));
        QCOMPARE(m_grid->currentMeeting(), meetingUri(1));
        QSignalSpy wanted(m_grid.get(), &MonthGrid::customContextMenuRequested);
        const auto menuAt = [this](const QPoint &at) {
            QTest::mousePress(m_grid->viewport(), Qt::RightButton, {}, at);
            QContextMenuEvent menu(QContextMenuEvent::Mouse, at, m_grid->viewport()->mapToGlobal(at));
            QApplication::sendEvent(m_grid->viewport(), &menu);
        };
        menuAt(QPoint(300, 4)); // the name of a weekday
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(m_grid->currentMeeting(), meetingUri(1));
        menuAt(m_grid->paintedCell(m_grid->cellWithKey(QStringLiteral("2026-11-11"))).place.center());
        QCOMPARE(wanted.size(), 1);
        QVERIFY(m_grid->currentMeeting().isEmpty());
        QCOMPARE(m_grid->currentDay(), QDate(2026, 11, 11));
    }

private:
    void moveTo(const QPoint &at)
    {
        QMouseEvent move(QEvent::MouseMove, at, m_grid->viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(m_grid->viewport(), &move);
    }

    std::unique_ptr<MonthGrid> m_grid;
};

QTEST_MAIN(TestMonthGridMouse)
#include "tst_monthgridmouse.moc"
