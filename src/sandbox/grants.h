// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apicall.h"

#include <QHash>

#include <optional>

namespace sandbox {

/// What a person has allowed a program to do. All tokens that come from one consent belong to one grant.
struct Grant
{
    QString clientId; ///< empty: a personal access token
    int user = noId;
    QStringList scopes;
    bool revoked = false;
};

/// A code on its way from the browser to the token endpoint.
struct IssuedCode
{
    int grant = noId;
    QString redirectUri;
    QString challenge; ///< S256; empty: without PKCE
    WorldTime expiresAt = 0;
    bool used = false;
};

struct TokenPair
{
    QString access;
    QString refresh;
    WorldTime issuedAt = 0;
};

/// A token as introspection sees it.
struct TokenState
{
    int grant = noId;
    WorldTime issuedAt = 0;
    std::optional<WorldTime> expiresAt;
    bool isRefresh = false;
};

/// All codes and tokens. Refresh tokens work once; one that comes again ends its whole grant (BEHAVIOUR 3.2).
class Grants
{
public:
    explicit Grants(WorldTime tokenLifetime)
        : m_tokenLifetime(tokenLifetime)
    {
    }

    void addPersonal(const QString &token, int user, const QStringList &scopes);
    int add(const Grant &grant);
    const Grant &at(int grant) const { return m_grants.at(grant); }
    void revoke(int grant) { m_grants[grant].revoked = true; }

    QString issueCode(const IssuedCode &code);
    IssuedCode *code(const QString &code); ///< null where there is none

    /// A new pair; `userUuid` goes into the access token, which looks like a JWT.
    TokenPair issuePair(int grant, const QString &userUuid, WorldTime now);

    enum class RefreshState { Good, Unknown, Reused };
    struct RefreshUse
    {
        RefreshState state = RefreshState::Unknown;
        int grant = noId;
    };
    /// What a refresh token stands for, without using it up.
    RefreshUse lookAtRefresh(const QString &token) const;
    void useRefresh(const QString &token) { m_refresh[token].used = true; }

    /// The person behind a bearer token that is good at `now`.
    std::optional<Caller> callerOf(const QString &bearer, WorldTime now) const;
    /// A token that still works, of either kind.
    std::optional<TokenState> stateOf(const QString &token, WorldTime now) const;
    /// The grant of any token that was ever given out, dead ones included.
    std::optional<int> grantOf(const QString &token) const;
    /// Ends an access token before its time; personal ones do not expire and stay.
    void expire(const QString &access);

private:
    struct Access
    {
        int grant = noId;
        WorldTime issuedAt = 0;
        std::optional<WorldTime> expiresAt;
    };
    struct Refresh
    {
        int grant = noId;
        WorldTime issuedAt = 0;
        bool used = false;
    };

    WorldTime m_tokenLifetime;
    QList<Grant> m_grants;
    QHash<QString, IssuedCode> m_codes;
    QHash<QString, Access> m_access;
    QHash<QString, Refresh> m_refresh;
};

/// `bytes` random bytes as text for URLs.
QString randomText(int bytes);

} // namespace sandbox
