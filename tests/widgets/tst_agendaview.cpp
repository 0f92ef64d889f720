// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendaview.h"
#include "meetingmaker.h"
#include "meetingmodel.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>

/// Two days with three and two meetings, seen and used as in the window.
class TestAgendaView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_meetings = {meeting(1, 20, 11), meeting(2, 20, 13), meeting(3, 20, 16), meeting(4, 21, 9), meeting(5, 21, 15)};
        m_model = std::make_unique<MeetingModel>();
        m_view = std::make_unique<AgendaView>();
        m_view->setMeetings(m_model.get());
        m_view->resize(800, 600);
        show();
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
        m_view->setCurrentMeeting(uri(1));
    }

    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void shiftAndArrowsSelectOverTheHeadOfADay()
    {
        QSignalSpy changed(m_view.get(), &AgendaView::selectedMeetingsChanged);
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(selected(), (QList<int>{1, 2, 3, 4}));
        QCOMPARE(m_view->currentMeeting(), uri(4));
        QVERIFY(!changed.isEmpty());
    }

    void aMenuOpensOnMeetingsOnly()
    {
        QSignalSpy wanted(m_view.get(), &AgendaView::customContextMenuRequested);
        const auto menuAt = [this](const QPoint &at) {
            QTest::mousePress(m_view->viewport(), Qt::RightButton, {}, at);
            QContextMenuEvent menu(QContextMenuEvent::Mouse, at, m_view->viewport()->mapToGlobal(at));
            QApplication::sendEvent(m_view->viewport(), &menu);
        };
        menuAt(m_view->viewport()->rect().bottomLeft() + QPoint(40, -4));
        menuAt(m_view->visualRect(m_model->index(0, 0)).center()); // the head of the first day
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(m_view->currentMeeting(), uri(1));
        menuAt(m_view->visualRect(m_model->indexOf(uri(3))).center());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_view->currentMeeting(), uri(3));
    }

    void controlASelectsEveryMeeting()
    {
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(selected(), (QList<int>{1, 2, 3, 4, 5}));
    }

    void escapeIsForThoseAroundTheList()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(m_view.get(), &escape);
        QVERIFY(!escape.isAccepted());
        QCOMPARE(selected().size(), 2);
        QVERIFY(m_view->dropSelection());
        QCOMPARE(selected(), QList<int>{2});
        QVERIFY(!m_view->dropSelection());
    }

    void aClickOnTheHeadOfADaySelectsTheDay()
    {
        click(headBefore(4));
        QCOMPARE(selected(), (QList<int>{4, 5}));
        QCOMPARE(m_view->currentMeeting(), uri(4));
    }

    void withControlADayComesToWhatIsSelected()
    {
        click(headBefore(4), Qt::ControlModifier);
        QCOMPARE(selected(), (QList<int>{1, 4, 5}));
    }

    void theCurrentMeetingIsAmongTheSelected()
    {
        click(row(3), Qt::ControlModifier);
        QCOMPARE(selected(), (QList<int>{1, 3}));
        QCOMPARE(m_view->currentMeeting(), uri(3));
        click(row(3), Qt::ControlModifier);
        QCOMPARE(selected(), QList<int>{1});
        QCOMPARE(m_view->currentMeeting(), uri(1));
    }

    void aPlainClickSelectsOne()
    {
        click(headBefore(1));
        click(row(2));
        QCOMPARE(selected(), QList<int>{2});
    }

    void theNextMeetingFollowsOneThatGoes()
    {
        m_view->setCurrentMeeting(uri(3));
        m_meetings.removeAt(2);
        show();
        QCOMPARE(m_view->currentMeeting(), uri(4));
        QCOMPARE(selected(), QList<int>{4});
    }

    void whatIsSelectedBesidesStaysSelected()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        m_meetings.removeAt(2);
        show();
        QCOMPARE(selected(), (QList<int>{1, 2}));
        QCOMPARE(m_view->currentMeeting(), uri(2));
    }

    void aSelectionOfThePastIsToldInOrderOfTime()
    {
        m_newestFirst = true;
        show();
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(selected().first(), 1);
        m_newestFirst = false;
    }

    void aDoubleClickJoins()
    {
        QSignalSpy joined(m_view.get(), &AgendaView::joinPressed);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(headBefore(1)).center());
        QVERIFY(joined.isEmpty());
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(row(2)).center());
        QCOMPARE(joined.size(), 1);
    }

    void draggingTakesWhatIsSelected()
    {
        QSignalSpy drags(m_view.get(), &AgendaView::dragWanted);
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        drag(1);
        QCOMPARE(drags.size(), 1);
        QCOMPARE(drags.first().first().value<QList<QUrl>>(), (QList<QUrl>{uri(1), uri(2)}));
        drag(5);
        QCOMPARE(drags.last().first().value<QList<QUrl>>(), QList<QUrl>{uri(5)});
    }

private:
    void drag(int id)
    {
        const QPoint from = m_view->visualRect(m_model->indexOf(uri(id))).center();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        for (const int by : {20, 40}) {
            const QPoint at = from + QPoint(by, by);
            QMouseEvent move(QEvent::MouseMove, at, m_view->viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_view->viewport(), &move);
        }
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(40, 40));
    }

    static QUrl uri(int id) { return meetingAt(id, {}, 0, {}, {}).meeting.uri; }
    static MeetingSummary meeting(int id, int day, int hour)
    {
        return meetingAt(id, berlin(day, hour, 0), 30, QStringLiteral("Product demo"), person(QStringLiteral("Kenji Watanabe"), {}));
    }
    void show()
    {
        AgendaSetting setting = berlinSetting();
        setting.newestFirst = m_newestFirst;
        m_model->setRows(agendaRows(m_meetings, setting));
    }
    QModelIndex row(int id) const { return m_model->indexOf(uri(id)); }
    QModelIndex headBefore(int id) const { return row(id).siblingAtRow(row(id).row() - 1); }
    void click(const QModelIndex &index, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, keys, m_view->visualRect(index).center());
    }
    QList<int> selected() const
    {
        QList<int> ids;
        for (const QUrl &meeting : m_view->selectedMeetings())
            ids.append(meeting.path().section(QLatin1Char('/'), -1).toInt());
        return ids;
    }

    QList<MeetingSummary> m_meetings;
    bool m_newestFirst = false;
    std::unique_ptr<MeetingModel> m_model;
    std::unique_ptr<AgendaView> m_view;
};

QTEST_MAIN(TestAgendaView)
#include "tst_agendaview.moc"
