// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listsection.h"

class ColleagueReader;
class KeyButton;
class LinkCopier;
class MemberCard;
class TeamService;
struct OrganizationMembership;

/// The members of the organization, as they were read last, and what Calendly shows of the one that is chosen.
class MembersSection : public ListSection
{
    Q_OBJECT

public:
    /// `parts` with an organization.
    MembersSection(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~MembersSection() override;

protected:
    QList<ListRow> rows() const override;
    Reading reading() const override;
    void read() override;
    void presentCurrent() override;

private:
    void makeActions();
    void showColleague();
    QString whyNotRemoved(const OrganizationMembership &member) const;
    std::optional<OrganizationMembership> current() const;
    QUrl self() const;
    void copyMail();
    void openPage();
    void askToRemove();
    void remove(const OrganizationMembership &member);

    TeamService &m_team;
    ColleagueReader *m_reader;
    LinkCopier *m_copier;
    MemberCard *m_card;
    QAction *m_copyMail = nullptr;
    QAction *m_remove = nullptr;
};
