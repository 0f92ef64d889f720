// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountservice.h"
#include "activityservice.h"
#include "availabilityapi.h"
#include "availabilityservice.h"
#include "availabilitytable.h"
#include "backupservice.h"
#include "bookingapi.h"
#include "bookingservice.h"
#include "bookingtable.h"
#include "cancelqueue.h"
#include "canceltable.h"
#include "clock.h"
#include "commandline.h"
#include "database.h"
#include "diagnosticsservice.h"
#include "enterpriseapi.h"
#include "erasure.h"
#include "erasureservice.h"
#include "eventtypesapi.h"
#include "eventtypeservice.h"
#include "eventtypetable.h"
#include "forgettingservice.h"
#include "heldactions.h"
#include "insightservice.h"
#include "insighttable.h"
#include "linksapi.h"
#include "linkservice.h"
#include "linktable.h"
#include "mainwindowparts.h"
#include "openaccounts.h"
#include "meetingsapi.h"
#include "meetingservice.h"
#include "meetingtable.h"
#include "membertable.h"
#include "organizationapi.h"
#include "organizationservices.h"
#include "personzones.h"
#include "personzonetable.h"
#include "profilefiles.h"
#include "restclient.h"
#include "retention.h"
#include "routingformsapi.h"
#include "routingservice.h"
#include "savedfilterservice.h"
#include "savedfiltertable.h"
#include "session.h"
#include "signin.h"
#include "syncservice.h"
#include "syncstatetable.h"
#include "synctimes.h"
#include "teamservice.h"
#include "tokenvault.h"
#include "webhooksapi.h"
#include "webhookservice.h"

/// Everything behind the window of one account, built once and in the order in which one needs the other.
class Composition
{
public:
    /// `options` with the addresses as they are to be used; `files`, `vault` and `accounts`, the others, outlive this.
    Composition(const LaunchOptions &options, ProfileFiles &files, TokenVault &vault, Clock clock, SyncTimes times = {},
                OpenAccounts *accounts = nullptr);

    AccountService &account() { return m_account; }
    SyncService &sync() { return m_sync; }
    MeetingService &meetings() { return m_meetings; }
    EventTypeService &eventTypes() { return m_eventTypes; }
    LinkService &links() { return m_links; }
    CancelQueue &cancels() { return m_cancels; }
    HeldActions &held() { return m_held; }
    BackupService &backups() { return m_backups; }
    Retention &retention() { return m_retention; }
    MainWindowParts windowParts();
    OpenAccount openAccount(); ///< what the other accounts see of it

private:
    QVariant remembered(const QString &key) const;
    void remember(const QString &key, const QVariant &value);

    Clock m_clock;
    bool m_demo;
    bool m_canSignInWithBrowser;
    OpenAccounts *m_openAccounts;
    Preferences &m_preferences;
    Retention m_retention;
    CrashReports &m_crashes;
    Database m_database;
    MeetingTable m_meetingTable;
    EventTypeTable m_eventTypeTable;
    LinkTable m_linkTable;
    AvailabilityTable m_availabilityTable;
    CancelTable m_cancelTable;
    SavedFilterTable m_savedFilterTable;
    BookingTable m_bookingTable;
    PersonZoneTable m_personZoneTable;
    InsightTable m_insightTable;
    MemberTable m_memberTable;
    Erasure m_erasureStore;
    SyncStateTable m_syncState;
    AuthServer m_authServer;
    Session m_session;
    SignIn m_signIn;
    RestClient m_client;
    MeetingsApi m_meetingsApi;
    EventTypesApi m_eventTypesApi;
    LinksApi m_linksApi;
    AvailabilityApi m_availabilityApi;
    BookingApi m_bookingApi;
    OrganizationApi m_organizationApi;
    RoutingFormsApi m_routingFormsApi;
    EnterpriseApi m_enterpriseApi;
    WebhooksApi m_webhooksApi;
    AccountService m_account;
    MeetingService m_meetings;
    EventTypeService m_eventTypes;
    LinkService m_links;
    CancelQueue m_cancels;
    HeldActions m_held;
    AvailabilityService m_availability;
    SavedFilterService m_savedFilters;
    BookingService m_bookings;
    PersonZones m_personZones;
    BackupService m_backups;
    ForgettingService m_forgetting;
    TeamService m_team;
    RoutingService m_routing;
    ActivityService m_activity;
    ErasureService m_erasure;
    OrganizationServices m_organization;
    WebhookService m_webhooks;
    InsightService m_insights;
    SyncService m_sync;
    DiagnosticsService m_diagnostics;
};
