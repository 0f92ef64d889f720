// SPDX-License-Identifier: GPL-3.0-or-later
#include "markedmeetings.h"

#include <QTest>

class TestMarkedMeetings : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void oneStep_selectsOne();
    void extending_goesFromTheLastPlainStep();
    void toggling_keepsTheOthers();
    void lastSelected_cannotBeTakenAway();
    void walking_keepsWhatIsSelected();
    void all_keepsTheCurrentOne();
    void touched_areSelectedInOrder();
    void goneOnes_areForgotten();

private:
    static QUrl url(int number) { return QUrl(QStringLiteral("https://api.example.com/%1").arg(number)); }
    static QList<QUrl> urls(const QList<int> &numbers)
    {
        QList<QUrl> list;
        for (const int number : numbers)
            list.append(url(number));
        return list;
    }

    MarkedMeetings m_marked;
};

void TestMarkedMeetings::init()
{
    m_marked = MarkedMeetings();
    m_marked.setMeetings(urls({1, 2, 3, 4, 5}));
}

void TestMarkedMeetings::oneStep_selectsOne()
{
    QVERIFY(m_marked.selected().isEmpty());
    m_marked.goTo(url(2));
    QCOMPARE(m_marked.selected(), urls({2}));
    QVERIFY(!m_marked.hasSeveral());
}

void TestMarkedMeetings::extending_goesFromTheLastPlainStep()
{
    m_marked.goTo(url(3));
    m_marked.extendTo(url(5));
    QCOMPARE(m_marked.selected(), urls({3, 4, 5}));
    m_marked.extendTo(url(2));
    QCOMPARE(m_marked.selected(), urls({2, 3}));
    QCOMPARE(m_marked.current(), url(2));
}

void TestMarkedMeetings::toggling_keepsTheOthers()
{
    m_marked.goTo(url(1));
    m_marked.toggle(url(4));
    QCOMPARE(m_marked.selected(), urls({1, 4}));
    QCOMPARE(m_marked.current(), url(4));
    m_marked.toggle(url(4));
    QCOMPARE(m_marked.selected(), urls({1}));
    QCOMPARE(m_marked.current(), url(1));
}

void TestMarkedMeetings::lastSelected_cannotBeTakenAway()
{
    m_marked.goTo(url(1));
    m_marked.toggle(url(1));
    QCOMPARE(m_marked.selected(), urls({1}));
}

void TestMarkedMeetings::walking_keepsWhatIsSelected()
{
    m_marked.goTo(url(1));
    m_marked.walkTo(url(2));
    m_marked.walkTo(url(3));
    QCOMPARE(m_marked.selected(), urls({1, 3}));
    m_marked.toggle(url(3));
    m_marked.walkTo(url(5));
    QCOMPARE(m_marked.selected(), urls({1, 3, 5}));
}

void TestMarkedMeetings::all_keepsTheCurrentOne()
{
    m_marked.goTo(url(4));
    m_marked.selectAll();
    QCOMPARE(m_marked.selected(), urls({1, 2, 3, 4, 5}));
    QCOMPARE(m_marked.current(), url(4));
    m_marked.clear();
    QCOMPARE(m_marked.selected(), urls({4}));
}

void TestMarkedMeetings::touched_areSelectedInOrder()
{
    m_marked.goTo(url(1));
    m_marked.selectOnly({url(5), url(2)});
    QCOMPARE(m_marked.selected(), urls({2, 5}));
    QCOMPARE(m_marked.current(), url(2));
    m_marked.selectOnly({});
    QVERIFY(m_marked.current().isEmpty());
}

void TestMarkedMeetings::goneOnes_areForgotten()
{
    m_marked.goTo(url(2));
    m_marked.extendTo(url(4));
    m_marked.setMeetings(urls({1, 3, 5}));
    QCOMPARE(m_marked.selected(), urls({3}));
    QVERIFY(m_marked.current().isEmpty());
}

QTEST_MAIN(TestMarkedMeetings)
#include "tst_markedmeetings.moc"
