// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What changes an organization, its routing forms, its activity log, and the deletion of data.
class SandboxOrganizationTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_box.start({.meetings = 200})); }

    void invitation_isSentListedAndRevoked()
    {
        const Answer sent = m_box.mara().post(invitations(), {{u"email"_s, u"ana@example.com"_s}});
        QCOMPARE(sent.status, 201);
        QCOMPARE(sent.resource().value(u"status"_s).toString(), u"pending"_s);
        QVERIFY(m_box.mara().get(invitations()).rows().contains(sent.resource()));
        QCOMPARE(m_box.mara().post(invitations(), {{u"email"_s, u"ANA@example.com"_s}}).status, 400);
        const QUrl uri(sent.resource().value(u"uri"_s).toString());
        QCOMPARE(m_box.mara().remove(uri.path()).status, 204);
        QCOMPARE(m_box.mara().get(uri).status, 404);
        QCOMPARE(m_box.mara().remove(uri.path()).status, 404);
        QCOMPARE(m_box.mara().post(invitations(), {{u"email"_s, u"ana@example.com"_s}}).status, 201);
    }

    void invitation_isRefused()
    {
        QCOMPARE(m_box.mara().post(invitations(), {}).parameter(), u"email"_s);
        QCOMPARE(m_box.mara().post(invitations(), {{u"email"_s, u"nobody"_s}}).parameter(), u"email"_s);
        QCOMPARE(m_box.mara().post(invitations(), {{u"email"_s, u"june@northlight.example"_s}}).parameter(), u"email"_s);
        QCOMPARE(m_box.clientOf(u"june"_s)->post(invitations(), {{u"email"_s, u"ana@example.com"_s}}).status, 403);
    }

    void member_whoIsRemovedGoesOnAlone()
    {
        const int june = m_box.person(u"june"_s);
        const int organization = m_box.world().users().at(size_t(june)).organization;
        const int meeting = m_box.upcomingMeeting(u"june"_s);
        QVERIFY(meeting != noId);
        WorldWebhook hook;
        hook.scope = u"user"_s;
        hook.organization = organization;
        hook.user = june;
        const int id = m_box.world().add(hook);
        QCOMPARE(m_box.mara().remove(membershipPath(u"june"_s)).status, 204);
        QVERIFY(m_box.world().users().at(size_t(june)).organization != organization);
        QVERIFY(!m_box.world().webhooks().at(size_t(id)).active);
        QCOMPARE(m_box.mara().get(u"/organization_memberships"_s, {{u"organization"_s, m_box.organizationUri(u"mara"_s)}}).rows().size(), 6);
        QCOMPARE(m_box.mara().get(m_box.meetingPath(meeting)).status, 200);
    }

    void member_isNotRemovedByOthersNorTheOwnerByAnybody()
    {
        QCOMPARE(m_box.clientOf(u"june"_s)->remove(membershipPath(u"nils"_s)).status, 403);
        QCOMPARE(m_box.clientOf(u"theo"_s)->remove(membershipPath(u"mara"_s)).status, 403);
    }

    void groups_areForMembersWithThePermission()
    {
        const Fields northlight{{u"organization"_s, m_box.organizationUri(u"mara"_s)}};
        const Answer groups = m_box.clientOf(u"june"_s)->get(u"/groups"_s, northlight);
        QCOMPARE(groups.rows().size(), 2);
        QCOMPARE(groups.rows().first()[QLatin1String("name")].toString(), u"Design"_s);
        QCOMPARE(m_box.mara().get(u"/groups"_s).parameter(), u"organization"_s);
        QCOMPARE(m_box.clientOf(u"ottilie"_s)->get(u"/groups"_s, northlight).status, 403);
        const auto narrow = m_box.clientWith(m_box.server().mintToken(u"mara"_s, {u"organizations:read"_s}));
        QCOMPARE(narrow->get(u"/groups"_s, northlight).json().value(u"required_scopes"_s).toArray(), QJsonArray{u"groups:read"_s});
    }

    void routingForms_comeWithPlansForTeams()
    {
        const Answer forms = m_box.mara().get(u"/routing_forms"_s, {{u"organization"_s, m_box.organizationUri(u"mara"_s)}});
        QCOMPARE(forms.rows().size(), 2);
        const QString form = forms.rows().first()[QLatin1String("uri")].toString();
        const Answer sent = m_box.mara().get(u"/routing_form_submissions"_s, {{u"form"_s, form}, {u"sort"_s, u"created_at:desc"_s}, {u"count"_s, u"5"_s}});
        QCOMPARE(sent.rows().size(), 5);
        QVERIFY(!sent.paging(u"next_page_token"_s).isNull());
        QCOMPARE(m_box.mara().get(QUrl(sent.rows().first()[QLatin1String("uri")].toString())).resource(), sent.rows().first().toObject());
        const auto coaching = m_box.clientOf(u"mara-lindqvist"_s);
        QCOMPARE(coaching->get(u"/routing_forms"_s, {{u"organization"_s, m_box.organizationUri(u"mara-lindqvist"_s)}}).status, 403);
    }

    void activityLog_isForAdminsOnThePlanEnterprise()
    {
        const Answer refused = m_box.mara().get(u"/activity_log_entries"_s, {{u"organization"_s, m_box.organizationUri(u"mara"_s)}});
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text(u"message"_s), u"Please upgrade your Calendly account to Enterprise."_s);
        const Fields atlas{{u"organization"_s, m_box.organizationUri(u"ottilie"_s)}};
        QCOMPARE(m_box.clientOf(u"rasmus"_s)->get(u"/activity_log_entries"_s, atlas).status, 403);
        const auto ottilie = m_box.clientOf(u"ottilie"_s);
        const Answer all = ottilie->get(u"/activity_log_entries"_s, atlas);
        QCOMPARE(all.rows().size(), 20);
        QCOMPARE(all.json().value(u"total_count"_s).toInt(), 140);
        const Answer found = ottilie->get(u"/activity_log_entries"_s, atlas + Fields{{u"search_term"_s, u"Webhook Created"_s}});
        QCOMPARE(found.json().value(u"total_count"_s).toInt(), 28);
    }

    void deletion_isAcceptedFromAdminsOnThePlanEnterprise()
    {
        const QString invitees = u"/data_compliance/deletion/invitees"_s;
        const QString events = u"/data_compliance/deletion/events"_s;
        const QJsonObject people{{u"emails"_s, QJsonArray{u"ana@example.com"_s}}};
        const auto range = [](const QString &from, const QString &until) { return QJsonObject{{u"start_time"_s, from}, {u"end_time"_s, until}}; };
        const auto ottilie = m_box.clientOf(u"ottilie"_s);
        QCOMPARE(ottilie->post(invitees, people).status, 202);
        QCOMPARE(m_box.mara().post(invitees, people).status, 403);
        QCOMPARE(ottilie->post(invitees, {{u"emails"_s, QJsonArray{}}}).parameter(), u"emails"_s);
        QCOMPARE(ottilie->post(events, range(m_box.after(-30), m_box.after(-1))).status, 202);
        QCOMPARE(ottilie->post(events, range(m_box.after(-30), m_box.after(1))).status, 400);
        QCOMPARE(ottilie->post(events, range(m_box.after(-800), m_box.after(-1))).status, 400);
        QCOMPARE(m_box.clientOf(u"rasmus"_s)->post(events, range(m_box.after(-30), m_box.after(-1))).status, 403);
    }

private:
    QString invitations() { return QUrl(m_box.organizationUri(u"mara"_s)).path() + u"/invitations"_s; }
    QString membershipPath(const QString &slug)
    {
        const int user = m_box.person(slug);
        return m_box.pathOf(World::Thing::Membership, m_box.world().membershipOf(user, m_box.world().users().at(size_t(user)).organization)->id);
    }

    SandboxFixture m_box;
};

QTEST_GUILESS_MAIN(SandboxOrganizationTest)
#include "tst_sandboxorganization.moc"
