// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"
#include "result.h"

#include <chrono>
#include <optional>

namespace sandbox {

/// One way in which an answer goes wrong.
struct Fault
{
    enum class Kind {
        Status, ///< this status and these headers, nothing is done
        Drop, ///< the connection is closed, nothing is done
        Hang, ///< no answer ever, nothing is done
        Delay, ///< done and answered after a while
        Late, ///< done at once, answered after a while
        Lost, ///< done, then the connection is closed instead of an answer
        Empty, ///< done, answered with an empty body
        Truncate, ///< done, the body ends in the middle
        Html, ///< a page instead of an answer, as a captive network shows it
        NotJson, ///< done, answered with text that is not JSON
        ContentType, ///< done, answered with another content type
        Redirect, ///< sent elsewhere
        ForeignNext, ///< done, the next page lies on another host
        Endless, ///< done, there is always another page
        SelfNext, ///< done, the next page is this page
        Null, ///< done, a field of the last item of the list is null
        ExpiredToken, ///< the access token is over
        RevokedGrant, ///< the whole grant is over
        TooMany, ///< 429
    };
    Kind kind = Kind::Status;
    int status = 0;
    HttpHeaders headers;
    std::chrono::milliseconds wait{0}; ///< of Delay and Late; until the reset of TooMany
    QString text; ///< content type, address or field
};

/// A fault with the requests it befalls.
struct FaultRule
{
    QString method; ///< empty: any
    QString path; ///< an asterisk stands for any text
    Fault fault;
    int times = -1; ///< how often it still strikes; -1 for ever
    double probability = 1;

    bool matches(const QString &requestMethod, const QString &requestPath) const;
};

/// "500", "status:503:Retry-After=3", "drop", "delay:2000", "429:20" …; an Error says what is wrong with it.
Result<Fault> parseFault(const QString &text);
/// "GET /scheduled_events*=500*2@0.5": method and path, the fault, how often, how probable.
Result<FaultRule> parseFaultRule(const QString &text);
/// The fault's own grammar in a few lines, for help texts.
QString faultGrammar();

/// The faults that wait for their requests; the one added last goes first.
class Faults
{
public:
    void add(FaultRule rule);
    void clear() { m_rules.clear(); }
    /// The fault that befalls this request, counted.
    std::optional<Fault> take(const QString &method, const QString &path);

private:
    QList<FaultRule> m_rules;
};

} // namespace sandbox
