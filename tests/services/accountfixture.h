// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accesstokensjson.h"
#include "scopes.h"
#include "serviceworld.h"
#include "waiting.h"

#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

using State = AccountService::State;

/// A keychain that outlives a program and can be locked, in which case it looks empty.
class PersistentVault : public MemoryVault
{
public:
    using MemoryVault::MemoryVault;
    bool isPersistent() const override { return isLasting; }
    void read(const QString &key, QObject *context,
              std::function<void(const Result<std::optional<QString>> &)> then) override
    {
        if (const auto look = std::exchange(beforeNextRead, {}))
            look();
        if (isLocked)
            MemoryVault::read(QStringLiteral("nothing is here"), context, std::move(then));
        else
            MemoryVault::read(key, context, std::move(then));
    }
    void write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        const auto take = [this, key, text, context = QPointer<QObject>(context), then = std::move(then)] {
            MemoryVault::write(key, text, context ? context.data() : this, context ? then : [](const Result<Done> &) {});
        };
        if (isAsking)
            m_asked << take;
        else
            take();
    }
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        MemoryVault::remove(isLocked ? QStringLiteral("nothing is here") : key, context, std::move(then));
    }
    /// Unlocks it, as the user does when asked: what waited for that is done.
    void answer()
    {
        isAsking = false;
        for (const auto &take : std::exchange(m_asked, {}))
            take();
    }
    qsizetype asked() const { return m_asked.size(); }
    bool isLocked = false;
    bool isAsking = false; ///< what is to be written waits for answer()
    bool isLasting = true;
    std::function<void()> beforeNextRead; ///< called once

private:
    QList<std::function<void()>> m_asked;
};

/// A program with a keychain that can be locked, and ways to sign in to it and out.
class AccountFixture : public QObject
{
    Q_OBJECT

protected:
    /// Everything anew; the program runs and nobody is signed in.
    bool begin()
    {
        m_world = std::make_unique<ServiceWorld>();
        m_vault = std::make_unique<PersistentVault>();
        m_checked.reset();
        m_added.reset();
        if (!m_world->startServer())
            return false;
        start();
        return true;
    }

    AccountService &service() { return m_world->program->account; }

    void start()
    {
        m_world->program.reset();
        m_world->program = std::make_unique<Program>(m_world->profile.path(), m_world->calendly.url(), *m_vault,
                                                     m_world->clock, ServiceWorld::quickTimes());
        m_finished.clear();
        connect(&service(), &AccountService::browserSignInFinished, this, [this](const auto &account) { m_finished << account; });
    }

    void check(const QString &token)
    {
        service().checkToken(token, this, [this](const Result<CheckedToken> &checked) { m_checked = checked; });
    }

    void add()
    {
        service().addCheckedToken(this, [this](const Result<Account> &account) { m_added = account; });
    }

    bool signInWithToken()
    {
        check(m_world->calendly.token());
        if (!waitUntil([this] { return m_checked && m_checked->has_value(); }))
            return false;
        add();
        return waitUntil([this] { return m_added && m_added->has_value(); });
    }

    /// A sign-in of `person` comes back from the browser.
    AccessTokens comeBackFromBrowser(const WorldUser &person, bool saysWhose = true)
    {
        const sandbox::TokenPair pair = m_world->calendly->mintSignIn(person.slug, QStringLiteral("test"), everydayScopes());
        AccessTokens tokens{.accessToken = pair.access.toLatin1(),
                            .refreshToken = pair.refresh.toLatin1(),
                            .expiresAt = m_world->clock.now().addSecs(7200),
                            .scopes = everydayScopes()};
        if (saysWhose)
            tokens.owner = QUrl(m_world->calendly->world().uri(World::Thing::User, person.id));
        emit m_world->program->signIn.finished(tokens);
        return tokens;
    }

    const WorldUser &somebodyElse() const
    {
        const auto &users = m_world->calendly->world().users();
        const int first = m_world->calendly->demoPerson().id;
        return *std::find_if(users.begin(), users.end(), [first](const WorldUser &user) { return user.id != first; });
    }

    /// Signs out and waits for what came of it.
    Result<Done> signOut()
    {
        std::optional<Result<Done>> ended;
        service().signOut(this, [&ended](const Result<Done> &done) { ended = done; });
        if (!waitUntil([&ended] { return ended.has_value(); }))
            return Unexpected(Error{.kind = Error::Kind::TimedOut});
        return *ended;
    }

    /// What lies in the keychain for the demo person, locked or not.
    std::optional<AccessTokens> kept()
    {
        std::optional<Result<std::optional<QString>>> item;
        m_vault->MemoryVault::read(m_world->calendly.person().fileName(), this, [&item](const auto &found) { item = found; });
        if (!waitUntil([&item] { return item.has_value(); }) || !*item || !**item)
            return std::nullopt;
        const Result<AccessTokens> tokens = fromItemText(***item);
        return tokens ? std::optional(*tokens) : std::nullopt;
    }

    /// The refresh tokens that Calendly was told about.
    QList<QByteArray> revoked() const
    {
        QList<QByteArray> tokens;
        for (const LoggedRequest &request : m_world->calendly->requests(QStringLiteral("POST /oauth/revoke")))
            tokens << QUrlQuery(QString::fromLatin1(request.body)).queryItemValue(QStringLiteral("token"), QUrl::FullyDecoded).toLatin1();
        return tokens;
    }

    Permission::State permission(const QString &scope) const
    {
        for (const Permission &permission : (*m_checked)->permissions) {
            if (permission.scope == scope)
                return permission.state;
        }
        return Permission::State::Missing;
    }

    MeetingQuery everything() const
    {
        MeetingQuery query;
        query.range = {m_world->clock.now().addYears(-3), m_world->clock.now().addYears(3)};
        return query;
    }

    std::unique_ptr<PersistentVault> m_vault;
    std::unique_ptr<ServiceWorld> m_world;
    std::optional<Result<CheckedToken>> m_checked;
    std::optional<Result<Account>> m_added;
    QList<Result<Account>> m_finished; ///< what the browser's way ended with
};
