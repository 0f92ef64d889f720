// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guardednetwork.h"
#include "pkce.h"
#include "redirect.h"
#include "session.h"
#include "tokenjudge.h"

#include <QOAuth2AuthorizationCodeFlow>

class TokenReplyHandler;

/// Qt's authorization code flow, made to behave the same from Qt 6.4 on: own state, PKCE, percent-encoding and
/// judgement of answers, no empty fields, token calls that leave once and end in time. For one attempt or one renewal.
class AuthorizationFlow : public QOAuth2AuthorizationCodeFlow
{
    Q_OBJECT

public:
    /// `redirectUri` is what the server has registered; a renewal needs none.
    AuthorizationFlow(const AuthServer &server, const QUrl &redirectUri, Clock clock,
                      std::chrono::milliseconds tokenCall, QObject *parent = nullptr);
    ~AuthorizationFlow() override;

    /// Makes state and proof key; gives the URL for the browser.
    QUrl begin(const QStringList &scopes);

    enum class Delivery {
        Ignored, ///< not for this attempt: nothing happened
        Taken, ///< a code, now (or already) being exchanged
        Declined, ///< an error with the right state: the attempt is over, see declined()
    };
    Delivery deliver(const QUrl &redirect);

    /// Asks for a new pair, once. The answer comes as judged().
    void renew(const QByteArray &refreshToken);

signals:
    void judged(const TokenAnswer &answer);
    void declined(const ::Error &why);

private:
    using Parameters = QMultiMap<QString, QVariant>;
    void setParameters(Stage stage, Parameters *parameters) const;
    void setAuthorizationParameters(Parameters *parameters) const;

    GuardedNetworkManager *m_network; // ours, but only while Qt's half of this object lives
    TokenReplyHandler *m_handler;
    QUrl m_redirectUri;
    QByteArray m_state;
    Pkce m_pkce;
    QStringList m_scopes;
    QByteArray m_code;
    QByteArray m_refreshToken;
    bool m_over = false;
};
