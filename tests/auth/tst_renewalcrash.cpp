// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesstokensjson.h"
#include "filevault.h"
#include "renewaljournal.h"
#include "session.h"
#include "tokenserver.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using Fault = TokenServer::Fault;
using namespace std::chrono_literals;

/// Renewals in real processes, several at once or killed at the worst moment. A refresh token can be used once: it is
/// sent once, and whoever comes afterwards is signed in or told why not.
class TestRenewalCrash : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TokenServer>();
    }

    void fourProcesses_shareOneRenewal()
    {
        keep(-1s);
        m_server->faults = {Fault::Slow};
        std::array<QProcess, 4> programs;
        for (QProcess &program : programs)
            start(program);
        for (QProcess &program : programs) {
            QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 60000);
            QCOMPARE(program.readAllStandardOutput().trimmed(), QByteArray("access-2"));
        }
        QCOMPARE(m_server->tokenPosts().size(), 1);
        QVERIFY(!m_server->isRevoked);
    }

    void killedAfterSending_isNotSentAgainWhileTheOldTokenLives()
    {
        keep(300s);
        m_server->faults = {Fault::Hang};
        QVERIFY(killOnceSent());
        QCOMPARE(journal().read().phase, JournalEntry::Phase::Renewing);
        QCOMPARE(run(), QByteArray("access-1"));
        QCOMPARE(m_server->tokenPosts().size(), 1);
        QCOMPARE(kept().refreshToken, QByteArray("refresh-1"));
    }

    void killedBeforeTheServerDidIt_isSignedInAtTheOldTokensEnd()
    {
        keep(-1s);
        m_server->faults = {Fault::Hang};
        QVERIFY(killOnceSent());
        waitOutThePace();
        QCOMPARE(run(), QByteArray("access-2"));
        QCOMPARE(m_server->tokenPosts().size(), 2);
        QCOMPARE(run(), QByteArray("access-2"));
        QCOMPARE(m_server->tokenPosts().size(), 2);
    }

    void killedAfterTheServerDidIt_isToldToSignInAgain_andNothingIsLost()
    {
        keep(-1s);
        m_server->faults = {Fault::Hang};
        QVERIFY(killOnceSent());
        m_server->refreshToken = "refresh-2"; // it was done, and the answer went to nobody
        waitOutThePace();
        QCOMPARE(run(), QByteArray("ended"));
        QCOMPARE(m_server->tokenPosts().size(), 2);
        QCOMPARE(run(), QByteArray("ended"));
        QCOMPARE(m_server->tokenPosts().size(), 2);
        QCOMPARE(journal().read().phase, JournalEntry::Phase::Ended);
        QCOMPARE(kept().refreshToken, QByteArray("refresh-1")); // only the user's word, or a new pair, ends it
    }

    void killedRightAfterStoring_isSignedInWithoutARenewal()
    {
        keep(-1s);
        QProcess program;
        start(program, {QStringLiteral("stall")});
        QTRY_COMPARE_WITH_TIMEOUT(kept().accessToken, QByteArray("access-2"), 60000);
        QVERIFY(kill(program));
        for (int time = 0; time < 2; ++time)
            QCOMPARE(run(), QByteArray("access-2"));
        QCOMPARE(m_server->tokenPosts().size(), 1);
    }

private:
    QString account() const { return QStringLiteral("mara"); }
    RenewalJournal journal() const { return RenewalJournal(m_place->path(), account()); }

    void keep(std::chrono::seconds left)
    {
        const AccessTokens first{.accessToken = "access-1",
                                 .refreshToken = "refresh-1",
                                 .expiresAt = QDateTime::currentDateTimeUtc().addSecs(left.count()),
                                 .owner = QUrl(QStringLiteral("https://api.example.com/users/mara")),
                                 .organization = {},
                                 .scopes = {},
                                 .generation = 1};
        FileVault(m_place->path()).write(account(), toItemText(first), this, [](const Result<Done> &) {});
        QVERIFY(journal().write({.phase = JournalEntry::Phase::Kept, .generation = 1}));
    }

    AccessTokens kept() const
    {
        QFile file(m_place->filePath(account() + QLatin1String(".item")));
        return file.open(QIODevice::ReadOnly) ? fromItemText(QString::fromUtf8(file.readAll())).value_or(AccessTokens{}) : AccessTokens{};
    }

    void start(QProcess &program, const QStringList &more = {})
    {
        program.start(QStringLiteral(RENEW_RUNNER), QStringList{m_place->path(), m_server->url().toString(), account()} + more);
    }

    static bool kill(QProcess &program)
    {
        program.kill();
        return program.waitForFinished(60000) && program.exitStatus() == QProcess::CrashExit;
    }

    bool killOnceSent()
    {
        QProcess program;
        start(program);
        return QTest::qWaitFor([this] { return !m_server->tokenPosts().isEmpty(); }, 60000) && kill(program);
    }

    /// What a run of the program prints, to its end.
    QByteArray run()
    {
        QProcess program;
        start(program);
        if (!QTest::qWaitFor([&program] { return program.state() == QProcess::NotRunning; }, 60000))
            return "hangs";
        return program.readAllStandardOutput().trimmed();
    }

    /// As if the last call was so long ago that another is allowed.
    void waitOutThePace()
    {
        JournalEntry entry = journal().read();
        entry.sentAt = entry.sentAt.addSecs(-3600);
        QVERIFY(journal().write(entry));
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<TokenServer> m_server;
};

QTEST_GUILESS_MAIN(TestRenewalCrash)
#include "tst_renewalcrash.moc"
