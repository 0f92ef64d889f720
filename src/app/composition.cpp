// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "leftsignins.h"
#include "linknews.h"
#include "serviceparts.h"

namespace {

QString holdKey()
{
    return QStringLiteral("cancel/hold");
}

QString presetsKey()
{
    return QStringLiteral("links/presets");
}

/// Choices of a window that name something of its account's, or go with such a choice: each account of the profile has its own.
const QStringList &accountChoices()
{
    static const QStringList keys{QStringLiteral("schedule/filter"), QStringLiteral("schedule/period"), QStringLiteral("schedule/meeting"),
                                  QStringLiteral("schedule/linkType"), presetsKey()};
    return keys;
}

QStringList choicesOf(const QString &account)
{
    QStringList keys{expiryToldKey(account)};
    for (const QString &choice : accountChoices())
        keys.append(Preferences::keyFor(choice, account));
    return keys;
}

TokenSource tokensOf(Session &session)
{
    return {
        .token = [&session](QObject *context, TokenSource::Then then) { session.token(context, std::move(then)); },
        .renewed = [&session](const QByteArray &refused, QObject *context,
                              TokenSource::Then then) { session.renewedToken(refused, context, std::move(then)); },
    };
}

}

Composition::Composition(const LaunchOptions &options, ProfileFiles &files, TokenVault &vault, Clock clock, SyncTimes times,
                         OpenAccounts *accounts)
    : m_clock(std::move(clock))
    , m_demo(options.demo)
    , m_canSignInWithBrowser(!options.clientId.isEmpty())
    , m_openAccounts(accounts)
    , m_preferences(files.preferences)
    , m_retention(m_preferences, m_clock)
    , m_crashes(files.crashes)
    , m_meetingTable(m_database, m_clock)
    , m_eventTypeTable(m_database)
    , m_linkTable(m_database)
    , m_availabilityTable(m_database)
    , m_cancelTable(m_database)
    , m_savedFilterTable(m_database)
    , m_bookingTable(m_database)
    , m_personZoneTable(m_database)
    , m_insightTable(m_database)
    , m_memberTable(m_database)
    , m_erasureStore(m_database, m_clock)
    , m_syncState(m_database)
    , m_authServer{options.authUrl, options.clientId, options.redirectUri}
    , m_session(m_authServer, files.folder, vault, m_clock)
    , m_signIn(m_authServer, m_clock)
    , m_client(options.apiUrl, tokensOf(m_session), m_clock)
    , m_meetingsApi(m_client)
    , m_eventTypesApi(m_client)
    , m_linksApi(m_client)
    , m_availabilityApi(m_client)
    , m_bookingApi(m_client)
    , m_organizationApi(m_client)
    , m_routingFormsApi(m_client)
    , m_enterpriseApi(m_client)
    , m_webhooksApi(m_client)
    , m_account(AccountParts{.session = m_session,
                             .signIn = m_signIn,
                             .client = m_client,
                             .organization = m_organizationApi,
                             .accounts = files.accounts,
                             .database = m_database,
                             .syncState = m_syncState,
                             .keepsSignIns = [&vault] { return vault.isPersistent(); },
                             .clock = m_clock,
                             .isOpenBeside = [this](const QString &key) { return m_openAccounts && m_openAccounts->isOpenBeside(m_account, key); },
                             .file = {.isOffered = [&vault] { return vault.isFileOffered(); },
                                      .isChosen = [&vault] { return vault.isInFile(); },
                                      .choose = [&vault](bool wanted) { return vault.keepInFile(wanted); }},
                             .leftSignIns = [left = LeftSignIns(files.folder)] { return left.failed(); },
                             .forgetChoices = [this](const QString &key) { m_preferences.remove(choicesOf(key)); }})
    , m_meetings(m_meetingsApi, m_meetingTable, m_eventTypeTable, m_clock)
    , m_eventTypes(m_eventTypesApi, m_eventTypeTable, m_clock)
    , m_links(m_linksApi, m_linkTable, m_account, m_clock)
    , m_cancels(m_cancelTable, m_meetings, m_links, m_clock)
    , m_availability(m_availabilityApi, m_eventTypesApi, m_availabilityTable, m_clock)
    , m_savedFilters(m_savedFilterTable)
    , m_bookings(m_bookingApi, m_meetingsApi, m_meetings, m_bookingTable, m_account.writes(), m_clock)
    , m_personZones(m_personZoneTable)
    , m_backups(BackupParts{.account = m_account, .database = m_database, .preferences = m_preferences, .clock = m_clock})
    , m_forgetting({.account = m_account,
                    .database = m_database,
                    .syncState = m_syncState,
                    .meetings = m_meetings,
                    .retention = m_retention,
                    .backups = &m_backups,
                    .clock = m_clock})
    , m_team({.organization = m_organizationApi,
              .eventTypes = m_eventTypesApi,
              .availability = m_availabilityApi,
              .meetings = m_meetingsApi,
              .table = m_memberTable,
              .writes = m_account.writes(),
              .clock = m_clock})
    , m_routing(m_routingFormsApi, m_clock)
    , m_activity(m_enterpriseApi, m_clock)
    , m_erasure(m_enterpriseApi, m_erasureStore, m_account.writes())
    , m_organization{.team = m_team, .routing = m_routing, .activity = m_activity, .erasure = m_erasure}
    , m_webhooks(m_webhooksApi, m_organizationApi, m_account.writes(), m_clock)
    , m_insights(m_insightTable, m_syncState)
    , m_sync(SyncParts{.account = m_account,
                       .client = m_client,
                       .meetingsApi = m_meetingsApi,
                       .meetings = m_meetings,
                       .eventTypes = m_eventTypes,
                       .availability = m_availability,
                       .syncState = m_syncState,
                       .retention = &m_retention},
             m_clock, times)
    , m_diagnostics({.account = m_account, .sync = m_sync, .client = m_client, .database = m_database, .clock = m_clock})
{
    QObject::connect(&vault, &TokenVault::persistenceChanged, &m_account, &AccountService::followKeeping);
    QObject::connect(&vault, &TokenVault::movedToKeychain, &m_account, &AccountService::tellMoved);
    QObject::connect(&vault, &TokenVault::answerAwaited, &m_account, &AccountService::keychainAwaited);
    // Links that are being made for one account are not written into the next one's ledger.
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_links, &LinkService::forget);
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_cancels, &CancelQueue::reload);
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_held, &HeldActions::forget);
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_bookings, &BookingService::reload);
    QObject::connect(&m_backups, &BackupService::imported, &m_links, &LinkService::changed);
    QObject::connect(&m_backups, &BackupService::imported, &m_eventTypes, &EventTypeService::changed);
    QObject::connect(&m_backups, &BackupService::imported, &m_meetings, &MeetingService::storeChanged);
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_team, &TeamService::forget);
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_routing, &RoutingService::forget);
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_activity, &ActivityService::forget);
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_erasure, &ErasureService::reload);
    QObject::connect(&m_erasure, &ErasureService::erased, &m_meetings, &MeetingService::storeChanged);
    QObject::connect(&m_erasure, &ErasureService::erased, &m_backups, &BackupService::beginAnew);
    QObject::connect(&m_erasure, &ErasureService::erased, &m_forgetting, &ForgettingService::overwriteErased);
    QObject::connect(&m_sync, &SyncService::changed, &m_forgetting, &ForgettingService::makeUp);
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_webhooks, &WebhookService::forget);
    QObject::connect(&m_account, &AccountService::accountSwitched, &m_insights, &InsightService::forget);
    m_held.setOn(m_preferences.value(holdKey(), true).toBool());
    QObject::connect(&m_held, &HeldActions::onChanged, &m_held, [this](bool on) { m_preferences.setValue(holdKey(), on); });
}

QVariant Composition::remembered(const QString &key) const
{
    if (!accountChoices().contains(key))
        return m_preferences.value(key);
    const std::optional<Account> account = m_account.account();
    if (!account)
        return {};
    const QString own = Preferences::keyFor(key, account->key);
    // An earlier version kept those of all accounts together: whoever is open first takes them over.
    if (key == presetsKey() && m_preferences.contains(key) && !m_preferences.contains(own)) {
        m_preferences.setValue(own, m_preferences.value(key));
        m_preferences.remove({key});
    }
    return m_preferences.value(own);
}

/// A window that nobody is signed in to is emptied; nobody chose that.
void Composition::remember(const QString &key, const QVariant &value)
{
    if (!accountChoices().contains(key))
        m_preferences.setValue(key, value);
    else if (const std::optional<Account> account = m_account.account())
        m_preferences.setValue(Preferences::keyFor(key, account->key), value);
}

MainWindowParts Composition::windowParts()
{
    return {.account = m_account,
            .meetings = m_meetings,
            .eventTypes = m_eventTypes,
            .links = m_links,
            .cancels = m_cancels,
            .held = m_held,
            .availability = m_availability,
            .sync = m_sync,
            .clock = m_clock,
            .remembered = [this](const QString &key) { return remembered(key); },
            .remember = [this](const QString &key, const QVariant &value) { remember(key, value); },
            .demo = m_demo,
            .canSignInWithBrowser = m_canSignInWithBrowser,
            .savedFilters = &m_savedFilters,
            .bookings = &m_bookings,
            .personZones = &m_personZones,
            .backups = &m_backups,
            .organization = &m_organization,
            .webhooks = &m_webhooks,
            .insights = &m_insights,
            .accounts = m_openAccounts,
            .diagnostics = &m_diagnostics,
            .retention = &m_retention,
            .forgetting = &m_forgetting,
            .crashes = &m_crashes};
}

OpenAccount Composition::openAccount()
{
    return {.account = m_account,
            .meetings = m_meetings,
            .links = m_links,
            .sync = m_sync,
            .cancels = m_cancels,
            .held = m_held,
            .eventTypes = m_eventTypes};
}
