// SPDX-License-Identifier: GPL-3.0-or-later
#include "grants.h"

#include <QJsonDocument>
#include <QRandomGenerator>

namespace sandbox {

namespace {

QByteArray urlSafe(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return bytes;
}

/// Three parts with points between them, the first two readable JSON, as Calendly's are (BEHAVIOUR 3.10).
QString tokenText(const Grant &grant, const QString &userUuid, WorldTime now, WorldTime lifetime)
{
    const QJsonObject head{{QStringLiteral("alg"), QStringLiteral("HS256")},
                           {QStringLiteral("typ"), QStringLiteral("JWT")}};
    const QJsonObject claims{
        {QStringLiteral("user_uuid"), userUuid}, {QStringLiteral("app_uid"), grant.clientId},
        {QStringLiteral("iat"), now / 1000},     {QStringLiteral("exp"), (now + lifetime) / 1000},
        {QStringLiteral("jti"), randomText(16)}, {QStringLiteral("scope"), grant.scopes.join(u' ')}};
    return QString::fromLatin1(urlSafe(QJsonDocument(head).toJson(QJsonDocument::Compact)) + '.'
                               + urlSafe(QJsonDocument(claims).toJson(QJsonDocument::Compact)) + '.'
                               + urlSafe(randomBytes(32)));
}

} // namespace

QString randomText(int bytes)
{
    return QString::fromLatin1(urlSafe(randomBytes(bytes)));
}

void Grants::addPersonal(const QString &token, int user, const QStringList &scopes)
{
    const int grant = add({.clientId = {}, .user = user, .scopes = scopes});
    m_access.insert(token, {.grant = grant});
}

int Grants::add(const Grant &grant)
{
    m_grants.append(grant);
    return int(m_grants.size()) - 1;
}

QString Grants::issueCode(const IssuedCode &code)
{
    const QString text = randomText(24);
    m_codes.insert(text, code);
    return text;
}

IssuedCode *Grants::code(const QString &code)
{
    const auto found = m_codes.find(code);
    return found == m_codes.end() ? nullptr : &*found;
}

TokenPair Grants::issuePair(int grant, const QString &userUuid, WorldTime now)
{
    const TokenPair pair{
        .access = tokenText(at(grant), userUuid, now, m_tokenLifetime), .refresh = randomText(32), .issuedAt = now};
    m_access.insert(pair.access, {.grant = grant, .issuedAt = now, .expiresAt = now + m_tokenLifetime});
    m_refresh.insert(pair.refresh, {.grant = grant, .issuedAt = now});
    return pair;
}

Grants::RefreshUse Grants::lookAtRefresh(const QString &token) const
{
    const auto found = m_refresh.constFind(token);
    if (found == m_refresh.constEnd())
        return {};
    if (found->used)
        return {.state = RefreshState::Reused, .grant = found->grant};
    return {.state = at(found->grant).revoked ? RefreshState::Unknown : RefreshState::Good, .grant = found->grant};
}

std::optional<Caller> Grants::callerOf(const QString &bearer, WorldTime now) const
{
    const auto state = stateOf(bearer, now);
    if (!state || state->isRefresh)
        return std::nullopt;
    const Grant &grant = at(state->grant);
    return Caller{.user = grant.user, .scopes = grant.scopes};
}

std::optional<TokenState> Grants::stateOf(const QString &token, WorldTime now) const
{
    const auto access = m_access.constFind(token);
    if (access != m_access.constEnd()) {
        if (at(access->grant).revoked || (access->expiresAt && now >= *access->expiresAt))
            return std::nullopt;
        return TokenState{.grant = access->grant, .issuedAt = access->issuedAt, .expiresAt = access->expiresAt};
    }
    const RefreshUse refresh = lookAtRefresh(token);
    if (refresh.state != RefreshState::Good)
        return std::nullopt;
    return TokenState{.grant = refresh.grant, .issuedAt = m_refresh.value(token).issuedAt, .isRefresh = true};
}

std::optional<int> Grants::grantOf(const QString &token) const
{
    if (m_access.contains(token))
        return m_access.value(token).grant;
    if (m_refresh.contains(token))
        return m_refresh.value(token).grant;
    return std::nullopt;
}

void Grants::expire(const QString &access)
{
    const auto found = m_access.find(access);
    if (found != m_access.end() && found->expiresAt)
        found->expiresAt = 0;
}

} // namespace sandbox
