// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "membergroup.h"
#include "organization.h"
#include "result.h"
#include "webhook.h"
#include "writeoutcome.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class OrganizationApi;
class PendingWrites;
class WebhooksApi;

/// Webhook subscriptions. Read when they are looked at, and not stored: what was seen is kept while the program runs.
class WebhookService : public QObject
{
    Q_OBJECT

public:
    WebhookService(WebhooksApi &webhooks, OrganizationApi &people, PendingWrites &writes, Clock clock, QObject *parent = nullptr);
    ~WebhookService() override;

    /// The webhooks of one scope, as they were seen.
    struct Part
    {
        QList<WebhookSubscription> webhooks; ///< oldest first
        QDateTime seenAt; ///< null: never
        std::optional<Error> problem; ///< of the last read
    };
    Part ofUser() const;
    Part ofOrganization() const; ///< refused to all but admins and owners

    /// A group of members, and its webhooks; refused to all but admins of the group, admins and owners.
    struct GroupPart
    {
        MemberGroup group;
        Part part;
    };
    QList<GroupPart> ofGroups() const; ///< by name
    std::optional<Error> groupsProblem() const; ///< why it is not known which groups there are
    QString groupName(const QUrl &group) const; ///< empty where it is not known
    bool isWhole() const; ///< since the account was opened, every scope was asked for

    bool isReading() const;
    std::optional<Role> role() const; ///< of `user` in the organization; nothing where it could not be read
    QString nameOf(const QUrl &person) const; ///< empty where it is not known

    /// Reads all scopes for `user`; the organization's only where the role allows it.
    void refresh(const User &user);

    /// Creates `wanted`, sent once; `signingKey` may be empty and is not kept. After a lost answer the list tells.
    void create(const WebhookSubscription &wanted, const QString &signingKey, QObject *context,
                std::function<void(const WriteOutcome &)> then);
    /// Deletes it, sent once. One that is gone already counts as deleted.
    void remove(const WebhookSubscription &webhook, QObject *context, std::function<void(const WriteOutcome &)> then);

    /// An example of a delivery of `event` for the scope and people of `target`, as text.
    void sample(const QString &event, const WebhookSubscription &target, QObject *context,
                std::function<void(const Result<QString> &)> then);

    /// Another account is open now: nothing that was read, or is on its way, is shown to it.
    void forget();

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};
