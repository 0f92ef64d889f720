// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "latewrites.h"
#include "eventtype.h"
#include "linkshare.h"
#include "result.h"
#include "schedulinglink.h"

#include <QObject>

#include <functional>
#include <memory>

class LinkService;
class LinkTable;
class PendingWrites;
class SharesApi;

/// Single-use links that change their event type for one recipient. They stand in the ledger like all others, and can be
/// changed and taken back while nobody has booked. Whatever is sent is sent once; after an answer that leaves the outcome
/// open, Calendly's list of shares is read first.
class ShareService : public QObject
{
    Q_OBJECT

public:
    ShareService(SharesApi &api, LinkService &links, LinkTable &table, PendingWrites &writes, Clock clock, LookTimes times = {},
                 QObject *parent = nullptr);
    ~ShareService() override;

    /// When links that Calendly may still make are looked for; tests make these small.
    void setLookTimes(const LookTimes &times);

    static bool canShare(const EventType &type); ///< one-on-one, and bookable

    /// Makes a link. Both the wish and the link are written down before the request leaves; when they cannot be, nothing is
    /// sent. With an error for which outcomeUnknown() holds nobody knows whether it was made, and the ledger says so.
    void share(const EventType &type, const QString &label, const ShareOverride &wanted, QObject *context,
               std::function<void(const Result<SchedulingLink> &)> then);
    /// Changes a link that nobody has booked with.
    void change(const QString &link, const ShareOverride &wanted, QObject *context, std::function<void(const Result<Done> &)> then);
    /// Afterwards nobody can book with it.
    void takeBack(const QString &link, QObject *context, std::function<void(const Result<Done> &)> then);

    /// Reads what became of the customized links, and of those whose making was never answered. Nothing is asked where
    /// there are none.
    void refresh(QObject *context, std::function<void(const Result<Done> &)> then);

    /// The store belongs to another account now.
    void forget();

signals:
    void changed(); ///< the ledger

private:
    class Private;
    std::unique_ptr<Private> d;
};
