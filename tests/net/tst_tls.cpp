// SPDX-License-Identifier: GPL-3.0-or-later
#include "guardednetwork.h"
#include "secureserver.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

/// Servers that cannot prove who they are: nothing is sent to them, and nothing in the program gets around that.
class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(QSslSocket::supportsSsl());
        QVERIFY(openssl(QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=Authority")));
        QVERIFY(makeSelfSigned(m_place.path()));
        QVERIFY(issue(QStringLiteral("good"), QStringLiteral("IP:127.0.0.1"), 2));
        QVERIFY(issue(QStringLiteral("wrong-host"), QStringLiteral("DNS:api.calendly.com"), 2));
        QVERIFY(issue(QStringLiteral("expired"), QStringLiteral("IP:127.0.0.1"), 0)); // over in the second it begins
        QTRY_VERIFY(QSslCertificate::fromPath(m_place.filePath(QStringLiteral("expired.pem"))).constFirst().expiryDate() < QDateTime::currentDateTimeUtc());
        // The authority is trusted here, so that each certificate has exactly one thing wrong.
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificates(QSslCertificate::fromPath(m_place.filePath(QStringLiteral("ca.pem"))));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }

    void aGoodCertificate_isSpokenTo()
    {
        const SecureServer server(file(QStringLiteral("good.pem")), file(QStringLiteral("server.key")));
        const std::unique_ptr<QNetworkReply> reply = ask(server.url().resolved(QUrl(QStringLiteral("/users/me"))));
        QVERIFY(reply);
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QVERIFY(server.received().contains("Bearer secret"));
    }

    void aBadCertificate_isSentNothing_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::newRow("self-signed") << QStringLiteral("self-signed.pem");
        QTest::newRow("of another host") << QStringLiteral("wrong-host.pem");
        QTest::newRow("expired") << QStringLiteral("expired.pem");
    }

    void aBadCertificate_isSentNothing()
    {
        QFETCH(const QString, certificate);
        const SecureServer server(file(certificate), file(QStringLiteral("server.key")));
        for (const bool writes : {false, true}) {
            const std::unique_ptr<QNetworkReply> reply = ask(server.url().resolved(QUrl(QStringLiteral("/users/me"))), writes);
            QVERIFY(reply);
            QCOMPARE(reply->error(), QNetworkReply::SslHandshakeFailedError);
            QVERIFY(BoundedAnswer::of(reply.get())->nothingWasSent());
        }
        QCOMPARE(server.received(), QByteArray());
    }

private:
    QString file(const QString &name) const { return m_place.filePath(name); }

    bool openssl(const QString &arguments) const { return runOpenssl(m_place.path(), arguments); }

    /// NAME.pem for the server's key, signed by the authority.
    bool issue(const QString &name, const QString &host, int days) const
    {
        return openssl(QStringLiteral("req -new -key server.key -out %1.csr -subj /CN=server -addext subjectAltName=%2").arg(name, host))
            && openssl(QStringLiteral("x509 -req -in %1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days %2 -copy_extensions copy -out %1.pem").arg(name).arg(days));
    }

    std::unique_ptr<QNetworkReply> ask(const QUrl &url, bool writes = false)
    {
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer secret");
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        std::unique_ptr<QNetworkReply> reply(writes ? m_network.post(request, QByteArray("{}")) : m_network.get(request));
        return QTest::qWaitFor([&reply] { return reply->isFinished(); }, 30000) ? std::move(reply) : nullptr;
    }

    QTemporaryDir m_place;
    GuardedNetworkManager m_network;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
