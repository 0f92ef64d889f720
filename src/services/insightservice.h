// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight.h"
#include "result.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class InsightTable;
class SyncStateTable;

/// Figures about what is stored. They are counted a few hundred meetings at a time between other work, so that the window
/// stays awake however long the period is, and ask nothing of the server.
class InsightService : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const Result<Insight> &)>;

    /// Both outlive it.
    InsightService(InsightTable &table, SyncStateTable &syncState, QObject *parent = nullptr);
    ~InsightService() override;

    /// Gives up what is still being counted, for which nothing is called any more.
    void count(const InsightQuery &query, QObject *context, Then then);
    bool isCounting() const { return m_count != nullptr; }
    /// Another account's store is open: what is being counted is given up.
    void forget();

private:
    struct Count;

    void work();
    void readSlice();
    void finish(const Result<Insight> &answer);
    void tellWhatWasRead(Insight &insight) const;

    InsightTable &m_table;
    SyncStateTable &m_syncState;
    QTimer m_next;
    std::unique_ptr<Count> m_count;
};
