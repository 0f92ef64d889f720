// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenserver.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <iterator>

namespace {

QByteArray formDecoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

} // namespace

TokenServer::TokenServer()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
}

QList<TokenServer::Post> TokenServer::tokenPosts() const
{
    QList<Post> found;
    std::copy_if(m_posts.begin(), m_posts.end(), std::back_inserter(found),
                 [](const Post &post) { return post.path == "/oauth/token"; });
    return found;
}

QList<TokenServer::Post> TokenServer::revocations() const
{
    QList<Post> found;
    std::copy_if(m_posts.begin(), m_posts.end(), std::back_inserter(found),
                 [](const Post &post) { return post.path == "/oauth/revoke"; });
    return found;
}

void TokenServer::take(QTcpSocket *socket)
{
    QByteArray &text = m_open[socket];
    text += socket->readAll();
    const qsizetype head = text.indexOf("\r\n\r\n");
    if (head < 0)
        return;
    const qsizetype field = text.toLower().indexOf("content-length:") + 15;
    const qsizetype length = text.mid(field, text.indexOf('\r', field) - field).trimmed().toLongLong();
    if (text.size() < head + 4 + length)
        return;
    Post post{.path = text.split(' ').value(1), .head = text.left(head), .form = {}};
    const QByteArrayList pairs = text.mid(head + 4).split('&');
    for (const QByteArray &pair : pairs)
        post.form.insert(formDecoded(pair.split('=').first()), formDecoded(pair.mid(pair.indexOf('=') + 1)));
    m_open.remove(socket);
    m_posts << post;
    answer(socket, post);
}

void TokenServer::answer(QTcpSocket *socket, const Post &post)
{
    if (post.path == "/oauth/revoke") {
        if (revocationHangs)
            return;
        isRevoked = isRevoked || post.form.value("token") == refreshToken;
        return send(socket, "200 OK", "application/json", "{}");
    }
    answerToken(socket, post, faults.isEmpty() ? Fault::None : faults.takeFirst());
}

void TokenServer::answerToken(QTcpSocket *socket, const Post &post, Fault fault)
{
    const QByteArray json = "application/json";
    switch (fault) {
    case Fault::CloseUnseen:
        return socket->disconnectFromHost();
    case Fault::Hang:
        return;
    case Fault::Redirect:
        return send(socket, "307 Temporary Redirect", json, {}, "Location: " + elsewhere.toEncoded() + "\r\n");
    case Fault::Html:
        return send(socket, "200 OK", "text/html", "access_token=evil&refresh_token=evil2&token_type=Bearer");
    case Fault::InvalidGrant:
        return send(socket, "400 Bad Request", json, R"({"error":"invalid_grant"})");
    case Fault::InvalidClient:
        return send(socket, "401 Unauthorized", json, R"({"error":"invalid_client"})");
    case Fault::BasicChallenge:
        return send(socket, "401 Unauthorized", json, R"({"error":"invalid_client"})",
                    "WWW-Authenticate: Basic realm=\"x\"\r\n");
    case Fault::Unavailable:
        return send(socket, "503 Service Unavailable", "text/plain", "later");
    case Fault::Forbidden:
        return send(socket, "403 Forbidden", "text/html", "<html>Blocked</html>");
    default:
        break;
    }
    const bool isRenewal = post.form.value("grant_type") == "refresh_token";
    if (isRenewal && (isRevoked || post.form.value("refresh_token") != refreshToken)) {
        isRevoked = true; // a replay ends the whole family
        return send(socket, "400 Bad Request", json, R"({"error":"invalid_grant"})");
    }
    const QByteArray body = tokens(fault != Fault::NoRefresh);
    if (fault == Fault::LoseAnswer)
        return socket->disconnectFromHost();
    if (fault == Fault::CutBody) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n" + body);
        return socket->disconnectFromHost();
    }
    QTimer::singleShot(fault == Fault::Slow ? 150 : 0, socket,
                       [socket, json, body] { send(socket, "200 OK", json, body); });
}

QByteArray TokenServer::tokens(bool withRefresh)
{
    const QByteArray number = QByteArray::number(++tokensGiven);
    refreshToken = "refresh-" + number;
    return R"({"access_token":"access-)" + number + R"(","token_type":"Bearer","expires_in":)"
        + QByteArray::number(expiresIn) + R"(,"scope":")" + scope
        + R"(","owner":"https://api.example.com/users/mara","organization":"https://api.example.com/organizations/org")"
        + (withRefresh ? R"(,"refresh_token":")" + refreshToken + "\"" : QByteArray()) + "}";
}

void TokenServer::send(QTcpSocket *socket, const QByteArray &status, const QByteArray &type, const QByteArray &body,
                       const QByteArray &more)
{
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more
                  + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}
