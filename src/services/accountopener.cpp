// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountopener.h"

#include "database.h"
#include "endontheweb.h"
#include "restclient.h"
#include "session.h"
#include "signin.h"
#include "whilealive.h"

AccountOpener::AccountOpener(const AccountParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_store(parts.accounts, parts.database, parts.syncState, parts.clock)
    , m_identification(parts.client, parts.organization)
    , m_use(std::make_unique<QObject>())
{
    connect(&parts.session, &Session::stateChanged, this, &AccountOpener::followSession);
    connect(&m_identification, &Identification::identified, this, &AccountOpener::identified);
    connect(&m_identification, &Identification::refused, this, &AccountOpener::refused);
    connect(&m_identification, &Identification::delayed, this, [this](const Error &error) {
        setState(m_state, error);
        tellOpened();
    });
    // Later: whoever came upon it is still at work with the store.
    parts.database.whenDamaged([this] { QMetaObject::invokeMethod(this, &AccountOpener::storeDamaged, Qt::QueuedConnection); });
}

AccountOpener::~AccountOpener()
{
    m_parts.database.whenDamaged({});
}

void AccountOpener::openLast()
{
    loadList();
    openListed(m_store.lastUsed());
}

void AccountOpener::open(const QString &key)
{
    openListed(m_parts.accounts.find(key));
}

void AccountOpener::openListed(const std::optional<KnownAccount> &listed)
{
    if (!listed)
        return setState(State::SignedOut, m_problem);
    // The store first: the schedule is there before the keychain or the network answers.
    const bool isSwitched = openStore(listed->key, listed->user);
    m_account = m_store.known(*listed);
    m_ownerKnown = true;
    m_state = State::Opening;
    if (isSwitched)
        tellSwitched();
    m_parts.session.open(listed->key);
    followSession();
}

void AccountOpener::openUnstored(const QByteArray &token)
{
    loadList();
    bool isSwitched = false;
    if (const std::optional<KnownAccount> last = m_store.lastUsed()) {
        isSwitched = openStore(last->key, last->user);
        m_account = m_store.known(*last);
    }
    m_ownerKnown = false;
    m_state = State::Opening;
    if (isSwitched)
        tellSwitched();
    m_parts.session.useUnstored(token);
    followSession();
    m_identification.start();
}

void AccountOpener::refuse(const Error &error)
{
    setState(State::SignedOut, error);
}

void AccountOpener::retryKeychain()
{
    if (m_account && !m_adopting)
        m_parts.session.open(m_account->key);
}

void AccountOpener::loadList()
{
    const Result<Done> loaded = m_parts.accounts.load();
    if (!loaded)
        m_problem = loaded.error();
    noteStorage(StorageTrouble::List, loaded.has_value());
    noteStorage(StorageTrouble::DamagedList, m_parts.accounts.isWhole());
    finishSignOuts();
}

/// Those that the end of an earlier run cut short: before anything of the account is opened again.
void AccountOpener::finishSignOuts()
{
    const QStringList leaving = m_parts.accounts.leaving();
    for (const QString &key : leaving) {
        m_parts.session.signOut(key, this, [this](const Result<Done> &) { emit changed(); });
        if (const Result<Done> erased = erase(key); !erased)
            m_problem = erased.error();
    }
}

/// Choices first: with its entry in the list goes what a start after a kill would know the account by.
Result<Done> AccountOpener::erase(const QString &key)
{
    if (m_parts.forgetChoices)
        m_parts.forgetChoices(key);
    return m_store.erase(key);
}

void AccountOpener::followSession()
{
    if (m_adopting)
        return;
    describeSession();
    const Session &session = m_parts.session;
    switch (session.state()) {
    case Session::State::None:
        if (!m_account)
            return setState(State::SignedOut, m_problem);
        // A locked keyring can look empty: where a sign-in was written, it is not taken to be gone.
        if (m_account->kept)
            return setState(State::KeychainUnreachable,
                            failure(Error::Kind::Storage, tr("The keychain did not give the sign-in.")));
        return setState(State::SignInEnded,
                        failure(Error::Kind::SignedOut, tr("The sign-in ended when the program was closed.")));
    case Session::State::Opening:
        return setState(State::Opening);
    case Session::State::KeychainUnreachable:
        return setState(State::KeychainUnreachable, session.problem());
    case Session::State::Ended:
        m_identification.stop();
        return setState(State::SignInEnded, session.problem());
    case Session::State::Active:
        break;
    }
    const bool wasReady = m_state == State::Ready;
    setState(m_ownerKnown ? State::Ready : State::Opening);
    if (m_ownerKnown && !wasReady)
        m_identification.start(); // name, time zone or organization may have changed
}

void AccountOpener::describeSession()
{
    if (!m_account || m_parts.session.state() != Session::State::Active)
        return;
    m_account->kept = m_parts.session.isKept();
    m_account->personalToken = m_parts.session.isPersonal();
    m_account->scopes = m_parts.session.scopes();
}

void AccountOpener::followKeeping()
{
    const std::optional<Account> before = m_account;
    if (!m_adopting && m_ownerKnown)
        describeSession();
    if (m_account != before)
        remember();
    emit changed();
}

void AccountOpener::setState(State state, const Error &problem)
{
    m_state = state;
    m_problem = problem;
    emit changed();
}

/// Beside the state, which goes on: each next state would wipe what is said with one.
void AccountOpener::noteStorage(StorageTrouble trouble, bool works)
{
    const bool isKnown = m_troubles.contains(trouble);
    if (works)
        m_troubles.removeAll(trouble);
    else if (!isKnown)
        m_troubles.append(trouble);
    if (!works && !isKnown)
        emit storageTroubled(trouble);
}

void AccountOpener::tellSwitched()
{
    m_parts.client.leaveSignIn(); // before anybody asks for the next account
    emit switched();
}

bool AccountOpener::openStore(const QString &key, const QUrl &owner)
{
    const bool wasOpen = m_parts.database.isOpen();
    const Result<AccountStore::Opened> opened = m_store.open(key, owner);
    if (!opened) {
        noteStore(Unexpected(opened.error()));
        return wasOpen; // there is nothing of anybody's now
    }
    if (opened->switched)
        noteStore(opened->rescue);
    return opened->switched;
}

/// What became of opening a store, or of opening it anew.
void AccountOpener::noteStore(const Result<StoreRescue> &opened)
{
    noteStorage(StorageTrouble::Store, opened.has_value());
    noteStorage(StorageTrouble::ReadOnly, !opened || m_parts.database.isWritable());
    if (!opened)
        return;
    m_rescue = *opened;
    if (m_rescue.happened())
        emit storeRescued();
}

/// The open store turned out to be damaged: as at a start it is set aside and filled anew, and who works with it begins anew.
void AccountOpener::storeDamaged()
{
    if (!m_parts.database.isDamaged())
        return; // another one is open now
    noteStore(m_store.startAnew());
    if (m_account && m_parts.database.isOpen())
        remember();
    emit switched(); // not by tellSwitched(): the sign-in stays the same
}

void AccountOpener::identified(const User &user)
{
    const QString key = accountKeyOf(user.uri);
    if (key.isEmpty())
        return refused(failure(Error::Kind::Malformed, QStringLiteral("The user's address has no usable name")));
    const bool isSame = m_account && m_account->user.uri == user.uri;
    if (!isSame && m_ownerKnown) // the sign-in of one person never shows another's data
        return refused(failure(Error::Kind::Conflict, tr("This sign-in belongs to %1 now.").arg(user.name)));
    const bool isSwitched = openStore(key, user.uri);
    if (!isSame || isSwitched)
        m_account = m_store.known(key, user.uri);
    m_account->user = user;
    m_account->organization.uri = user.organization;
    m_ownerKnown = true;
    describeSession();
    remember();
    if (isSwitched || !isSame)
        tellSwitched();
    setState(State::Ready);
    tellOpened();
    askOrganization();
}

void AccountOpener::refused(const Error &error)
{
    // Whose it is is known already: a sign-in that may not read its own name can still read meetings.
    if (m_ownerKnown && m_account && error.kind != Error::Kind::SignedOut && error.kind != Error::Kind::Conflict)
        return tellOpened();
    setState(State::SignInEnded, error);
    if (m_opened)
        std::exchange(m_opened, {})(Unexpected(error));
}

void AccountOpener::askOrganization()
{
    m_parts.organization.organization(m_account->user.organization, Urgency::Background, m_use.get(),
                                      [this](const Result<Organization> &answer) {
                                          // A token without that scope has an organization without a name.
                                          if (!answer || m_account->organization == *answer)
                                              return;
                                          m_account->organization = *answer;
                                          remember();
                                          emit changed();
                                      });
}

void AccountOpener::remember()
{
    noteStorage(StorageTrouble::Remembering, m_store.remember(*m_account).has_value());
}

void AccountOpener::adopt(const AccessTokens &tokens, const std::optional<User> &user,
                          const std::optional<Organization> &organization, Then then)
{
    const QString key = accountKeyOf(tokens.owner);
    if (key.isEmpty()) {
        m_parts.signIn.giveBack(tokens);
        return then(
            Unexpected(failure(Error::Kind::Malformed, QStringLiteral("The user's address has no usable name"))));
    }
    leaveUse();
    m_adopting = true; // what the session says meanwhile is about two accounts at once
    setState(State::Opening);
    m_opened = std::move(then);
    m_parts.session.adopt(key, tokens, m_use.get(),
                          [this, key, owner = tokens.owner, user, organization](const Result<Done> &kept) {
                              m_adopting = false;
                              if (!kept)
                                  emit keepingFailed();
                              openAdopted(key, owner, user, organization);
                          });
}

void AccountOpener::stopAdopting()
{
    if (!m_adopting || !m_parts.session.stopAdopting(m_account.has_value()))
        return;
    leaveUse();
    followSession();
}

/// Ends what was begun for the sign-in in use, so that nothing of it comes back when another one, or none, takes its place.
void AccountOpener::leaveUse()
{
    m_identification.stop();
    m_use = std::make_unique<QObject>();
    m_adopting = false;
    if (const Then opened = std::exchange(m_opened, {}))
        opened(Unexpected(failure(Error::Kind::Stopped, QStringLiteral("Another sign-in took its place"))));
}

void AccountOpener::openAdopted(const QString &key, const QUrl &owner, const std::optional<User> &user,
                                const std::optional<Organization> &organization)
{
    const bool isSwitched = openStore(key, owner);
    const bool isSame = m_account && m_account->user.uri == owner;
    m_account = m_store.known(key, owner);
    if (user)
        m_account->user = *user;
    if (organization)
        m_account->organization = *organization;
    m_ownerKnown = true;
    describeSession();
    remember();
    if (isSwitched || !isSame)
        tellSwitched();
    setState(State::Ready);
    if (user)
        tellOpened();
    else
        m_identification.start();
}

void AccountOpener::tellOpened()
{
    if (m_opened && m_account)
        std::exchange(m_opened, {})(*m_account);
}

/// What came of signing out, with sentences where something is still on this computer or a token goes on working. `isToken`
/// says that a personal access token was in use; one that the keychain hid until now is told by `ended`.
Result<Done> AccountOpener::leftBehind(const Result<Done> &erased, const Result<Done> &ended, bool isToken) const
{
    const auto endedWith = [&ended](Error::Kind kind) { return !ended && ended.error().kind == kind; };
    const bool isSignInLeft = endedWith(Error::Kind::Storage);
    const bool livesOn = isToken || endedWith(Error::Kind::NotAllowed);
    if (erased && !isSignInLeft && !livesOn)
        return ended;
    QStringList sentences;
    if (!erased)
        sentences << tr("Some of what was stored of the account could not be removed. It is in the profile’s folder, in “accounts” or “accounts.json”; remove it there while Sundial is closed.");
    if (isSignInLeft && m_parts.file.isChosen && m_parts.file.isChosen())
        sentences << tr("The sign-in could not be removed. It is in the profile’s folder, in “sign-ins”; remove it there.");
    else if (isSignInLeft)
        sentences << tr("The keychain is locked or did not answer, so the sign-in may still be in it, under “Sundial”. Unlock the keychain and remove it there.");
    if (!ended && !endedWith(Error::Kind::NotAllowed) && !(isToken && isSignInLeft))
        sentences << endSignInOnTheWeb();
    if (livesOn || isSignInLeft) // of what the keychain does not show nobody knows which it is
        sentences << endTokenOnTheWeb();
    return Unexpected(failure(erased && !isSignInLeft ? Error::Kind::NotAllowed : Error::Kind::Storage, sentences.join(QLatin1Char(' '))));
}

void AccountOpener::signOut(std::function<void(const Result<Done> &)> then)
{
    leaveUse();
    const std::optional<Account> left = std::exchange(m_account, std::nullopt);
    m_ownerKnown = true;
    m_troubles.removeAll(StorageTrouble::Store); // of whoever comes next nothing is known yet
    m_troubles.removeAll(StorageTrouble::ReadOnly);
    m_troubles.removeAll(StorageTrouble::Remembering);
    // Noted before all else, so that a start after a kill goes on with it; where that cannot be written, it is done all the same.
    if (left)
        m_parts.accounts.leave(left->key);
    // The session first: it forgets the sign-in here at once and needs nothing of what is removed below.
    const auto erased = std::make_shared<Result<Done>>(Done{});
    m_parts.session.signOut(
        left ? left->key : QString(), this,
        [this, erased, isToken = left && left->personalToken, then = std::move(then)](const Result<Done> &ended) {
            emit changed(); // whether something is left in the keychain
            then(leftBehind(*erased, ended, isToken));
        });
    if (left)
        *erased = erase(left->key);
    tellSwitched();
    setState(State::SignedOut, *erased ? Error{} : erased->error());
}
