// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenprobe.h"

#include "whilealive.h"

namespace {

TokenSource only(const QByteArray &token)
{
    TokenSource source;
    source.token = [token](QObject *, const TokenSource::Then &then) { then(token); };
    source.renewed = [](const QByteArray &, QObject *, const TokenSource::Then &then) {
        then(Unexpected(failure(Error::Kind::SignedOut, AccountService::tr("Calendly does not accept this token."))));
    };
    return source;
}

RestLimits oneTry()
{
    RestLimits limits;
    limits.tries = 1;
    return limits;
}

QUrlQuery query(std::initializer_list<std::pair<QString, QUrl>> items, bool oneRow = true)
{
    QUrlQuery result;
    for (const auto &[name, uri] : items)
        result.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(uri.toString(QUrl::FullyEncoded))));
    if (oneRow)
        result.addQueryItem(QStringLiteral("count"), QStringLiteral("1"));
    return result;
}

Permission::State judged(const Result<QJsonObject> &answer)
{
    if (answer)
        return Permission::State::Granted;
    return answer.error().kind == Error::Kind::ScopeMissing ? Permission::State::Missing : Permission::State::Unknown;
}

} // namespace

TokenProbe::TokenProbe(const QUrl &apiUrl, QByteArray token, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_token(std::move(token))
    , m_client(apiUrl, only(m_token), clock, oneTry())
    , m_organization(m_client)
{
}

void TokenProbe::identify(std::function<void(const Result<User> &)> then)
{
    m_organization.currentUser(Urgency::Now, this, std::move(then));
}

void TokenProbe::start(Extent extent)
{
    identify([this, extent](const Result<User> &user) {
        if (!user)
            return emit found(Unexpected(user.error()));
        m_checked.user = *user;
        m_checked.organization.uri = user->organization;
        m_checked.permissions.append({QStringLiteral("users:read"), Permission::State::Granted});
        askOrganization();
        askPermissions();
        if (extent == Extent::Whole)
            askFurtherPermissions();
    });
}

void TokenProbe::askOrganization()
{
    ++m_open;
    m_organization.organization(m_checked.user.organization, Urgency::Now, this,
                                [this](const Result<Organization> &answer) {
                                    if (answer)
                                        m_checked.organization = *answer;
                                    answered();
                                });
}

void TokenProbe::askPermissions()
{
    const QUrl user = m_checked.user.uri;
    const QUrl organization = m_checked.user.organization;
    const QString userKey = QStringLiteral("user");
    ask(QStringLiteral("event_types:read"), QStringLiteral("/event_types"), query({{userKey, user}}));
    ask(QStringLiteral("scheduled_events:read"), QStringLiteral("/scheduled_events"), query({{userKey, user}}));
    ask(QStringLiteral("availability:read"), QStringLiteral("/user_availability_schedules"),
        query({{userKey, user}}, false));
    ask(QStringLiteral("organizations:read"), QStringLiteral("/organization_memberships"), query({{userKey, user}}));
    QUrlQuery webhooks = query({{QStringLiteral("organization"), organization}, {userKey, user}});
    webhooks.addQueryItem(QStringLiteral("scope"), userKey);
    ask(QStringLiteral("webhooks:read"), QStringLiteral("/webhook_subscriptions"), webhooks);
    cannotTry(QStringLiteral("scheduled_events:write"));
    cannotTry(QStringLiteral("scheduling_links:write"));
    cannotTry(QStringLiteral("webhooks:write"));
}

void TokenProbe::askFurtherPermissions()
{
    const QUrlQuery organization = query({{QStringLiteral("organization"), m_checked.user.organization}});
    ask(QStringLiteral("groups:read"), QStringLiteral("/groups"), organization);
    ask(QStringLiteral("routing_forms:read"), QStringLiteral("/routing_forms"), organization);
    ask(QStringLiteral("activity_log:read"), QStringLiteral("/activity_log_entries"), organization);
    cannotTry(QStringLiteral("shares:write"));
    cannotTry(QStringLiteral("organizations:write"));
    cannotTry(QStringLiteral("data_compliance:write"));
}

void TokenProbe::cannotTry(const QString &scope)
{
    m_checked.permissions.append({scope, Permission::State::Unknown});
}

void TokenProbe::ask(const QString &scope, const QString &path, const QUrlQuery &query)
{
    ++m_open;
    const qsizetype row = m_checked.permissions.size();
    m_checked.permissions.append({scope, Permission::State::Unknown});
    m_client.get(path, query, Urgency::Now, this, [this, row](const Result<QJsonObject> &answer) {
        m_checked.permissions[row].state = judged(answer);
        answered();
    });
}

void TokenProbe::answered()
{
    if (--m_open == 0)
        emit found(m_checked);
}
