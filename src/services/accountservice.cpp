// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountservice.h"

#include "accountopener.h"
#include "pendingwrites.h"
#include "scopes.h"
#include "serviceparts.h"
#include "session.h"
#include "signin.h"
#include "tokenprobe.h"
#include "whilealive.h"

#include <algorithm>

namespace {

constexpr qsizetype longestToken = 8192;

/// A token as it may stand in a header: visible ASCII only, so that nothing pasted can add a header of its own.
std::optional<QByteArray> tokenFrom(const QString &pasted)
{
    const QString text = pasted.trimmed();
    const bool isPlain = std::all_of(text.begin(), text.end(),
                                     [](QChar letter) { return letter > QChar(0x20) && letter < QChar(0x7f); });
    if (text.isEmpty() || text.size() > longestToken || !isPlain)
        return std::nullopt;
    return text.toLatin1();
}

QList<Permission> permissionsOf(const QStringList &granted)
{
    QList<Permission> permissions;
    const QStringList known = everydayScopes() + furtherScopes();
    for (const QString &scope : known)
        permissions.append({scope, grants(granted, scope) ? Permission::State::Granted : Permission::State::Missing});
    return permissions;
}

Error signedInBeside(const QString &name)
{
    return failure(Error::Kind::Conflict,
                   name.isEmpty() ? AccountService::tr("This account is here already. Choose it in the account’s menu.")
                                  : AccountService::tr("%1 is here already. Choose it in the account’s menu.").arg(name));
}

Error tokenOfOther(const QString &name, const QString &expected)
{
    return failure(Error::Kind::Conflict,
                   AccountService::tr("This token belongs to %1, but this is the schedule of %2. It can be added as another account.").arg(name, expected));
}

} // namespace

class AccountService::Private
{
public:
    Private(AccountService *service, const AccountParts &accountParts)
        : q(service)
        , parts(accountParts)
        , opener(accountParts, service)
    {
    }

    void stopBrowser();
    void browserFinished(const Result<AccessTokens> &tokens);
    void refuse(const AccessTokens &tokens);
    void openFromBrowser(const AccessTokens &tokens);
    void identifyFromBrowser(const AccessTokens &tokens);
    bool expectsOther(const QUrl &owner) const;
    bool isOpenBeside(const QUrl &owner) const;

    AccountService *q;
    AccountParts parts;
    AccountOpener opener;
    PendingWrites writes;
    std::unique_ptr<TokenProbe> probe; ///< of a pasted token
    std::unique_ptr<TokenProbe> browserProbe; ///< of a browser sign-in whose owner must be named
    AccessTokens named; ///< that sign-in
    std::function<void(const Result<CheckedToken> &)> tellChecked;
    std::optional<CheckedToken> checked;
    QByteArray checkedToken;
};

AccountService::AccountService(AccountParts parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, parts))
{
    connect(&d->opener, &AccountOpener::changed, this, &AccountService::changed);
    connect(&d->opener, &AccountOpener::switched, this, &AccountService::accountSwitched);
    connect(&d->opener, &AccountOpener::keepingFailed, this, &AccountService::keepingFailed);
    connect(&d->opener, &AccountOpener::storeRescued, this, &AccountService::storeRescued);
    connect(&d->opener, &AccountOpener::storageTroubled, this, &AccountService::storageTroubled);
    connect(&parts.session, &Session::keepingFailed, this, &AccountService::keepingFailed);
    connect(&parts.signIn, &SignIn::authorizationReady, this, &AccountService::authorizationReady);
    connect(&parts.signIn, &SignIn::finished, this,
            [this](const Result<AccessTokens> &tokens) { d->browserFinished(tokens); });
}

AccountService::~AccountService() = default;

AccountService::State AccountService::state() const
{
    return d->opener.state();
}

Error AccountService::problem() const
{
    return d->opener.problem();
}

std::optional<Account> AccountService::account() const
{
    return d->opener.account();
}

PendingWrites &AccountService::writes() const
{
    return d->writes;
}

QList<AccountService::StorageTrouble> AccountService::storageTroubles() const
{
    return d->opener.storageTroubles();
}

StoreRescue AccountService::rescue() const
{
    return d->opener.rescue();
}

void AccountService::openLast()
{
    d->opener.openLast();
}

void AccountService::open(const QString &key)
{
    d->opener.open(key);
}

void AccountService::openWithToken(const QByteArray &token)
{
    const std::optional<QByteArray> plain = tokenFrom(QString::fromLatin1(token));
    if (plain)
        d->opener.openUnstored(*plain);
    else
        d->opener.refuse(failure(Error::Kind::Refused, tr("The token holds characters that no token has.")));
}

void AccountService::checkToken(const QString &token, QObject *context,
                                std::function<void(const Result<CheckedToken> &)> then)
{
    d->checked.reset();
    d->checkedToken.clear();
    if (d->tellChecked) // an earlier check that nobody waits for any more
        std::exchange(d->tellChecked,
                      {})(Unexpected(failure(Error::Kind::Stopped, QStringLiteral("Another token is tried"))));
    d->probe.reset();
    const std::optional<QByteArray> plain = tokenFrom(token);
    if (!plain) {
        return answerLater<Result<CheckedToken>>(
            context, std::move(then),
            Unexpected(failure(Error::Kind::Refused, tr("This does not look like a token."))));
    }
    d->tellChecked = whileAlive<Result<CheckedToken>>(context, std::move(then));
    d->probe = std::make_unique<TokenProbe>(d->parts.client.apiUrl(), *plain, d->parts.clock);
    connect(d->probe.get(), &TokenProbe::found, this, [this](const Result<CheckedToken> &found) {
        Result<CheckedToken> answer = found;
        if (found && d->expectsOther(found->user.uri))
            answer = Unexpected(tokenOfOther(found->user.name, d->opener.account()->user.name));
        else if (found && d->isOpenBeside(found->user.uri))
            answer = Unexpected(signedInBeside(found->user.name));
        if (answer) {
            d->checked = *answer;
            d->checkedToken = d->probe->token();
        }
        d->probe.release()->deleteLater();
        std::exchange(d->tellChecked, {})(answer);
    });
    d->probe->start();
}

void AccountService::addCheckedToken(QObject *context, std::function<void(const Result<Account> &)> then)
{
    if (!d->checked) {
        return answerLater<Result<Account>>(context, std::move(then),
                                            Unexpected(failure(Error::Kind::Refused, tr("No token was checked."))));
    }
    AccessTokens tokens;
    tokens.accessToken = std::exchange(d->checkedToken, {});
    tokens.owner = d->checked->user.uri;
    tokens.organization = d->checked->user.organization;
    const CheckedToken checked = *std::exchange(d->checked, std::nullopt);
    d->opener.adopt(tokens, checked.user, checked.organization, whileAlive<Result<Account>>(context, std::move(then)));
}

void AccountService::readPermissions(QObject *context, std::function<void(const Result<QList<Permission>> &)> then)
{
    const std::optional<Account> open = account();
    if (open && !open->scopes.isEmpty())
        return answerLater<Result<QList<Permission>>>(context, std::move(then), permissionsOf(open->scopes));
    const auto tell = whileAlive<Result<QList<Permission>>>(context, std::move(then));
    d->parts.session.token(this, [this, tell](const Result<QByteArray> &token) {
        if (!token)
            return tell(Unexpected(token.error()));
        auto *asking = new TokenProbe(d->parts.client.apiUrl(), *token, d->parts.clock, this);
        connect(asking, &TokenProbe::found, this, [asking, tell](const Result<CheckedToken> &found) {
            asking->deleteLater();
            if (found)
                tell(found->permissions);
            else
                tell(Unexpected(found.error()));
        });
        asking->start(TokenProbe::Extent::Whole);
    });
}

void AccountService::startBrowserSignIn(const QStringList &furtherScopes)
{
    QStringList scopes = everydayScopes();
    const std::optional<Account> open = account();
    for (const QString &scope : open ? open->scopes : QStringList()) {
        if (scope.contains(QLatin1Char(':'))) // not "default", which is not granted any more
            scopes.append(scope);
    }
    scopes += furtherScopes;
    scopes.removeDuplicates();
    d->stopBrowser();
    d->parts.signIn.start(scopes);
}

void AccountService::stopBrowserSignIn()
{
    d->stopBrowser();
    d->opener.stopAdopting();
}

bool AccountService::isBrowserSignInUnderWay() const
{
    return d->parts.signIn.isUnderWay();
}

QUrl AccountService::authorizationUrl() const
{
    return d->parts.signIn.authorizationUrl();
}

QDateTime AccountService::browserSignInEndsAt() const
{
    return d->parts.signIn.endsAt();
}

bool AccountService::deliverRedirect(const QUrl &redirect)
{
    return d->parts.signIn.deliver(redirect);
}

void AccountService::retryKeychain()
{
    d->opener.retryKeychain();
}

void AccountService::signOut(QObject *context, std::function<void(const Result<Done> &)> then)
{
    d->opener.signOut(whileAlive<Result<Done>>(context, std::move(then)));
}

bool AccountService::keepsSignIns() const
{
    return d->parts.keepsSignIns();
}

bool AccountService::isFileOffered() const
{
    return d->parts.file.isOffered && d->parts.file.isOffered();
}

bool AccountService::isUnkept() const
{
    return account() && d->parts.session.isUnkept();
}

int AccountService::leftSignIns() const
{
    return d->parts.leftSignIns ? d->parts.leftSignIns() : 0;
}

bool AccountService::isInFile() const
{
    return d->parts.file.isChosen && d->parts.file.isChosen();
}

Result<Done> AccountService::keepInFile(bool wanted)
{
    if (!isFileOffered())
        return Unexpected(failure(Error::Kind::Storage, QStringLiteral("There is no choice where to keep the sign-in")));
    return d->parts.file.choose(wanted);
}

void AccountService::followKeeping()
{
    d->opener.followKeeping();
}

void AccountService::tellMoved(const QString &key)
{
    if (const std::optional<Account> open = account(); open && open->key == key)
        emit movedToKeychain();
}

void AccountService::Private::stopBrowser()
{
    parts.signIn.stop();
    if (std::exchange(browserProbe, nullptr))
        parts.signIn.giveBack(named);
}

void AccountService::Private::browserFinished(const Result<AccessTokens> &tokens)
{
    if (!tokens)
        emit q->browserSignInFinished(Unexpected(tokens.error()));
    else if (tokens->owner.isEmpty())
        identifyFromBrowser(*tokens);
    else if (expectsOther(tokens->owner) || isOpenBeside(tokens->owner))
        refuse(*tokens);
    else
        openFromBrowser(*tokens);
}

bool AccountService::Private::expectsOther(const QUrl &owner) const
{
    const std::optional<Account> account = opener.account();
    return account && account->user.uri != owner;
}

void AccountService::Private::identifyFromBrowser(const AccessTokens &tokens)
{
    browserProbe = std::make_unique<TokenProbe>(parts.client.apiUrl(), tokens.accessToken, parts.clock);
    named = tokens;
    browserProbe->identify([this, tokens](const Result<User> &user) {
        browserProbe.release()->deleteLater();
        if (!user) {
            parts.signIn.giveBack(tokens);
            Error error = user.error();
            if (error.kind == Error::Kind::TimedOut)
                error.kind = Error::Kind::Interrupted; // that kind is for a user who does not come back
            return emit q->browserSignInFinished(Unexpected(error));
        }
        AccessTokens owned = tokens;
        owned.owner = user->uri;
        owned.organization = user->organization;
        browserFinished(owned);
    });
}

bool AccountService::Private::isOpenBeside(const QUrl &owner) const
{
    return parts.isOpenBeside && parts.isOpenBeside(accountKeyOf(owner));
}

/// Two people's data must not be mixed, and one account's must not be written by two.
void AccountService::Private::refuse(const AccessTokens &tokens)
{
    browserProbe = std::make_unique<TokenProbe>(parts.client.apiUrl(), tokens.accessToken, parts.clock);
    named = tokens;
    browserProbe->identify([this, tokens](const Result<User> &user) {
        browserProbe.release()->deleteLater();
        // Now that it told the name. Whether Calendly tells two sign-ins of one person apart is not known, and the one in the
        // other window is to go on.
        if (!isOpenBeside(tokens.owner))
            parts.signIn.giveBack(tokens);
        const std::optional<Account> account = opener.account();
        if (!expectsOther(tokens.owner))
            return emit q->browserSignInFinished(Unexpected(signedInBeside(user ? user->name : QString())));
        const QString expected = account ? account->user.name : QString();
        const QString message = user
            ? tr("You signed in as %1, but this is the schedule of %2. Sign in as %2, or add %1 as another account.")
                  .arg(user->name, expected)
            : tr("You signed in as somebody else, but this is the schedule of %1. Sign in as %1, or add the other one as another account.")
                  .arg(expected);
        emit q->browserSignInFinished(Unexpected(failure(Error::Kind::Conflict, message)));
    });
}

void AccountService::Private::openFromBrowser(const AccessTokens &tokens)
{
    opener.adopt(tokens, std::nullopt, std::nullopt, [this](const Result<Account> &account) {
        if (account || account.error().kind != Error::Kind::Stopped)
            emit q->browserSignInFinished(account);
    });
}
