// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesstokensjson.h"
#include "scopes.h"
#include "serviceworld.h"
#include "waiting.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

using State = AccountService::State;

namespace {

/// A keychain that outlives a program and can be locked, in which case it looks empty.
class PersistentVault : public MemoryVault
{
public:
    using MemoryVault::MemoryVault;
    bool isPersistent() const override { return isLasting; }
    void read(const QString &key, QObject *context,
              std::function<void(const Result<std::optional<QString>> &)> then) override
    {
        if (isLocked)
            MemoryVault::read(QStringLiteral("nothing is here"), context, std::move(then));
        else
            MemoryVault::read(key, context, std::move(then));
    }
    void write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        const auto take = [this, key, text, context = QPointer<QObject>(context), then = std::move(then)] {
            MemoryVault::write(key, text, context ? context.data() : this, context ? then : [](const Result<Done> &) {});
        };
        if (isAsking)
            m_asked << take;
        else
            take();
    }
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        MemoryVault::remove(isLocked ? QStringLiteral("nothing is here") : key, context, std::move(then));
    }
    /// Unlocks it, as the user does when asked: what waited for that is done.
    void answer()
    {
        isAsking = false;
        for (const auto &take : std::exchange(m_asked, {}))
            take();
    }
    qsizetype asked() const { return m_asked.size(); }
    bool isLocked = false;
    bool isAsking = false; ///< what is to be written waits for answer()
    bool isLasting = true;

private:
    QList<std::function<void()>> m_asked;
};

} // namespace

class TestAccountService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        m_vault = std::make_unique<PersistentVault>();
        QVERIFY(m_world->startServer());
        start();
        m_checked.reset();
        m_added.reset();
    }

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
        QVERIFY(signOut());
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

private:
    AccountService &service() { return m_world->program->account; }

    void start()
    {
        m_world->program.reset();
        m_world->program = std::make_unique<Program>(m_world->profile.path(), m_world->calendly.url(), *m_vault,
                                                     m_world->clock, ServiceWorld::quickTimes());
        m_finished.clear();
        connect(&service(), &AccountService::browserSignInFinished, this, [this](const auto &account) { m_finished << account; });
    }

    void check(const QString &token)
    {
        service().checkToken(token, this, [this](const Result<CheckedToken> &checked) { m_checked = checked; });
    }

    void add()
    {
        service().addCheckedToken(this, [this](const Result<Account> &account) { m_added = account; });
    }

    bool signInWithToken()
    {
        check(m_world->calendly.token());
        if (!waitUntil([this] { return m_checked && m_checked->has_value(); }))
            return false;
        add();
        return waitUntil([this] { return m_added && m_added->has_value(); });
    }

    /// A sign-in of `person` comes back from the browser.
    AccessTokens comeBackFromBrowser(const WorldUser &person, bool saysWhose = true)
    {
        const sandbox::TokenPair pair = m_world->calendly->mintSignIn(person.slug, QStringLiteral("test"), everydayScopes());
        AccessTokens tokens{.accessToken = pair.access.toLatin1(),
                            .refreshToken = pair.refresh.toLatin1(),
                            .expiresAt = m_world->clock.now().addSecs(7200),
                            .scopes = everydayScopes()};
        if (saysWhose)
            tokens.owner = QUrl(m_world->calendly->world().uri(World::Thing::User, person.id));
        emit m_world->program->signIn.finished(tokens);
        return tokens;
    }

    const WorldUser &somebodyElse() const
    {
        const auto &users = m_world->calendly->world().users();
        const int first = m_world->calendly->demoPerson().id;
        return *std::find_if(users.begin(), users.end(), [first](const WorldUser &user) { return user.id != first; });
    }

    /// Signs out and waits for what came of it.
    Result<Done> signOut()
    {
        std::optional<Result<Done>> ended;
        service().signOut(this, [&ended](const Result<Done> &done) { ended = done; });
        if (!waitUntil([&ended] { return ended.has_value(); }))
            return Unexpected(Error{.kind = Error::Kind::TimedOut});
        return *ended;
    }

    /// What lies in the keychain for the demo person, locked or not.
    std::optional<AccessTokens> kept()
    {
        std::optional<Result<std::optional<QString>>> item;
        m_vault->MemoryVault::read(m_world->calendly.person().fileName(), this, [&item](const auto &found) { item = found; });
        if (!waitUntil([&item] { return item.has_value(); }) || !*item || !**item)
            return std::nullopt;
        const Result<AccessTokens> tokens = fromItemText(***item);
        return tokens ? std::optional(*tokens) : std::nullopt;
    }

    /// The refresh tokens that Calendly was told about.
    QList<QByteArray> revoked() const
    {
        QList<QByteArray> tokens;
        for (const LoggedRequest &request : m_world->calendly->requests(QStringLiteral("POST /oauth/revoke")))
            tokens << QUrlQuery(QString::fromLatin1(request.body)).queryItemValue(QStringLiteral("token"), QUrl::FullyDecoded).toLatin1();
        return tokens;
    }

    Permission::State permission(const QString &scope) const
    {
        for (const Permission &permission : (*m_checked)->permissions) {
            if (permission.scope == scope)
                return permission.state;
        }
        return Permission::State::Missing;
    }

    MeetingQuery everything() const
    {
        MeetingQuery query;
        query.range = {m_world->clock.now().addYears(-3), m_world->clock.now().addYears(3)};
        return query;
    }

    std::unique_ptr<PersistentVault> m_vault;
    std::unique_ptr<ServiceWorld> m_world;
    std::optional<Result<CheckedToken>> m_checked;
    std::optional<Result<Account>> m_added;
    QList<Result<Account>> m_finished; ///< what the browser's way ended with
};

QTEST_GUILESS_MAIN(TestAccountService)
#include "tst_accountservice.moc"
