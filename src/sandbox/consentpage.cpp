// SPDX-License-Identifier: GPL-3.0-or-later
#include "consentpage.h"

#include "scopes.h"
#include "worldjson.h"

namespace sandbox {

namespace {

const QString look = QStringLiteral(
    "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1f2933}"
    "fieldset{border:1px solid #d5dbe1;border-radius:8px;margin:1rem 0;padding:.75rem 1rem}"
    "label{display:block;padding:.2rem 0}small{color:#66727f}"
    "button{font:inherit;padding:.5rem 1.25rem;border-radius:8px;border:1px solid #b9c2cb;background:#fff}"
    "button.main{background:#0b6e99;border-color:#0b6e99;color:#fff}");

HttpResponse page(int status, const QString &title, const QString &body)
{
    HttpResponse response = HttpResponse::html(
        status,
        QStringLiteral("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>"
                       "<style>%2</style></head><body><h1>%1</h1>%3</body></html>")
            .arg(title.toHtmlEscaped(), look, body));
    response.addHeader("Cache-Control", "no-store");
    response.addHeader("Referrer-Policy", "no-referrer");
    return response;
}

QString hiddenFields(const QUrlQuery &fields)
{
    QString html;
    const auto items = fields.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        html += QStringLiteral("<input type=\"hidden\" name=\"%1\" value=\"%2\">")
                    .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    return html;
}

QString people(const World &world)
{
    QString html;
    for (const WorldUser &user : world.users())
        html += QStringLiteral(
                    "<label><input type=\"radio\" name=\"person\" value=\"%1\"%2> %3 <small>%4, %5</small></label>")
                    .arg(user.slug.toHtmlEscaped(), user.id == 0 ? QStringLiteral(" checked") : QString(),
                         user.name.toHtmlEscaped(), user.email.toHtmlEscaped(), roleText(user.role));
    return html;
}

QString scopeBoxes(const QStringList &scopes)
{
    QString html;
    for (const ScopeText &scope : allScopes()) {
        if (scopes.contains(scope.name))
            html += QStringLiteral("<label><input type=\"checkbox\" name=\"allowed\" value=\"%1\" checked> %2 "
                                   "<small>%1</small></label>")
                        .arg(scope.name, scope.opens.toHtmlEscaped());
    }
    return html;
}

} // namespace

HttpResponse consentPage(const Authorization &asked, const QUrlQuery &fields, const World &world)
{
    return page(
        200, QStringLiteral("Sign in to the local Calendly"),
        QStringLiteral("<p><b>%1</b> asks for access to an account.</p>"
                       "<form method=\"post\" action=\"/oauth/authorize\">%2"
                       "<fieldset><legend>Who are you?</legend>%3</fieldset>"
                       "<fieldset><legend>%1 may</legend>%4</fieldset>"
                       "<button class=\"main\" name=\"decision\" value=\"allow\">Allow</button> "
                       "<button name=\"decision\" value=\"deny\">Deny</button></form>")
            .arg(asked.client.name.toHtmlEscaped(), hiddenFields(fields), people(world), scopeBoxes(asked.scopes)));
}

HttpResponse authorizationErrorPage(const QString &problem)
{
    return page(400, QStringLiteral("This sign-in cannot go on"),
                QStringLiteral("<p>%1</p><p>Please go back to the application and start again.</p>")
                    .arg(problem.toHtmlEscaped()));
}

} // namespace sandbox
