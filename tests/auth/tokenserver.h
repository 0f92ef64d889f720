// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

/// An authorization server's token and revocation endpoints, with refresh tokens that can be used once and a list of
/// things that can go wrong. Keeps what it is sent.
class TokenServer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Fault {
        None,
        CloseUnseen, ///< hangs up before it has done anything
        LoseAnswer, ///< does it, and hangs up
        Hang,
        Slow, ///< does it, and answers after 150 ms
        Redirect, ///< 307 to `elsewhere`
        Html, ///< 200 with a page that looks like a form of tokens
        InvalidGrant,
        InvalidClient,
        BasicChallenge, ///< 401 that asks for a password
        Unavailable, ///< 503
        Forbidden, ///< 403 with a gateway's page, which has not asked the server
        NoRefresh,
        CutBody,
    };
    struct Post
    {
        QByteArray path;
        QByteArray head;
        QMap<QByteArray, QByteArray> form;
    };

    TokenServer();

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    /// Those to the token endpoint.
    QList<Post> tokenPosts() const;
    QList<Post> revocations() const;

    QList<Fault> faults; ///< the first is taken by the next token call
    QUrl elsewhere;
    QByteArray scope = "users:read scheduled_events:write";
    QByteArray refreshToken = "refresh-1"; ///< the one that is good
    int tokensGiven = 1;
    int expiresIn = 7200;
    bool isRevoked = false;
    bool revocationHangs = false;

private:
    void take(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Post &post);
    void answerToken(QTcpSocket *socket, const Post &post, Fault fault);
    QByteArray tokens(bool withRefresh);
    static void send(QTcpSocket *socket, const QByteArray &status, const QByteArray &type, const QByteArray &body,
                     const QByteArray &more = {});

    QList<Post> m_posts;
    QMap<QTcpSocket *, QByteArray> m_open;
};
