// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountlist.h"
#include "accountservice.h"
#include "availabilityapi.h"
#include "availabilityservice.h"
#include "availabilitytable.h"
#include "cancelqueue.h"
#include "canceltable.h"
#include "database.h"
#include "eventtypesapi.h"
#include "eventtypeservice.h"
#include "eventtypetable.h"
#include "heldactions.h"
#include "latewrites.h"
#include "linksapi.h"
#include "linkbatch.h"
#include "linkservice.h"
#include "linktable.h"
#include "meetingsapi.h"
#include "meetingservice.h"
#include "meetingtable.h"
#include "memoryvault.h"
#include "organizationapi.h"
#include "restclient.h"
#include "sandboxserver.h"
#include "serviceparts.h"
#include "session.h"
#include "signin.h"
#include "syncservice.h"
#include "syncstatetable.h"

#include <QTemporaryDir>

/// The moment that tests and their sandbox live in; goes on by hand only.
class TestClock
{
public:
    QDateTime now() const { return *m_now; }
    Clock clock() const
    {
        return [now = m_now] { return *now; };
    }
    void advance(std::chrono::milliseconds by) { *m_now = m_now->addMSecs(by.count()); }

private:
    /// A Wednesday.
    std::shared_ptr<QDateTime> m_now = std::make_shared<QDateTime>(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC);
};

/// A local Calendly that can be switched off and on again at the same address.
class LocalCalendly
{
public:
    LocalCalendly(const TestClock &clock, int meetings);

    /// So many requests in each minute, which lasts two seconds here. Before start().
    void limit(int requests)
    {
        m_options.rateLimit = requests;
        m_options.rateMinute = std::chrono::seconds(2);
    }

    /// From now on the server's clock is behind the program's by so much; ahead of it where that is negative.
    void setBehind(std::chrono::milliseconds behind) { *m_behind = behind; }

    bool start();
    void stop() { m_server.reset(); }
    SandboxServer &operator*() { return *m_server; }
    SandboxServer *operator->() { return m_server.get(); }
    QUrl url() const { return m_url; }
    QString token() const { return m_token; }
    QUrl person() const { return m_person; }

    /// Books a copy of a coming meeting of the demo person at `start`, as somebody does on the public pages.
    QUrl book(const QDateTime &start);
    /// Cancels behind the program's back.
    void cancel(const QUrl &meeting);

private:
    std::shared_ptr<std::chrono::milliseconds> m_behind = std::make_shared<std::chrono::milliseconds>(0);
    SandboxOptions m_options;
    std::unique_ptr<SandboxServer> m_server;
    QUrl m_url;
    QString m_token;
    QUrl m_person;
};

/// A fault of the local Calendly.
inline sandbox::Fault faultOf(sandbox::Fault::Kind kind, int status = 0)
{
    sandbox::Fault fault;
    fault.kind = kind;
    fault.status = status;
    return fault;
}

/// Times and tries of requests that let tests run fast.
RestLimits quickLimits();

/// Looks for what may still be done that come at once.
inline LookTimes quickLooks()
{
    return {.after = {std::chrono::milliseconds(10), std::chrono::milliseconds(20)}, .longest = std::chrono::milliseconds(20)};
}

/// The program without its window, in a profile folder, put together as it is there.
struct Program
{
    Program(const QString &profile, const QUrl &server, TokenVault &vault, const TestClock &testClock, SyncTimes times,
            AuthLimits authLimits = {}, Retention *retention = nullptr, const RestLimits &limits = quickLimits(), const LookTimes &looks = quickLooks());

    AuthServer authServer;
    Session session;
    SignIn signIn;
    RestClient client;
    MeetingsApi meetingsApi;
    EventTypesApi eventTypesApi;
    LinksApi linksApi;
    AvailabilityApi availabilityApi;
    OrganizationApi organizationApi;
    AccountList accounts;
    Database database;
    MeetingTable meetingTable;
    EventTypeTable eventTypeTable;
    LinkTable linkTable;
    AvailabilityTable availabilityTable;
    CancelTable cancelTable;
    SyncStateTable syncState;
    AccountService account;
    MeetingService meetings;
    EventTypeService eventTypes;
    LinkService links;
    CancelQueue cancels;
    HeldActions held;
    AvailabilityService availability;
    SyncService sync;
};

/// A program, its profile and its Calendly.
class ServiceWorld
{
public:
    explicit ServiceWorld(int meetings = 200);

    /// Times that let tests run fast; looks come only when asked for.
    static SyncTimes quickTimes();

    bool startServer() { return calendly.start(); }
    Program &startProgram(SyncTimes times = quickTimes(), AuthLimits authLimits = {});
    void quitProgram() { program.reset(); }
    /// All of it: the server, the program, and the demo person signed in.
    bool startSignedIn();
    /// Signs in with the demo person's token and waits until it is known whose it is.
    bool signIn();
    /// The next start opens a sign-in made with the browser: an access token that ends, and one to renew it with.
    bool keepBrowserSignIn() { return keepBrowserSignIn(vault); }
    bool keepBrowserSignIn(TokenVault &where);
    /// Reads the demo person's meetings from `days` before to `days` after now into the store.
    bool load(int days = 60);
    /// The first stored active meeting that lies ahead, or that lies behind; one invitee only.
    QUrl coming() const;
    QUrl past() const;

    TestClock clock;
    LocalCalendly calendly;
    QTemporaryDir profile;
    MemoryVault vault;
    RestLimits limits = quickLimits(); ///< of programs that are started from now on
    LookTimes looks = quickLooks(); ///< likewise
    Retention *retention = nullptr; ///< of programs that are started from now on; null: everything is kept
    std::unique_ptr<Program> program;
};
