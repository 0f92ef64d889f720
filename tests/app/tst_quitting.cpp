// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "session.h"
#include "testvault.h"
#include "tokenserver.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;

namespace {

/// A keychain that takes its time, or never comes to an end.
class SlowVault : public TestVault
{
    Q_OBJECT

public:
    bool isWriting() const override { return m_isWriting; }

    void begin(std::chrono::milliseconds length)
    {
        m_isWriting = true;
        QTimer::singleShot(length, this, [this] {
            m_isWriting = false;
            emit writingChanged();
        });
    }

private:
    bool m_isWriting = false;
};

} // namespace

/// The end of the program while the keychain is still being written, or something on its way there.
class TestQuitting : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<TokenServer>();
        m_folder = std::make_unique<QTemporaryDir>();
        auto vault = std::make_unique<SlowVault>();
        m_vault = vault.get();
        ApplicationParts parts;
        parts.vault = std::move(vault);
        m_profile = std::make_unique<Profile>(QString(), true);
        m_application = std::make_unique<Application>(LaunchOptions(), QByteArray(), *m_profile, std::move(parts));
    }

    void aWriteUnderWay_isWaitedFor()
    {
        m_vault->begin(150ms);
        m_application->finishWriting();
        QVERIFY(!m_vault->isWriting());
    }

    void aKeychainThatHangs_doesNotKeepTheProgram()
    {
        m_vault->begin(1h);
        m_application->finishWriting();
        QVERIFY(m_vault->isWriting());
    }

    void nothingToWrite_isNotWaitedFor()
    {
        bool gotTurn = false;
        const QObject thisTest;
        QTimer::singleShot(0, &thisTest, [&gotTurn] { gotTurn = true; });
        m_application->finishWriting();
        QVERIFY(!gotTurn);
    }

    void aRenewalUnderWay_isStored()
    {
        m_server->faults = {TokenServer::Fault::Slow};
        const auto session = openSession(-1s);
        session->token(this, [](const auto &) {});
        QTRY_COMPARE(m_server->tokenPosts().size(), 1);
        m_application->finishWriting();
        QCOMPARE(m_vault->items.value(m_account).refreshToken, QByteArray("refresh-2"));
    }

    void aSignOutUnderWay_isToldToTheServer()
    {
        const auto session = openSession(2h);
        session->signOut(m_account, this, [](const auto &) {});
        m_application->finishWriting();
        QVERIFY(m_server->isRevoked);
        QVERIFY(!m_vault->items.contains(m_account));
    }

    void aPairThatCouldNotBeStored_isTriedOnceMore()
    {
        const auto session = openSession(-1s);
        m_vault->refusesWrites = true;
        session->token(this, [](const auto &) {});
        QTRY_VERIFY(session->isUnkept());
        m_vault->refusesWrites = false;
        m_application->finishWriting();
        QVERIFY(!session->isUnkept());
        QCOMPARE(m_vault->items.value(m_account).refreshToken, QByteArray("refresh-2"));
    }

private:
    /// With an access token that an earlier run kept, and that has so long to live.
    std::unique_ptr<Session> openSession(std::chrono::seconds left)
    {
        m_vault->write(m_account,
                       toItemText({.accessToken = "access-1",
                                   .refreshToken = "refresh-1",
                                   .expiresAt = m_clock().addSecs(left.count()),
                                   .generation = 1}),
                       this, [](const auto &) {});
        const AuthServer at{.url = m_server->url(), .clientId = QStringLiteral("client"), .redirectUri = {}};
        auto session = std::make_unique<Session>(at, m_folder->path(), *m_vault, m_clock, nullptr, AuthLimits{.keepAgain = 1h});
        session->open(m_account);
        if (!QTest::qWaitFor([&] { return session->state() == Session::State::Active; }))
            return nullptr;
        return session;
    }

    const QString m_account = QStringLiteral("mara");
    const Clock m_clock = [] { return QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC); };
    std::unique_ptr<TokenServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Application> m_application;
    SlowVault *m_vault = nullptr;
};

QTEST_MAIN(TestQuitting)
#include "tst_quitting.moc"
