// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerjudge.h"
#include "backoff.h"

#include <QTest>

using std::chrono::milliseconds;
using std::chrono::seconds;

class TestBackoff : public QObject
{
    Q_OBJECT

    static QDateTime now() { return QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC); }

private slots:
    void backOff_doublesWithJitter()
    {
        bool differs = false;
        for (int sent = 1; sent <= 5; ++sent) {
            const milliseconds longest(500 << (sent - 1));
            for (int i = 0; i < 50; ++i) {
                const milliseconds wait = backOff(sent, milliseconds(500));
                QVERIFY(wait <= longest && wait >= longest / 2);
                differs = differs || wait != backOff(sent, milliseconds(500));
            }
        }
        QVERIFY(differs);
        QVERIFY(backOff(1000, milliseconds(500)) <= milliseconds(32000));
    }

    void wait_prefersTheResetHeader()
    {
        QCOMPARE(demandedWait(HttpAnswer{.rateReset = "20", .retryAfter = "7"}, now()), seconds(20));
        QCOMPARE(demandedWait(HttpAnswer{.retryAfter = "7"}, now()), seconds(7));
        QCOMPARE(demandedWait(HttpAnswer{.rateReset = "soon", .retryAfter = "7"}, now()), seconds(7));
    }

    void wait_readsDatesAndMoments()
    {
        QCOMPARE(demandedWait(HttpAnswer{.retryAfter = "Fri, 20 Nov 2026 12:00:45 GMT"}, now()), seconds(45));
        QCOMPARE(demandedWait(HttpAnswer{.rateReset = QByteArray::number(now().toSecsSinceEpoch() + 30)}, now()),
                 seconds(30));
    }

    void wait_isUnknownWhereNothingCanBeRead()
    {
        for (const char *text : {"", "abc", "1.5", "12 seconds"})
            QVERIFY(!demandedWait(HttpAnswer{.rateReset = text, .retryAfter = text}, now()));
    }

    void statuses_becomeKinds_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](int status, const char *body, Error::Kind kind) {
            QTest::addRow("%d %s", status, body) << status << QByteArray(body) << int(kind);
        };
        row(400, "{}", Error::Kind::Refused);
        row(422, "{}", Error::Kind::Refused);
        row(400, R"({"details":[{"code":"already_filled"}]})", Error::Kind::Conflict);
        row(401, R"({"title":"Unauthenticated","message":"The access token is invalid"})", Error::Kind::SignedOut);
        row(401, R"({"message":"The access token is invalid"})", Error::Kind::SignedOut);
        row(401, "{}", Error::Kind::Malformed);
        row(403, R"({"title":"Permission Denied"})", Error::Kind::NotAllowed);
        row(403, R"({"required_scopes":["users:read"]})", Error::Kind::ScopeMissing);
        row(403, R"({"title":"Insufficient scope"})", Error::Kind::ScopeMissing);
        row(404, R"({"title":"Resource Not Found"})", Error::Kind::NotFound);
        row(404, R"({"error":"no route"})", Error::Kind::Malformed);
        row(404, "<html>", Error::Kind::Malformed);
        row(404, "", Error::Kind::Malformed);
        row(410, R"({"message":"Gone"})", Error::Kind::NotFound);
        row(410, "[]", Error::Kind::Malformed);
        row(409, "{}", Error::Kind::Conflict);
        row(424, "{}", Error::Kind::ServerFailed);
        row(429, "{}", Error::Kind::RateLimited);
        row(500, "<html>", Error::Kind::ServerFailed);
        row(503, "", Error::Kind::ServerFailed);
        row(302, "", Error::Kind::Malformed);
        row(511, "<html>", Error::Kind::Malformed);
        row(200, "[1]", Error::Kind::Malformed);
        row(200, "{\"a\":1e400}", Error::Kind::Malformed);
        row(200, "{\"a\":", Error::Kind::Malformed);
        row(200, "", Error::Kind::Malformed);
    }

    void statuses_becomeKinds()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        const Result<QJsonObject> result
            = judge(HttpAnswer{.status = status, .contentType = "application/json; charset=utf-8", .body = body}, true);
        QVERIFY(!result);
        QCOMPARE(int(result.error().kind), kind);
        QCOMPARE(result.error().httpStatus, status);
        QVERIFY(!result.error().message.isEmpty());
    }

    void refusal_keepsTheServersWords()
    {
        const HttpAnswer answer{.status = 400,
                                .contentType = "application/json",
                                .body = R"({"title":"Invalid Argument","message":"The supplied parameters are invalid.",
                                        "details":[{"parameter":"count","message":"too big","code":"x"},3]})"};
        const Error error = judge(answer, false).error();
        QCOMPARE(error.title, QStringLiteral("Invalid Argument"));
        QCOMPARE(error.message, QStringLiteral("The supplied parameters are invalid."));
        QCOMPARE(error.details,
                 (QList<ErrorDetail>{{QStringLiteral("count"), QStringLiteral("too big"), QStringLiteral("x")}}));
    }

    void refusedToken_isThatOfCalendlyOnly()
    {
        const QByteArray refusal = R"({"title":"Unauthenticated","message":"The access token is invalid"})";
        QVERIFY(isRefusedToken(HttpAnswer{.status = 401, .contentType = "application/json", .body = refusal}));
        QVERIFY(!isRefusedToken(HttpAnswer{.status = 401, .contentType = "text/html", .body = "<html>"}));
        QVERIFY(!isRefusedToken(HttpAnswer{.status = 403, .contentType = "application/json", .body = refusal}));
    }

    void tooManyValues_areNotParsed()
    {
        const auto kind = [](const QByteArray &values) {
            const Result<QJsonObject> result
                = judge(HttpAnswer{.status = 200, .contentType = "application/json", .body = "{\"collection\":[" + values + "]}"}, true);
            return result ? std::optional<Error::Kind>() : result.error().kind;
        };
        QCOMPARE(kind("{}" + QByteArray(",{}").repeated(1400000)), Error::Kind::Malformed);
        QCOMPARE(kind("1" + QByteArray(",1").repeated(1400000)), Error::Kind::Malformed);
        QVERIFY2(!kind('"' + QByteArray(",{[").repeated(1000000) + '"'), "what is written in a text is no value");
        QVERIFY2(!kind("\"\\\"" + QByteArray(",").repeated(1000000) + '"'), "a quotation mark in a text does not end it");
        QVERIFY(!kind("{}" + QByteArray(",{\"status\":\"available\",\"invitees_remaining\":1}").repeated(9000)));
    }

    void emptyAnswer_isGoodForAWrite()
    {
        QVERIFY(judge(HttpAnswer{.status = 204}, false));
        QVERIFY(!judge(HttpAnswer{.status = 204}, true));
    }

    void deepJson_isRefused()
    {
        const QByteArray deep = "{\"a\":" + QByteArray(2000, '[') + QByteArray(2000, ']') + "}";
        QCOMPARE(judge(HttpAnswer{.status = 200, .contentType = "application/json", .body = deep}, true).error().kind,
                 Error::Kind::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
