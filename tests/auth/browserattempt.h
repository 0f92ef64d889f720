// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signin.h"
#include "tokenserver.h"

#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace std::chrono_literals;
using Fault = TokenServer::Fault;

/// A sign-in, the server behind it, and what the user's browser does, as raw HTTP.
class BrowserAttempt
{
public:
    explicit BrowserAttempt(QUrl redirectUri = {})
        : signIn({.url = server.url(), .clientId = QStringLiteral("client/+id"), .redirectUri = std::move(redirectUri)},
                 [this] { return QDateTime::currentDateTimeUtc().addSecs(clockOffset); }, nullptr,
                 {.attemptCheck = 20ms, .tokenCall = 2000ms, .browserRequest = 300ms})
    {
        QObject::connect(&signIn, &SignIn::finished, &signIn, [this](const auto &tokens) { results << tokens; });
    }

    void start() { signIn.start({QStringLiteral("users:read"), QStringLiteral("webhooks:write")}); }

    QByteArray asked(const char *name) const
    {
        return QUrlQuery(signIn.authorizationUrl()).queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toUtf8();
    }
    QByteArray state() const { return asked("state"); }
    QUrl redirectUri() const { return QUrl(QString::fromUtf8(asked("redirect_uri"))); }
    QUrl answer(const QByteArray &query) const { return QUrl::fromEncoded(asked("redirect_uri") + "?" + query); }
    QByteArray goodQuery() const { return "code=abc&state=" + state(); }

    /// Sends `pieces` one after the other and returns what came until the connection was closed.
    QByteArray browse(const QByteArrayList &pieces) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(redirectUri().port()));
        QByteArray answer;
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 1000))
            return "not connected";
        for (const QByteArray &piece : pieces) {
            socket.write(piece);
            socket.flush();
            QTest::qWait(pieces.size() > 1 ? 20 : 0);
        }
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 3000))
            return "still open";
        return answer + socket.readAll();
    }
    QByteArray host() const { return "Host: 127.0.0.1:" + QByteArray::number(redirectUri().port()) + "\r\n"; }
    QByteArray get(const QByteArray &query) const
    {
        return browse({"GET /callback?" + query + " HTTP/1.1\r\n" + host() + "\r\n"});
    }

    TokenServer server;
    qint64 clockOffset = 0;
    SignIn signIn;
    QList<Result<AccessTokens>> results;
};
