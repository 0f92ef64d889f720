// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingapi.h"
#include "bookingservice.h"
#include "bookingtable.h"
#include "serviceworld.h"

#include <QProcess>
#include <QTest>

using sandbox::Fault;
using Look = BookingService::Look;

/// A program that is killed while it books for somebody, as a real process, and what the next start makes of it.
class TestBookingCrash : public QObject
{
    Q_OBJECT

private slots:
    void killedWhileBooking_data()
    {
        QTest::addColumn<Fault::Kind>("fault");
        QTest::addColumn<bool>("done");
        QTest::newRow("before Calendly did it") << Fault::Kind::Hang << false;
        QTest::newRow("after Calendly did it") << Fault::Kind::Late << true;
    }

    void killedWhileBooking()
    {
        QFETCH(const Fault::Kind, fault);
        QFETCH(const bool, done);
        ServiceWorld world;
        QVERIFY(world.startSignedIn());
        QVERIFY(readType(world));
        Fault hanging = faultOf(fault);
        hanging.wait = std::chrono::minutes(2);
        world.calendly->failNext(booking, hanging);
        world.quitProgram();

        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QStringLiteral(BOOK_RUNNER),
                    {world.profile.path(), world.calendly.url().toString(), world.calendly.token(), m_type.uri.toString(), m_start.toString(Qt::ISODate),
                     m_type.places.first().rawType, m_type.customQuestions.first().name});
        QTRY_COMPARE_WITH_TIMEOUT(sent(world), 1, 60000);
        QTRY_COMPARE(bookings(world), done ? 1 : 0);
        child.kill();
        QVERIFY(child.waitForFinished(60000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        world.startProgram();
        QVERIFY(world.signIn());
        BookingApi api(world.program->client);
        BookingTable table(world.program->database);
        BookingService service(api, world.program->meetingsApi, world.program->meetings, table, world.program->account.writes(), world.clock.clock(), quickLooks());
        service.reload();
        QCOMPARE(service.unknown().size(), 1);
        QCOMPARE(service.unknown().first().email, QStringLiteral("ana@example.org"));
        QCOMPARE(service.unknown().first().start, m_start);
        QCOMPARE(sent(world), 1); // nothing goes on by itself
        std::optional<Result<Look>> found;
        service.look(service.unknown().first().id, {world.calendly.person(), {}}, this, [&](const Result<Look> &answer) { found = answer; });
        QTRY_VERIFY(found && *found);
        QCOMPARE(**found == Look::Booked, done);
        QTRY_VERIFY(service.unknown().isEmpty());
        QCOMPARE(bookings(world), done ? 1 : 0);
        QCOMPARE(sent(world), 1);
    }

private:
    bool readType(ServiceWorld &world)
    {
        EventTypeService &types = world.program->eventTypes;
        bool read = false;
        types.refresh(world.calendly.person(), this, [&](const Result<Done> &) { read = true; });
        if (!QTest::qWaitFor([&] { return read; }))
            return false;
        for (const EventType &type : types.eventTypes()) {
            if (type.name == QLatin1String("30 min intro"))
                m_type = type;
        }
        m_start = {};
        types.openTimes(m_type.uri, 31, this, [this](const Result<QList<OpenTime>> &times) { m_start = times->first().start; });
        return QTest::qWaitFor([this] { return m_start.isValid(); });
    }

    int sent(ServiceWorld &world) { return static_cast<int>(world.calendly->requests(booking).size()); }

    int bookings(ServiceWorld &world) const
    {
        const World &there = world.calendly->world();
        int count = 0;
        for (const WorldInvitee &invitee : there.invitees())
            count += invitee.email == QLatin1String("ana@example.org") && there.meetings().at(size_t(invitee.meeting)).start == m_start.toMSecsSinceEpoch();
        return count;
    }

    const QString booking = QStringLiteral("POST /invitees");
    EventType m_type;
    QDateTime m_start;
};

QTEST_GUILESS_MAIN(TestBookingCrash)
#include "tst_bookingcrash.moc"
