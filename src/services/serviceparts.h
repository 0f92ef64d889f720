// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "result.h"

#include <functional>

class AccountList;
class AccountService;
class AvailabilityService;
class Database;
class EventTypeService;
class MeetingService;
class MeetingsApi;
class OrganizationApi;
class EventTypesApi;
class AvailabilityApi;
class WebhooksApi;
class RestClient;
class Retention;
class Session;
class SignIn;
class SyncStateTable;

/// A file for the sign-in where there is no keychain: whether it is offered, whether it was chosen, and choosing it or
/// taking that back. Null where there is nothing to choose.
struct SignInFileChoice
{
    std::function<bool()> isOffered;
    std::function<bool()> isChosen;
    std::function<Result<Done>(bool wanted)> choose;
};

/// What AccountService works with. All outlive it.
struct AccountParts
{
    Session &session;
    SignIn &signIn;
    RestClient &client; ///< asks `session` for its tokens
    OrganizationApi &organization;
    AccountList &accounts;
    Database &database; ///< opened and closed by the service
    SyncStateTable &syncState;
    std::function<bool()> keepsSignIns; ///< whether the vault of `session` outlives the program, as far as is known
    Clock clock;
    std::function<bool(const QString &key)> isOpenBeside{}; ///< another account of this run has that key; null: there is none
    SignInFileChoice file{};
    std::function<int()> leftSignIns{}; ///< that were ended here and could not be taken out of the keychain; null: none
    std::function<void(const QString &key)> forgetChoices{}; ///< what was chosen in the windows of the account; null: nothing
};

/// What SyncService works with. All outlive it.
struct SyncParts
{
    AccountService &account;
    RestClient &client;
    MeetingsApi &meetingsApi;
    MeetingService &meetings;
    EventTypeService &eventTypes;
    AvailabilityService &availability;
    SyncStateTable &syncState;
    Retention *retention = nullptr; ///< null: everything is kept
};
