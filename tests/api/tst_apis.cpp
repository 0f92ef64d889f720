// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilityapi.h"
#include "clientfixture.h"
#include "eventtypesapi.h"
#include "linksapi.h"
#include "meetingsapi.h"
#include "organizationapi.h"
#include "resourcejson.h"
#include "testserver.h"
#include "webhooksapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace {

const QUrl someMeeting(QStringLiteral("https://api.calendly.com/scheduled_events/E1"));
const QUrl someType(QStringLiteral("https://api.calendly.com/event_types/T1"));
const QUrl someUser(QStringLiteral("https://api.calendly.com/users/U1"));
const QUrl someOrganization(QStringLiteral("https://api.calendly.com/organizations/O1"));
const QUrl foreignItem(QStringLiteral("https://evil.example/event_types/T1"));

QDateTime noon()
{
    return QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
}

QJsonObject collection(const QJsonArray &items)
{
    return {{QStringLiteral("collection"), items}};
}

QJsonObject resource(const QJsonObject &json)
{
    return {{QStringLiteral("resource"), json}};
}

QJsonObject openTime(const QString &start)
{
    return {{QStringLiteral("status"), QStringLiteral("available")}, {QStringLiteral("start_time"), start}};
}

QJsonObject meetingAt(int number, const QString &start)
{
    return {{QStringLiteral("uri"), QStringLiteral("https://api.calendly.com/scheduled_events/E%1").arg(number)},
            {QStringLiteral("start_time"), start},
            {QStringLiteral("end_time"), start}};
}

} // namespace

class TestApis : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    FixedTokens m_tokens;
    std::unique_ptr<RestClient> m_client;

    QJsonObject sentBody() const { return QJsonDocument::fromJson(m_server->requests().last().body).object(); }

    /// Keeps an answer until the test looks at it.
    template <typename T> static auto into(std::optional<Result<T>> &answer)
    {
        return [&answer](const Result<T> &result) {
            QVERIFY(!answer);
            answer = result;
        };
    }

private slots:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_client = std::make_unique<RestClient>(
            m_server->url(), m_tokens.source(), [] { return noon(); }, quickLimits());
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void currentUser_isAskedAtMe()
    {
        m_server->answer("GET /users/me", userAnswer());
        std::optional<Result<User>> user;
        OrganizationApi(*m_client).currentUser(Urgency::Now, this, into(user));
        QTRY_VERIFY(user);
        QCOMPARE((*user)->uri, someUser);
    }

    void meetings_areAskedByStartTimeAndCutToTheRange()
    {
        m_server->answer("GET /scheduled_events",
                         collection({meetingAt(1, QStringLiteral("2026-11-20T11:59:59Z")),
                                     meetingAt(2, QStringLiteral("2026-11-20T12:00:00Z")),
                                     meetingAt(3, QStringLiteral("2026-11-21T12:00:00Z"))}));
        std::optional<Result<Page<Meeting>>> page;
        const MeetingsApi::Query query{.user = someUser,
                                       .inviteeEmail = QStringLiteral("a+b@example.org"),
                                       .range = {noon(), noon().addDays(1)},
                                       .newestFirst = true,
                                       .count = 1000,
                                       .pageToken = QStringLiteral("t+1")};
        MeetingsApi(*m_client).list(query, Urgency::Now, this, into(page));
        QTRY_VERIFY(page);
        QCOMPARE((*page)->items.size(), 1);
        QCOMPARE((*page)->items.first().uri, QUrl(QStringLiteral("https://api.calendly.com/scheduled_events/E2")));
        const TestServer::Request asked = m_server->requests().last();
        QCOMPARE(asked.item(QStringLiteral("user")), someUser.toString());
        QCOMPARE(asked.item(QStringLiteral("invitee_email")), QStringLiteral("a+b@example.org"));
        QCOMPARE(asked.item(QStringLiteral("min_start_time")), QStringLiteral("2026-11-20T11:59:59.000Z"));
        QCOMPARE(asked.item(QStringLiteral("max_start_time")), QStringLiteral("2026-11-21T12:00:00.000Z"));
        QCOMPARE(asked.item(QStringLiteral("sort")), QStringLiteral("start_time:desc"));
        QCOMPARE(asked.item(QStringLiteral("count")), QStringLiteral("100"));
        QCOMPARE(asked.item(QStringLiteral("page_token")), QStringLiteral("t+1"));
        QVERIFY(!asked.query.hasQueryItem(QStringLiteral("status")));
    }

    void cancel_sendsTheReasonOnlyWhereThereIsOne()
    {
        const QByteArray route = "POST /scheduled_events/E1/cancellation";
        m_server->answer(route, resource({{QStringLiteral("canceler_type"), QStringLiteral("host")}}), 201);
        for (const QString &reason : {QStringLiteral("Ill today"), QStringLiteral("  ")}) {
            std::optional<Result<Cancellation>> canceled;
            MeetingsApi(*m_client).cancel(someMeeting, reason, this, into(canceled));
            QTRY_VERIFY(canceled);
            QVERIFY((*canceled)->byHost);
            QCOMPARE(sentBody().contains(QStringLiteral("reason")), !reason.trimmed().isEmpty());
        }
        QCOMPARE(m_server->count(route), 2);
    }

    void cancel_thatIsAlreadyDoneKeepsTheServersWords()
    {
        m_server->answer("POST /scheduled_events/E1/cancellation",
                         QJsonObject{{QStringLiteral("title"), QStringLiteral("Permission Denied")},
                                     {QStringLiteral("message"), QStringLiteral("Event is already canceled")}},
                         403);
        std::optional<Result<Cancellation>> canceled;
        MeetingsApi(*m_client).cancel(someMeeting, QString(), this, into(canceled));
        QTRY_VERIFY(canceled);
        QCOMPARE(canceled->error().kind, Error::Kind::NotAllowed);
        QCOMPARE(canceled->error().message, QStringLiteral("Event is already canceled"));
    }

    void foreignResources_areNeverAskedFor()
    {
        std::optional<Result<QUrl>> link;
        std::optional<Result<Cancellation>> canceled;
        std::optional<Result<Listing<Invitee>>> invitees;
        LinksApi(*m_client).singleUseLink(foreignItem, Urgency::Now, this, into(link));
        MeetingsApi(*m_client).cancel(foreignItem, QString(), this, into(canceled));
        MeetingsApi(*m_client).invitees(foreignItem, Urgency::Now, this, into(invitees));
        QTRY_VERIFY(link && canceled && invitees);
        QCOMPARE(link->error().kind, Error::Kind::Refused);
        QCOMPARE(canceled->error().kind, Error::Kind::Refused);
        QCOMPARE(invitees->error().kind, Error::Kind::Refused);
        QCOMPARE(m_server->count(), 0);
    }

    void singleUseLink_isMadeForOneBooking()
    {
        m_server->answer(
            "POST /scheduling_links",
            resource({{QStringLiteral("booking_url"), QStringLiteral("https://calendly.com/d/abc-123/intro")}}), 201);
        std::optional<Result<QUrl>> link;
        LinksApi(*m_client).singleUseLink(someType, Urgency::Now, this, into(link));
        QTRY_VERIFY(link);
        QCOMPARE(link->value(), QUrl(QStringLiteral("https://calendly.com/d/abc-123/intro")));
        QCOMPARE(sentBody(),
                 (QJsonObject{{QStringLiteral("max_event_count"), 1},
                              {QStringLiteral("owner"), someType.toString()},
                              {QStringLiteral("owner_type"), QStringLiteral("EventType")}}));
    }

    void singleUseLink_thatABrowserShouldNotOpenIsNone()
    {
        m_server->answer("POST /scheduling_links",
                         resource({{QStringLiteral("booking_url"), QStringLiteral("javascript:alert")}}), 201);
        std::optional<Result<QUrl>> link;
        LinksApi(*m_client).singleUseLink(someType, Urgency::Now, this, into(link));
        QTRY_VERIFY(link);
        QCOMPARE(link->error().kind, Error::Kind::Malformed);
        QVERIFY(outcomeUnknown(link->error()));
    }

    void eventTypes_areFilteredOnlyByWhatIsAsked()
    {
        m_server->answer("GET /event_types", collection({QJsonObject{{QStringLiteral("uri"), someType.toString()}}}));
        std::optional<Result<Listing<EventType>>> types;
        EventTypesApi(*m_client).list(
            {.organization = someOrganization, .availabilitySchedule = someUser, .active = true}, Urgency::Now, this,
            into(types));
        QTRY_VERIFY(types);
        QCOMPARE((*types)->items.size(), 1);
        const TestServer::Request asked = m_server->requests().last();
        QCOMPARE(asked.item(QStringLiteral("active")), QStringLiteral("true"));
        QVERIFY(!asked.query.hasQueryItem(QStringLiteral("user_availability_schedule")));
        QVERIFY(!asked.query.hasQueryItem(QStringLiteral("admin_managed")));
    }

    void openTimes_beginInTheFutureAndComeInPiecesOf31Days()
    {
        m_server->answer("GET /event_type_available_times",
                         collection({openTime(QStringLiteral("2026-12-01T10:00:00Z")),
                                     openTime(QStringLiteral("2026-11-25T10:00:00Z"))}));
        std::optional<Result<QList<OpenTime>>> times;
        EventTypesApi(*m_client).openTimes(someType, {noon().addDays(-3), noon().addDays(40)}, this, into(times));
        QTRY_VERIFY(times);
        QCOMPARE(times->value().size(), 2);
        QCOMPARE(times->value().first().start.date(), QDate(2026, 11, 25));
        QCOMPARE(m_server->count(), 2);
        for (const TestServer::Request &asked : m_server->requests()) {
            const QDateTime begin = instantFromText(asked.item(QStringLiteral("start_time")));
            const QDateTime end = instantFromText(asked.item(QStringLiteral("end_time")));
            QVERIFY(begin > noon());
            QVERIFY(begin.daysTo(end) <= 31);
        }
    }

    void openTimes_fallBackToWeeksAndRememberIt()
    {
        const QByteArray route = "GET /event_type_available_times";
        const QJsonObject tooLong{
            {QStringLiteral("title"), QStringLiteral("Invalid Argument")},
            {QStringLiteral("details"),
             QJsonArray{QJsonObject{{QStringLiteral("parameter"), QStringLiteral("end_time")},
                                    {QStringLiteral("message"), QStringLiteral("date range too long")}}}}};
        m_server->answer(route, tooLong, 400);
        m_server->answer(route, collection({openTime(QStringLiteral("2026-12-01T10:00:00Z"))}));
        EventTypesApi api(*m_client);
        std::optional<Result<QList<OpenTime>>> times;
        const TimeRange range{noon().addDays(1), noon().addDays(15)};
        api.openTimes(someType, range, this, into(times));
        QTRY_VERIFY(times);
        QCOMPARE(times->value().size(), 1);
        QCOMPARE(m_server->count(), 1 + 2);
        times.reset();
        api.openTimes(someType, range, this, into(times));
        QTRY_VERIFY(times);
        QCOMPARE(m_server->count(), 1 + 2 + 2);
    }

    void openTimes_otherRefusalsAreErrors()
    {
        m_server->answer("GET /event_type_available_times",
                         QJsonObject{{QStringLiteral("message"), QStringLiteral("Unknown event type")}}, 400);
        std::optional<Result<QList<OpenTime>>> times;
        EventTypesApi(*m_client).openTimes(someType, {noon().addDays(1), noon().addDays(15)}, this, into(times));
        QTRY_VERIFY(times);
        QCOMPARE(times->error().kind, Error::Kind::Refused);
        QCOMPARE(m_server->count(), 1);
    }

    void openTimes_ofThePastAreNoneAndNotAskedFor()
    {
        std::optional<Result<QList<OpenTime>>> times;
        EventTypesApi(*m_client).openTimes(someType, {noon().addDays(-3), noon()}, this, into(times));
        QVERIFY(!times);
        QTRY_VERIFY(times);
        QVERIFY(times->value().isEmpty());
        QCOMPARE(m_server->count(), 0);
    }

    void busyTimes_comeInWeeksWithoutDoubles()
    {
        const QJsonObject busy{{QStringLiteral("type"), QStringLiteral("external")},
                               {QStringLiteral("start_time"), QStringLiteral("2026-11-27T11:00:00Z")},
                               {QStringLiteral("end_time"), QStringLiteral("2026-11-27T13:00:00Z")}};
        m_server->answer("GET /user_busy_times", collection({busy}));
        std::optional<Result<QList<BusyTime>>> times;
        AvailabilityApi(*m_client).busyTimes(someUser, {noon().addDays(-7), noon().addDays(14)}, Urgency::Now, this,
                                             into(times));
        QTRY_VERIFY(times);
        QCOMPARE(times->value().size(), 1);
        QCOMPARE(m_server->count(), 2);
        for (const TestServer::Request &asked : m_server->requests()) {
            const QDateTime begin = instantFromText(asked.item(QStringLiteral("start_time")));
            QVERIFY(begin >= noon());
            QVERIFY(begin.secsTo(instantFromText(asked.item(QStringLiteral("end_time")))) <= 7 * 24 * 3600);
        }
    }

    void busyTimes_areUnknownWhereOneCannotBeRead_data()
    {
        QTest::addColumn<QJsonValue>("row");
        QTest::newRow("without an end") << QJsonValue(QJsonObject{{QStringLiteral("start_time"), QStringLiteral("2026-11-27T11:00:00Z")}});
        QTest::newRow("no object") << QJsonValue(QStringLiteral("busy"));
    }

    void busyTimes_areUnknownWhereOneCannotBeRead()
    {
        QFETCH(const QJsonValue, row);
        const QJsonObject good{{QStringLiteral("start_time"), QStringLiteral("2026-11-27T14:00:00Z")},
                               {QStringLiteral("end_time"), QStringLiteral("2026-11-27T15:00:00Z")}};
        m_server->answer("GET /user_busy_times", collection({row, good}));
        std::optional<Result<QList<BusyTime>>> times;
        AvailabilityApi(*m_client).busyTimes(someUser, {noon(), noon().addDays(14)}, Urgency::Now, this, into(times));
        QTRY_VERIFY(times);
        QVERIFY(!*times);
        QCOMPARE(times->error().kind, Error::Kind::Malformed);
    }

    void busyTimes_areUnknownWhenACalendarCannotBeRead()
    {
        m_server->answer("GET /user_busy_times", QJsonObject(), 424);
        std::optional<Result<QList<BusyTime>>> times;
        AvailabilityApi(*m_client).busyTimes(someUser, {noon(), noon().addDays(14)}, Urgency::Now, this, into(times));
        QTRY_VERIFY(times);
        QCOMPARE(times->error().kind, Error::Kind::ServerFailed);
        QCOMPARE(times->error().httpStatus, 424);
    }

    void removal_isNotBelievedToAGateway()
    {
        m_server->answer("DELETE /webhook_subscriptions/W1", TestServer::Answer{.status = 404, .body = "<html>No such route</html>", .contentType = "text/html"});
        WebhooksApi api(*m_client);
        std::optional<Result<Done>> removed;
        api.remove(QUrl(QStringLiteral("https://api.calendly.com/webhook_subscriptions/W1")), this, into(removed));
        QTRY_VERIFY(removed);
        QVERIFY(!removed->has_value());
        QVERIFY2(outcomeUnknown(removed->error()), "nobody who knows has said that it is gone");
    }

    void webhook_isCreatedForItsScopeAndRemovedTwiceInPeace()
    {
        m_server->answer(
            "POST /webhook_subscriptions",
            resource({{QStringLiteral("uri"), QStringLiteral("https://api.calendly.com/webhook_subscriptions/W1")}}),
            201);
        m_server->answer("DELETE /webhook_subscriptions/W1", TestServer::Answer{.status = 204});
        m_server->answer("DELETE /webhook_subscriptions/W1", QJsonObject(), 404);
        WebhooksApi api(*m_client);
        WebhookSubscription webhook{.callbackUrl = QUrl(QStringLiteral("https://hooks.example.org/x")),
                                    .events = {QStringLiteral("invitee.created")},
                                    .scope = WebhookSubscription::Scope::Organization,
                                    .organization = someOrganization,
                                    .user = someUser};
        std::optional<Result<WebhookSubscription>> created;
        api.create(webhook, QString(), this, into(created));
        QTRY_VERIFY(created);
        QVERIFY(created->has_value());
        QVERIFY(!sentBody().contains(QStringLiteral("user")));
        QVERIFY(!sentBody().contains(QStringLiteral("signing_key")));
        for (int i = 0; i < 2; ++i) {
            std::optional<Result<Done>> removed;
            api.remove((*created)->uri, this, into(removed));
            QTRY_VERIFY(removed);
            QVERIFY(removed->has_value());
        }
    }
};

QTEST_GUILESS_MAIN(TestApis)
#include "tst_apis.moc"
