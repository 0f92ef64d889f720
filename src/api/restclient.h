// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "diagnostics.h"
#include "ratebudget.h"
#include "result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>

/// Where requests get their bearer token; filled by whoever knows the session. Both answer later or at once, never
/// after the context is gone.
struct TokenSource
{
    using Then = std::function<void(const Result<QByteArray> &token)>;
    std::function<void(QObject *context, Then then)> token; ///< one believed to be valid
    std::function<void(const QByteArray &refused, QObject *context, Then then)> renewed; ///< after a 401 to `refused`
};

/// Whether somebody is looking at the place where the answer will be shown. Background requests wait while the rate
/// budget runs low.
enum class Urgency { Now, Background };

/// Times and sizes of the sender; tests make them small.
struct RestLimits
{
    std::chrono::milliseconds idle{15000}; ///< without a byte
    std::chrono::milliseconds total{60000}; ///< of one try
    qint64 bodyBytes = 4 * 1024 * 1024;
    int tries = 4; ///< of a GET
    std::chrono::milliseconds firstBackOff{500};
    int pages = 1000; ///< of one collection
    qint64 listingBytes = 32 * 1024 * 1024; ///< about what the rows of one collection may take in memory
    int inFlight = 6; ///< requests at a time
    std::chrono::milliseconds shortestWait{1000}; ///< after a 429, whatever the server says
    std::chrono::milliseconds longestWait{120000};
    std::chrono::milliseconds unknownWait{30000}; ///< after a 429 that says nothing
};

/// Sends requests to Calendly's API: bearer token to its own origin only, no redirects, caps on size and time, GETs
/// repeated after network errors, 429 and 5xx, writes sent once, one shared rate budget. The only place that does so.
class RestClient : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const Result<QJsonObject> &answer)>;
    /// Called right before a request leaves, after all waiting; with an error it does not leave, and ends with that error.
    using Departure = std::function<Result<Done>()>;

    RestClient(QUrl apiUrl, TokenSource tokens, Clock clock, RestLimits limits = {}, QObject *parent = nullptr);
    ~RestClient() override;

    /// `path` like "/users/me". The answer comes later, once, and never after `context` is gone; the request then
    /// stops.
    void get(const QString &path, const QUrlQuery &query, Urgency urgency, QObject *context, Then then);

    /// Sent at most once, whatever happens to the connection. With kinds for which outcomeUnknown() holds, look before
    /// trying again. Owned by the client: goes on when `context` is gone, then nobody is told.
    void post(const QString &path, const QJsonObject &body, QObject *context, Then then, Urgency urgency = Urgency::Now, Departure departure = {});
    /// The same for what has a limit of its own beside the shared one: its 429 is told at once, and holds up nothing else.
    void postApart(const QString &path, const QJsonObject &body, QObject *context, Then then);
    void patch(const QString &path, const QJsonObject &body, QObject *context, Then then);
    void remove(const QString &path, QObject *context, Then then);

    /// Another account is signed in from now on, or nobody. What was asked before and has no answer is not sent with the
    /// next sign-in: it ends as Stopped, and nothing was done. What is on its way just now is still answered.
    /// A limit that the one before has reached holds the next one up no longer.
    void leaveSignIn();

    RateBudget budget() const;
    QList<RequestOutcome> lastOutcomes() const; ///< of the last 20 tries, the oldest first
    QUrl apiUrl() const;
    RestLimits limits() const;
    QDateTime now() const; ///< by the client's clock, UTC
    QDateTime serverNow() const; ///< by the server's clock, as far as its answers told; that is what it judges times by

    /// The path of a resource URI on this API, "/scheduled_events/x"; empty for a foreign URI. A request for an empty
    /// or odd path is refused without being sent.
    QString pathOf(const QUrl &resource) const;

signals:
    void budgetChanged();
    /// A request got through (`true`) or failed for want of a network (`false`).
    void reachedServer(bool reached);

private:
    class Private;
    std::unique_ptr<Private> d;
};
