// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingwrites.h"
#include "serviceworld.h"
#include "statement.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <optional>

class TestLinkService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn());
        bool listed = false;
        m_world->program->eventTypes.refresh(m_world->calendly.person(), this,
                                             [&](const Result<Done> &result) { listed = result.has_value(); });
        QTRY_VERIFY(listed);
        for (const EventType &type : m_world->program->eventTypes.eventTypes()) {
            if (isBookable(type)) {
                m_type = type;
                break;
            }
        }
        QVERIFY(!m_type.uri.isEmpty());
        m_link.reset();
    }

    void link_isWrittenDownAndCarriesItsToken()
    {
        QSignalSpy changed(&links(), &LinkService::changed);
        make();
        QTRY_VERIFY(m_link);
        QVERIFY(m_link->has_value());
        const SchedulingLink link = **m_link;
        static const QRegularExpression shape(QStringLiteral("\\Asd-[a-z2-7]{26}\\z"));
        QVERIFY(shape.match(link.trackingToken).hasMatch());
        QCOMPARE(QUrlQuery(link.bookingUrl).queryItemValue(QStringLiteral("utm_content")), link.trackingToken);
        QCOMPARE(link.expiresAt, link.createdAt.addDays(90));
        QCOMPARE(links().recent(5), QList<SchedulingLink>{link});
        QCOMPARE(links().totalsOf(m_type.uri).open, 1);
        QCOMPARE(changed.size(), 1);
    }

    void aLinkThatAnyHostMayGet_isNotSaidToBeOpen()
    {
        make();
        QTRY_VERIFY(m_link);
        QCOMPARE(links().totals(), (LinkTotals{.open = 1}));
        for (const EventType &type : m_world->program->eventTypes.eventTypes()) {
            if (type.kind == EventType::Kind::RoundRobin)
                m_type = type;
        }
        m_link.reset();
        make();
        QTRY_VERIFY(m_link);
        QVERIFY(m_link->has_value());
        QCOMPARE(links().totals(), (LinkTotals{.open = 1, .unknown = 1}));
        QCOMPARE(links().totalsOf(m_type.uri), (LinkTotals{.unknown = 1}));
    }

    void links_differFromEachOther()
    {
        make();
        QTRY_VERIFY(m_link);
        const SchedulingLink first = **m_link;
        m_link.reset();
        make();
        QTRY_VERIFY(m_link);
        QVERIFY(first.id != (*m_link)->id);
        QVERIFY(first.trackingToken != (*m_link)->trackingToken);
        QCOMPARE(links().recent(5).size(), 2);
    }

    void lostAnswer_makesNoSecondLink()
    {
        sandbox::Fault lost;
        lost.kind = sandbox::Fault::Kind::Lost;
        m_world->calendly->failNext(QStringLiteral("POST /scheduling_links"), lost);
        make();
        QTRY_VERIFY(m_link);
        QVERIFY(!m_link->has_value());
        QVERIFY(outcomeUnknown(m_link->error()));
        QCOMPARE(m_world->calendly->requests(QStringLiteral("POST /scheduling_links")).size(), 1);
        QVERIFY(links().recent(5).isEmpty());
        // What may exist is not kept quiet.
        QCOMPARE(links().totals(), (LinkTotals{.unknown = 1}));
        const LinkEntry entry = links().entries({})->first();
        QCOMPARE(entry.status, LinkStatus::Unknown);
        QVERIFY(links().dropUnanswered(entry.link.id));
        QCOMPARE(links().totals().all(), 0);
    }

    void refusedLink_leavesNoTrace()
    {
        m_world->calendly->failNext(QStringLiteral("POST /scheduling_links"), faultOf(sandbox::Fault::Kind::Status, 403));
        make();
        QTRY_VERIFY(m_link);
        QVERIFY(!m_link->has_value());
        QCOMPARE(links().totals().all(), 0);
    }

    void wish_isOnTheDiskBeforeTheRequestLeaves()
    {
        sandbox::Fault late = faultOf(sandbox::Fault::Kind::Late);
        late.wait = std::chrono::seconds(2);
        m_world->calendly->failNext(QStringLiteral("POST /scheduling_links"), late);
        make();
        QTRY_COMPARE(m_world->calendly->requests(QStringLiteral("POST /scheduling_links")).size(), 1);
        QVERIFY(!m_link);
        // Not shown while it is under way; what a program that starts now would see is the wish.
        QCOMPARE(links().totals().all(), 0);
        QCOMPARE(m_world->program->linkTable.orders().unanswered()->size(), 1);
        QTRY_VERIFY(m_link);
        QVERIFY(m_link->has_value());
        QVERIFY(m_world->program->linkTable.orders().unanswered()->isEmpty());
        QCOMPARE(links().totals(), (LinkTotals{.open = 1}));
    }

    void wishOfAProgramThatEnded_isUnknownAtTheNextStart()
    {
        sandbox::Fault hanging = faultOf(sandbox::Fault::Kind::Hang);
        hanging.wait = std::chrono::minutes(2);
        m_world->calendly->failNext(QStringLiteral("POST /scheduling_links"), hanging);
        make();
        QTRY_COMPARE(m_world->calendly->requests(QStringLiteral("POST /scheduling_links")).size(), 1);
        m_world->quitProgram();
        m_world->startProgram();
        QVERIFY(m_world->signIn());
        QCOMPARE(links().totals(), (LinkTotals{.unknown = 1}));
        QCOMPARE(links().entries({})->first().link.eventTypeName, m_type.name);
        QCOMPARE(m_world->calendly->requests(QStringLiteral("POST /scheduling_links")).size(), 1);
    }

    void link_isWrittenDownWithoutTheOneWhoAsked()
    {
        auto page = std::make_unique<QObject>();
        links().singleUseLink(m_type, {}, page.get(), [](const Result<SchedulingLink> &) { QFAIL("nobody is there"); });
        page.reset();
        QTRY_COMPARE(links().recent(5).size(), 1);
    }

    void wishThatCannotBeWrittenDown_isNotSent()
    {
        QVERIFY(Statement(m_world->program->database, QStringLiteral("PRAGMA query_only = ON")).run());
        make();
        QVERIFY(!m_link); // an answer comes later, also this one
        QTRY_VERIFY(m_link);
        QVERIFY(!m_link->has_value());
        QCOMPARE(m_link->error().kind, Error::Kind::Storage);
        QVERIFY(m_world->program->account.writes().isEmpty());
        QVERIFY(Statement(m_world->program->database, QStringLiteral("PRAGMA query_only = OFF")).run());
        QCOMPARE(links().totals().all(), 0);
        m_link.reset();
        make();
        QTRY_VERIFY(m_link);
        QVERIFY(m_link->has_value());
        QCOMPARE(m_world->calendly->requests(QStringLiteral("POST /scheduling_links")).size(), 1);
    }

    void link_isGivenEvenWhenItCannotBeWrittenDown()
    {
        QSignalSpy failed(&links(), &LinkService::ledgerFailed);
        sandbox::Fault late = faultOf(sandbox::Fault::Kind::Late);
        late.wait = std::chrono::seconds(1);
        m_world->calendly->failNext(QStringLiteral("POST /scheduling_links"), late);
        make();
        QTRY_COMPARE(m_world->calendly->requests(QStringLiteral("POST /scheduling_links")).size(), 1);
        m_world->program->database.close();
        QTRY_VERIFY(m_link);
        QVERIFY(m_link->has_value());
        QCOMPARE(failed.size(), 1);
    }

    void label_canBeGivenLater()
    {
        make();
        QTRY_VERIFY(m_link);
        QVERIFY(links().setLabel((*m_link)->id, QStringLiteral("For Ines")));
        QCOMPARE(links().recent(1).first().label, QStringLiteral("For Ines"));
    }

private:
    LinkService &links() { return m_world->program->links; }
    void make()
    {
        links().singleUseLink(m_type, {}, this, [this](const Result<SchedulingLink> &link) { m_link = link; });
    }

    std::unique_ptr<ServiceWorld> m_world;
    EventType m_type;
    std::optional<Result<SchedulingLink>> m_link;
};

QTEST_GUILESS_MAIN(TestLinkService)
#include "tst_linkservice.moc"
