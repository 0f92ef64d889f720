// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldjson.h"
#include "worldtest.h"

#include <QSet>
#include <QTest>

namespace {

/// Empty when `object` has all of `required` and nothing but those and `optional`.
QStringList wrongKeys(const QJsonObject &object, const char *required, const char *optional = "")
{
    const QStringList needed = QString::fromLatin1(required).split(u' ', Qt::SkipEmptyParts);
    const QStringList allowed = QString::fromLatin1(optional).split(u' ', Qt::SkipEmptyParts);
    QStringList wrong;
    for (const QString &key : needed) {
        if (!object.contains(key))
            wrong.append(QLatin1String("missing ") + key);
    }
    for (const QString &key : object.keys()) {
        if (!needed.contains(key) && !allowed.contains(key))
            wrong.append(QLatin1String("unknown ") + key);
    }
    return wrong;
}

constexpr auto typeKeys
    = "uri name active slug scheduling_url duration duration_options kind pooling_type type color created_at "
      "updated_at deleted_at internal_note description_plain description_html is_paid profile secret "
      "booking_method custom_questions admin_managed locations position locale";
constexpr auto userKeys
    = "uri name slug email scheduling_url timezone avatar_url created_at updated_at current_organization "
      "resource_type locale";
constexpr auto meetingKeys
    = "uri name status start_time end_time event_type location invitees_counter created_at updated_at "
      "event_memberships event_guests calendar_event";
constexpr auto inviteeKeys
    = "uri email first_name last_name name status questions_and_answers timezone event created_at updated_at "
      "tracking text_reminder_number rescheduled old_invitee new_invitee cancel_url reschedule_url "
      "routing_form_submission payment no_show reconfirmation scheduling_method invitee_scheduled_by";

} // namespace

class TestWorldJson : public QObject
{
    Q_OBJECT

private slots:
    void json_hasTheKeysOfTheSchema()
    {
        const World world = World::fromSeed(seedOf(1, 1200));
        for (const WorldUser &user : world.users())
            QCOMPARE(wrongKeys(toJson(user, world), userKeys, "time_notation"), QStringList());
        for (const WorldOrganization &organization : world.organizations())
            QCOMPARE(wrongKeys(toJson(organization, world), "uri kind plan stage created_at updated_at", "name"),
                     QStringList());
        for (const WorldMembership &membership : world.memberships())
            QCOMPARE(wrongKeys(toJson(membership, world), "uri role user organization created_at updated_at"),
                     QStringList());
        for (const WorldInvitation &invitation : world.invitations())
            QCOMPARE(wrongKeys(toJson(invitation, world),
                               "uri organization email status created_at updated_at last_sent_at", "user"),
                     QStringList());
        for (const WorldEventType &type : world.eventTypes())
            QCOMPARE(wrongKeys(toJson(type, world), typeKeys), QStringList());
        for (const WorldSchedule &schedule : world.schedules())
            QCOMPARE(wrongKeys(toJson(schedule, world), "uri default name user timezone rules"), QStringList());
        for (const WorldGroup &group : world.groups())
            QCOMPARE(wrongKeys(toJson(group, world), "uri name organization created_at updated_at", "member_count"),
                     QStringList());
        for (const WorldNoShow &mark : world.noShows())
            QCOMPARE(wrongKeys(toJson(mark, world), "uri invitee created_at"), QStringList());
        for (const WorldMeeting &meeting : world.meetings())
            QCOMPARE(
                wrongKeys(toJson(meeting, world), meetingKeys, "meeting_notes_plain meeting_notes_html cancellation"),
                QStringList());
        for (const WorldInvitee &invitee : world.invitees())
            QCOMPARE(wrongKeys(toJson(invitee, world), inviteeKeys, "cancellation"), QStringList());
    }

    void json_ofLinksSlotsBusyTimesAndWebhooks_hasTheKeysOfTheSchema()
    {
        World world = World::fromSeed(seedOf(1, 300));
        const auto linkJson = [&world](int link) { return toJson(world.links()[static_cast<size_t>(link)], world); };
        QCOMPARE(wrongKeys(linkJson(createLink(world, 0)), "booking_url owner owner_type"), QStringList());
        const QJsonObject share
            = linkJson(createLink(world, 0, WorldShareOverride{.name = QStringLiteral("Just for you")}));
        QCOMPARE(wrongKeys(share, "uri scheduling_links share_override"), QStringList());
        const QJsonObject changed = share.value(QStringLiteral("share_override")).toObject();
        QCOMPARE(
            wrongKeys(changed,
                      "name duration duration_options period_type start_date end_date max_booking_time hide_location "
                      "location_configurations availability_rule"),
            QStringList());
        QCOMPARE(changed.value(QStringLiteral("name")).toString(), QStringLiteral("Just for you"));
        QCOMPARE(changed.value(QStringLiteral("duration")).toInt(), 30);

        const auto &type = world.eventTypes()[0];
        const QJsonObject slot
            = toJson(findSlots(world, type, world.now(), world.now() + WorldTime(7) * 86400000).value(0), type, world);
        QCOMPARE(wrongKeys(slot, "status invitees_remaining start_time scheduling_url"), QStringList());
        for (const WorldBusyTime &busy : busyTimes(world, 0, world.now(), world.now() + WorldTime(7) * 86400000)) {
            const bool own = busy.kind == WorldBusyTime::Kind::Calendly;
            QCOMPARE(wrongKeys(toJson(busy, world),
                               own ? "type start_time end_time buffered_start_time buffered_end_time event"
                                   : "type start_time end_time"),
                     QStringList());
        }
        WorldWebhook webhook;
        webhook.scope = QStringLiteral("user");
        webhook.organization = webhook.user = webhook.creator = 0;
        const int id = world.add(webhook);
        QCOMPARE(wrongKeys(toJson(world.webhooks()[static_cast<size_t>(id)], world),
                           "uri callback_url created_at updated_at retry_started_at state events scope organization "
                           "user group creator"),
                 QStringList());
        world.removeWebhook(id);
        QVERIFY(!world.webhook(world.uuid(World::Thing::Webhook, id)));
    }

    void json_ofPlaces_usesTheNamesOfEvents()
    {
        const World world = World::fromSeed(seedOf(1, 1200));
        QSet<QString> types;
        bool expired = false;
        for (const WorldMeeting &meeting : world.meetings()) {
            const QJsonObject place = toJson(meeting, world).value(QStringLiteral("location")).toObject();
            types.insert(place.value(QStringLiteral("type")).toString());
            if (place.contains(QStringLiteral("status")) && meeting.end < utc("2026-05-01T00:00:00Z")) {
                expired = true;
                QVERIFY(place.value(QStringLiteral("status")).isNull());
                QVERIFY(place.value(QStringLiteral("join_url")).isNull());
            }
        }
        QVERIFY(expired);
        QVERIFY(types.contains(QStringLiteral("zoom")) && types.contains(QStringLiteral("gotomeeting")));
        QVERIFY(!types.contains(QStringLiteral("zoom_conference"))
                && !types.contains(QStringLiteral("gotomeeting_conference")));
    }

    void times_areWrittenWithMicrosecondsAndReadStrictly()
    {
        QCOMPARE(timeText(utc("2026-11-20T12:00:00Z")), QStringLiteral("2026-11-20T12:00:00.000000Z"));
        QCOMPARE(timeFromText(QStringLiteral("2026-11-20T12:00:00.250000Z")), utc("2026-11-20T12:00:00Z") + 250);
        QCOMPARE(timeFromText(QStringLiteral("2026-11-20T12:00:00Z")), utc("2026-11-20T12:00:00Z"));
        for (const char *wrong :
             {"2026-11-20T24:00:00Z", "2026-11-20T12:00:00", "2026-02-30T12:00:00Z", "2026-11-20", ""})
            QVERIFY2(!timeFromText(QString::fromLatin1(wrong)), wrong);
    }
};

QTEST_GUILESS_MAIN(TestWorldJson)
#include "tst_worldjson.moc"
