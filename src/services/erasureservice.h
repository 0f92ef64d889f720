// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "timerange.h"
#include "writeoutcome.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

class EnterpriseApi;
class Erasure;
class PendingWrites;

/// Has data deleted at Calendly for good, and deletes the same here.
class ErasureService : public QObject
{
    Q_OBJECT

public:
    ErasureService(EnterpriseApi &api, Erasure &store, PendingWrites &writes, QObject *parent = nullptr);
    ~ErasureService() override;

    /// What came of it. Calendly cannot be asked how far it is, so a lost answer leaves the outcome open.
    struct Outcome
    {
        WriteOutcome calendly;
        std::optional<Error> store; ///< why what is stored here is not gone
        int meetings = 0; ///< that something was deleted of here
    };
    using Tell = std::function<void(const Outcome &)>;

    /// Sent once. What is stored here goes when Calendly has accepted it, or may have.
    void erasePeople(const QStringList &emails, QObject *context, Tell then);
    /// `range` lies in the past and is not longer than 24 months.
    void eraseMeetings(const TimeRange &range, QObject *context, Tell then);

    /// Another account is open now: what is on its way is not told to it.
    void forget();

signals:
    void erased(); ///< something is gone from what is stored here

private:
    std::function<void(const Result<Done> &)> ending(QObject *context, Tell then, std::function<Result<int>()> here);

    EnterpriseApi &m_api;
    Erasure &m_store;
    PendingWrites &m_writes;
    std::unique_ptr<QObject> m_account; ///< lives as long as the same account is open
};
