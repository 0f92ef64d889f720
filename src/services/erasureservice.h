// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "timerange.h"
#include "writeoutcome.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class EnterpriseApi;
class Erasure;
struct ErasureOrder;
class PendingWrites;

/// Has data deleted at Calendly for good, and deletes the same here. What was asked for is written down before it is sent, so
/// that it goes from here even where the program ended in between.
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

    /// What an earlier start asked for and did not come to.
    struct MadeUp
    {
        bool accepted = true; ///< Calendly is known to have taken all of it
        std::optional<Error> store; ///< why some of it is still stored here
    };
    /// Of the store that is open; nothing where nothing was left.
    std::optional<MadeUp> madeUp() const { return m_madeUp; }

    /// Sent once, and not at all where it cannot be written down. What is stored here goes when Calendly has accepted it, or may have.
    void erasePeople(const QStringList &emails, QObject *context, Tell then);
    /// `range` lies in the past and is not longer than 24 months.
    void eraseMeetings(const TimeRange &range, QObject *context, Tell then);

    /// Another account is open now: what is on its way is not told to it. What was left in its store goes now.
    void reload();

signals:
    void erased(); ///< something is gone from what is stored here
    void leftoversMadeUp(); ///< madeUp() tells

private:
    void send(ErasureOrder order, QObject *context, Tell then);
    Result<int> carryOut(const ErasureOrder &order);

    EnterpriseApi &m_api;
    Erasure &m_store;
    PendingWrites &m_writes;
    std::optional<MadeUp> m_madeUp;
    std::unique_ptr<QObject> m_account; ///< lives as long as the same account is open
};
