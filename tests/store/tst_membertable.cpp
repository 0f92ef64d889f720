// SPDX-License-Identifier: GPL-3.0-or-later
#include "membertable.h"
#include "storedmeetings.h"

#include <QTest>

class MemberTableTest : public QObject
{
    Q_OBJECT

private slots:
    void members_areKeptInOrderOfTheirNames()
    {
        TemporaryStore store;
        MemberTable table(store.database());
        QVERIFY(table.members().seenAt.isNull());
        const QDateTime seen = utc("2026-11-20T10:00:00Z");
        QVERIFY(table.replace({member(QStringLiteral("Theo"), Role::Admin), member(QStringLiteral("Mara"), Role::Owner)}, seen));
        QVERIFY(store.database().open(store.path()));
        QCOMPARE(table.members().members, (QList{member(QStringLiteral("Mara"), Role::Owner), member(QStringLiteral("Theo"), Role::Admin)}));
        QCOMPARE(table.members().seenAt, seen);
    }

    void reading_again_replacesEverybody()
    {
        TemporaryStore store;
        MemberTable table(store.database());
        const QDateTime seen = utc("2026-11-20T10:00:00Z");
        QVERIFY(table.replace({member(QStringLiteral("Theo"), Role::Admin)}, seen));
        QVERIFY(table.replace({member(QStringLiteral("Theo"), Role::User), member(QStringLiteral("June"), Role::User)}, seen.addDays(1)));
        QCOMPARE(table.members().members, (QList{member(QStringLiteral("June"), Role::User), member(QStringLiteral("Theo"), Role::User)}));
        QCOMPARE(table.members().seenAt, seen.addDays(1));
    }

    void removed_isGone()
    {
        TemporaryStore store;
        MemberTable table(store.database());
        QVERIFY(table.replace({member(QStringLiteral("Theo"), Role::Admin)}, utc("2026-11-20T10:00:00Z")));
        QVERIFY(table.remove(member(QStringLiteral("Theo"), Role::Admin).uri));
        QVERIFY(table.members().members.isEmpty());
    }

private:
    static OrganizationMembership member(const QString &name, Role role)
    {
        OrganizationMembership member;
        member.uri = QUrl(QStringLiteral("https://api.calendly.com/organization_memberships/") + name);
        member.organization = QUrl(QStringLiteral("https://api.calendly.com/organizations/one"));
        member.role = role;
        member.user.uri = QUrl(QStringLiteral("https://api.calendly.com/users/") + name);
        member.user.name = name;
        member.user.email = name + QStringLiteral("@example.com");
        member.user.timezone = QStringLiteral("Europe/Rome");
        member.user.schedulingUrl = QUrl(QStringLiteral("https://calendly.com/") + name);
        member.user.organization = member.organization;
        return member;
    }
};

QTEST_GUILESS_MAIN(MemberTableTest)
#include "tst_membertable.moc"
