// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "meetingsummary.h"
#include "openaccounts.h"
#include "result.h"

#include <QObject>
#include <QSet>

#include <optional>

class AccountService;
class MeetingService;

/// The meetings of one account together with those of the others that are open, each with the mark of its account. A
/// meeting that two of them host is the own one.
class MergedMeetings : public QObject
{
    Q_OBJECT

public:
    /// All outlive it; `accounts` may be null.
    MergedMeetings(const MeetingService &own, const AccountService &account, OpenAccounts *accounts, QObject *parent = nullptr);

    void setOn(bool on);
    bool isOn() const { return m_isOn; }
    bool areSeveral() const; ///< there is something to merge

    /// In the order and up to the limit of the query.
    QList<MeetingSummary> meetings(const MeetingQuery &query) const;
    std::optional<MeetingSummary> summary(const QUrl &meeting) const;
    Result<int> count(const MeetingQuery &query) const; ///< each once, without regard to the query's limit
    Result<QList<QUrl>> uris(const MeetingQuery &query) const; ///< the same as meetings()
    std::optional<MeetingDetails> details(const QUrl &meeting) const; ///< without person
    /// Of those that are stored, in the order of `meetings`; without persons.
    Result<QList<MeetingDetails>> details(const QList<QUrl> &meetings) const;
    PersonHistory historyBefore(const MeetingDetails &meeting) const; ///< in the account that the meeting is of

    /// The other account that `meeting` is of; nothing for an own one and for one that is not stored.
    struct Owner
    {
        QString key;
        AccountMark mark;
    };
    std::optional<Owner> ownerOf(const QUrl &meeting) const;
    /// The event types of the other accounts whose meetings are shown, without those that an account before has, too.
    struct TypesOf
    {
        AccountMark account;
        QList<EventType> types;
    };
    QList<TypesOf> othersEventTypes(const QList<EventType> &own) const;
    /// Without those that meetings() gave of other accounts. Asks no store: it is called while somebody scrolls.
    QList<QUrl> ownOf(const QList<QUrl> &meetings) const;

signals:
    void changed(); ///< others' meetings, or which accounts there are
    void othersEventTypesChanged();

private:
    bool isMerged() const { return m_isOn && areSeveral(); }
    const OpenAccount *holderOf(const QUrl &meeting) const;
    void accountsChanged();

    const MeetingService &m_own;
    const AccountService &m_account;
    OpenAccounts *m_accounts;
    bool m_isOn = true;
    QList<AccountLook> m_looks; ///< as they were last told of, without their needs
    mutable QSet<QUrl> m_others; ///< what meetings() gave of other accounts
};
