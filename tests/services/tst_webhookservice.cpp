// SPDX-License-Identifier: GPL-3.0-or-later
#include "latewrites.h"
#include "serviceworld.h"
#include "webhooksapi.h"
#include "webhookservice.h"

#include <QTest>

#include <optional>

using sandbox::Fault;
using Kind = WriteOutcome::Kind;
using Scope = WebhookSubscription::Scope;

namespace {

const QString listing = QStringLiteral("GET /webhook_subscriptions");
const QString creating = QStringLiteral("POST /webhook_subscriptions");
const QString deleting = QStringLiteral("DELETE /webhook_subscriptions/*");
const QString lookingAtOne = QStringLiteral("GET /webhook_subscriptions/*");

} // namespace

/// Webhooks as owners and as others see them, against a Calendly that may lose the request, the answer, or its temper.
class TestWebhookService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(10);
        QVERIFY(m_world->startSignedIn());
        m_api = std::make_unique<WebhooksApi>(m_world->program->client);
        m_service = std::make_unique<WebhookService>(*m_api, m_world->program->organizationApi, m_world->program->account.writes(), m_world->clock.clock());
        m_outcome.reset();
    }

    void cleanup()
    {
        m_service.reset();
        m_api.reset();
        m_world.reset();
    }

    void ownersSeeTheirOwnAndTheOrganizations()
    {
        read();
        QCOMPARE(m_service->role(), Role::Owner);
        QCOMPARE(addresses(m_service->ofUser()), QStringList{QStringLiteral("https://hooks.northlight.example/mara")});
        const WebhookService::Part all = m_service->ofOrganization();
        QCOMPARE(addresses(all), (QStringList{QStringLiteral("https://old.northlight.example/hook"), QStringLiteral("https://crm.northlight.example/calendly/in")}));
        QVERIFY(!all.webhooks.first().active);
        QVERIFY(all.webhooks.last().retryStartedAt.isValid());
        QCOMPARE(all.seenAt, m_world->clock.now());
        QTRY_COMPARE(m_service->nameOf(all.webhooks.last().creator), QStringLiteral("Theo Marchetti"));
        QCOMPARE(m_service->nameOf(all.webhooks.first().creator), QStringLiteral("Mara Lindqvist"));
    }

    void othersAreNotEvenAskedForTheOrganizations()
    {
        signInAs(m_world->calendly->personalAccessToken(QStringLiteral("june")));
        read();
        QCOMPARE(m_service->role(), Role::User);
        QVERIFY(m_service->ofUser().seenAt.isValid() && !m_service->ofUser().problem);
        QVERIFY(m_service->ofOrganization().seenAt.isNull());
        QCOMPARE(m_service->ofOrganization().problem->kind, Error::Kind::NotAllowed);
        const auto asked = m_world->calendly->requests(listing);
        QVERIFY(std::none_of(asked.begin(), asked.end(), [](const auto &request) { return request.query.queryItemValue(QStringLiteral("scope")) == QLatin1String("organization"); }));
    }

    void eachGroupHasItsOwn()
    {
        read();
        QCOMPARE(groups(), (QStringList{QStringLiteral("Design"), QStringLiteral("Sales")}));
        create(QStringLiteral("https://hooks.example.org/sales"), m_service->ofGroups().last().group.uri);
        QCOMPARE(m_outcome->kind, Kind::Done);
        read();
        QVERIFY(m_service->ofGroups().first().part.webhooks.isEmpty());
        QCOMPARE(addresses(m_service->ofGroups().last().part), QStringList{QStringLiteral("https://hooks.example.org/sales")});
        QCOMPARE(m_service->groupName(m_service->ofGroups().last().part.webhooks.first().group), QStringLiteral("Sales"));
        QCOMPARE(m_service->ofUser().webhooks.size(), 1);
    }

    void creatingForAGroup_looksWhenTheAnswerIsLost()
    {
        read();
        m_world->calendly->failNext(creating, faultOf(Fault::Kind::Lost));
        create(QStringLiteral("https://hooks.example.org/sales"), m_service->ofGroups().last().group.uri);
        QCOMPARE(m_outcome->kind, Kind::Done);
        QCOMPARE(m_service->ofGroups().last().part.webhooks.size(), 1);
        QCOMPARE(sent(creating), 1);
    }

    void whatCalendlyMayStillCreateOrDelete_isNotCalledUndone()
    {
        read();
        m_world->calendly->failNext(creating, faultOf(Fault::Kind::Status, 504));
        create(QStringLiteral("https://hooks.example.org/late"));
        QCOMPARE(m_outcome->kind, Kind::Unknown);
        QVERIFY(m_outcome->error && mayStillBeDone(*m_outcome->error));
        QCOMPARE(sent(creating), 1);
        m_outcome.reset();
        m_world->calendly->failNext(deleting, faultOf(Fault::Kind::Status, 504));
        remove();
        QCOMPARE(m_outcome->kind, Kind::Unknown);
        QCOMPARE(sent(deleting), 1);
    }

    void groupsThatMayNotBeRead_leaveTheRestAlone()
    {
        signInAs(m_world->calendly->mintToken(QStringLiteral("mara"), {QStringLiteral("users:read"), QStringLiteral("organizations:read"), QStringLiteral("webhooks:write")}));
        read();
        QCOMPARE(m_service->groupsProblem()->requiredScopes, QStringList{QStringLiteral("groups:read")});
        QVERIFY(groups().isEmpty() && m_service->isWhole());
        QCOMPARE(m_service->ofUser().webhooks.size(), 1);
        QCOMPARE(m_service->ofOrganization().webhooks.size(), 2);
        QVERIFY(!m_service->ofUser().problem && !m_service->ofOrganization().problem);
    }

    void groupsOfOthers_areKnownWithoutTheirWebhooks()
    {
        signInAs(m_world->calendly->personalAccessToken(QStringLiteral("dev")));
        read();
        QCOMPARE(groups().size(), 2);
        for (const WebhookService::GroupPart &each : m_service->ofGroups())
            QCOMPARE(each.part.problem->kind, Error::Kind::NotAllowed);
    }

    void aMissingPermissionIsSaid()
    {
        signInAs(m_world->calendly->mintToken(QStringLiteral("mara"), {QStringLiteral("users:read"), QStringLiteral("organizations:read")}));
        read();
        QVERIFY(m_service->ofUser().seenAt.isNull());
        QCOMPARE(m_service->ofUser().problem->kind, Error::Kind::ScopeMissing);
        QCOMPARE(m_service->ofUser().problem->requiredScopes, QStringList{QStringLiteral("webhooks:read")});
    }

    void withoutANetworkWhatWasSeenStaysWithItsAge()
    {
        read();
        const QDateTime seen = m_world->clock.now();
        m_world->clock.advance(std::chrono::minutes(5));
        m_world->calendly.stop();
        read();
        QCOMPARE(m_service->ofUser().webhooks.size(), 1);
        QCOMPARE(m_service->ofUser().seenAt, seen);
        QCOMPARE(m_service->ofUser().problem->kind, Error::Kind::Offline);
    }

    void creating_isSentOnceAndListed()
    {
        read();
        create();
        QCOMPARE(m_outcome->kind, Kind::Done);
        QCOMPARE(m_service->ofUser().webhooks.size(), 2);
        QCOMPARE(sent(creating), 1);
    }

    void creating_looksWhenTheAnswerIsLost()
    {
        read();
        m_world->calendly->failNext(creating, faultOf(Fault::Kind::Lost));
        create();
        QCOMPARE(m_outcome->kind, Kind::Done);
        QCOMPARE(m_service->ofUser().webhooks.size(), 2);
        QCOMPARE(sent(creating), 1);
    }

    void creating_listsItOnceWhereAListWasReadMeanwhile()
    {
        read();
        Fault late = faultOf(Fault::Kind::Late);
        late.wait = std::chrono::milliseconds(1500);
        m_world->calendly->failNext(creating, late);
        m_service->create(wanted(QStringLiteral("https://hooks.example.org/new")), QStringLiteral("a key"), this,
                          [this](const WriteOutcome &outcome) { m_outcome = outcome; });
        QTRY_COMPARE(sent(creating), 1);
        read();
        QVERIFY(!m_outcome);
        QCOMPARE(m_service->ofUser().webhooks.size(), 2);
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_service->ofUser().webhooks.size(), 2);
    }

    void creating_saysThatNothingHappenedWhenTheRequestWasLost()
    {
        read();
        m_world->calendly->failNext(creating, faultOf(Fault::Kind::Drop));
        create();
        QCOMPARE(m_outcome->kind, Kind::NotDone);
        QCOMPARE(sent(creating), 1);
    }

    void creating_doesNotTakeAnOlderOneForTheNewOne()
    {
        read();
        m_world->calendly->failNext(creating, 500);
        create(QStringLiteral("https://hooks.northlight.example/mara"));
        QCOMPARE(m_outcome->kind, Kind::NotDone);
    }

    void creating_leavesTheOutcomeOpenWhenLookingFailsToo()
    {
        read();
        m_world->calendly->failAlways(listing, faultOf(Fault::Kind::Drop));
        m_world->calendly->failNext(creating, faultOf(Fault::Kind::Lost));
        create();
        QCOMPARE(m_outcome->kind, Kind::Unknown);
        QCOMPARE(sent(creating), 1);
    }

    void creating_leavesTheOutcomeOpenWhereAWebhookCannotBeRead()
    {
        read();
        m_world->calendly->failAlways(listing, {.kind = Fault::Kind::Null, .text = QStringLiteral("uri")});
        m_world->calendly->failNext(creating, faultOf(Fault::Kind::Drop));
        create();
        QCOMPARE(m_outcome->kind, Kind::Unknown);
    }

    void creating_theSameAgainIsRefused()
    {
        read();
        create(QStringLiteral("https://hooks.northlight.example/mara"));
        QCOMPARE(m_outcome->kind, Kind::Refused);
        QCOMPARE(m_outcome->error->kind, Error::Kind::Conflict);
    }

    void deleting_takesItAway()
    {
        read();
        remove();
        QCOMPARE(m_outcome->kind, Kind::Done);
        QVERIFY(m_service->ofUser().webhooks.isEmpty());
    }

    void deleting_whatIsGoneCountsAsDone()
    {
        read();
        World &world = m_world->calendly->world();
        world.removeWebhook(world.webhook(m_service->ofUser().webhooks.first().uri.fileName())->id);
        remove();
        QCOMPARE(m_outcome->kind, Kind::Done);
        QVERIFY(m_service->ofUser().webhooks.isEmpty());
    }

    void deleting_afterAServerErrorSaysThatItIsStillThere()
    {
        read();
        m_world->calendly->failNext(deleting, 500);
        remove();
        QCOMPARE(m_outcome->kind, Kind::NotDone);
        QCOMPARE(m_service->ofUser().webhooks.size(), 1);
        QCOMPARE(sent(deleting), 1);
    }

    void deleting_leavesTheOutcomeOpenWhenLookingFailsToo()
    {
        read();
        m_world->calendly->failNext(deleting, 500);
        m_world->calendly->failAlways(lookingAtOne, faultOf(Fault::Kind::Drop));
        remove();
        QCOMPARE(m_outcome->kind, Kind::Unknown);
        QCOMPARE(sent(deleting), 1);
    }

    void theSampleIsTheDeliveryItself()
    {
        std::optional<Result<QString>> sample;
        m_service->sample(QStringLiteral("invitee.created"), wanted(QString()), this, [&](const Result<QString> &answer) { sample = answer; });
        QTRY_VERIFY(sample);
        QVERIFY(sample->has_value());
        QVERIFY(sample->value().contains(QLatin1String("\"scheduled_event\"")));
        QVERIFY(sample->value().contains(QLatin1String("\"event\": \"invitee.created\"")));
    }

    void anotherAccountSeesNothingOfTheFormer()
    {
        read();
        m_service->refresh(self());
        m_service->forget();
        QVERIFY(!m_service->isReading());
        QVERIFY(m_service->ofUser().webhooks.isEmpty() && m_service->ofOrganization().webhooks.isEmpty());
        QVERIFY(!m_service->role());
        QVERIFY(groups().isEmpty() && !m_service->isWhole());
    }

private:
    User self() const { return m_world->program->account.account()->user; }
    int sent(const QString &what) { return int(m_world->calendly->requests(what).size()); }

    QStringList groups() const
    {
        QStringList names;
        for (const WebhookService::GroupPart &each : m_service->ofGroups())
            names.append(each.group.name);
        return names;
    }

    static QStringList addresses(const WebhookService::Part &part)
    {
        QStringList all;
        for (const WebhookSubscription &webhook : part.webhooks)
            all.append(webhook.callbackUrl.toString());
        return all;
    }

    void signInAs(const QString &token)
    {
        m_world->program->account.openWithToken(token.toLatin1());
        QTRY_COMPARE(m_world->program->account.state(), AccountService::State::Ready);
    }

    void read()
    {
        m_service->refresh(self());
        QTRY_VERIFY(!m_service->isReading());
    }

    WebhookSubscription wanted(const QString &address, const QUrl &group = {}) const
    {
        WebhookSubscription webhook;
        webhook.callbackUrl = QUrl(address);
        webhook.events = {QStringLiteral("invitee.created")};
        webhook.organization = self().organization;
        webhook.user = self().uri;
        webhook.group = group;
        webhook.scope = group.isEmpty() ? Scope::User : Scope::Group;
        return webhook;
    }

    void create(const QString &address = QStringLiteral("https://hooks.example.org/new"), const QUrl &group = {})
    {
        m_service->create(wanted(address, group), QStringLiteral("a key"), this, [this](const WriteOutcome &outcome) { m_outcome = outcome; });
        QTRY_VERIFY(m_outcome);
    }

    void remove()
    {
        m_service->remove(m_service->ofUser().webhooks.first(), this, [this](const WriteOutcome &outcome) { m_outcome = outcome; });
        QTRY_VERIFY(m_outcome);
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<WebhooksApi> m_api;
    std::unique_ptr<WebhookService> m_service;
    std::optional<WriteOutcome> m_outcome;
};

QTEST_GUILESS_MAIN(TestWebhookService)
#include "tst_webhookservice.moc"
