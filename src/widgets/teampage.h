// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contentpage.h"
#include "mainwindowparts.h"

#include <memory>

namespace Ui {
class TeamPage;
}
class ListSection;
class QActionGroup;
class ToastHost;

/// What belongs to the organization as a whole, one section at a time.
class TeamPage : public ContentPage
{
    Q_OBJECT

public:
    /// `parts` with an organization.
    TeamPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~TeamPage() override;

    static QString pageTitle();
    QString title() const override { return pageTitle(); }
    QList<QAction *> viewActions() const override { return m_actions; }
    void focusSearch() override;
    bool hasSearch() const override { return true; }
    void focusList() override;
    QWidget *toastPlace() const override;
    void refresh() override;

signals:
    void meetingWanted(const QUrl &meeting);
    void permissionsWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeSections();
    void addSection(ListSection *section, const char *name);
    void makeInvite();
    void makeErase();
    void showSection(ListSection *section);
    void showTeam();
    ListSection *current() const;

    std::unique_ptr<Ui::TeamPage> m_ui;
    const MainWindowParts m_parts;
    ToastHost &m_toasts;
    QList<ListSection *> m_sections;
    QList<QAction *> m_actions;
    QActionGroup *m_choice = nullptr;
    QAction *m_invite = nullptr;
    QAction *m_erase = nullptr;
};
