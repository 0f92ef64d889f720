// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"

#include <QString>
#include <QTimeZone>
#include <QVariant>

#include <functional>

class AccountService;
class Appearance;
class AvailabilityService;
class BackupService;
class BookingService;
class CancelQueue;
class CrashReports;
class DiagnosticsService;
class EventTypeService;
class ForgettingService;
class HeldActions;
class InsightService;
class LetterKeys;
class LinkService;
class MeetingService;
class OpenAccounts;
class PersonZones;
class Retention;
class SavedFilterService;
class SyncService;
class WebhookService;
struct OrganizationServices;

/// What the window and its pages work with; handed on by reference. All outlive the window.
struct MainWindowParts
{
    AccountService &account;
    MeetingService &meetings;
    EventTypeService &eventTypes;
    LinkService &links;
    CancelQueue &cancels;
    HeldActions &held;
    AvailabilityService &availability;
    SyncService &sync;
    Clock clock;
    std::function<QVariant(const QString &key)> remembered; ///< invalid where nothing was
    std::function<void(const QString &key, const QVariant &value)> remember;
    bool demo = false; ///< works on invented data
    bool canSignInWithBrowser = false; ///< this build has a client id
    SavedFilterService *savedFilters = nullptr; ///< null: filters are not saved
    BookingService *bookings = nullptr; ///< null: nothing is booked from here
    PersonZones *personZones = nullptr; ///< null: nobody's zone is recalled
    BackupService *backups = nullptr; ///< null: own data is neither backed up nor taken along
    const OrganizationServices *organization = nullptr; ///< null: there is no page of the team
    WebhookService *webhooks = nullptr; ///< null: there is no page of webhooks
    InsightService *insights = nullptr; ///< null: nothing is counted
    OpenAccounts *accounts = nullptr; ///< null: there is one account only
    const DiagnosticsService *diagnostics = nullptr; ///< null: there are none to copy
    LetterKeys *letters = nullptr; ///< null: single keys are as they come
    Appearance *appearance = nullptr; ///< null: the colors are not chosen here
    Retention *retention = nullptr; ///< null: everything is kept
    const ForgettingService *forgetting = nullptr; ///< null: nothing is forgotten
    CrashReports *crashes = nullptr; ///< null: crashes leave no report
    QString dragFolder; ///< where files of dragged meetings lie; empty: among the system's temporary ones
};

/// The zone that times are shown in: that of the account, UTC where Calendly names one that is unknown here; without an
/// account that of the system.
QTimeZone shownZone(const MainWindowParts &parts);
/// True where it is UTC for want of the account's zone, which has to be said.
bool isShownZoneGuessed(const MainWindowParts &parts);
