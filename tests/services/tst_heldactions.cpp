// SPDX-License-Identifier: GPL-3.0-or-later
#include "heldactions.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class TestHeldActions : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_done.clear();
        m_held = std::make_unique<HeldActions>();
        m_held->setDelay(1h);
    }

    void eachIsDoneWhenItsTimeIsUpAndOnce()
    {
        m_held->setDelay(20ms);
        hold(QStringLiteral("a"));
        hold(QStringLiteral("b"));
        QVERIFY(m_done.isEmpty());
        QTRY_COMPARE(m_done, (QStringList{QStringLiteral("do a"), QStringLiteral("do b")}));
        QVERIFY(m_held->isEmpty());
        m_held->commitAll();
        QCOMPARE(m_done.size(), 2);
    }

    void undoTakesBackTheLastFirst()
    {
        hold(QStringLiteral("a"));
        hold(QStringLiteral("b"));
        m_held->undoLast();
        m_held->undoLast();
        m_held->undoLast();
        QCOMPARE(m_done, (QStringList{QStringLiteral("undo b"), QStringLiteral("undo a")}));
    }

    void oneThatWasTakenBackIsNeverDone()
    {
        const int id = hold(QStringLiteral("a"));
        hold(QStringLiteral("b"));
        m_held->undo(id);
        m_held->undo(id);
        m_held->commitAll();
        QCOMPARE(m_done, (QStringList{QStringLiteral("undo a"), QStringLiteral("do b")}));
    }

    void itSaysHowMuchTimeIsLeft()
    {
        m_held->setDelay(6s);
        const int id = hold(QStringLiteral("a"));
        QCOMPARE(m_held->text(id), QStringLiteral("a"));
        QVERIFY(m_held->left(id) <= 6s && m_held->left(id) > 0s);
        m_held->undo(id);
        QCOMPARE(m_held->left(id), 0s);
        QVERIFY(m_held->text(id).isEmpty());
    }

    void whileItStandsStillNothingIsDone()
    {
        m_held->setDelay(20ms);
        QSignalSpy ticks(m_held.get(), &HeldActions::changed);
        hold(QStringLiteral("a"));
        m_held->pause();
        QTRY_VERIFY(ticks.size() >= 5);
        QVERIFY(m_done.isEmpty());
        m_held->resume();
        QTRY_COMPARE(m_done, QStringList(QStringLiteral("do a")));
    }

    void whatWasLeftOfItsTimeIsLeftAfterwards()
    {
        m_held->setDelay(1h);
        const int id = hold(QStringLiteral("a"));
        m_held->pause();
        const auto before = m_held->left(id);
        m_held->resume();
        QCOMPARE(m_held->left(id), before);
        QCOMPARE(m_held->count(HeldAction::Kind::Cancellation), 1);
    }

    void anotherAccountLeavesBothUndone()
    {
        hold(QStringLiteral("a"));
        m_held->forget();
        m_held->commitAll();
        m_held->undoAll();
        QVERIFY(m_done.isEmpty());
    }

private:
    int hold(const QString &name)
    {
        return m_held->hold({name, [this, name] { m_done.append(QStringLiteral("do ") + name); }, [this, name] { m_done.append(QStringLiteral("undo ") + name); }});
    }

    std::unique_ptr<HeldActions> m_held;
    QStringList m_done;
};

QTEST_GUILESS_MAIN(TestHeldActions)
#include "tst_heldactions.moc"
