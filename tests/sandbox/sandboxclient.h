// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

/// What came back for a request.
struct Answer
{
    int status = 0; ///< 0: no answer
    sandbox::HttpHeaders headers;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;

    QByteArray header(QByteArrayView name) const { return sandbox::headerValue(headers, name); }
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonObject resource() const { return json().value(QStringLiteral("resource")).toObject(); }
    QJsonArray rows() const { return json().value(QStringLiteral("collection")).toArray(); }
    QJsonValue paging(const QString &name) const
    {
        return json().value(QStringLiteral("pagination")).toObject().value(name);
    }
    QString text(const QString &name) const { return json().value(name).toString(); }
    /// The parameter of the first detail line of a refusal.
    QString parameter() const
    {
        return json()
            .value(QStringLiteral("details"))
            .toArray()
            .first()
            .toObject()
            .value(QStringLiteral("parameter"))
            .toString();
    }
};

/// Fields of a query or form, in the order given.
using Fields = QList<std::pair<QString, QString>>;

/// Speaks to a sandbox as a program does: through QNetworkAccessManager, over a real socket.
class SandboxClient
{
public:
    SandboxClient(QUrl base, QString token)
        : m_base(std::move(base))
        , m_token(std::move(token))
    {
    }

    Answer get(const QString &path, const Fields &query = {});
    Answer get(const QUrl &url);
    Answer post(const QString &path, const QJsonObject &body);
    Answer postForm(const QString &path, const Fields &form, const QByteArray &authorization = {});
    Answer remove(const QString &path);
    /// Any method, headers and body.
    Answer send(const QByteArray &method, QNetworkRequest request, const QByteArray &body = {});
    /// Starts a request and does not wait for its end; the caller owns the reply.
    QNetworkReply *start(const QByteArray &method, QNetworkRequest request, const QByteArray &body = {});

    QNetworkRequest request(const QString &path, const Fields &query = {}) const;

private:
    QUrl m_base;
    QString m_token;
    QNetworkAccessManager m_network;
};

/// Fields as a query or form writes them, every special sign encoded.
QByteArray encodedFields(const Fields &fields);

/// The names and values of all hidden inputs of a page, in order.
Fields hiddenInputs(const QByteArray &html);
