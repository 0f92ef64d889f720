// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesshands.h"

#include <QLabel>

namespace {

/// What Calendly itself says in a refusal: English, and of no use to anybody alone.
const QStringList calendlysWords{QStringLiteral("You do not have permission"), QStringLiteral("You do not have the required scope"),
                                 QStringLiteral("Insufficient scope"), QStringLiteral("Permission Denied"), QStringLiteral("Please upgrade")};

const QString guest = QStringLiteral("Ottavia Neri");

} // namespace

/// Every operation with every role, plan and permission: it is done, or a sentence names what is lacking.
class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
    }

    void cleanup()
    {
        m_acts.reset();
        m_fixture.reset();
    }

    void eachRoleAndPlanIsServedOrToldWhy_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("plan");
        for (const auto &[person, role] : {std::pair("mara", "Owner"), std::pair("theo", "Admin"), std::pair("june", "User")}) {
            for (const char *plan : {"basic", "teams", "enterprise"})
                QTest::addRow("%s, %s", role, plan) << QString::fromLatin1(person) << QString::fromLatin1(role) << QString::fromLatin1(plan);
        }
    }

    void eachRoleAndPlanIsServedOrToldWhy()
    {
        QFETCH(const QString, person);
        QFETCH(const QString, role);
        QFETCH(const QString, plan);
        const bool runs = role != QLatin1String("User");
        const bool enterprise = plan == QLatin1String("enterprise");
        const QString standing = QStringLiteral("Your role is %1; the plan is %2.").arg(role, plan.left(1).toUpper() + plan.mid(1));
        setPlan(plan);
        giveMeetingTo(person);
        QVERIFY(signIn(m_fixture->calendly->personalAccessToken(person)));

        // Everybody may do with their own meetings, links and hours what they like.
        QVERIFY(m_acts->cancelSomething());
        QVERIFY(m_acts->copySingleUseLink());
        QVERIFY(m_acts->shareSomething());
        QVERIFY(m_acts->hasHours());
        QVERIFY(m_acts->looksAtSomebodysWeek());

        QVERIFY(m_acts->openTeam("showMembersButton"));
        QTRY_COMPARE(rows().size(), 7);
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Dev Raman")));
        QTRY_VERIFY(hands().words("MemberCard").contains(QLatin1String("Working hours")));
        QTRY_VERIFY(!hands().words("MemberCard").contains(QStringLiteral("Reading…")));
        QTRY_COMPARE(hands().words("MemberCard").contains(QLatin1String("meetings only to owners and admins")), !runs);
        QCOMPARE(hands().isUsable("remove", "MemberCard"), runs);
        QCOMPARE(hands().words("MemberCard").contains(QLatin1String("Only owners and admins can remove somebody. Your role is User.")), !runs);
        QCOMPARE(hands().isUsable("invite", "TeamPage"), runs);
        QCOMPARE(toolTip("invite").contains(QLatin1String("Only owners and admins can invite people. Your role is User.")), !runs);
        if (runs)
            QVERIFY(m_acts->removeDev() && m_acts->inviteAna());

        QVERIFY(m_acts->openTeam("showInvitationsButton"));
        QTRY_VERIFY(rows().filter(QStringLiteral("petra@nordwind.example")).size() == 1);
        QVERIFY(hands().clickRow(*list(), QStringLiteral("petra@nordwind.example")));
        QCOMPARE(hands().words("InvitationCard").contains(QLatin1String("Only owners and admins can send or revoke invitations. Your role is User.")), !runs);
        QCOMPARE(hands().isUsable("revoke", "InvitationCard"), runs);

        QVERIFY(m_acts->openTeam("showRoutingFormsButton"));
        if (plan == QLatin1String("basic"))
            QTRY_VERIFY2(m_acts->says("RoutingSection", {QStringLiteral("come with the plans Teams and Enterprise"), standing}), qPrintable(hands().words("RoutingSection")));
        else
            QTRY_COMPARE(rows().size(), 2);

        QVERIFY(m_acts->openTeam("showActivitiesButton"));
        if (runs && enterprise)
            QTRY_VERIFY(!rows().isEmpty());
        else
            QTRY_VERIFY2(m_acts->says("ActivitySection", {QStringLiteral("comes with the plan Enterprise"), QStringLiteral("owners and admins only"), standing}),
                         qPrintable(hands().words("ActivitySection")));
        if (runs && enterprise)
            QVERIFY(m_acts->eraseSomebody());
        else
            QVERIFY2(toolTip("erase").contains(enterprise ? QStringLiteral("Only owners and admins can delete data. Your role is User.") : standing), qPrintable(toolTip("erase")));

        QVERIFY(m_acts->webhooksWork(runs));
        QVERIFY(m_acts->samplesAreShown(runs));
        QVERIFY2(saysNothingRaw(), qPrintable(m_raw));
    }

    void eachMissingPermissionIsNamed_data()
    {
        QTest::addColumn<QString>("missing");
        for (const char *missing : {"organizations:read", "organizations:write", "event_types:read", "availability:read", "scheduled_events:read",
                                    "scheduled_events:write", "scheduling_links:write", "shares:write", "webhooks:read", "webhooks:write",
                                    "groups:read", "routing_forms:read", "activity_log:read", "data_compliance:write"})
            QTest::addRow("%s", missing) << QString::fromLatin1(missing);
    }

    void eachMissingPermissionIsNamed()
    {
        QFETCH(const QString, missing);
        setPlan(QStringLiteral("enterprise"));
        giveMeetingTo(QStringLiteral("mara"));
        QVERIFY(signIn(m_fixture->calendly->mintToken(QStringLiteral("mara"), without(missing))));
        const QString said = whatIsSaidWithout(missing);
        QVERIFY2(said.contains(QLatin1Char('(') + missing + QLatin1Char(')')), qPrintable(said));
        QVERIFY2(saysNothingRaw(), qPrintable(m_raw));
    }

    void withoutTheOneForPeopleNobodyCanSignIn()
    {
        QVERIFY(m_fixture->openWindow() && m_fixture->pasteToken(m_fixture->calendly->mintToken(QStringLiteral("mara"), without(QStringLiteral("users:read")))));
        QTRY_VERIFY2(hands().words("TokenPage").contains(QLatin1String("(users:read)")), qPrintable(hands().words("TokenPage")));
        QVERIFY2(saysNothingRaw(), qPrintable(m_raw));
    }

    void whatCouldNotBeReadIsNotSaidToBeMissing()
    {
        giveMeetingTo(QStringLiteral("mara"));
        QStringList held = without(QStringLiteral("event_types:read"));
        held.removeOne(QStringLiteral("scheduled_events:read"));
        held.removeOne(QStringLiteral("scheduled_events:write"));
        QVERIFY(signIn(m_fixture->calendly->mintToken(QStringLiteral("mara"), held)));
        QVERIFY(m_acts->open(Qt::Key_4, "LinksPage"));
        QVERIFY2(sentenceOf("LinksPage").contains(QLatin1String("(event_types:read)")), qPrintable(hands().words("LinksPage")));
        QVERIFY(m_acts->open(Qt::Key_7, "InsightsPage"));
        QVERIFY2(sentenceOf("InsightsPage").contains(QLatin1String("(scheduled_events:read)")), qPrintable(hands().words("InsightsPage")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QTreeView *list(const char *page = "TeamPage") const { return m_fixture->list(page); }
    QStringList rows(const char *page = "TeamPage") const { return list(page) ? hands().rows(*list(page)) : QStringList(); }
    QString toolTip(const char *button) const { return hands().seen(button, "TeamPage") ? hands().seen(button, "TeamPage")->toolTip() : QString(); }

    /// Every permission but this one; what writes includes reading, so that goes as well.
    static QStringList without(const QString &missing)
    {
        QStringList held{QStringLiteral("users:read")};
        for (const char *family : {"organizations", "event_types", "availability", "scheduled_events", "scheduling_links", "shares", "webhooks",
                                   "groups", "routing_forms", "activity_log", "data_compliance"}) {
            const QString name = QString::fromLatin1(family);
            const bool itself = missing.startsWith(name + QLatin1Char(':'));
            if (!itself)
                held << name + QLatin1String(":read") << name + QLatin1String(":write");
            else if (missing.endsWith(QLatin1String(":write")))
                held << name + QLatin1String(":read");
        }
        held.removeOne(missing);
        return held;
    }

    void setPlan(const QString &plan)
    {
        WorldOrganization &organization = m_fixture->calendly->world().editOrganization(m_fixture->calendly->demoPerson().organization);
        organization.plan = plan;
        organization.stage = plan == QLatin1String("basic") ? QStringLiteral("free") : QStringLiteral("paid");
        WorldActivity activity;
        activity.organization = organization.id;
        activity.actor = m_fixture->calendly->demoPerson().id;
        activity.space = QStringLiteral("User");
        activity.action = QStringLiteral("LoggedIn");
        activity.occurredAt = m_fixture->calendly->world().now();
        m_fixture->calendly->world().add(activity);
    }

    bool signIn(const QString &token)
    {
        return m_fixture->openWindow() && m_fixture->pasteToken(token) && WindowHands::waitFor([this] { return hands().seen("result", "TokenPage"); })
            && hands().click("add", "TokenPage") && WindowHands::waitFor([this] {
                   const SyncService::State state = m_fixture->composition->sync().state();
                   return state == SyncService::State::UpToDate || state == SyncService::State::Failed;
               });
    }

    /// Somebody books with this person, and nobody else.
    void giveMeetingTo(const QString &person)
    {
        World &world = m_fixture->calendly->world();
        const QUrl copied = m_fixture->calendly.book(m_fixture->clock.now().addSecs(4 * 3600));
        WorldMeeting meeting = world.meetings().at(size_t(world.idOfUri(World::Thing::Meeting, copied.toString())));
        WorldInvitee invitee = world.invitees().at(size_t(meeting.invitees.first()));
        meeting.invitees.clear();
        meeting.hosts = {world.userBySlug(person)->id};
        invitee.meeting = world.add(meeting);
        invitee.name = guest;
        world.add(invitee);
        QString ownType;
        for (const WorldEventType &type : world.eventTypes()) {
            if (type.hosts == meeting.hosts && type.active && !type.group && !type.secret && type.pooling == WorldPooling::None)
                ownType = type.name;
        }
        m_acts = std::make_unique<AccessHands>(*m_fixture, guest, ownType);
    }

    /// Does what takes the permission, and gives what the window says then.
    QString whatIsSaidWithout(const QString &missing)
    {
        if (missing == QLatin1String("scheduled_events:read"))
            return m_acts->open(Qt::Key_1, "SchedulePage") ? sentenceOf("SchedulePage") : QString();
        if (missing == QLatin1String("scheduled_events:write"))
            return m_acts->askToCancel() ? m_acts->saidIn("problem", "CancelDialog") : QString();
        if (missing == QLatin1String("event_types:read"))
            return m_acts->open(Qt::Key_2, "EventTypesPage") ? sentenceOf("EventTypesPage") : QString();
        if (missing == QLatin1String("availability:read"))
            return m_acts->open(Qt::Key_3, "AvailabilityPage") ? sentenceOf("AvailabilityPage") : QString();
        if (missing == QLatin1String("scheduling_links:write"))
            return m_acts->askForLink() && m_acts->toast(QStringLiteral("No single-use link was copied.")) ? hands().toasts().join(QLatin1Char('\n')) : QString();
        if (missing == QLatin1String("shares:write"))
            return m_acts->askToShare() ? m_acts->saidIn("problem", "ShareDialog") : QString();
        if (missing == QLatin1String("webhooks:read") || missing == QLatin1String("groups:read"))
            return m_acts->open(Qt::Key_6, "WebhooksPage") ? sentenceOf("WebhooksPage") : QString();
        if (missing == QLatin1String("webhooks:write")) {
            if (!m_acts->askForWebhook())
                return {};
            hands().press(Qt::Key_Return);
            return m_acts->saidIn("problem", "WebhookDialog");
        }
        return whatTheTeamSaysWithout(missing);
    }

    QString whatTheTeamSaysWithout(const QString &missing)
    {
        if (!m_acts->open(Qt::Key_5, "TeamPage"))
            return {};
        if (missing == QLatin1String("organizations:write"))
            return WindowHands::waitFor([this] { return rows().size() == 7; }) && m_acts->askToInvite() ? m_acts->saidIn("problem", "InviteDialog") : QString();
        if (missing == QLatin1String("data_compliance:write"))
            return m_acts->askToErase() ? m_acts->saidIn("problem", "ErasureDialog") : QString();
        if (missing == QLatin1String("routing_forms:read"))
            hands().click("showRoutingFormsButton", "TeamPage");
        else if (missing == QLatin1String("activity_log:read"))
            hands().click("showActivitiesButton", "TeamPage");
        return sentenceOf("TeamPage");
    }

    /// What a page says in place of its list.
    QString sentenceOf(const char *page) const
    {
        WindowHands::waitFor([&] { return hands().words(page).contains(QLatin1String("This sign-in lacks")); });
        return hands().words(page);
    }

    /// Nobody is left alone with Calendly's own words.
    bool saysNothingRaw()
    {
        const auto labels = m_fixture->window->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            for (const QString &words : calendlysWords) {
                if (label->isVisible() && label->text().startsWith(words))
                    m_raw = label->text();
            }
        }
        return m_raw.isEmpty();
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<AccessHands> m_acts;
    QString m_raw;
};

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
