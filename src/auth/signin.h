// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accesstokens.h"
#include "authlimits.h"
#include "clock.h"
#include "result.h"
#include "session.h"

#include <QObject>
#include <QStringList>

#include <memory>

/// Silences Qt's own log lines about signing in for good: they hold authorization URLs and whole token answers. To be
/// called once before the first SignIn or Session is made.
void quietenNetworkAuth();

/// One sign-in at a time in the system's browser: OAuth 2 authorization code with PKCE S256 (RFC 6749, 7636, 8252).
/// Ends with finished(); can be started again at any time.
class SignIn : public QObject
{
    Q_OBJECT

public:
    SignIn(AuthServer server, Clock clock, QObject *parent = nullptr, AuthLimits limits = {});
    ~SignIn() override;

    /// Begins an attempt with fresh state and verifier; an attempt under way ends first, silently. Emits
    /// authorizationReady(), or finished() when no port can be opened.
    void start(const QStringList &scopes);
    /// Ends the attempt without finished(); a late redirect is then ignored, and a pair that still comes is given back.
    void stop();
    /// Tells the server that a pair from here is not used, so that nothing of it lives on (RFC 7009).
    void giveBack(const AccessTokens &unwanted);
    bool isUnderWay() const;
    QUrl authorizationUrl() const; ///< to be opened in a browser; holds no secret but must not be logged
    QDateTime endsAt() const; ///< UTC, 10 minutes after the start

    /// Takes a redirect from outside: handed over by the system for a private scheme, or pasted by the user. False when
    /// it is not for the attempt under way (wrong address or state): it is then ignored.
    bool deliver(const QUrl &redirect);

signals:
    void authorizationReady(const QUrl &url);
    /// Error kinds: NotAllowed (declined), TimedOut, Offline, Interrupted (outcome of the exchange unknown), Refused
    /// (client or redirect not accepted), Malformed, Storage (no port).
    void finished(const Result<AccessTokens> &tokens);

private:
    class Private;
    std::unique_ptr<Private> d;
};
