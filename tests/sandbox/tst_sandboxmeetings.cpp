// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxfixture.h"

#include "booking.h"
#include "worldjson.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString meetings = u"/scheduled_events"_s;
const QString user = u"user"_s;
const QString organization = u"organization"_s;
const QString group = u"group"_s;
const QString message = u"message"_s;
const QString nextToken = u"next_page_token"_s;
const QString previousToken = u"previous_page_token"_s;
const QString pageToken = u"page_token"_s;

QStringList urisOf(const QJsonArray &rows)
{
    QStringList uris;
    for (const QJsonValue &row : rows)
        uris += row[QLatin1String("uri")].toString();
    return uris;
}

} // namespace

class SandboxMeetingsTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_box.start({.meetings = 1200, .rateLimit = 0})); }

    void ownMeetings_needTheUserAlone()
    {
        const Answer answer = m_box.mara().get(meetings, {{user, m_box.userUri(u"mara"_s)}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.rows().size(), 20);
        QCOMPARE(answer.paging(u"count"_s).toInt(), 20);
        QVERIFY(answer.paging(u"previous_page"_s).isNull());
        QCOMPARE(m_box.mara().get(meetings).parameter(), user);
    }

    void otherPeoplesMeetings_followTheRoles_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("whose");
        QTest::addColumn<bool>("withOrganization");
        QTest::addColumn<QString>("refusal");
        const auto mara = u"mara"_s;
        const auto june = u"june"_s;
        QTest::newRow("owner, with organization") << mara << june << true << QString();
        QTest::newRow("admin, with organization") << u"theo"_s << june << true << QString();
        QTest::newRow("member, with organization") << june << mara << true << u"You do not have permission"_s;
        QTest::newRow("owner, without")
            << mara << june << false
            << u"Please also specify organization when requesting events for a user within your organization."_s;
        QTest::newRow("stranger") << mara << u"ottilie"_s << false << u"This user is not in your organization"_s;
        QTest::newRow("organization, owner") << mara << QString() << true << QString();
        QTest::newRow("organization, member") << june << QString() << true << u"You do not have permission"_s;
    }
    void otherPeoplesMeetings_followTheRoles()
    {
        QFETCH(QString, who);
        QFETCH(QString, whose);
        QFETCH(bool, withOrganization);
        Fields query;
        if (!whose.isEmpty())
            query.emplaceBack(user, m_box.userUri(whose));
        if (withOrganization)
            query.emplaceBack(organization, m_box.organizationUri(u"mara"_s));
        const Answer answer = m_box.clientOf(who)->get(meetings, query);
        QTEST(answer.text(message), "refusal");
        QCOMPARE(answer.status, answer.text(message).isEmpty() ? 200 : 403);
    }

    void groupMeetings_areForItsAdmins()
    {
        const Fields query{{group, m_box.world().uri(World::Thing::Group, 0)}};
        QCOMPARE(m_box.clientOf(u"june"_s)->get(meetings, query).status, 200);
        QCOMPARE(m_box.mara().get(meetings, query).status, 200);
        QCOMPARE(m_box.clientOf(u"nils"_s)->get(meetings, query).status, 403);
    }

    void filters_narrowTheListDown()
    {
        const QString now = SandboxFixture::after(0);
        const Fields mine{{user, m_box.userUri(u"mara"_s)}, {u"count"_s, u"100"_s}};
        const Answer upcoming
            = m_box.mara().get(meetings, mine + Fields{{u"min_start_time"_s, now}, {u"status"_s, u"active"_s}});
        QVERIFY(!upcoming.rows().isEmpty());
        QString last;
        for (const QJsonValue &row : upcoming.rows()) {
            QCOMPARE(row[QLatin1String("status")].toString(), u"active"_s);
            const QString start = row[QLatin1String("start_time")].toString();
            QVERIFY(start >= last && start >= now.left(16));
            last = start;
        }
        const Answer past
            = m_box.mara().get(meetings, mine + Fields{{u"max_start_time"_s, now}, {u"sort"_s, u"start_time:desc"_s}});
        QVERIFY(past.rows().first()[QLatin1String("start_time")].toString()
                > past.rows().last()[QLatin1String("start_time")].toString());

        const WorldInvitee &somebody
            = m_box.world().invitees().at(size_t(invitees(m_box.upcomingMeeting(u"mara"_s)).first()));
        const Answer theirs = m_box.mara().get(meetings, mine + Fields{{u"invitee_email"_s, somebody.email.toUpper()}});
        QVERIFY(urisOf(theirs.rows()).contains(m_box.world().uri(World::Thing::Meeting, somebody.meeting)));
    }

    void pages_showEachMeetingOnceWhileOthersComeAndGo()
    {
        const Fields query{{user, m_box.userUri(u"mara"_s)}, {u"status"_s, u"active"_s}, {u"count"_s, u"50"_s}};
        const QStringList expected = allPages(query, false);
        QVERIFY(expected.size() > 100);
        const QStringList found = allPages(query, true);
        QCOMPARE(found, expected);
        QVERIFY(allPages(query, false) != expected);
    }

    void pages_goBackToo()
    {
        const Fields query{{user, m_box.userUri(u"mara"_s)}, {u"count"_s, u"7"_s}};
        const Answer first = m_box.mara().get(meetings, query);
        const Answer second = m_box.mara().get(QUrl(first.paging(u"next_page"_s).toString()));
        const Answer third
            = m_box.mara().get(meetings, query + Fields{{pageToken, second.paging(nextToken).toString()}});
        const Answer back = m_box.mara().get(QUrl(third.paging(u"previous_page"_s).toString()));
        QCOMPARE(back.rows(), second.rows());
        const Answer start
            = m_box.mara().get(meetings, query + Fields{{pageToken, back.paging(previousToken).toString()}});
        QCOMPARE(start.rows(), first.rows());
        QVERIFY(start.paging(previousToken).isNull());
        const Answer again
            = m_box.mara().get(meetings, query + Fields{{pageToken, start.paging(nextToken).toString()}});
        QCOMPARE(again.rows(), second.rows());
    }

    void pageToken_isGoodForItsOwnRequestOnly()
    {
        const Fields query{{user, m_box.userUri(u"mara"_s)}};
        const QString token = m_box.mara().get(meetings, query).paging(nextToken).toString();
        const auto ask = [&](const Fields &more, const QString &with) {
            return m_box.mara().get(meetings, query + more + Fields{{pageToken, with}});
        };
        QCOMPARE(ask({}, token).status, 200);
        QCOMPARE(ask({{u"status"_s, u"active"_s}}, token).parameter(), pageToken);
        QCOMPARE(ask({}, token.chopped(1)).parameter(), pageToken);
        QCOMPARE(ask({}, token.left(4) + (token.at(4) == u'A' ? u'B' : u'A') + token.mid(5)).parameter(), pageToken);
    }

    void oneMeeting_isForItsHostsAndAdmins()
    {
        const int id = m_box.meetingOf(u"mara"_s, [&](const WorldMeeting &meeting) {
            return meeting.hosts == QList<int>{m_box.person(u"mara"_s)};
        });
        const QString path = m_box.meetingPath(id);
        QCOMPARE(m_box.mara().get(path).resource(), toJson(m_box.world().meetings().at(size_t(id)), m_box.world()));
        QCOMPARE(m_box.clientOf(u"theo"_s)->get(path).status, 200);
        const auto dev = m_box.clientOf(u"dev"_s);
        QCOMPARE(dev->get(path).text(message), u"You are not allowed to view this event"_s);
        QCOMPARE(dev->get(path + u"/invitees"_s).status, 403);
        QCOMPARE(m_box.mara().get(u"/scheduled_events/NONE"_s).status, 404);
    }

    void invitees_lieUnderTheirMeeting()
    {
        const int id
            = m_box.meetingOf(u"mara"_s, [](const WorldMeeting &meeting) { return meeting.invitees.size() > 2; });
        QVERIFY(id != noId);
        const QString path = m_box.meetingPath(id) + u"/invitees"_s;
        const Answer all = m_box.mara().get(path);
        QCOMPARE(all.rows().size(), invitees(id).size());
        QCOMPARE(m_box.mara().get(QUrl(urisOf(all.rows()).first())).resource(), all.rows().first().toObject());
        const QString email = all.rows().first()[QLatin1String("email")].toString();
        QVERIFY(m_box.mara().get(path, {{u"email"_s, email}}).rows().size() >= 1);
        const Answer active = m_box.mara().get(path, {{u"status"_s, u"active"_s}});
        const Answer canceled = m_box.mara().get(path, {{u"status"_s, u"canceled"_s}});
        QCOMPARE(active.rows().size() + canceled.rows().size(), all.rows().size());
        const Answer paged = m_box.mara().get(path, {{u"count"_s, u"1"_s}});
        QCOMPARE(urisOf(m_box.mara().get(QUrl(paged.paging(u"next_page"_s).toString())).rows()),
                 urisOf(all.rows()).mid(1, 1));
        const QString uuid = m_box.world().uuid(World::Thing::Invitee, invitees(id).first());
        const int other = m_box.meetingOf(u"mara"_s, [&](const WorldMeeting &meeting) { return meeting.id != id; });
        QCOMPARE(m_box.mara().get(m_box.meetingPath(other) + u"/invitees/"_s + uuid).status, 404);
    }

private:
    const QList<int> &invitees(int meeting) { return m_box.world().meetings().at(size_t(meeting)).invitees; }

    /// Follows next_page_token to the end; with `disturb` meetings are canceled and booked on the way.
    QStringList allPages(const Fields &query, bool disturb)
    {
        QStringList uris;
        QString token;
        int page = 0;
        do {
            const Answer answer
                = m_box.mara().get(meetings, token.isEmpty() ? query : query + Fields{{pageToken, token}});
            uris += urisOf(answer.rows());
            token = answer.paging(nextToken).toString();
            if (disturb)
                disturbLists(page++);
        } while (!token.isEmpty());
        return uris;
    }

    void disturbLists(int page)
    {
        World &world = m_box.world();
        const int mara = m_box.person(u"mara"_s);
        cancelByHost(world, m_box.upcomingMeeting(u"mara"_s), u"Mara"_s, QString());
        WorldMeeting extra = world.meetings().at(size_t(m_box.upcomingMeeting(u"mara"_s)));
        extra.start = world.now() - WorldTime(page) * 86400000 * 20;
        extra.end = extra.start + 1800000;
        extra.hosts = {mara};
        extra.invitees.clear();
        world.add(extra);
    }

    SandboxFixture m_box;
};

QTEST_GUILESS_MAIN(SandboxMeetingsTest)
#include "tst_sandboxmeetings.moc"
