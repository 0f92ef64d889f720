// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <utility>

namespace sandbox {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// The first value of a header in `headers`; names are compared without case. Empty where there is none.
inline QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

/// Fields of a query or of a posted form; a plus sign is a blank there.
inline QUrlQuery formFields(QByteArray text)
{
    text.replace('+', "%20");
    return QUrlQuery(QString::fromUtf8(text));
}

/// One field of a query or form with all percent signs decoded; empty where it is missing.
inline QString fieldOf(const QUrlQuery &fields, const QString &name)
{
    return fields.queryItemValue(name, QUrl::FullyDecoded);
}

/// A request as it came over the wire.
struct HttpRequest
{
    QByteArray method; ///< upper case
    QString path; ///< percent-decoded, begins with a slash
    QUrlQuery query;
    HttpHeaders headers;
    QByteArray body;
    QHostAddress remote;

    QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
    QUrlQuery form() const { return formFields(body); }
    bool hasForm() const { return header("Content-Type").startsWith("application/x-www-form-urlencoded"); }
};

/// An answer; Content-Length, Date and Connection are added when it is sent.
struct HttpResponse
{
    int status = 200;
    HttpHeaders headers;
    QByteArray body;

    void addHeader(const QByteArray &name, const QByteArray &value) { headers.emplaceBack(name, value); }

    static HttpResponse withBody(int status, const QByteArray &type, const QByteArray &body)
    {
        return {.status = status, .headers = {{"Content-Type", type}}, .body = body};
    }
    static HttpResponse json(int status, const QJsonObject &object)
    {
        return withBody(status, "application/json; charset=utf-8",
                        QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    static HttpResponse html(int status, const QString &page)
    {
        return withBody(status, "text/html; charset=utf-8", page.toUtf8());
    }
    static HttpResponse redirect(const QUrl &to)
    {
        return {.status = 302, .headers = {{"Location", to.toEncoded()}}, .body = {}};
    }
};

} // namespace sandbox
