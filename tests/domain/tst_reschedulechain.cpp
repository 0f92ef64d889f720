// SPDX-License-Identifier: GPL-3.0-or-later
#include "reschedulechain.h"

#include <QHash>
#include <QTest>

namespace {

QUrl booking(int number)
{
    return QUrl(QStringLiteral("https://api.example.com/scheduled_events/%1/invitees/%1").arg(number));
}

/// A world of bookings of which some are known.
class Bookings
{
public:
    void add(int number, int before, int after)
    {
        RescheduleStep step;
        step.invitee = booking(number);
        step.meeting = meetingOfInvitee(step.invitee);
        step.start = QDateTime(QDate(2026, 11, number), QTime(10, 0), Qt::UTC);
        step.oldInvitee = before ? booking(before) : QUrl();
        step.newInvitee = after ? booking(after) : QUrl();
        m_steps.insert(step.invitee, step);
    }
    RescheduleChain follow(int number)
    {
        return followChain(booking(number), [this](const QUrl &invitee) {
            const auto found = m_steps.constFind(invitee);
            return found == m_steps.constEnd() ? std::nullopt : std::optional(*found);
        });
    }

private:
    QHash<QUrl, RescheduleStep> m_steps;
};

QList<QUrl> invitees(const RescheduleChain &chain)
{
    QList<QUrl> uris;
    for (const RescheduleStep &step : chain.steps)
        uris.append(step.invitee);
    return uris;
}

} // namespace

class TestRescheduleChain : public QObject
{
    Q_OBJECT

private slots:
    void theStoryIsTheSameFromEveryStep()
    {
        Bookings bookings;
        bookings.add(3, 0, 8);
        bookings.add(8, 3, 12);
        bookings.add(12, 8, 0);
        for (const auto &[number, place] : {std::pair{3, 0}, {8, 1}, {12, 2}}) {
            const RescheduleChain chain = bookings.follow(number);
            QCOMPARE(invitees(chain), (QList<QUrl>{booking(3), booking(8), booking(12)}));
            QCOMPARE(chain.here, place);
            QVERIFY(unknownSteps(chain).isEmpty());
        }
    }

    void aBookingThatStaysHasNoStory()
    {
        Bookings bookings;
        bookings.add(1, 0, 0);
        QVERIFY(bookings.follow(1).steps.isEmpty());
        QVERIFY(bookings.follow(2).steps.isEmpty());
    }

    void unknownBookingsEndTheStoryAndAreNamed()
    {
        Bookings bookings;
        bookings.add(8, 3, 12);
        const RescheduleChain chain = bookings.follow(8);
        QCOMPARE(invitees(chain), (QList<QUrl>{booking(3), booking(8), booking(12)}));
        QCOMPARE(unknownSteps(chain), (QList<QUrl>{booking(3), booking(12)}));
        QCOMPARE(chain.steps.first().meeting, QUrl(QStringLiteral("https://api.example.com/scheduled_events/3")));
    }

    void circlesEnd()
    {
        Bookings bookings;
        bookings.add(1, 2, 2);
        bookings.add(2, 1, 1);
        QCOMPARE(invitees(bookings.follow(1)), (QList<QUrl>{booking(2), booking(1)}));
        bookings.add(5, 5, 5);
        QVERIFY(bookings.follow(5).steps.isEmpty());
    }

    void veryLongStoriesEndAfterAWhile()
    {
        Bookings bookings;
        for (int number = 1; number <= 28; ++number)
            bookings.add(number, number - 1, number + 1);
        QVERIFY(bookings.follow(14).steps.size() <= 41);
        QCOMPARE(bookings.follow(28).here, 20);
    }

    void aMeetingLiesAboveItsInvitees()
    {
        QCOMPARE(meetingOfInvitee(booking(4)), QUrl(QStringLiteral("https://api.example.com/scheduled_events/4")));
        QVERIFY(meetingOfInvitee(QUrl(QStringLiteral("https://api.example.com/invitees/4"))).isEmpty());
        QVERIFY(meetingOfInvitee({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRescheduleChain)
#include "tst_reschedulechain.moc"
