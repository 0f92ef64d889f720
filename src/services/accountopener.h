// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountservice.h"
#include "accountstore.h"
#include "identification.h"
#include "organizationapi.h"
#include "serviceparts.h"

struct AccessTokens;

/// Which account is open and how its sign-in stands: follows the session, opens stores, finds out whose a token is.
class AccountOpener : public QObject
{
    Q_OBJECT

public:
    using State = AccountService::State;
    using StorageTrouble = AccountService::StorageTrouble;
    using Then = std::function<void(const Result<Account> &)>;

    AccountOpener(const AccountParts &parts, QObject *parent);
    ~AccountOpener() override;

    State state() const { return m_state; }
    Error problem() const { return m_problem; }
    std::optional<Account> account() const { return m_account; }

    QList<StorageTrouble> storageTroubles() const { return m_troubles; }
    StoreRescue rescue() const { return m_rescue; }

    void openLast();
    void open(const QString &key); ///< one of the list
    void openUnstored(const QByteArray &token);
    void refuse(const Error &error); ///< nobody is signed in, and why
    /// Takes over a fresh sign-in and opens its account. Without `user` it is asked for; `then` follows with or
    /// without.
    void adopt(const AccessTokens &tokens, const std::optional<User> &user,
               const std::optional<Organization> &organization, Then then);
    void stopAdopting(); ///< nothing once the sign-in is stored: then its account opens
    void retryKeychain();
    void followKeeping(); ///< where the sign-in is kept is known now, or differs
    void signOut(std::function<void(const Result<Done> &)> then);

signals:
    void changed();
    void switched();
    void keepingFailed();
    void storeRescued();
    void storageTroubled(AccountService::StorageTrouble trouble);

private:
    void loadList();
    void finishSignOuts();
    Result<Done> erase(const QString &key);
    void openListed(const std::optional<KnownAccount> &listed);
    void followSession();
    void setState(State state, const Error &problem = {});
    void noteStorage(StorageTrouble trouble, bool works);
    void tellSwitched();
    bool openStore(const QString &key, const QUrl &owner);
    void storeDamaged();
    void noteStore(const Result<StoreRescue> &opened);
    void identified(const User &user);
    void refused(const Error &error);
    void askOrganization();
    void remember();
    void describeSession();
    void leaveUse();
    void openAdopted(const QString &key, const QUrl &owner, const std::optional<User> &user,
                     const std::optional<Organization> &organization);
    void tellOpened();
    Result<Done> leftBehind(const Result<Done> &erased, const Result<Done> &ended, bool isToken) const;

    AccountParts m_parts;
    AccountStore m_store;
    Identification m_identification;
    State m_state = State::SignedOut;
    Error m_problem;
    QList<StorageTrouble> m_troubles;
    StoreRescue m_rescue;
    std::optional<Account> m_account;
    bool m_ownerKnown = true; ///< false: a token whose owner Calendly has not named yet
    bool m_adopting = false;
    Then m_opened; ///< to be told once the adopted account's owner is known, or cannot be asked
    std::unique_ptr<QObject> m_use; ///< lives as long as the same sign-in is in use
};
