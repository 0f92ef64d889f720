// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QUrl>

/// Runs openssl in `folder`.
inline bool runOpenssl(const QString &folder, const QString &arguments)
{
    QProcess tool;
    tool.setWorkingDirectory(folder);
    tool.start(QStringLiteral("openssl"), arguments.split(QLatin1Char(' ')));
    const bool done = tool.waitForFinished(60000) && tool.exitCode() == 0;
    if (!done)
        qWarning("openssl: %s", tool.readAllStandardError().constData());
    return done;
}

/// Makes server.key, and self-signed.pem with it, in `folder`.
inline bool makeSelfSigned(const QString &folder)
{
    return runOpenssl(folder, QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout server.key -out self-signed.pem -days 2"
                                             " -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"));
}

/// Takes connections with a certificate, and keeps what arrives through them.
class SecureServer
{
public:
    SecureServer(const QString &certificate, const QString &key)
    {
        QSslConfiguration setup = QSslConfiguration::defaultConfiguration();
        setup.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        QFile file(key);
        if (file.open(QIODevice::ReadOnly))
            setup.setPrivateKey(QSslKey(&file, QSsl::Ec));
        setup.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(setup);
        QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    m_received += socket->readAll();
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{}");
                    socket->disconnectFromHost();
                });
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort())); }
    QByteArray received() const { return m_received; }

private:
    QSslServer m_server;
    QByteArray m_received;
};
