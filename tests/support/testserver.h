// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <utility>

class QTcpSocket;

/// A loopback HTTP server that answers what a test tells it to, and keeps what it was asked. One request for each
/// connection, so that what arrives can be counted.
class TestServer : public QObject
{
    Q_OBJECT

public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    struct Answer
    {
        int status = 200;
        QByteArray body;
        QByteArray contentType = "application/json";
        Headers headers;
        bool hangUp = false; ///< close without a word
        bool silent = false; ///< never answer
    };

    struct Request
    {
        QByteArray method;
        QByteArray target; ///< path and query as they came
        QString path;
        QUrlQuery query;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;

        QString item(const QString &name) const { return query.queryItemValue(name, QUrl::FullyDecoded); }
    };

    explicit TestServer(QObject *parent = nullptr);
    ~TestServer() override;

    QUrl url() const;
    quint16 port() const;

    /// Queues an answer for "GET /users/me"; the last one queued for a route is given for ever. 404 where there is
    /// none.
    void answer(const QByteArray &route, const Answer &answer);
    /// A refusal without `json` is worded as Calendly does.
    void answer(const QByteArray &route, const QJsonObject &json, int status = 200, const Headers &headers = {});

    /// All requests, or those to one route, in the order of their arrival.
    QList<Request> requests(const QByteArray &route = {}) const;
    int count(const QByteArray &route = {}) const;

signals:
    void asked(); ///< a request has arrived; its answer has not left

private:
    void take(QTcpSocket *socket);
    void respond(QTcpSocket *socket, const Request &request);
    Answer nextAnswer(const QByteArray &route);

    QTcpServer m_server;
    QHash<QByteArray, QList<Answer>> m_answers;
    QHash<QTcpSocket *, QByteArray> m_received;
    QList<Request> m_requests;
};
