// SPDX-License-Identifier: GPL-3.0-or-later
#include "guardednetwork.h"
#include "loopback.h"
#include "oneshotbody.h"
#include "visibleascii.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>

using namespace std::chrono_literals;

/// A peer that counts what it is sent and answers each request with whatever bytes the test wants.
class Peer : public QTcpServer
{
    Q_OBJECT

public:
    Peer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/x").arg(serverPort())); }

    QByteArrayList requests;
    std::function<void(QTcpSocket *)> answer;

private:
    void take(QTcpSocket *socket)
    {
        const QByteArray text = socket->property("text").toByteArray() + socket->readAll();
        const qsizetype head = text.indexOf("\r\n\r\n");
        const qsizetype field = text.toLower().indexOf("content-length:") + 15;
        const qsizetype length = text.mid(field, text.indexOf('\r', field) - field).trimmed().toLongLong();
        socket->setProperty("text", text);
        if (head < 0 || (text.startsWith("POST") && text.size() < head + 4 + length))
            return;
        socket->setProperty("text", QByteArray());
        requests << text;
        answer(socket);
    }
};

class TestGuardedNetwork : public QObject
{
    Q_OBJECT

private:
    static void wait(QNetworkReply *reply)
    {
        reply->setParent(nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 5000);
    }

private slots:
    void body_isHandedOutOnceAndCannotBeRewound()
    {
        OneShotBody body("abc");
        QVERIFY(!body.wasTaken());
        QCOMPARE(body.bytesAvailable(), 3);
        QCOMPARE(body.read(2), QByteArray("ab"));
        QVERIFY(body.wasTaken());
        QCOMPARE(body.readAll(), QByteArray("c"));
        QVERIFY(body.atEnd());
        QVERIFY(body.isSequential());
    }

    void post_leavesOnceWhenTheConnectionClosesWithoutAnAnswer()
    {
        Peer peer;
        peer.answer = [](QTcpSocket *socket) { socket->disconnectFromHost(); };
        GuardedNetworkManager network;
        const std::unique_ptr<QNetworkReply> reply(network.post(QNetworkRequest(peer.url()), QByteArray("secret")));
        wait(reply.get());
        QVERIFY(reply->error() != QNetworkReply::NoError);
        QVERIFY(!BoundedAnswer::of(reply.get())->nothingWasSent());
        QCOMPARE(peer.requests.size(), 1);
        QVERIFY(peer.requests.first().endsWith("\r\n\r\nsecret"));
    }

    void post_knowsThatNothingWasSentToAClosedPort()
    {
        Peer peer;
        const QUrl url = peer.url();
        peer.close();
        GuardedNetworkManager network;
        const std::unique_ptr<QNetworkReply> reply(network.post(QNetworkRequest(url), QByteArray("secret")));
        wait(reply.get());
        QVERIFY(BoundedAnswer::of(reply.get())->nothingWasSent());
    }

    void request_saysWhoAsksAndCarriesNoCookies()
    {
        Peer peer;
        peer.answer = [](QTcpSocket *socket) {
            socket->write("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\n{}");
        };
        GuardedNetworkManager network;
        for (int i = 0; i < 2; ++i) {
            const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(peer.url())));
            wait(reply.get());
            QCOMPARE(BoundedAnswer::of(reply.get())->body(), QByteArray("{}"));
            QCOMPARE(BoundedAnswer::of(reply.get())->end(), BoundedAnswer::End::Whole);
            QCOMPARE(BoundedAnswer::of(reply.get())->httpStatus(), 200);
        }
        QCOMPARE(peer.requests.size(), 2);
        for (const QByteArray &sent : peer.requests) {
            const QByteArray request = sent.toLower(); // how names of headers are written is left to Qt
            QVERIFY(request.contains("\r\nuser-agent: sundial"));
            QVERIFY(request.contains("\r\naccept: application/json\r\n"));
            QVERIFY(request.contains("\r\naccept-encoding: identity\r\n"));
            QVERIFY(!request.contains("cookie"));
        }
    }

    void redirect_isNotFollowed()
    {
        Peer other;
        other.answer = [](QTcpSocket *socket) { socket->disconnectFromHost(); };
        Peer peer;
        peer.answer = [&other](QTcpSocket *socket) {
            socket->write("HTTP/1.1 307 X\r\nContent-Length: 0\r\nLocation: " + other.url().toEncoded() + "\r\n\r\n");
        };
        GuardedNetworkManager network;
        const std::unique_ptr<QNetworkReply> reply(network.post(QNetworkRequest(peer.url()), QByteArray("secret")));
        wait(reply.get());
        QCOMPARE(BoundedAnswer::of(reply.get())->httpStatus(), 307);
        QCOMPARE(peer.requests.size(), 1);
        QVERIFY(other.requests.isEmpty());
    }

    void answer_endsAtTheCap()
    {
        Peer peer;
        peer.answer = [](QTcpSocket *socket) {
            socket->write("HTTP/1.1 200 OK\r\n\r\n");
            socket->write(QByteArray(1 << 20, 'x'));
        };
        GuardedNetworkManager network({.bodyBytes = 100000});
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(peer.url())));
        wait(reply.get());
        QCOMPARE(BoundedAnswer::of(reply.get())->end(), BoundedAnswer::End::TooBig);
        QVERIFY(BoundedAnswer::of(reply.get())->body().isEmpty());
    }

    void answer_ofJustTheCapIsWhole()
    {
        Peer peer;
        peer.answer = [](QTcpSocket *socket) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + QByteArray(300000, 'x'));
        };
        GuardedNetworkManager network({.bodyBytes = 300000});
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(peer.url())));
        wait(reply.get());
        QCOMPARE(BoundedAnswer::of(reply.get())->end(), BoundedAnswer::End::Whole);
        QCOMPARE(BoundedAnswer::of(reply.get())->body(), QByteArray(300000, 'x'));
    }

    void answer_thatDripsEndsAtTheDeadline()
    {
        Peer peer;
        QTimer drip;
        peer.answer = [&drip](QTcpSocket *socket) {
            socket->write("HTTP/1.1 200 OK\r\n\r\n");
            connect(&drip, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            drip.start(20ms);
        };
        GuardedNetworkManager network({.idle = 5s, .total = 300ms});
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(peer.url())));
        wait(reply.get());
        QCOMPARE(BoundedAnswer::of(reply.get())->end(), BoundedAnswer::End::TimedOut);
    }

    void silence_endsAtTheIdleLimit()
    {
        Peer peer;
        peer.answer = [](QTcpSocket *) {};
        GuardedNetworkManager network({.idle = 200ms, .total = 60s});
        const std::unique_ptr<QNetworkReply> reply(network.post(QNetworkRequest(peer.url()), QByteArray("secret")));
        wait(reply.get());
        QCOMPARE(BoundedAnswer::of(reply.get())->end(), BoundedAnswer::End::TimedOut);
        QVERIFY(!BoundedAnswer::of(reply.get())->nothingWasSent());
    }

    void plainHttp_goesNowhereButHere()
    {
        GuardedNetworkManager network;
        for (const char *url : {"http://example.com/", "file:///etc/passwd", "https://a@example.com/"}) {
            const std::unique_ptr<QNetworkReply> reply(
                network.post(QNetworkRequest(QUrl(QLatin1String(url))), QByteArray("x")));
            wait(reply.get());
            QCOMPARE(reply->error(), QNetworkReply::ProtocolUnknownError);
            QVERIFY(BoundedAnswer::of(reply.get())->nothingWasSent());
        }
    }

    void loopback_isThisComputerAlone()
    {
        for (const char *url : {"http://localhost:1/", "http://127.0.0.1/", "http://127.3.4.5", "http://[::1]:9/"})
            QVERIFY2(isLoopback(QUrl(QLatin1String(url))), url);
        for (const char *url :
             {"http://localhost.example.com", "http://127.0.0.1.example.com", "http://10.0.0.1", "x:/y"})
            QVERIFY2(!isLoopback(QUrl(QLatin1String(url))), url);
    }

    void visibleAscii_hasNoBlanksAndNoLineEnds()
    {
        QVERIFY(isVisibleAscii("eyJ.-_~+/="));
        for (const QByteArray &bad : {QByteArray(), QByteArray("a b"), QByteArray("a\r\nX: y"), QByteArray("\xc3\xa9"),
                                      QByteArray("a\0b", 3), QByteArray("\x7f")})
            QVERIFY(!isVisibleAscii(bad));
    }
};

QTEST_GUILESS_MAIN(TestGuardedNetwork)
#include "tst_guardednetwork.moc"
