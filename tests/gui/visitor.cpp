// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitor.h"

#include "waiting.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>

namespace {

/// The address of a link of `page` with this class and label; empty where there is none. An empty label fits any.
QUrl linkOn(const Visitor::Page &page, const QString &label, const QString &pathBegin)
{
    static const QRegularExpression anchor(QStringLiteral("(<a class=\"slot\"[^>]*>)([^<]*)</a>"));
    for (const QRegularExpressionMatch &match : anchor.globalMatch(page.text)) {
        const QUrl target = page.address.resolved(QUrl(attributeOf(match.captured(1), QStringLiteral("href")).value_or(QString())));
        if ((label.isEmpty() || match.captured(2) == label) && target.path().startsWith(pathBegin))
            return target;
    }
    return {};
}

} // namespace

Visitor::Page Visitor::wait(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> owner(reply);
    if (!waitUntil([reply] { return reply->isFinished(); }, 10000))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->url(), QString::fromUtf8(reply->readAll()),
            reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl()};
}

Visitor::Page Visitor::get(const QUrl &address)
{
    return wait(m_network.get(QNetworkRequest(address)));
}

Visitor::Page Visitor::post(const HtmlForm &form)
{
    QNetworkRequest request(form.action());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    return wait(m_network.post(request, form.body()));
}

Visitor::Page Visitor::book(const QUrl &bookingPage, const QString &name, const QString &email)
{
    Page page = get(bookingPage);
    const QString times = bookingPage.path() + QLatin1Char('/');
    QUrl slot = linkOn(page, {}, times);
    for (int week = 0; week < 3 && slot.isEmpty() && page.status == 200; ++week) {
        page = get(linkOn(page, QStringLiteral("Later"), bookingPage.path()));
        slot = linkOn(page, {}, times);
    }
    if (slot.isEmpty())
        return page;
    page = get(slot);
    std::optional<HtmlForm> form = HtmlForm::read(page.text, page.address);
    if (!form)
        return page;
    form->set(QStringLiteral("name"), name);
    form->set(QStringLiteral("email"), email);
    form->fillRequired(QStringLiteral("A booking page for our two workshops."), QStringLiteral("+49 30 5557 0100"));
    return post(*form);
}

QUrl Visitor::allowWithoutGoingBack(const QUrl &authorization)
{
    const Page page = get(authorization);
    std::optional<HtmlForm> form = HtmlForm::read(page.text, page.address);
    if (!form)
        return {};
    form->set(QStringLiteral("decision"), QStringLiteral("allow"));
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    const Page end = post(*form);
    m_network.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
    return end.leadsTo;
}

Visitor::Page Visitor::consent(const QUrl &authorization, bool allow, const QString &person)
{
    const Page page = get(authorization);
    std::optional<HtmlForm> form = HtmlForm::read(page.text, page.address);
    if (!form)
        return page;
    if (!person.isEmpty())
        form->set(QStringLiteral("person"), person);
    form->set(QStringLiteral("decision"), allow ? QStringLiteral("allow") : QStringLiteral("deny"));
    return post(*form);
}
