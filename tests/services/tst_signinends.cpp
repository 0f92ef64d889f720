// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountfixture.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>

/// Signing out, and sign-ins that are not taken over: what is left here, and what lives on in Calendly.
class TestSignInEnds : public AccountFixture
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(begin()); }

    void signInOfSomebodyElse_isGivenBackAfterItsNameWasAsked()
    {
        QVERIFY(signInWithToken());
        const AccessTokens refused = comeBackFromBrowser(somebodyElse());
        QTRY_COMPARE(m_finished.size(), 1);
        QVERIFY(!m_finished.first());
        const QString message = m_finished.first().error().message;
        QVERIFY2(message.contains(somebodyElse().name), qPrintable(message));
        QTRY_COMPARE(revoked(), QList<QByteArray>{refused.refreshToken}); // and not the token that is in use
        QCOMPARE(service().state(), State::Ready);
    }

    void signInWhoseOwnerCannotBeNamed_isGivenBack()
    {
        m_world->calendly->failAlways(QStringLiteral("GET /users/me"), faultOf(sandbox::Fault::Kind::Status, 403));
        const AccessTokens refused = comeBackFromBrowser(m_world->calendly->demoPerson(), false);
        QTRY_COMPARE(m_finished.size(), 1);
        QVERIFY(!m_finished.first());
        QTRY_COMPARE(revoked(), QList<QByteArray>{refused.refreshToken});
    }

    void stopping_whileTheOwnerIsAskedForGivesTheSignInBack()
    {
        const AccessTokens stopped = comeBackFromBrowser(m_world->calendly->demoPerson(), false);
        service().stopBrowserSignIn();
        QTRY_COMPARE(revoked(), QList<QByteArray>{stopped.refreshToken});
        QVERIFY(m_finished.isEmpty());
        QCOMPARE(service().state(), State::SignedOut);
        QVERIFY(!kept());
    }

    void stopping_whileTheSignInIsStoredGivesItBack()
    {
        m_vault->isAsking = true;
        const AccessTokens stopped = comeBackFromBrowser(m_world->calendly->demoPerson());
        QTRY_COMPARE(m_vault->asked(), 1);
        service().stopBrowserSignIn();
        QCOMPARE(service().state(), State::SignedOut);
        m_vault->answer();
        QVERIFY(kept()); // a write that waited for the keychain is not given up
        QVERIFY(waitUntil([this] { return !kept(); }));
        QTRY_COMPARE(revoked(), QList<QByteArray>{stopped.refreshToken});
        QCOMPARE(service().state(), State::SignedOut);
        QVERIFY(m_finished.isEmpty());
        QVERIFY(m_world->program->accounts.accounts().isEmpty());
    }

    void stopping_aSecondSignInOfTheAccountLeavesTheFirst()
    {
        QVERIFY(m_world->keepBrowserSignIn(*m_vault));
        const QByteArray refreshToken = kept()->refreshToken;
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::Ready);
        m_vault->isAsking = true;
        const AccessTokens stopped = comeBackFromBrowser(m_world->calendly->demoPerson());
        QTRY_COMPARE(m_vault->asked(), 1);
        service().stopBrowserSignIn();
        QCOMPARE(service().state(), State::Opening);
        m_vault->answer();
        QTRY_COMPARE(service().state(), State::Ready);
        QCOMPARE(kept()->refreshToken, refreshToken);
        QTRY_COMPARE(revoked(), QList<QByteArray>{stopped.refreshToken});
        QVERIFY(m_finished.isEmpty());
    }

    void signInThatIsTakenOver_isNotGivenBack()
    {
        comeBackFromBrowser(m_world->calendly->demoPerson(), false);
        QTRY_COMPARE(m_finished.size(), 1);
        QVERIFY(m_finished.first());
        QCOMPARE(service().state(), State::Ready);
        service().stopBrowserSignIn();
        QVERIFY(kept());
        QVERIFY(revoked().isEmpty());
    }

    void signOut_leavesNothingOnTheComputer()
    {
        QVERIFY(signInWithToken());
        QVERIFY(m_world->load());
        const QString key = service().account()->key;
        QSignalSpy switched(&service(), &AccountService::accountSwitched);
        bool ended = false;
        service().signOut(this, [&](const Result<Done> &) { ended = true; });
        QCOMPARE(service().state(), State::SignedOut);
        QVERIFY(!service().account());
        QTRY_VERIFY_WITH_TIMEOUT(ended, 10000);
        QVERIFY(!switched.isEmpty());
        QDirIterator files(m_world->profile.path(), QDir::AllEntries | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            QVERIFY2(!files.next().contains(key), qPrintable(files.filePath()));
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::SignedOut);
    }

    void signOut_touchesNothingOutsideTheProfile()
    {
        QVERIFY(signInWithToken());
        // The folder was moved to another disk, with a link in its place, or is no longer ours.
        const QString folder = m_world->profile.filePath(QStringLiteral("accounts"));
        const QTemporaryDir elsewhere;
        const QString mine = elsewhere.filePath(QStringLiteral("mine.txt"));
        QFile file(mine);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        m_world->program->database.close();
        QVERIFY(QDir(folder).removeRecursively());
        QVERIFY(QFile::link(elsewhere.path(), folder));
        const QString before = QDir::currentPath();
        QDir::setCurrent(elsewhere.path());
        std::optional<bool> done;
        service().signOut(this, [&](const Result<Done> &ended) { done = ended.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, 10000);
        QDir::setCurrent(before);
        QVERIFY(QFile::exists(mine));
    }

    void writeThatWaits_isNotSentForWhoSignsInNext()
    {
        QVERIFY(signInWithToken());
        sandbox::Fault tooMany = faultOf(sandbox::Fault::Kind::TooMany);
        tooMany.wait = std::chrono::seconds(2);
        m_world->calendly->failNext(QStringLiteral("POST /scheduling_links"), tooMany);
        std::optional<Result<QJsonObject>> answer;
        m_world->program->client.post(QStringLiteral("/scheduling_links"), {}, this, [&](const Result<QJsonObject> &came) { answer = came; });
        QTRY_VERIFY(m_world->program->client.budget().blockedUntil.isValid());
        service().signOut(this, [](const Result<Done> &) { });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Stopped);
        QCOMPARE(service().state(), State::SignedOut);
        QCOMPARE(m_world->calendly->requests(QStringLiteral("POST /scheduling_links")).size(), 1);
    }

    void signOut_withALockedKeychainSaysThatTheSignInIsStillThere()
    {
        QVERIFY(signInWithToken());
        m_vault->isLocked = true;
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::KeychainUnreachable);
        const Result<Done> ended = signOut();
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Error::Kind::Storage);
        QVERIFY2(ended.error().message.startsWith(QLatin1String("The keychain is locked")), qPrintable(ended.error().message));
        QVERIFY(!service().account());
    }

    void signOut_endsASignInThatTheKeychainHidAtTheStart()
    {
        QVERIFY(m_world->keepBrowserSignIn(*m_vault));
        const QByteArray refreshToken = kept()->refreshToken;
        m_vault->isLocked = true;
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::KeychainUnreachable);
        m_vault->isLocked = false; // the keychain asks, and is unlocked
        QVERIFY(signOut());
        QVERIFY(!kept());
        QCOMPARE(revoked(), QList<QByteArray>{refreshToken});
    }

    void signOut_ofARunWithATokenOfItsOwnEndsTheKeptSignInToo()
    {
        QVERIFY(m_world->keepBrowserSignIn(*m_vault));
        const QByteArray refreshToken = kept()->refreshToken;
        start();
        QVERIFY(m_world->signIn());
        const Result<Done> ended = signOut();
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Error::Kind::NotAllowed); // the token of the run goes on working
        QVERIFY(!kept());
        QCOMPARE(revoked(), QList<QByteArray>{refreshToken});
        QVERIFY(m_world->program->accounts.accounts().isEmpty());
    }

    void signOut_whileASignInIsStoredDoesNotBringTheAccountBack()
    {
        QVERIFY(m_world->keepBrowserSignIn(*m_vault));
        const QByteArray refreshToken = kept()->refreshToken;
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::Ready);
        m_vault->isAsking = true;
        const AccessTokens fresh = comeBackFromBrowser(m_world->calendly->demoPerson());
        QTRY_COMPARE(m_vault->asked(), 1);
        QVERIFY(signOut());
        QCOMPARE(service().state(), State::SignedOut);
        m_vault->answer();
        QVERIFY(kept());
        QVERIFY(waitUntil([this] { return !kept(); }));
        QVERIFY(!service().account());
        QCOMPARE(service().state(), State::SignedOut);
        QVERIFY(m_world->program->accounts.accounts().isEmpty());
        QVERIFY(!QDir(m_world->profile.filePath(QLatin1String("accounts/") + m_world->calendly.person().fileName())).exists());
        QList<QByteArray> told = revoked();
        std::sort(told.begin(), told.end());
        QList<QByteArray> both{refreshToken, fresh.refreshToken};
        std::sort(both.begin(), both.end());
        QCOMPARE(told, both);
    }

    void secondSignIn_whileTheFirstIsStoredOpensItsOwnAccount()
    {
        m_vault->isAsking = true;
        const AccessTokens first = comeBackFromBrowser(m_world->calendly->demoPerson());
        QTRY_COMPARE(m_vault->asked(), 1);
        const AccessTokens second = comeBackFromBrowser(somebodyElse());
        QTRY_COMPARE(m_vault->asked(), 2);
        m_vault->answer();
        QTRY_COMPARE(service().state(), State::Ready);
        QCOMPARE(service().account()->user.uri, second.owner);
        QCOMPARE(m_world->program->accounts.accounts().size(), 1);
        QTRY_COMPARE(revoked(), QList<QByteArray>{first.refreshToken});
        QVERIFY(waitUntil([this] { return !kept(); }));
    }

    void signOut_thatLeavesFilesSaysSo()
    {
        QVERIFY(signInWithToken());
        const QString list = m_world->profile.filePath(QStringLiteral("accounts.json"));
        QVERIFY(QFile::remove(list));
        QVERIFY(QDir().mkdir(list)); // nothing can be written in its place
        const Result<Done> ended = signOut();
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Error::Kind::Storage);
        QVERIFY2(ended.error().message.startsWith(QLatin1String("Some of what was stored")), qPrintable(ended.error().message));
    }
};

QTEST_GUILESS_MAIN(TestSignInEnds)
#include "tst_signinends.moc"
