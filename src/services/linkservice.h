// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "eventtype.h"
#include "result.h"
#include "schedulinglink.h"

#include <QObject>

#include <functional>
#include <memory>

class LinksApi;
class LinkTable;

/// Single-use links, and the ledger of those made here.
class LinkService : public QObject
{
    Q_OBJECT

public:
    struct Counts
    {
        int open = 0;
        int booked = 0;
        int expiringSoon = 0;
        bool operator==(const Counts &) const = default;
    };

    LinkService(LinksApi &api, LinkTable &table, Clock clock, QObject *parent = nullptr);
    ~LinkService() override;

    /// Makes a single-use link and writes it down before `then` is told; a link that could not be written down is given
    /// all the same, after ledgerFailed(). Sent once; with an error for which
    /// outcomeUnknown() holds a link may exist that nobody knows, which is harmless. Goes on when `context` is gone.
    void singleUseLink(const EventType &type, const QString &label, QObject *context,
                       std::function<void(const Result<SchedulingLink> &)> then);
    /// Gives a label to a link that was made.
    Result<Done> setLabel(const QString &id, const QString &label);

    Counts counts(const QUrl &eventType) const;
    QList<SchedulingLink> recent(int limit) const;

    /// The store now holds another account's links: one that is being made is still given, but not written down there.
    void forget();

signals:
    void changed();
    /// A link was made and given, but could not be written down.
    void ledgerFailed(const Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};
