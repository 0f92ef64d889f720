// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "renewaljournal.h"
#include "session.h"
#include "testvault.h"
#include "tokenserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

/// A server, a keychain, a folder and a clock for sessions. Two sessions made here behave like two processes.
class SessionFixture
{
public:
    using Answers = std::shared_ptr<QList<Result<QByteArray>>>;

    AuthServer authServer() const { return {.url = server.url(), .clientId = QStringLiteral("client/+id"), .redirectUri = {}}; }

    std::unique_ptr<Session> makeSession()
    {
        const Clock clock = [this] { return QDateTime::currentDateTimeUtc().addSecs(clockOffset); };
        return std::make_unique<Session>(authServer(), folder, vault, clock, nullptr, limits);
    }

    /// What a sign-in with the server's first pair looks like; `left` of the access token.
    AccessTokens firstTokens(std::chrono::seconds left) const
    {
        return {.accessToken = "access-1",
                .refreshToken = "refresh-1",
                .expiresAt = QDateTime::currentDateTimeUtc().addSecs(left.count()),
                .owner = QUrl(QStringLiteral("https://api.example.com/users/mara")),
                .organization = QUrl(QStringLiteral("https://api.example.com/organizations/org")),
                .scopes = {QStringLiteral("users:read")},
                .generation = 1};
    }

    /// Puts the first pair into the keychain, as an earlier run of the program left it.
    void keep(std::chrono::seconds left)
    {
        vault.write(account, toItemText(firstTokens(left)), &context, [](const auto &) {});
        vault.writes = 0;
        journal().write({.phase = JournalEntry::Phase::Kept, .generation = 1});
    }

    std::unique_ptr<Session> openSession()
    {
        auto session = makeSession();
        session->open(account);
        if (!QTest::qWaitFor([&] { return session->state() != Session::State::Opening; }, 2000))
            return nullptr;
        return session;
    }

    Answers ask(Session &session, const QByteArray &refused = {})
    {
        const auto answers = std::make_shared<QList<Result<QByteArray>>>();
        session.renewedToken(refused, &context, [answers](const auto &token) { answers->append(token); });
        return answers;
    }

    std::shared_ptr<QList<Result<Done>>> signOut(Session &session)
    {
        const auto ended = std::make_shared<QList<Result<Done>>>();
        session.signOut(account, &context, [ended](const Result<Done> &done) { ended->append(done); });
        return ended;
    }

    RenewalJournal journal() const { return RenewalJournal(folder, account); }

    AuthLimits limits{.tokenCall = 2000ms, // long enough for a machine that does much else
                      .revocation = 2000ms,
                      .betweenRenewals = 120ms,
                      .longestBackOff = 200ms,
                      .afterNotSent = 30ms,
                      .lockWait = 1000ms,
                      .lockPoll = 5ms,
                      .keepAgain = 40ms};
    TokenServer server;
    TestVault vault;
    QTemporaryDir place;
    QString folder = place.path();
    QString account = QStringLiteral("mara");
    qint64 clockOffset = 0;
    QObject context;
};

/// Waits for the one answer in `answers` and checks that it is the token.
#define COMPARE_TOKEN(answers, expected)                                                                               \
    QTRY_COMPARE((answers)->size(), 1);                                                                                \
    QVERIFY2((answers)->first().has_value(),                                                                           \
             (answers)->first().has_value() ? "" : qPrintable((answers)->first().error().message));                    \
    QCOMPARE(*(answers)->first(), QByteArray(expected))

/// Waits for the one answer in `answers` and checks that it is an error of that kind.
#define COMPARE_ERROR(answers, expected)                                                                               \
    QTRY_COMPARE((answers)->size(), 1);                                                                                \
    QVERIFY(!(answers)->first().has_value());                                                                          \
    QCOMPARE((answers)->first().error().kind, expected)
