// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxfixture.h"

#include "worldjson.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString message = u"message"_s;
const QString booking = u"/invitees"_s;
const QString links = u"/scheduling_links"_s;
const QString shares = u"/shares"_s;
const QString noShows = u"/invitee_no_shows"_s;
const QString webhooks = u"/webhook_subscriptions"_s;

QJsonObject with(QJsonObject object, const char *name, const QJsonValue &value)
{
    object.insert(QLatin1String(name), value);
    return object;
}

QJsonObject without(QJsonObject object, const char *name)
{
    object.remove(QLatin1String(name));
    return object;
}

QString detailCode(const Answer &answer)
{
    return answer.json().value(u"details"_s).toArray().first()[QLatin1String("code")].toString();
}

} // namespace

class SandboxWritesTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_box.start()); }

    void cancel_endsTheMeetingForEverybody()
    {
        const QString path = m_box.meetingPath(m_box.upcomingMeeting(u"mara"_s));
        const Answer answer = m_box.mara().post(path + u"/cancellation"_s, {{u"reason"_s, u"Ill, sorry"_s}});
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.resource().value(u"reason"_s).toString(), u"Ill, sorry"_s);
        QCOMPARE(answer.resource().value(u"canceled_by"_s).toString(), u"Mara Lindqvist"_s);
        QCOMPARE(answer.resource().value(u"canceler_type"_s).toString(), u"host"_s);
        QCOMPARE(m_box.mara().get(path).resource().value(u"cancellation"_s).toObject(), answer.resource());
        for (const QJsonValue &invitee : m_box.mara().get(path + u"/invitees"_s).rows())
            QCOMPARE(invitee[QLatin1String("status")].toString(), u"canceled"_s);

        const Answer again = m_box.mara().post(path + u"/cancellation"_s, {});
        QCOMPARE(again.status, 403);
        QCOMPARE(again.text(u"title"_s), u"Permission Denied"_s);
        QCOMPARE(again.text(message), u"Event is already canceled"_s);
    }

    void cancel_withoutABodyHasNoReason()
    {
        const QString path = m_box.meetingPath(m_box.upcomingMeeting(u"mara"_s)) + u"/cancellation"_s;
        const Answer answer = m_box.mara().send("POST", m_box.mara().request(path));
        QCOMPARE(answer.status, 201);
        QVERIFY(answer.resource().value(u"reason"_s).isNull());
    }

    void cancel_isRefused()
    {
        const QString path = m_box.meetingPath(m_box.upcomingMeeting(u"mara"_s)) + u"/cancellation"_s;
        const QString past = m_box.meetingPath(m_box.pastMeeting(u"mara"_s)) + u"/cancellation"_s;
        QCOMPARE(m_box.mara().post(past, {}).text(message), u"Event in the past"_s);
        QCOMPARE(m_box.clientOf(u"ottilie"_s)->post(path, {}).text(message),
                 u"You are not allowed to cancel this event"_s);
        QCOMPARE(m_box.mara().post(path, {{u"reason"_s, QString(10001, u'x')}}).parameter(), u"reason"_s);
        QCOMPARE(m_box.mara().post(path, {{u"reason"_s, 7}}).parameter(), u"reason"_s);
        QCOMPARE(m_box.mara().send("POST", m_box.mara().request(path), "{").status, 400);
        QCOMPARE(m_box.mara().post(path, {{u"reason"_s, QString(10000, u'x')}}).status, 201);
    }

    void booking_takesTheSlot()
    {
        const QJsonObject body = bookingBody();
        const Answer answer = m_box.mara().post(booking, body);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.resource().value(u"email"_s).toString(), u"new@example.org"_s);
        QCOMPARE(answer.resource().value(u"scheduling_method"_s).toString(), u"api"_s);
        const Answer meeting = m_box.mara().get(QUrl(answer.resource().value(u"event"_s).toString()));
        QCOMPARE(meeting.resource().value(u"start_time"_s).toString().left(19),
                 body.value(u"start_time"_s).toString().left(19));

        const Answer again = m_box.mara().post(booking, body);
        QCOMPARE(again.status, 400);
        QCOMPARE(detailCode(again), u"already_filled"_s);
    }

    void booking_ofAnotherOrganizationsTypeIsRefused()
    {
        QCOMPARE(m_box.clientOf(u"ottilie"_s)->post(booking, bookingBody()).status, 403);
        QCOMPARE(m_box.mara().post(booking, {}).status, 400);
        QCOMPARE(m_box.mara().post(booking, with(bookingBody(), "invitee", QJsonObject{})).status, 400);
    }

    void booking_hasItsOwnLimit()
    {
        for (int i = 0; i < 10; ++i)
            QCOMPARE(m_box.mara().post(booking, {}).status, 400);
        const Answer refused = m_box.mara().post(booking, {});
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("X-RateLimit-Limit"), QByteArray("10"));
        QCOMPARE(m_box.mara().get(u"/users/me"_s).status, 200);
    }

    void noShow_isMarkedOnceAndTakenBack()
    {
        const int meeting = m_box.meetingOf(u"mara"_s, [&](const WorldMeeting &candidate) {
            return candidate.end < m_box.world().now() && candidate.invitees.size() == 1
                && isUnmarked(candidate.invitees.first());
        });
        QVERIFY(meeting != noId);
        const int invitee = m_box.world().meetings().at(size_t(meeting)).invitees.first();
        const QJsonObject body{{u"invitee"_s, m_box.world().inviteeUri(invitee)}};
        const Answer answer = m_box.mara().post(noShows, body);
        QCOMPARE(answer.status, 201);
        const QUrl uri(answer.resource().value(u"uri"_s).toString());
        QCOMPARE(m_box.mara().get(uri).resource(), answer.resource());
        QCOMPARE(m_box.mara().post(noShows, body).status, 400);
        QCOMPARE(m_box.clientOf(u"ottilie"_s)->remove(uri.path()).status, 403);
        const Answer removed = m_box.mara().remove(uri.path());
        QCOMPARE(removed.status, 204);
        QVERIFY(removed.body.isEmpty());
        QCOMPARE(m_box.mara().get(uri).status, 404);
        QCOMPARE(m_box.mara().post(noShows, {}).parameter(), u"invitee"_s);
    }

    void noShow_needsAMeetingThatHasBegun()
    {
        const int meeting = m_box.upcomingMeeting(u"mara"_s);
        const int invitee = m_box.world().meetings().at(size_t(meeting)).invitees.first();
        QCOMPARE(m_box.mara().post(noShows, {{u"invitee"_s, m_box.world().inviteeUri(invitee)}}).status, 400);
    }

    void schedulingLink_takesNumberAndText()
    {
        for (const QJsonValue &count : {QJsonValue(1), QJsonValue(u"1"_s)}) {
            const Answer answer = m_box.mara().post(links, with(linkBody(), "max_event_count", count));
            QCOMPARE(answer.status, 201);
            const QUrl url(answer.resource().value(u"booking_url"_s).toString());
            QCOMPARE(url.host(), u"127.0.0.1"_s);
            QCOMPARE(m_box.clientWith(QString())->get(url).status, 200);
            QCOMPARE(answer.resource().value(u"owner"_s), linkBody().value(u"owner"_s));
        }
    }

    void schedulingLink_isRefused()
    {
        QCOMPARE(m_box.mara().post(links, with(linkBody(), "max_event_count", 2)).parameter(), u"max_event_count"_s);
        QCOMPARE(m_box.mara().post(links, without(linkBody(), "owner_type")).parameter(), u"owner_type"_s);
        QCOMPARE(m_box.mara().post(links, with(linkBody(), "owner", u"x"_s)).parameter(), u"owner"_s);
        const QString unknown = m_box.server().apiUrl().toString() + u"/event_types/NONE"_s;
        QCOMPARE(m_box.mara().post(links, with(linkBody(), "owner", unknown)).status, 404);
        QCOMPARE(m_box.clientOf(u"ottilie"_s)->post(links, linkBody()).status, 403);
    }

    void share_isMadeAndListed()
    {
        const QJsonObject body{{u"event_type"_s, m_box.world().uri(World::Thing::EventType, m_box.soloType())},
                               {u"name"_s, u"For you"_s},
                               {u"duration"_s, 20}};
        const qsizetype before = m_box.mara().get(shares).rows().size();
        const Answer answer = m_box.mara().post(shares, body);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.resource().value(u"share_override"_s)[QLatin1String("duration")].toInt(), 20);
        QCOMPARE(answer.resource().value(u"scheduling_links"_s).toArray().size(), 1);
        const Answer list = m_box.mara().get(shares, {{u"sort"_s, u"created_at:desc"_s}});
        QCOMPARE(list.rows().size(), before + 1);
        QCOMPARE(list.rows().first()[QLatin1String("status")].toString(), u"active"_s);
        m_box.server().advance(std::chrono::hours(24 * 91));
        QCOMPARE(m_box.mara().get(shares, {{u"status"_s, u"active"_s}}).rows().size(), 0);
    }

    void share_isRefused_data()
    {
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<QString>("parameter");
        const auto row = [](const char *name, const QJsonValue &value, const char *parameter = nullptr) {
            const QString key = QLatin1String(name);
            QTest::newRow(name) << QJsonObject{{key, value}} << (parameter ? QString::fromLatin1(parameter) : key);
        };
        row("name", QString(56, u'x'));
        row("duration", 721);
        row("duration_options", QJsonArray{15, 15});
        row("period_type", u"fixed"_s, "start_date");
        row("period_type", u"moving"_s, "max_booking_time");
        row("start_date", u"2026-02-30"_s);
        row("hide_location", 1);
        row("location_configurations", QJsonArray{QJsonObject{{u"kind"_s, u"inbound_call"_s}}},
            "location_configurations.phone_number");
        row("availability_rule", QJsonObject{{u"timezone"_s, u"Mars/Phobos"_s}}, "availability_rule.timezone");
    }
    void share_isRefused()
    {
        QFETCH(QJsonObject, more);
        more.insert(u"event_type"_s, m_box.world().uri(World::Thing::EventType, m_box.soloType()));
        const Answer answer = m_box.mara().post(shares, more);
        QCOMPARE(answer.status, 400);
        QTEST(answer.parameter(), "parameter");
    }

    void share_isForOneOnOneTypesOnly()
    {
        const int mara = m_box.person(u"mara"_s);
        const int group
            = m_box.eventType([&](const WorldEventType &type) { return type.group && type.hosts.contains(mara); });
        QVERIFY(group != noId);
        const Answer answer
            = m_box.mara().post(shares, {{u"event_type"_s, m_box.world().uri(World::Thing::EventType, group)}});
        QCOMPARE(answer.parameter(), u"event_type"_s);
    }

    void webhook_isMadeListedAndDeleted()
    {
        const Answer answer = m_box.mara().post(webhooks, webhookBody());
        QCOMPARE(answer.status, 201);
        QVERIFY(!answer.resource().contains(u"signing_key"_s));
        QCOMPARE(answer.resource().value(u"state"_s).toString(), u"active"_s);
        const QUrl uri(answer.resource().value(u"uri"_s).toString());
        QCOMPARE(m_box.mara().get(uri).resource(), answer.resource());
        const Answer list = m_box.mara().get(
            webhooks, {{u"organization"_s, m_box.organizationUri(u"mara"_s)}, {u"scope"_s, u"organization"_s}});
        QVERIFY(list.rows().contains(answer.resource()));

        const Answer again = m_box.mara().post(webhooks, webhookBody());
        QCOMPARE(again.status, 409);
        QCOMPARE(again.text(message), u"Hook with this url already exists"_s);
        QCOMPARE(m_box.clientOf(u"june"_s)->remove(uri.path()).status, 403);
        QCOMPARE(m_box.mara().remove(uri.path()).status, 204);
        QCOMPARE(m_box.mara().get(uri).status, 404);
        QCOMPARE(m_box.mara().post(webhooks, webhookBody()).status, 201);
    }

    void webhook_isRefused_data()
    {
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<QString>("parameter");
        const auto events = [](const char *event) {
            return QJsonObject{{u"events"_s, QJsonArray{QLatin1String(event)}}};
        };
        QTest::newRow("unknown event") << events("nothing.happened") << u"events"_s;
        QTest::newRow("recaps are the user's") << events("meeting_recap.created") << u"events"_s;
        QTest::newRow("no events") << QJsonObject{{u"events"_s, QJsonArray{}}} << u"events"_s;
        QTest::newRow("address") << QJsonObject{{u"url"_s, u"ftp://example.org"_s}} << u"url"_s;
        QTest::newRow("scope") << QJsonObject{{u"scope"_s, u"world"_s}} << u"scope"_s;
        QTest::newRow("user is missing") << QJsonObject{{u"scope"_s, u"user"_s}} << u"user"_s;
        QTest::newRow("organization is missing") << QJsonObject{{u"organization"_s, QJsonValue()}} << u"organization"_s;
    }
    void webhook_isRefused()
    {
        QFETCH(QJsonObject, more);
        QJsonObject body = webhookBody();
        for (auto field = more.begin(); field != more.end(); ++field)
            body.insert(field.key(), field.value());
        const Answer answer = m_box.mara().post(webhooks, body);
        QCOMPARE(answer.status, 400);
        QTEST(answer.parameter(), "parameter");
    }

    void webhook_sampleIsADeliveryOfItsEvent_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("holds");
        QTest::newRow("booked") << u"invitee.created"_s << u"scheduled_event"_s;
        QTest::newRow("canceled") << u"invitee.canceled"_s << u"cancellation"_s;
        QTest::newRow("no-show") << u"invitee_no_show.created"_s << u"no_show"_s;
        QTest::newRow("type") << u"event_type.updated"_s << u"scheduling_url"_s;
        QTest::newRow("recap") << u"meeting_recap.created"_s << u"recap"_s;
        QTest::newRow("contact") << u"contact.deleted"_s << u"contact"_s;
    }
    void webhook_sampleIsADeliveryOfItsEvent()
    {
        QFETCH(QString, event);
        const Answer answer = sampleOf(event, u"user"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value(u"event"_s).toString(), event);
        QCOMPARE(answer.json().value(u"created_by"_s).toString(), m_box.userUri(u"mara"_s));
        QFETCH(QString, holds);
        QVERIFY(answer.json().value(u"payload"_s).toObject().contains(holds));
    }

    void webhook_sampleIsRefusedForTheWrongScope()
    {
        QCOMPARE(sampleOf(u"routing_form_submission.created"_s, u"user"_s).parameter(), u"event"_s);
        QCOMPARE(sampleOf(u"routing_form_submission.created"_s, u"organization"_s).status, 200);
        QCOMPARE(sampleOf(u"nothing.happened"_s, u"user"_s).parameter(), u"event"_s);
    }

    void webhook_needsTheReadScopeOfItsEvents()
    {
        const auto client = m_box.clientWith(m_box.server().mintToken(u"mara"_s, {u"webhooks:write"_s}));
        const Answer refused = client->post(webhooks, webhookBody());
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.json().value(u"required_scopes"_s).toArray(), QJsonArray{u"scheduled_events:read"_s});
    }

    void webhook_ofTheOrganizationIsForAdmins()
    {
        const auto june = m_box.clientOf(u"june"_s);
        QCOMPARE(june->post(webhooks, webhookBody()).status, 403);
        QJsonObject own = with(webhookBody(), "scope", u"user"_s);
        own = with(own, "user", m_box.userUri(u"june"_s));
        QCOMPARE(june->post(webhooks, own).status, 201);
        QCOMPARE(june->post(webhooks, with(own, "user", m_box.userUri(u"mara"_s))).status, 403);
    }

private:
    bool isUnmarked(int invitee)
    {
        const WorldInvitee &found = m_box.world().invitees().at(size_t(invitee));
        return !found.cancellation && found.noShow == noId;
    }

    Answer sampleOf(const QString &event, const QString &scope)
    {
        Fields query{{u"event"_s, event}, {u"organization"_s, m_box.organizationUri(u"mara"_s)}, {u"scope"_s, scope}};
        if (scope == u"user"_s)
            query.append({u"user"_s, m_box.userUri(u"mara"_s)});
        return m_box.mara().get(u"/sample_webhook_data"_s, query);
    }

    QJsonObject linkBody()
    {
        return {{u"max_event_count"_s, 1},
                {u"owner"_s, m_box.world().uri(World::Thing::EventType, m_box.soloType())},
                {u"owner_type"_s, u"EventType"_s}};
    }

    QJsonObject webhookBody()
    {
        return {{u"url"_s, u"https://hooks.example.org/new"_s},
                {u"events"_s, QJsonArray{u"invitee.created"_s, u"invitee.canceled"_s}},
                {u"organization"_s, m_box.organizationUri(u"mara"_s)},
                {u"scope"_s, u"organization"_s},
                {u"signing_key"_s, u"key"_s}};
    }

    /// Somebody new at the first open time of Mara's type, with every required answer.
    QJsonObject bookingBody()
    {
        const WorldEventType &type = m_box.world().eventTypes().at(size_t(m_box.soloType()));
        const QString uri = m_box.world().uri(World::Thing::EventType, type.id);
        const auto time = [&](int days) { return SandboxFixture::after(days); };
        const Answer slots_
            = m_box.mara().get(u"/event_type_available_times"_s,
                               {{u"event_type"_s, uri}, {u"start_time"_s, time(1)}, {u"end_time"_s, time(30)}});
        QJsonArray answers;
        for (qsizetype i = 0; i < type.questions.size(); ++i) {
            const WorldQuestion &question = type.questions.at(i);
            if (question.enabled)
                answers.append(QJsonObject{{u"question"_s, question.name},
                                           {u"position"_s, int(i)},
                                           {u"answer"_s, question.choices.value(0, u"+49 30 123456"_s)}});
        }
        QJsonObject body{{u"event_type"_s, uri},
                         {u"start_time"_s, slots_.rows().first()[QLatin1String("start_time")]},
                         {u"invitee"_s,
                          QJsonObject{{u"name"_s, u"New Person"_s},
                                      {u"email"_s, u"new@example.org"_s},
                                      {u"timezone"_s, u"Europe/Berlin"_s}}},
                         {u"questions_and_answers"_s, answers}};
        if (!type.places.isEmpty() && !type.places.constFirst().kind.isEmpty())
            body.insert(u"location"_s,
                        QJsonObject{{u"kind"_s, type.places.constFirst().kind}, {u"location"_s, u"+4930123456"_s}});
        return body;
    }

    SandboxFixture m_box;
};

QTEST_GUILESS_MAIN(SandboxWritesTest)
#include "tst_sandboxwrites.moc"
