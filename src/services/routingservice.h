// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "reading.h"
#include "routingform.h"
#include "user.h"

#include <QHash>
#include <QObject>

#include <memory>

class RoutingFormsApi;

/// Routing forms and what was sent with them. Read when they are looked at, and not stored.
class RoutingService : public QObject
{
    Q_OBJECT

public:
    RoutingService(RoutingFormsApi &api, Clock clock, QObject *parent = nullptr);
    ~RoutingService() override;

    QList<RoutingForm> forms() const { return m_forms; }
    Reading reading() const { return m_reading; }
    void refresh(const User &self);

    /// What was sent with one form, the newest first.
    struct Submissions
    {
        QList<RoutingSubmission> known;
        QString nextPage; ///< empty: there are no earlier ones
        Reading reading;
    };
    Submissions submissions(const QUrl &form) const { return m_submissions.value(form); }
    void readNewest(const QUrl &form); ///< changed() follows
    void readEarlier(const QUrl &form); ///< the next page, after those that are known

    /// Another account is open now.
    void forget();

signals:
    void changed();

private:
    void readPage(const QUrl &form, const QString &token);

    RoutingFormsApi &m_api;
    Clock m_clock;
    std::unique_ptr<QObject> m_account; ///< lives as long as the same account is open
    QList<RoutingForm> m_forms;
    Reading m_reading;
    QHash<QUrl, Submissions> m_submissions;
};
