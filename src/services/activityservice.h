// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activityentry.h"
#include "clock.h"
#include "reading.h"
#include "user.h"

#include <QObject>

#include <functional>
#include <memory>

class EnterpriseApi;

/// What happened in the organization, as Calendly's activity log tells it to owners and admins on the plan Enterprise.
/// Read when it is looked at, and not stored.
class ActivityService : public QObject
{
    Q_OBJECT

public:
    ActivityService(EnterpriseApi &api, Clock clock, QObject *parent = nullptr);
    ~ActivityService() override;

    QList<ActivityEntry> entries() const { return m_entries; } ///< the newest first
    Reading reading() const { return m_reading; }
    bool hasEarlier() const { return !m_nextPage.isEmpty(); }
    QString words() const { return m_words; }

    /// Looks for entries that hold `words`; all where empty. A search that is under way is given up for it.
    void search(const User &self, const QString &words);
    void readEarlier(); ///< the next page, after those that are known

    /// All entries of the present search, also those that were not read yet.
    void whole(QObject *context, std::function<void(const Result<QList<ActivityEntry>> &)> then);

    /// Another account is open now.
    void forget();

signals:
    void changed();

private:
    void readPage(const QString &token);

    EnterpriseApi &m_api;
    Clock m_clock;
    std::unique_ptr<QObject> m_search; ///< lives as long as the same search
    QUrl m_organization;
    QString m_words;
    QList<ActivityEntry> m_entries;
    QString m_nextPage;
    Reading m_reading;
};
