// SPDX-License-Identifier: GPL-3.0-or-later
#include "apirequest.h"

#include "answerjudge.h"
#include "backoff.h"
#include "guardednetwork.h"
#include "origin.h"
#include "pooltask.h"

#include <QLocale>
#include <QPromise>

#include <algorithm>

namespace {

constexpr qsizetype judgedInPlaceBytes = 256 * 1024;
constexpr qsizetype outcomesKept = 20;

/// A token goes into a header: 0x21 to 0x7E only, or a pasted line break adds headers.
bool isSendable(const QByteArray &token)
{
    return !token.isEmpty() && std::all_of(token.cbegin(), token.cend(), [](char c) { return c > 0x20 && c < 0x7F; });
}

bool isNetworkFailure(HttpAnswer::Failure failure)
{
    return failure == HttpAnswer::Failure::Unreachable || failure == HttpAnswer::Failure::TimedOut
        || failure == HttpAnswer::Failure::Interrupted;
}

BudgetKeeper::Rank rankOf(const ApiRequest::What &what)
{
    if (what.urgency == Urgency::Now)
        return BudgetKeeper::Rank::Awaited;
    return what.verb == "GET" ? BudgetKeeper::Rank::Fill : BudgetKeeper::Rank::Run;
}

Error signInLeft()
{
    return {.kind = Error::Kind::Stopped, .message = QStringLiteral("The sign-in it was meant for was left before it was sent.")};
}

/// A request goes out again only after a refusal, so one that got no token did nothing; what became of the request for the
/// token says nothing of it.
Error notDone(Error tokenError)
{
    if (outcomeUnknown(tokenError))
        tokenError.kind = Error::Kind::Offline;
    return tokenError;
}

QString failureWord(HttpAnswer::Failure failure)
{
    switch (failure) {
    case HttpAnswer::Failure::None:
        return {};
    case HttpAnswer::Failure::Unreachable:
        return QStringLiteral("unreachable");
    case HttpAnswer::Failure::Untrusted:
        return QStringLiteral("untrusted");
    case HttpAnswer::Failure::TimedOut:
        return QStringLiteral("timed out");
    case HttpAnswer::Failure::Interrupted:
        return QStringLiteral("interrupted");
    case HttpAnswer::Failure::TooBig:
        return QStringLiteral("too big");
    case HttpAnswer::Failure::Encoded:
        return QStringLiteral("compressed");
    }
    return {};
}

} // namespace

ApiRequest::ApiRequest(What what, SenderParts &parts, QObject *context, RestClient::Then then, QObject *parent)
    : QObject(parent)
    , m_what(std::move(what))
    , m_parts(parts)
    , m_context(context)
    , m_then(std::move(then))
{
    m_backOff.setSingleShot(true);
    connect(&m_backOff, &QTimer::timeout, this, &ApiRequest::lineUp);
    if (isRead() && context)
        connect(context, &QObject::destroyed, this, &ApiRequest::stop);
    QMetaObject::invokeMethod(this, &ApiRequest::start, Qt::QueuedConnection);
}

ApiRequest::~ApiRequest()
{
    if (m_ticket)
        m_parts.keeper.giveBack(m_ticket);
}

void ApiRequest::leaveSignIn()
{
    m_left = true;
    if (!m_exchange && !m_judging)
        finishLater(signInLeft());
}

void ApiRequest::start()
{
    if (m_over)
        return;
    if (m_what.url.isEmpty())
        return finish(
            Unexpected(Error{.kind = Error::Kind::Refused,
                             .message = QStringLiteral("This item does not belong to this account's Calendly.")}));
    if (!mayCarryToken(m_what.url))
        return finish(
            Unexpected(Error{.kind = Error::Kind::Refused,
                             .message = QStringLiteral("The sign-in is only sent over a secure connection.")}));
    lineUp();
}

void ApiRequest::lineUp()
{
    if (m_left) // only a refusal or a read comes here again, so nothing was done
        return finishLater(signInLeft());
    if (!m_over)
        m_ticket = m_parts.keeper.line(this, rankOf(m_what), [this] { takeToken(); });
}

void ApiRequest::takeToken()
{
    if (m_over || m_left)
        return;
    if (m_tokenIsFresh) {
        m_tokenIsFresh = false;
        return send(m_token);
    }
    if (!m_parts.tokens.token)
        return finishLater(Error{.kind = Error::Kind::SignedOut, .message = QStringLiteral("Nobody is signed in.")});
    m_parts.tokens.token(this, [this](const Result<QByteArray> &token) { send(token); });
}

void ApiRequest::renewToken()
{
    if (m_left)
        return finishLater(signInLeft());
    m_renewed = true;
    const QByteArray refused = m_token;
    m_parts.tokens.renewed(refused, this, [this, refused](const Result<QByteArray> &token) {
        if (m_over || m_left)
            return;
        if (!token)
            return finishLater(isRead() ? token.error() : notDone(token.error()));
        if (*token == refused)
            return finishLater(Error{.kind = Error::Kind::SignedOut,
                                     .message = QStringLiteral("Calendly does not accept the sign-in."),
                                     .httpStatus = 401});
        m_token = *token;
        m_tokenIsFresh = true;
        lineUp();
    });
}

void ApiRequest::send(const Result<QByteArray> &token)
{
    if (m_over || m_left || m_exchange)
        return;
    if (!token)
        return finishLater(isRead() ? token.error() : notDone(token.error()));
    if (!isSendable(*token))
        return finishLater(Error{.kind = Error::Kind::SignedOut,
                                 .message = QStringLiteral("The sign-in has characters that cannot be sent.")});
    m_token = *token;
    if (m_what.departure) {
        if (const Result<Done> ready = m_what.departure(); !ready)
            return finishLater(ready.error());
    }
    ++m_sent;
    m_sinceSent.start();
    m_exchange
        = new HttpExchange(m_parts.network, {m_what.verb, m_what.url, m_token, m_what.body}, this);
    connect(m_exchange, &HttpExchange::over, this, &ApiRequest::receive);
}

void ApiRequest::receive()
{
    const HttpAnswer answer = m_exchange->answer();
    m_exchange->deleteLater();
    m_exchange = nullptr;
    note(answer);
    compareClocks(answer);
    m_parts.keeper.giveBack(std::exchange(m_ticket, 0));
    if (!m_left && !isAboutOwnLimit(answer)) // of a sign-in that was left it says nothing of the next one's limit
        m_parts.keeper.learn(answer);
    const QPointer<ApiRequest> self(this);
    m_parts.reached(cameFromCalendly(answer));
    if (!self || m_over || sendsAgain(answer))
        return;
    reportRefusal(answer);
    if (self && !m_over)
        judgeAnswer(answer);
}

void ApiRequest::note(const HttpAnswer &answer)
{
    const std::chrono::milliseconds duration(m_sinceSent.elapsed());
    m_parts.outcomes.append({.sent = m_parts.clock().addMSecs(-duration.count()),
                             .method = QString::fromLatin1(m_what.verb),
                             .path = pathTemplate(m_what.url.path()),
                             .status = answer.status,
                             .failure = failureWord(answer.failure),
                             .duration = duration});
    if (m_parts.outcomes.size() > outcomesKept)
        m_parts.outcomes.removeFirst();
}

/// Where nothing was answered, or by a network that shows its own page, the other clock is not Calendly's.
void ApiRequest::compareClocks(const HttpAnswer &answer)
{
    if (answer.failure != HttpAnswer::Failure::None || !cameFromCalendly(answer))
        return;
    const QDateTime read = QLocale::c().toDateTime(QString::fromLatin1(answer.date.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!read.isValid())
        return;
    // It told its second when the answer began, which may have been as early as when the request left.
    const std::chrono::milliseconds least(m_parts.clock().msecsTo(QDateTime(read.date(), read.time(), Qt::UTC)));
    const std::chrono::milliseconds most = least + std::chrono::milliseconds(m_sinceSent.elapsed()) + std::chrono::seconds(1);
    m_parts.serverAhead = std::clamp(m_parts.serverAhead, least, most);
}

bool ApiRequest::isAboutOwnLimit(const HttpAnswer &answer) const
{
    return m_what.apart && answer.failure == HttpAnswer::Failure::None && answer.status == 429;
}

/// True when this answer is not the last word: the request waits or asks for a token, and goes out once more.
bool ApiRequest::sendsAgain(const HttpAnswer &answer)
{
    const bool hasTriesLeft = m_sent < m_parts.limits.tries;
    if (answer.failure != HttpAnswer::Failure::None) {
        if (!isRead() || !hasTriesLeft || !isNetworkFailure(answer.failure))
            return false;
        waitThenLineUp();
        return true;
    }
    if (isRefusedToken(answer) && !m_renewed && m_parts.tokens.renewed) {
        renewToken(); // refused, so nothing was done: right for writes too
        return true;
    }
    if (isAboutOwnLimit(answer))
        return false;
    if (answer.status == 429) {
        if (!m_left)
            m_parts.keeper.block(answer);
        if (hasTriesLeft)
            lineUp(); // refused as well
        return hasTriesLeft;
    }
    if (answer.status >= 500 && answer.status != 501 && answer.status != 511 && isRead() && hasTriesLeft) {
        waitThenLineUp();
        return true;
    }
    return false;
}

/// What the renewal brought is refused as well: whoever keeps the sign-in has to know, or nobody is asked to sign in again.
void ApiRequest::reportRefusal(const HttpAnswer &answer)
{
    if (m_renewed && !m_left && isRefusedToken(answer))
        m_parts.tokens.renewed(m_token, this, [](const Result<QByteArray> &) {});
}

void ApiRequest::waitThenLineUp()
{
    m_backOff.start(backOff(m_sent, m_parts.limits.firstBackOff));
}

void ApiRequest::judgeAnswer(const HttpAnswer &answer)
{
    if (answer.status == 429) {
        Result<QJsonObject> result = judge(answer, isRead());
        Error error = result.error();
        const auto demanded = demandedWait(answer, m_parts.clock());
        const auto longest = std::chrono::ceil<std::chrono::seconds>(m_parts.limits.longestWait);
        const std::chrono::seconds most = m_what.apart ? std::chrono::seconds(std::chrono::hours(24)) : longest;
        if (demanded || !m_what.apart) // of a limit of its own nothing is known that the server does not say
            error.retryAfter = std::clamp(demanded.value_or(std::chrono::ceil<std::chrono::seconds>(m_parts.limits.unknownWait)), std::chrono::seconds(1), most);
        return finish(Unexpected(error));
    }
    if (answer.body.size() <= judgedInPlaceBytes)
        return finish(judge(answer, isRead()));
    m_judging = new QFutureWatcher<Result<QJsonObject>>(this);
    connect(m_judging, &QFutureWatcherBase::finished, this, [this] { finish(m_judging->result()); });
    auto promise = std::make_shared<QPromise<Result<QJsonObject>>>();
    m_judging->setFuture(promise->future());
    startInPool([promise, answer, read = isRead()] {
        promise->start();
        promise->addResult(judge(answer, read));
        promise->finish();
    });
}

/// From the event loop: a token may be refused at once, within a call that the caller's answer must not disturb.
void ApiRequest::finishLater(Error error)
{
    QMetaObject::invokeMethod(
        this, [this, error = std::move(error)] { finish(Unexpected(error)); }, Qt::QueuedConnection);
}

void ApiRequest::finish(const Result<QJsonObject> &result)
{
    if (m_over)
        return;
    const RestClient::Then then = std::move(m_then);
    const QPointer<QObject> context = m_context;
    stop();
    if (context && then)
        then(result); // may delete the client and this with it
}

void ApiRequest::stop()
{
    m_over = true;
    m_then = {};
    m_backOff.stop();
    if (m_ticket)
        m_parts.keeper.giveBack(std::exchange(m_ticket, 0));
    // An exchange under way is given up with this.
    deleteLater();
}
