// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultplayer.h"

#include "sandboxerrors.h"

#include <QJsonArray>

namespace sandbox {

namespace {

const QString endlessToken = QStringLiteral("endless-");
const QString tokenField = QStringLiteral("page_token");

void setHeader(HttpResponse &response, const QByteArray &name, const QByteArray &value)
{
    response.headers.removeIf([&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    response.addHeader(name, value);
}

HttpResponse tooMany(const Fault &fault)
{
    const QByteArray seconds = QByteArray::number(qint64(std::chrono::ceil<std::chrono::seconds>(fault.wait).count()));
    HttpResponse response = tooManyRequests();
    response.addHeader("X-RateLimit-Limit", "500");
    response.addHeader("X-RateLimit-Remaining", "0");
    response.addHeader("X-RateLimit-Reset", seconds);
    response.addHeader("Retry-After", seconds);
    return response;
}

/// The pagination object of `response`, changed; other answers stay as they are.
HttpResponse repaged(HttpResponse response, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject json = QJsonDocument::fromJson(response.body).object();
    QJsonObject pagination = json.value(QStringLiteral("pagination")).toObject();
    if (pagination.isEmpty())
        return response;
    change(pagination);
    json.insert(QStringLiteral("pagination"), pagination);
    response.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse withNext(const HttpResponse &response, const HttpRequest &request, const QString &token)
{
    return repaged(response, [&](QJsonObject &pagination) {
        QUrlQuery query = request.query;
        query.removeAllQueryItems(tokenField);
        query.addQueryItem(tokenField, token);
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setAuthority(QString::fromLatin1(request.header("Host")));
        url.setPath(request.path);
        url.setQuery(query);
        pagination.insert(QStringLiteral("next_page_token"), token);
        pagination.insert(QStringLiteral("next_page"), QString::fromLatin1(url.toEncoded()));
    });
}

QString nextEndlessToken(const HttpRequest &request)
{
    const QString token = fieldOf(request.query, tokenField);
    const int page = token.startsWith(endlessToken) ? token.mid(endlessToken.size()).toInt() : 1;
    return endlessToken + QString::number(page + 1);
}

HttpResponse withForeignNext(const HttpResponse &response)
{
    return repaged(response, [](QJsonObject &pagination) {
        QUrl url(pagination.value(QStringLiteral("next_page")).toString());
        if (url.isEmpty())
            return;
        url.setHost(QStringLiteral("foreign.example.org"));
        pagination.insert(QStringLiteral("next_page"), QString::fromLatin1(url.toEncoded()));
    });
}

/// The last item of a list, with null in `field`; other answers stay as they are.
HttpResponse withNull(HttpResponse response, const QString &field)
{
    QJsonObject json = QJsonDocument::fromJson(response.body).object();
    QJsonArray items = json.value(QStringLiteral("collection")).toArray();
    if (items.isEmpty())
        return response;
    QJsonObject item = items.last().toObject();
    item.insert(field, QJsonValue::Null);
    items.replace(items.size() - 1, item);
    json.insert(QStringLiteral("collection"), items);
    response.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace

bool answersByItself(const Fault &fault)
{
    switch (fault.kind) {
    case Fault::Kind::Status:
    case Fault::Kind::Html:
    case Fault::Kind::Redirect:
    case Fault::Kind::TooMany: return true;
    default: return false;
    }
}

HttpResponse faultAnswer(const Fault &fault)
{
    switch (fault.kind) {
    case Fault::Kind::Html:
        return HttpResponse::html(200,
                                  QStringLiteral("<!DOCTYPE html><html><head><title>Network sign-in</title></head>"
                                                 "<body><p>Please sign in to this network.</p></body></html>"));
    case Fault::Kind::Redirect: return HttpResponse::redirect(QUrl(fault.text));
    case Fault::Kind::TooMany: return tooMany(fault);
    default: {
        HttpResponse response = plainStatus(fault.status);
        response.headers += fault.headers;
        return response;
    }
    }
}

HttpResponse spoilt(HttpResponse response, const Fault &fault, const HttpRequest &request)
{
    switch (fault.kind) {
    case Fault::Kind::Empty: response.body.clear(); return response;
    case Fault::Kind::NotJson: response.body = "{\"resource\": oops, this is not JSON"; return response;
    case Fault::Kind::ContentType: setHeader(response, "Content-Type", fault.text.toLatin1()); return response;
    case Fault::Kind::ForeignNext: return withForeignNext(response);
    case Fault::Kind::Endless: return withNext(response, request, nextEndlessToken(request));
    case Fault::Kind::SelfNext: return withNext(response, request, endlessToken + u'0');
    case Fault::Kind::Null: return withNull(response, fault.text);
    default: return response;
    }
}

HttpRequest withoutEndlessToken(HttpRequest request)
{
    if (fieldOf(request.query, tokenField).startsWith(endlessToken))
        request.query.removeAllQueryItems(tokenField);
    return request;
}

} // namespace sandbox
