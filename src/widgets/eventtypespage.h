// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contentpage.h"
#include "eventtype.h"
#include "linktarget.h"
#include "mainwindowparts.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class EventTypesPage;
}
class CardPane;
class ColleagueTypes;
class EventTypeFilter;
class EventTypeModel;
class LinkCopier;
class ToastHost;

/// The event types, and their links in a keystroke.
class EventTypesPage : public ContentPage
{
    Q_OBJECT

public:
    EventTypesPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~EventTypesPage() override;

    static QString pageTitle();
    QString title() const override { return pageTitle(); }
    void focusList() override;
    QList<QAction *> linkActions() const override { return m_linkActions; }
    void focusSearch() override;
    bool hasSearch() const override { return true; }
    void refresh() override;
    /// Somebody outside asks for a single-use link of `type`: shows it with the label filled in. The user makes it, or not.
    void prepareLink(const QUrl &type, const QString &label);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using Act = void (EventTypesPage::*)();

    void makeActions();
    QAction *makeAction(const char *name, const QString &text, const QString &icon, const QList<QKeySequence> &keys, Act act);
    void makeFilters();
    void prepareList();
    void prepareCard();
    void fit();
    void fitColumns();
    void reload();
    void selectSomething(const QUrl &before);
    void showCurrent();
    void showState();
    void showProblem();
    void showOnline();
    void actOnState();
    void clearFilters();
    void meetColleagues();
    void findColleagues();
    void showColleagues();
    QUrl self() const;
    void readOpenTimes();
    std::optional<EventType> current() const;
    bool isColleagues() const;
    QString whyNoSingleUse() const;
    std::optional<LinkTarget> linkTarget() const;

    void copySingleUse();
    void customizeOnce();
    void copyLink();
    void copyAsMarkdown();
    void copyNamed();
    void togglePin();
    void makeMany();
    void openInBrowser();
    void focusLabel();
    void toggleCard();

    std::unique_ptr<Ui::EventTypesPage> m_ui;
    const MainWindowParts m_parts;
    ToastHost &m_toasts;
    EventTypeModel *m_model = nullptr;
    EventTypeFilter *m_filter = nullptr;
    LinkCopier *m_copier = nullptr;
    CardPane *m_pane = nullptr;
    std::unique_ptr<ColleagueTypes> m_colleagues; ///< of the account that is open; null where there is no organization
    QList<QAction *> m_linkActions;
    QList<QAction *> m_ownActions; ///< those of them that a colleague's type does not have
    QAction *m_pin = nullptr;
    QTimer m_openTimesDelay; ///< so that walking through the list does not ask for each type
    QUrl m_shown;
};
