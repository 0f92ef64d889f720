// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenjudge.h"

#include <QTest>

using Outcome = TokenAnswer::Outcome;
Q_DECLARE_METATYPE(TokenAnswer::Outcome)
Q_DECLARE_METATYPE(SeenAnswer)

class TestTokenJudge : public QObject
{
    Q_OBJECT

private:
    const QDateTime m_now{QDate(2026, 11, 20), QTime(12, 0), Qt::UTC};
    static inline const QByteArray good
        = "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"token_type\":\"bearer\",\"expires_in\":7200,"
          "\"scope\":\"users:read "
          "x\",\"owner\":\"https://api.example.com/users/1\",\"organization\":\"https://api.example.com/o/1\"}";

    static SeenAnswer seen(const QByteArray &body, int status = 200, const QByteArray &type = "application/json")
    {
        return {.httpStatus = status, .contentType = type, .body = body};
    }

private slots:
    void goodAnswer_isReadWhole()
    {
        const TokenAnswer answer = judgeTokenAnswer(seen(good, 200, "Application/JSON; charset=utf-8"), m_now);
        QCOMPARE(answer.outcome, Outcome::Ok);
        const AccessTokens expected{.accessToken = "a",
                                    .refreshToken = "r",
                                    .expiresAt = m_now.addSecs(7200),
                                    .lifetime = std::chrono::hours(2),
                                    .owner = QUrl(QStringLiteral("https://api.example.com/users/1")),
                                    .organization = QUrl(QStringLiteral("https://api.example.com/o/1")),
                                    .scopes = {QStringLiteral("users:read"), QStringLiteral("x")}};
        QCOMPARE(answer.tokens, expected);
    }

    void missingRefreshToken_isNoFault()
    {
        for (const char *text : {"{\"access_token\":\"a\",\"token_type\":\"Bearer\"}",
                                 "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"refresh_token\":null}"}) {
            const TokenAnswer answer = judgeTokenAnswer(seen(text), m_now);
            QCOMPARE(answer.outcome, Outcome::Ok);
            QVERIFY(answer.tokens.refreshToken.isEmpty());
        }
    }

    void emptyError_isNone_data()
    {
        QTest::addColumn<QByteArray>("error");
        for (const char *error : {"null", "\"\"", "false", "{}"})
            QTest::newRow(error) << QByteArray(error);
    }

    void emptyError_isNone()
    {
        QFETCH(const QByteArray, error);
        const TokenAnswer taken = judgeTokenAnswer(
            seen("{\"error\":" + error + ",\"access_token\":\"a\",\"refresh_token\":\"r\",\"token_type\":\"Bearer\"}"), m_now);
        QCOMPARE(taken.outcome, Outcome::Ok);
        QCOMPARE(taken.tokens.refreshToken, QByteArray("r"));
        QCOMPARE(judgeTokenAnswer(seen("{\"error\":" + error + "}"), m_now).outcome, Outcome::Unknown);
        QCOMPARE(judgeTokenAnswer(seen("{\"error\":" + error + "}", 400), m_now).outcome, Outcome::Unknown);
    }

    void expiry_isBelievedWithinReason_data()
    {
        QTest::addColumn<QByteArray>("stated");
        QTest::addColumn<int>("seconds");
        QTest::newRow("number") << QByteArray("60") << 60;
        QTest::newRow("text") << QByteArray("\"60\"") << 60;
        QTest::newRow("fraction") << QByteArray("60.5") << 60;
        QTest::newRow("huge") << QByteArray("1e12") << 30 * 24 * 3600;
        QTest::newRow("negative") << QByteArray("-5") << 7200;
        QTest::newRow("null") << QByteArray("null") << 7200;
    }

    void expiry_isBelievedWithinReason()
    {
        QFETCH(QByteArray, stated);
        QFETCH(int, seconds);
        const auto answer = judgeTokenAnswer(
            seen("{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":" + stated + "}"), m_now);
        QCOMPARE(answer.tokens.expiresAt, m_now.addSecs(seconds));
        QCOMPARE(answer.tokens.lifetime, std::chrono::seconds(seconds));
    }

    void answers_areSorted_data()
    {
        QTest::addColumn<SeenAnswer>("seen");
        QTest::addColumn<Outcome>("outcome");
        const auto row
            = [](const char *name, const SeenAnswer &seen, Outcome outcome) { QTest::newRow(name) << seen << outcome; };
        row("page", seen("access_token=x&token_type=Bearer", 200, "text/html"), Outcome::Unknown);
        row("JSON that says it is text", seen(good, 200, "text/plain"), Outcome::Unknown);
        row("list", seen("[]"), Outcome::Unknown);
        row("empty", seen(""), Outcome::Unknown);
        row("no token", seen("{\"token_type\":\"Bearer\"}"), Outcome::Unknown);
        row("number as token", seen("{\"access_token\":12345,\"token_type\":\"Bearer\"}"), Outcome::Unknown);
        row("line end in token", seen("{\"access_token\":\"a\\r\\nX: y\",\"token_type\":\"Bearer\"}"),
            Outcome::Unknown);
        row("blank in refresh token",
            seen("{\"access_token\":\"a\",\"refresh_token\":\"b c\",\"token_type\":\"Bearer\"}"), Outcome::Unknown);
        row("not Bearer", seen("{\"access_token\":\"a\",\"token_type\":\"mac\"}"), Outcome::Unknown);
        row("201", seen(good, 201), Outcome::Unknown);
        row("error with 200", seen("{\"error\":\"invalid_grant\"}"), Outcome::Dead);
        row("error with tokens", seen("{\"error\":\"Revoked!\",\"access_token\":\"a\",\"token_type\":\"Bearer\"}"), Outcome::Dead);
        row("grant 400", seen("{\"error\":\"invalid_grant\"}", 400), Outcome::Dead);
        row("grant 401", seen("{\"error\":\"invalid_grant\"}", 401), Outcome::Dead);
        row("client", seen("{\"error\":\"invalid_client\"}", 401), Outcome::Misconfigured);
        row("unauthorized", seen("{\"error\":\"unauthorized_client\"}", 400), Outcome::Misconfigured);
        row("400 page", seen("<html>", 400, "text/html"), Outcome::Unknown);
        row("401 page", seen("<html>", 401, "text/html"), Outcome::Unknown);
        row("403 page", seen("<html>", 403, "text/html"), Outcome::Later);
        row("404 page", seen("<html>", 404, "text/html"), Outcome::Later);
        row("403 of a gateway", seen("{\"error\":\"Forbidden by policy\"}", 403), Outcome::Later);
        row("403 without a word", seen("{\"message\":\"Forbidden\"}", 403), Outcome::Later);
        row("403 of the standard", seen("{\"error\":\"access_denied\"}", 403), Outcome::Misconfigured);
        row("redirect", seen("", 307), Outcome::Misconfigured);
        row("redirect to another host", {.httpStatus = 302, .leadsToAnotherHost = true}, Outcome::Later);
        for (const int status : {408, 425, 429, 500, 502, 503})
            row(qPrintable(QString::number(status)), seen("", status), Outcome::Later);
        row("cut",
            {.httpStatus = 200,
             .contentType = "application/json",
             .body = good,
             .networkError = QNetworkReply::RemoteHostClosedError},
            Outcome::Unknown);
        row("compressed",
            {.httpStatus = 200, .contentType = "application/json", .contentEncoding = "gzip", .body = good},
            Outcome::Unknown);
        row("closed", {.networkError = QNetworkReply::ContentReSendError}, Outcome::Unknown);
        row("deadline", {.networkError = QNetworkReply::OperationCanceledError, .end = BoundedAnswer::End::TimedOut},
            Outcome::Unknown);
        row("too big", {.httpStatus = 200, .end = BoundedAnswer::End::TooBig}, Outcome::Unknown);
        row("refused", {.networkError = QNetworkReply::ConnectionRefusedError, .nothingWasSent = true},
            Outcome::NotSent);
        row("deadline before a connection", {.end = BoundedAnswer::End::TimedOut, .nothingWasSent = true},
            Outcome::NotSent);
    }

    void answers_areSorted()
    {
        QFETCH(SeenAnswer, seen);
        QFETCH(Outcome, outcome);
        const TokenAnswer answer = judgeTokenAnswer(seen, m_now);
        QCOMPARE(answer.outcome, outcome);
        QVERIFY(answer.tokens == AccessTokens());
        QVERIFY(!answer.error.message.isEmpty());
    }

    void retryAfter_isKeptWithinReason()
    {
        SeenAnswer later = seen("", 429);
        later.retryAfter = "7";
        QCOMPARE(judgeTokenAnswer(later, m_now).error.retryAfter, std::chrono::seconds(7));
        QCOMPARE(judgeTokenAnswer(later, m_now).error.kind, Error::Kind::RateLimited);
        later.retryAfter = "99999999";
        QCOMPARE(judgeTokenAnswer(later, m_now).error.retryAfter, std::chrono::seconds(120));
        for (const char *bad : {"-3", "abc", "1.5", "99999999999"}) {
            later.retryAfter = bad;
            QVERIFY(!judgeTokenAnswer(later, m_now).error.retryAfter);
        }
    }

    void serversFreeText_isNotRepeated()
    {
        const auto answer = judgeTokenAnswer(
            seen("{\"error\":\"invalid_grant\",\"error_description\":\"token CANARY is used\"}", 400), m_now);
        QVERIFY(!answer.error.message.contains(QLatin1String("CANARY")));
        QCOMPARE(answer.error.title, QStringLiteral("invalid_grant"));
        QVERIFY(judgeTokenAnswer(seen("{\"error\":\"http://x CANARY\"}", 400), m_now).error.title.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTokenJudge)
#include "tst_tokenjudge.moc"
