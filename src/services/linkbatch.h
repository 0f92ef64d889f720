// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "eventtype.h"
#include "linkorder.h"
#include "pacedrun.h"
#include "result.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>

class LinkService;
class LinkTable;

/// Makes many single-use links, one after the other, each with a label of its own, and no row of the list twice. Each is
/// written down before its request leaves, so that a crash leaves at most one of which nobody knows whether it was made.
/// After a restart it stands still until the user says what is to be done.
class LinkBatch : public QObject
{
    Q_OBJECT

public:
    using State = PacedRun::State;
    using Cause = PacedRun::Cause;

    LinkBatch(LinkTable &table, LinkService &links, Clock clock, QObject *parent = nullptr);
    ~LinkBatch() override;

    const QList<LinkOrder> &orders() const; ///< in the order in which they came
    State state() const;
    Cause cause() const;
    int count(LinkOrder::State state) const;
    bool isOpen() const; ///< it stands, and the user is to say what becomes of the rest
    /// How long so many take at the pace of a limit of `perMinute` calls, 0: not known, of which reading ahead may take some.
    static std::chrono::seconds expected(int links, int perMinute, bool withReadingAhead);

    /// Writes the rows down and begins with them. What was there before is forgotten here; its links stay in the ledger. An
    /// error says that nothing was begun.
    Result<Done> start(const EventType &type, const QStringList &labels);
    void stop(); ///< after the request that is under way
    void resume(); ///< what waits
    void retryFailed(); ///< those that were certainly not made
    void retryUnknown(); ///< those that may have been made: a link that nobody knows may remain, unused
    void clear(); ///< the user has seen it all

    /// The store belongs to another account now: shows what was left there.
    void reload();

signals:
    void changed();
    void ended(); ///< a run came to its end, or stands

private:
    class Private;
    std::unique_ptr<Private> d;
};
