// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"
#include "oauthclients.h"

#include <QStringList>

#include <variant>

namespace sandbox {

/// What a program asks for when it sends somebody to /oauth/authorize, checked.
struct Authorization
{
    OAuthClient client;
    QString redirectUri;
    QString state;
    bool hasState = false;
    QString challenge; ///< S256; empty: without PKCE
    QStringList scopes; ///< what it asks for; all there are when it does not say

    /// The redirect URI with the program's state and `fields` added.
    HttpResponse redirect(const QList<std::pair<QString, QString>> &fields) const;
    HttpResponse redirectError(const QString &error, const QString &description) const;
};

/// The checked request, or the answer to give instead: a page as long as the way back is not known to be right, and a
/// redirect with an error from there on (RFC 6749 4.1.2.1).
std::variant<Authorization, HttpResponse> readAuthorization(const QUrlQuery &fields, const QList<OAuthClient> &clients);

} // namespace sandbox
