// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "budgetkeeper.h"
#include "diagnostics.h"
#include "httpexchange.h"
#include "restclient.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

/// What every request needs of its client.
struct SenderParts
{
    GuardedNetworkManager &network;
    BudgetKeeper &keeper;
    TokenSource tokens;
    Clock clock;
    RestLimits limits;
    std::function<void(bool)> reached; ///< may delete anything
    QList<RequestOutcome> outcomes; ///< of the last tries, for diagnostics
    std::chrono::milliseconds serverAhead{0}; ///< of our clock, as the last answer said
};

/// One request from the queue through all its tries to its answer; deletes itself then. A read ends silently when its
/// context goes, a write goes on.
class ApiRequest : public QObject
{
    Q_OBJECT

public:
    struct What
    {
        QByteArray verb;
        QUrl url; ///< empty: the request is refused
        QByteArray body;
        Urgency urgency = Urgency::Now;
        bool apart = false; ///< a 429 is about a limit of its own
        RestClient::Departure departure = {};
    };

    ApiRequest(What what, SenderParts &parts, QObject *context, RestClient::Then then, QObject *parent);
    ~ApiRequest() override;

    /// The sign-in it was made under is left. What is on its way is judged as ever; else it ends, and is not sent again.
    void leaveSignIn();

private:
    bool isRead() const { return m_what.verb == "GET"; }
    void start();
    void lineUp();
    void takeToken();
    void renewToken();
    void send(const Result<QByteArray> &token);
    void receive();
    void note(const HttpAnswer &answer);
    void compareClocks(const HttpAnswer &answer);
    bool isAboutOwnLimit(const HttpAnswer &answer) const;
    bool sendsAgain(const HttpAnswer &answer);
    void reportRefusal(const HttpAnswer &answer);
    void waitThenLineUp();
    void judgeAnswer(const HttpAnswer &answer);
    void finishLater(Error error);
    void finish(const Result<QJsonObject> &result);
    void stop();

    What m_what;
    SenderParts &m_parts;
    QPointer<QObject> m_context;
    RestClient::Then m_then;
    BudgetKeeper::Ticket m_ticket = 0;
    HttpExchange *m_exchange = nullptr;
    QFutureWatcher<Result<QJsonObject>> *m_judging = nullptr;
    QTimer m_backOff;
    QByteArray m_token; ///< the one last sent, or renewed and to be sent next
    QElapsedTimer m_sinceSent;
    int m_sent = 0;
    bool m_renewed = false;
    bool m_tokenIsFresh = false;
    bool m_left = false; ///< its sign-in; the next token may be somebody else's
    bool m_over = false;
};
