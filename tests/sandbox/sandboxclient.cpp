// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxclient.h"

#include "waiting.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 15000;

Answer answerOf(QNetworkReply &reply)
{
    Answer answer{.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                  .headers = {},
                  .body = reply.readAll(),
                  .error = reply.error()};
    for (const auto &pair : reply.rawHeaderPairs())
        answer.headers.emplaceBack(pair.first, pair.second);
    return answer;
}

} // namespace

QByteArray encodedFields(const Fields &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields)
        text += (text.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return text;
}

Fields hiddenInputs(const QByteArray &html)
{
    static const QRegularExpression input(u"<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">"_s);
    Fields fields;
    auto matches = input.globalMatch(QString::fromUtf8(html));
    while (matches.hasNext()) {
        const auto match = matches.next();
        QString value = match.captured(2);
        value.replace(QLatin1String("&quot;"), QLatin1String("\"")).replace(QLatin1String("&lt;"), QLatin1String("<"));
        value.replace(QLatin1String("&gt;"), QLatin1String(">")).replace(QLatin1String("&amp;"), QLatin1String("&"));
        fields.emplaceBack(match.captured(1), value);
    }
    return fields;
}

Answer SandboxClient::get(const QString &path, const Fields &query)
{
    return send("GET", request(path, query));
}

Answer SandboxClient::get(const QUrl &url)
{
    QNetworkRequest wanted = request(QString());
    wanted.setUrl(url);
    return send("GET", wanted);
}

Answer SandboxClient::post(const QString &path, const QJsonObject &body)
{
    QNetworkRequest wanted = request(path);
    wanted.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return send("POST", wanted, QJsonDocument(body).toJson());
}

Answer SandboxClient::postForm(const QString &path, const Fields &form, const QByteArray &authorization)
{
    QNetworkRequest wanted = request(path);
    wanted.setRawHeader("Authorization", authorization);
    wanted.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    return send("POST", wanted, encodedFields(form));
}

Answer SandboxClient::remove(const QString &path)
{
    return send("DELETE", request(path));
}

Answer SandboxClient::send(const QByteArray &method, QNetworkRequest request, const QByteArray &body)
{
    const std::unique_ptr<QNetworkReply> reply(start(method, std::move(request), body));
    if (!waitUntil([&] { return reply->isFinished(); }, patienceMs))
        return {};
    return answerOf(*reply);
}

QNetworkReply *SandboxClient::start(const QByteArray &method, QNetworkRequest request, const QByteArray &body)
{
    return m_network.sendCustomRequest(request, method, body);
}

QNetworkRequest SandboxClient::request(const QString &path, const Fields &query) const
{
    QUrl url = m_base;
    url.setPath(path);
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(encodedFields(query)), QUrl::StrictMode);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"SandboxTest/1.0"_s);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    return request;
}
