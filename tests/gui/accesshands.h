// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windowfixture.h"

/// What somebody does in the window that Calendly may refuse: each waits until it is done, or until it was asked for.
class AccessHands
{
public:
    /// `guest` has booked; `ownType` is one of the person's event types, for one guest.
    AccessHands(WindowFixture &fixture, QString guest, QString ownType)
        : m_fixture(fixture), m_guest(std::move(guest)), m_ownType(std::move(ownType))
    {
    }

    bool open(Qt::Key page, const char *name);
    bool openTeam(const char *section);
    bool toast(const QString &part) const;
    bool says(const char *place, const QStringList &parts) const;
    /// Waits until a label in `place` has something to say, and what; nothing where a part of it is cut.
    QString saidIn(const char *label, const char *place) const;
    bool askToCancel();
    bool cancelSomething();
    bool askForLink();
    bool copySingleUseLink();
    bool askToShare();
    bool shareSomething();
    bool hasHours();
    bool looksAtSomebodysWeek();
    bool removeDev();
    bool askToInvite();
    bool inviteAna();
    bool askToErase();
    bool eraseSomebody();
    bool askForWebhook();
    bool webhooksWork(bool runs);
    /// The sample of one's own events, and of those of the whole organization.
    bool samplesAreShown(bool runs);

private:
    WindowHands hands() const { return m_fixture.hands(); }
    QTreeView *list(const char *page = "TeamPage") const { return m_fixture.list(page); }
    QStringList rows(const char *page = "TeamPage") const { return list(page) ? hands().rows(*list(page)) : QStringList(); }

    WindowFixture &m_fixture;
    const QString m_guest;
    const QString m_ownType;
};
