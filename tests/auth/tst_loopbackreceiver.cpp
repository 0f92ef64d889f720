// SPDX-License-Identifier: GPL-3.0-or-later
#include "browserattempt.h"

#include <QElapsedTimer>

#include <algorithm>

/// What may come to the open port while a sign-in is under way.
class TestLoopbackReceiver : public QObject
{
    Q_OBJECT

private slots:
    void forgedAnswers_areIgnoredAndTheRightOneStillCounts_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("wrong state") << QByteArray("code=evil&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("no state") << QByteArray("code=evil");
        QTest::newRow("empty state") << QByteArray("code=evil&state=");
        QTest::newRow("error without state") << QByteArray("error=access_denied");
        QTest::newRow("two states") << QByteArray("code=evil&state=x&state=STATE");
        QTest::newRow("two codes") << QByteArray("code=evil&state=STATE&code=abc");
        QTest::newRow("no code") << QByteArray("state=STATE");
        QTest::newRow("NUL") << QByteArray("code=a%00b&state=STATE");
        QTest::newRow("not UTF-8") << QByteArray("code=%ff%fe&state=STATE");
        QTest::newRow("nothing") << QByteArray();
    }

    void forgedAnswers_areIgnoredAndTheRightOneStillCounts()
    {
        QFETCH(QByteArray, query);
        BrowserAttempt a;
        a.start();
        query.replace("STATE", a.state());
        QVERIFY(a.get(query).startsWith("HTTP/1.1 400 "));
        QVERIFY(!a.signIn.deliver(a.answer(query)));
        QVERIFY(a.signIn.isUnderWay());
        a.get(a.goodQuery());
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first().has_value());
        QCOMPARE(a.server.tokenPosts().size(), 1);
        QCOMPARE(a.server.tokenPosts().first().form.value("code"), QByteArray("abc"));
    }

    void sameAnswerTwice_isExchangedOnce()
    {
        BrowserAttempt a;
        a.server.faults = {Fault::Slow};
        a.start();
        const QUrl url = a.answer(a.goodQuery());
        QVERIFY(a.signIn.deliver(url));
        QVERIFY(a.signIn.deliver(url));
        QVERIFY(a.get(a.goodQuery()).startsWith("HTTP/1.1 200 "));
        QTRY_COMPARE(a.results.size(), 1);
        QCOMPARE(a.server.tokenPosts().size(), 1);
        QVERIFY(!a.signIn.deliver(url));
    }

    void stoppedAttempt_ignoresWhatComesLate()
    {
        BrowserAttempt a;
        a.start();
        const QUrl url = a.answer(a.goodQuery());
        a.signIn.stop();
        QVERIFY(!a.signIn.isUnderWay());
        QVERIFY(!a.signIn.deliver(url));
        QTest::qWait(20);
        QVERIFY(a.results.isEmpty());
        QVERIFY(a.server.tokenPosts().isEmpty());
    }

    void megabytesOfUrl_areRefusedAtOnce()
    {
        BrowserAttempt a;
        a.start();
        QVERIFY(!a.signIn.deliver(a.answer("code=" + QByteArray(1 << 20, 'a') + "&state=" + a.state())));
        const QByteArray answer = a.get("code=" + QByteArray(4 << 20, 'a'));
        QVERIFY(answer.isEmpty() || answer.startsWith("HTTP/1.1 431 ")); // a reset may swallow the page
        QVERIFY(a.signIn.isUnderWay());
    }

    void receiver_takesHeadsInPieces()
    {
        BrowserAttempt a;
        a.start();
        const QByteArray query = a.goodQuery();
        const QByteArray page = a.browse({"GE", "T /callback?" + query.left(10), query.mid(10) + " HTTP/1.1\r\n",
                                          a.host(), "Accept: text/html\r\n\r", "\n"});
        QVERIFY(page.startsWith("HTTP/1.1 200 "));
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first().has_value());
    }

    void receiver_refusesWhatNoBrowserOfOursSends_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("POST") << QByteArray("POST /callback?QUERY HTTP/1.1\r\nHOST\r\n") << QByteArray("405");
        QTest::newRow("HEAD") << QByteArray("HEAD /callback?QUERY HTTP/1.1\r\nHOST\r\n") << QByteArray("405");
        QTest::newRow("path") << QByteArray("GET /other?QUERY HTTP/1.1\r\nHOST\r\n") << QByteArray("404");
        QTest::newRow("longer path") << QByteArray("GET /callback2?QUERY HTTP/1.1\r\nHOST\r\n") << QByteArray("404");
        QTest::newRow("icon") << QByteArray("GET /favicon.ico HTTP/1.1\r\nHOST\r\n") << QByteArray("404");
        QTest::newRow("foreign host") << QByteArray("GET /callback?QUERY HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                                      << QByteArray("400");
        QTest::newRow("no host") << QByteArray("GET /callback?QUERY HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("two hosts") << QByteArray("GET /callback?QUERY HTTP/1.1\r\nHOSTHOST\r\n") << QByteArray("400");
        QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("400");
        QTest::newRow("raw bytes") << QByteArray("GET /callback?QUERY\xff HTTP/1.1\r\nHOST\r\n") << QByteArray("400");
    }

    void receiver_refusesWhatNoBrowserOfOursSends()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        BrowserAttempt a;
        a.start();
        request.replace("HOST", a.host()).replace("QUERY", a.goodQuery());
        QVERIFY(a.browse({request}).startsWith("HTTP/1.1 " + status + " "));
        QVERIFY(a.signIn.isUnderWay());
        QVERIFY(a.server.tokenPosts().isEmpty());
        a.get(a.goodQuery());
        QTRY_COMPARE(a.results.size(), 1);
        QVERIFY(a.results.first().has_value());
    }

    void receiver_hangsUpOnTheSlowAndOnTheMany()
    {
        BrowserAttempt a;
        a.start();
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 20; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(QHostAddress::LocalHost, quint16(a.redirectUri().port()));
        }
        const auto open = [&idle] {
            return std::count_if(idle.begin(), idle.end(),
                                 [](const auto &s) { return s->state() == QAbstractSocket::ConnectedState; });
        };
        QTRY_COMPARE(open(), 16);
        QTRY_COMPARE(open(), 0); // after their time
        a.get(a.goodQuery());
        QTRY_COMPARE(a.results.size(), 1);
    }

    void takenPort_isSaid()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        BrowserAttempt a(QUrl(QStringLiteral("http://localhost:%1/cb").arg(other.serverPort())));
        a.start();
        QCOMPARE(a.results.size(), 1);
        QCOMPARE(a.results.first().error().kind, Error::Kind::Storage);
        QVERIFY(!a.signIn.isUnderWay());
        other.close();
        a.start();
        QCOMPARE(a.asked("redirect_uri"), "http://localhost:" + QByteArray::number(a.redirectUri().port()) + "/cb");
        const QByteArray host = "Host: localhost:" + QByteArray::number(a.redirectUri().port()) + "\r\n";
        a.browse({"GET /cb?" + a.goodQuery() + " HTTP/1.1\r\n" + host + "\r\n"});
        QTRY_COMPARE(a.results.size(), 2);
        QVERIFY(a.results.last().has_value());
    }
};

QTEST_GUILESS_MAIN(TestLoopbackReceiver)
#include "tst_loopbackreceiver.moc"
