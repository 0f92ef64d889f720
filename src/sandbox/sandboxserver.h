// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "faults.h"
#include "grants.h"
#include "httpserver.h"
#include "oauthclients.h"
#include "world.h"

#include <chrono>
#include <deque>
#include <memory>

/// How a sandbox is to be.
struct SandboxOptions
{
    quint16 port = 0; ///< 0: any
    quint32 seed = 1;
    int meetings = 1200;
    Clock nowClock = systemClock();
    std::chrono::seconds tokenLifetime{7200};
    std::chrono::seconds codeLifetime{600};
    std::optional<int> rateLimit; ///< requests a minute and person; 0: no limits at all; absent: as the plans have it
    std::chrono::seconds rateMinute{60}; ///< how long a minute of that limit lasts; tests make it short
    QList<sandbox::FaultRule> faults;
    QList<sandbox::OAuthClient> clients = sandbox::demoClients();
};

/// A request as the sandbox got it, for tests that look at what was sent.
struct LoggedRequest
{
    QString method;
    QString path;
    QUrlQuery query;
    sandbox::HttpHeaders headers;
    QByteArray body; ///< the first 64 KiB

    QByteArray header(QByteArrayView name) const { return sandbox::headerValue(headers, name); }
};

/// A local Calendly: API, sign-in and public pages over HTTP on one port of the loopback address.
/// Lives in one thread, which needs an event loop.
class SandboxServer : public QObject
{
    Q_OBJECT
public:
    explicit SandboxServer(SandboxOptions options = {}, QObject *parent = nullptr);
    ~SandboxServer() override;

    /// Makes the data and begins to answer; false when the port is taken.
    bool listen();

    // All three without a slash at the end; valid after listen(). One port serves them all.
    QUrl apiUrl() const;
    QUrl authUrl() const { return apiUrl(); }
    QUrl publicUrl() const { return apiUrl(); }

    /// The person whose data the demo shows; valid after listen().
    const WorldUser &demoPerson() const;
    /// The token that is always there for a person, with every scope: "pat-<slug>-<seed>".
    QString personalAccessToken(const QString &slug) const;
    /// Makes another token for a person, with these scopes only.
    QString mintToken(const QString &slug, const QStringList &scopes);
    /// Signs a person in as the browser does, for `clientId` with these scopes, and gives what the program then holds.
    sandbox::TokenPair mintSignIn(const QString &slug, const QString &clientId, const QStringList &scopes);

    /// The requests since the start or the last clearRequests(), the newest 5000.
    QList<LoggedRequest> requests() const;
    /// Those among them with this method and path, in which an asterisk stands for any text: "POST
    /// /scheduled_events/*".
    QList<LoggedRequest> requests(const QString &where) const;
    void clearRequests() { m_log.clear(); }

    /// The next request that fits `where` ("POST /scheduled_events/*/cancellation") meets this fault.
    void failNext(const QString &where, const sandbox::Fault &fault);
    void failNext(const QString &where, int status);
    /// Every request that fits meets it.
    void failAlways(const QString &where, const sandbox::Fault &fault);
    void clearFaults() { m_faults.clear(); }

    /// Lets the calendar go on: tokens age, meetings begin.
    void advance(std::chrono::milliseconds by) { m_ahead += by; }

    /// The data; valid after listen().
    World &world();

private:
    struct Parts;

    void handle(const sandbox::HttpRequest &request, const std::shared_ptr<sandbox::HttpResponder> &responder);
    sandbox::HttpResponse respond(const sandbox::HttpRequest &request);
    sandbox::HttpResponse publicPage(const sandbox::HttpRequest &request);
    sandbox::HttpResponse control(const sandbox::HttpRequest &request);
    sandbox::HttpResponse addFault(const sandbox::HttpRequest &request);
    sandbox::HttpResponse setClock(const sandbox::HttpRequest &request);
    void fail(const sandbox::Fault &fault, const sandbox::HttpRequest &request,
              const std::shared_ptr<sandbox::HttpResponder> &responder);
    void remember(const sandbox::HttpRequest &request);

    SandboxOptions m_options;
    sandbox::Faults m_faults;
    std::deque<LoggedRequest> m_log;
    std::chrono::milliseconds m_ahead{0};
    std::unique_ptr<Parts> m_parts;
    sandbox::HttpServer m_http;
};
