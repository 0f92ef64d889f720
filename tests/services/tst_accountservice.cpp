// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountfixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using Trouble = AccountService::StorageTrouble;

namespace {

const QString accountList = QStringLiteral("accounts.json");

}

class TestAccountService : public AccountFixture
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(begin()); }

    void token_thatIsGoodTellsWhoseItIsAndWhatItAllows()
    {
        check(QLatin1String("  ") + m_world->calendly.token() + QLatin1Char('\n'));
        QTRY_VERIFY(m_checked);
        QVERIFY(m_checked->has_value());
        QCOMPARE((*m_checked)->user.uri, m_world->calendly.person());
        QVERIFY(permission(QStringLiteral("event_types:read")) == Permission::State::Granted);
        QVERIFY(permission(QStringLiteral("scheduled_events:read")) == Permission::State::Granted);
        QVERIFY(permission(QStringLiteral("availability:read")) == Permission::State::Granted);
        QVERIFY(permission(QStringLiteral("webhooks:read")) == Permission::State::Granted);
        QVERIFY(permission(QStringLiteral("scheduled_events:write")) == Permission::State::Unknown);
        QVERIFY(m_world->calendly->requests(QStringLiteral("POST *")).isEmpty());
        QCOMPARE(service().state(), State::SignedOut);
    }

    void token_withFewScopesTellsWhatIsMissing()
    {
        const QString slug = m_world->calendly->demoPerson().slug;
        check(m_world->calendly->mintToken(slug,
                                           {QStringLiteral("users:read"), QStringLiteral("scheduled_events:read")}));
        QTRY_VERIFY(m_checked);
        QVERIFY(m_checked->has_value());
        QVERIFY(permission(QStringLiteral("scheduled_events:read")) == Permission::State::Granted);
        QVERIFY(permission(QStringLiteral("event_types:read")) == Permission::State::Missing);
        QVERIFY(permission(QStringLiteral("webhooks:read")) == Permission::State::Missing);
        QVERIFY((*m_checked)->organization.name.isEmpty());
    }

    void signedIn_whatOnlySomePlansUseIsTriedToo()
    {
        check(m_world->calendly->mintToken(m_world->calendly->demoPerson().slug,
                                           {QStringLiteral("users:read"), QStringLiteral("routing_forms:read")}));
        QTRY_VERIFY(m_checked);
        add();
        QTRY_VERIFY(m_added && m_added->has_value());
        QList<Permission> found;
        service().readPermissions(this, [&found](const Result<QList<Permission>> &permissions) { found = permissions.value_or({}); });
        QTRY_VERIFY(found.contains(Permission{QStringLiteral("activity_log:read"), Permission::State::Missing}));
        QVERIFY(found.contains(Permission{QStringLiteral("routing_forms:read"), Permission::State::Granted}));
        QVERIFY(found.contains(Permission{QStringLiteral("data_compliance:write"), Permission::State::Unknown}));
        QVERIFY(m_world->calendly->requests(QStringLiteral("POST *")).isEmpty());
    }

    void token_thatIsWrongIsRefusedAfterOneTry()
    {
        check(QStringLiteral("not-a-token"));
        QTRY_VERIFY(m_checked);
        QVERIFY(!m_checked->has_value());
        QCOMPARE(m_checked->error().kind, Error::Kind::SignedOut);
        QCOMPARE(m_world->calendly->requests().size(), 1);
    }

    void token_withStrangeLettersIsNotSent()
    {
        for (const QString &odd :
             {QStringLiteral("abc\r\nX-Evil: 1"), QStringLiteral("naïve"), QStringLiteral("two words"), QString()}) {
            m_checked.reset();
            check(odd);
            QVERIFY(!m_checked);
            QTRY_VERIFY(m_checked);
            QCOMPARE(m_checked->error().kind, Error::Kind::Refused);
        }
        QVERIFY(m_world->calendly->requests().isEmpty());
    }

    void addedToken_opensItsAccountAndIsThereNextTime()
    {
        QVERIFY(signInWithToken());
        QCOMPARE(service().state(), State::Ready);
        QVERIFY(service().account()->personalToken);
        QVERIFY(service().account()->kept);
        QVERIFY(m_world->program->database.isOpen());
        start();
        service().openLast();
        QCOMPARE(service().account()->user.uri, m_world->calendly.person());
        QTRY_COMPARE(service().state(), State::Ready);
    }

    void addingWithoutACheckIsRefused()
    {
        add();
        QTRY_VERIFY(m_added);
        QCOMPARE(m_added->error().kind, Error::Kind::Refused);
    }

    void openLast_offlineShowsWhatIsStored()
    {
        QVERIFY(signInWithToken());
        QVERIFY(m_world->load());
        const int stored = m_world->program->meetings.count(everything());
        QVERIFY(stored > 0);
        m_world->calendly.stop();
        start();
        service().openLast();
        QVERIFY(service().account());
        QCOMPARE(m_world->program->meetings.count(everything()), stored);
        QTRY_COMPARE(service().state(), State::Ready);
    }

    void openWithToken_offlineShowsWhatIsStoredUntilCalendlyAnswers()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(m_world->load());
        const int stored = m_world->program->meetings.count(everything());
        m_world->calendly.stop();
        start();
        m_world->program->sync.start();
        service().openWithToken(m_world->calendly.token().toLatin1());
        QCOMPARE(m_world->program->meetings.count(everything()), stored);
        QCOMPARE(service().state(), State::Opening);
        QTRY_COMPARE(m_world->program->sync.state(), SyncService::State::Offline);
        QVERIFY(m_world->startServer());
        QTRY_COMPARE_WITH_TIMEOUT(service().state(), State::Ready, 20000);
    }

    void openWithToken_ofSomebodyElseOpensTheirOwnStore()
    {
        QVERIFY(m_world->signIn());
        QVERIFY(m_world->load());
        start();
        QSignalSpy switched(&service(), &AccountService::accountSwitched);
        const WorldUser &first = m_world->calendly->demoPerson();
        QString other;
        for (const WorldUser &user : m_world->calendly->world().users()) {
            if (user.id != first.id)
                other = user.slug;
        }
        service().openWithToken(m_world->calendly->personalAccessToken(other).toLatin1());
        QTRY_COMPARE(service().state(), State::Ready);
        QVERIFY(!switched.isEmpty());
        QVERIFY(service().account()->user.uri != m_world->calendly.person());
        QCOMPARE(m_world->program->meetings.count(everything()), 0);
    }

    void emptyProfile_isSignedOut()
    {
        service().openLast();
        QTRY_COMPARE(service().state(), State::SignedOut);
        QVERIFY(!service().account());
    }

    void lockedKeychain_isNeverSignedOut()
    {
        QVERIFY(signInWithToken());
        QVERIFY(m_world->load());
        m_vault->isLocked = true;
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::KeychainUnreachable);
        QVERIFY(m_world->program->meetings.count(everything()) > 0);
        m_vault->isLocked = false;
        service().retryKeychain();
        QTRY_COMPARE(service().state(), State::Ready);
    }

    void withoutAKeychain_signInEndsWithTheProgramAndSaysSo()
    {
        QVERIFY(service().keepsSignIns());
        m_vault->isLasting = false;
        QVERIFY(!service().keepsSignIns());
        QVERIFY(signInWithToken());
        QCOMPARE(service().state(), State::Ready);
        QVERIFY(!service().account()->kept);
        m_world->program.reset();
        m_vault = std::make_unique<PersistentVault>();
        m_vault->isLasting = false;
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::SignInEnded);
        QVERIFY(service().account());
        QVERIFY(!service().problem().message.isEmpty());
    }

    void runWithATokenOfItsOwn_leavesTheKeptSignInAlone()
    {
        QVERIFY(signInWithToken());
        start();
        QVERIFY(m_world->signIn());
        m_vault->isLocked = true;
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::KeychainUnreachable);
    }

    void aListOfAccountsThatCannotBeRead_isTold()
    {
        QVERIFY(QDir(m_world->profile.path()).mkdir(accountList));
        start();
        QSignalSpy troubled(&service(), &AccountService::storageTroubled);
        service().openLast();
        QCOMPARE(service().state(), State::SignedOut);
        QCOMPARE(troubled.size(), 1);
        QCOMPARE(service().storageTroubles(), QList<Trouble>{Trouble::List});
    }

    void aDamagedListOfAccounts_isToldAndWhatIsStoredComesBack()
    {
        QVERIFY(signInWithToken());
        QVERIFY(m_world->load());
        const int stored = m_world->program->meetings.count({});
        QVERIFY(stored > 0);
        m_world->program.reset();
        QFile list(m_world->profile.filePath(accountList));
        QVERIFY(list.open(QIODevice::WriteOnly | QIODevice::Truncate));
        list.write("{\"accounts\": [");
        list.close();
        start();
        service().openLast();
        QCOMPARE(service().state(), State::SignedOut);
        QCOMPARE(service().storageTroubles(), QList<Trouble>{Trouble::DamagedList});
        m_checked.reset();
        m_added.reset();
        QVERIFY(signInWithToken());
        QCOMPARE(m_world->program->meetings.count({}), stored);
    }

    void aStoreOfTheSameKeyAndAnotherAddress_isSetAsideWithWhatOnlyItKnows()
    {
        QVERIFY(signInWithToken());
        SchedulingLink link;
        link.id = QStringLiteral("l1");
        link.bookingUrl = QUrl(QStringLiteral("https://calendly.com/d/abc"));
        link.eventType = QUrl(QStringLiteral("https://api.calendly.com/event_types/E1"));
        link.label = QStringLiteral("for Ana");
        link.trackingToken = QStringLiteral("sd-1");
        link.createdAt = m_world->clock.now();
        link.expiresAt = link.createdAt.addDays(90);
        const Result<Done> added = m_world->program->linkTable.add(link);
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
        User other = service().account()->user;
        other.uri = QUrl(QStringLiteral("https://api.calendly.com/users/") + m_world->calendly.person().fileName());
        QVERIFY(m_world->program->syncState.setUser(other));
        m_world->program.reset();
        QVERIFY(QFile::remove(m_world->profile.filePath(accountList)));
        start();
        m_checked.reset();
        m_added.reset();
        QVERIFY(signInWithToken());
        QCOMPARE(service().account()->user.uri, m_world->calendly.person());
        QVERIFY(service().rescue().otherAddress && service().rescue().whole && !service().rescue().newer);
        QCOMPARE(m_world->program->links.recent(5).size(), 1);
        QCOMPARE(m_world->program->links.recent(5).first().label, QStringLiteral("for Ana"));
        const QDir folder(m_world->profile.filePath(QStringLiteral("accounts/") + m_world->calendly.person().fileName()));
        QVERIFY(!folder.entryList({QStringLiteral("store.sqlite.aside-*")}, QDir::Files).isEmpty());
    }

    void aStoreThatCannotBeOpened_isToldOnceAndStaysTold()
    {
        QVERIFY(signInWithToken());
        m_world->program.reset();
        const QString folder = m_world->profile.filePath(QStringLiteral("accounts/") + m_world->calendly.person().fileName());
        QVERIFY(QFile::rename(folder, folder + QStringLiteral("-aside")));
        QFile inItsPlace(folder);
        QVERIFY(inItsPlace.open(QIODevice::WriteOnly));
        start();
        QSignalSpy troubled(&service(), &AccountService::storageTroubled);
        service().openLast();
        QTRY_COMPARE(service().state(), State::Ready);
        QTRY_COMPARE(service().account()->organization.name.isEmpty(), false); // everything was asked that a start asks
        QCOMPARE(troubled.size(), 1);
        QCOMPARE(service().storageTroubles(), QList<Trouble>{Trouble::Store});
    }

    void aStoreThatCannotBeOpened_leavesNobodyElsesOpen()
    {
        QVERIFY(signInWithToken());
        QVERIFY(m_world->load());
        QFile inItsPlace(m_world->profile.filePath(QStringLiteral("accounts/somebody")));
        QVERIFY(inItsPlace.open(QIODevice::WriteOnly));
        KnownAccount other;
        other.key = QStringLiteral("somebody");
        other.user = QUrl(QStringLiteral("https://api.example.com/users/somebody"));
        QVERIFY(m_world->program->accounts.put(other));
        QSignalSpy switched(&service(), &AccountService::accountSwitched);
        service().open(other.key);
        QCOMPARE(switched.size(), 1);
        QVERIFY(!m_world->program->database.isOpen());
        QCOMPARE(service().storageTroubles(), QList<Trouble>{Trouble::Store});
    }

    void whoIsSignedInAndCannotBeWrittenDown_isToldOnce()
    {
        QVERIFY(QDir(m_world->profile.path()).mkdir(accountList)); // after the list was read
        QSignalSpy troubled(&service(), &AccountService::storageTroubled);
        QVERIFY(signInWithToken());
        QCOMPARE(service().state(), State::Ready);
        service().followKeeping();
        QCOMPARE(troubled.size(), 1);
        QCOMPARE(service().storageTroubles(), QList<Trouble>{Trouble::Remembering});
    }

    void signInThatMayNotReadItsNameStaysUsable()
    {
        QVERIFY(signInWithToken());
        sandbox::Fault forbidden;
        forbidden.status = 403;
        m_world->calendly->failAlways(QStringLiteral("GET /users/me"), forbidden);
        m_world->calendly->clearRequests();
        start();
        service().openLast();
        QTRY_VERIFY(!m_world->calendly->requests(QStringLiteral("GET /users/me")).isEmpty());
        QTest::qWait(50);
        QCOMPARE(service().state(), State::Ready);
    }
};

QTEST_GUILESS_MAIN(TestAccountService)
#include "tst_accountservice.moc"
