// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "eventtype.h"
#include "linkentry.h"
#include "linkorder.h"
#include "result.h"
#include "schedulinglink.h"

#include <QObject>

#include <functional>
#include <memory>

class AccountService;
class LinkBatch;
class LinksApi;
class ShareService;
enum class Urgency;
class LinkTable;

/// Single-use links, and the ledger of those made here.
class LinkService : public QObject
{
    Q_OBJECT

public:
    /// `account`: whose links they are.
    LinkService(LinksApi &api, LinkTable &table, AccountService &account, Clock clock, QObject *parent = nullptr);
    ~LinkService() override;

    /// Makes a single-use link and writes it down before `then` is told; a link that could not be written down is given
    /// all the same, before ledgerFailed(). The wish is written down before the request leaves, and sent once; with Storage
    /// nothing was sent. With an error for which outcomeUnknown() holds a link may exist that nobody knows, which is harmless:
    /// the ledger says so. Goes on when `context` is gone.
    void singleUseLink(const EventType &type, const QString &label, QObject *context,
                       std::function<void(const Result<SchedulingLink> &)> then);
    /// Makes one link of many, when the rate limit leaves room for it. Whoever ordered it writes that down in `departure`,
    /// right before the request leaves, and then what came of it; with an error of `departure` nothing is sent. A link that
    /// was made settles its order.
    using Departure = std::function<Result<Done>()>;
    void make(const LinkOrder &order, Departure departure, QObject *context, std::function<void(const Result<SchedulingLink> &)> then);
    /// As singleUseLink(), for a link that `ask` makes in another way: it tells its callback once, the address or why
    /// there is none.
    using Ask = std::function<void(std::function<void(const Result<QUrl> &)>)>;
    void makeBy(const LinkOrder &order, const Ask &ask, QObject *context, std::function<void(const Result<SchedulingLink> &)> then);
    /// Orders of single links that were never answered; one of which an answer was found is settled, with its address, or
    /// with none where it was certainly not made.
    QList<LinkOrder> unanswered() const;
    Result<Done> settle(const LinkOrder &order, const QUrl &bookingUrl);
    static LinkOrder orderFor(const EventType &type, const QString &label);
    LinkBatch &batch(); ///< many at once
    ShareService &shares() const; ///< for one person, customized

    /// Gives a label to a link that was made.
    Result<Done> setLabel(const QString &id, const QString &label);

    LinkTotals totalsOf(const QUrl &eventType) const; ///< of links that were made
    QList<SchedulingLink> recent(int limit) const;

    Result<QList<LinkEntry>> entries(const LinkQuery &query) const;
    std::optional<LinkEntry> entry(const QString &id) const; ///< of a link that was made
    LinkTotals totals() const;
    /// Links that were booked and that the user has not been told of; each comes once, even after a restart.
    QList<LinkEntry> takeNews();
    void countCopy(const QString &id);
    /// Takes a link whose making was never answered from the ledger; what may exist in Calendly is not touched.
    Result<Done> dropUnanswered(const QString &id);

    /// The store now holds another account's links: one that is being made is still given, but not written down there.
    void forget();

signals:
    void changed();
    /// A link was made and given, but could not be written down.
    void ledgerFailed(const Error &error);

private:
    void send(const LinkOrder &order, const Ask &ask, std::function<void(const Result<SchedulingLink> &)> then);

    class Private;
    std::unique_ptr<Private> d;
};
