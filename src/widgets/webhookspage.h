// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contentpage.h"
#include "mainwindowparts.h"

#include <memory>

namespace Ui {
class WebhooksPage;
}
class CardPane;
class QDialog;
class ToastHost;
class WebhookModel;
class WebhookService;
struct WriteOutcome;
struct WebhookSubscription;

/// Where Calendly tells servers of what happens: the subscriptions of the person and of the organization.
class WebhooksPage : public ContentPage
{
    Q_OBJECT

public:
    /// `parts` with webhooks.
    WebhooksPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~WebhooksPage() override;

    static QString pageTitle();
    QString title() const override { return pageTitle(); }
    QList<QAction *> linkActions() const override { return m_actions; }
    void focusList() override;
    void refresh() override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void prepareList();
    void prepareCard();
    void makeActions();
    QAction *makeAction(const char *name, const QString &text, const QString &icon, const QKeySequence &key, void (WebhooksPage::*act)());
    void fit();
    void fitColumns();
    void reload();
    void readIfOld();
    void showCurrent();
    void showState();
    void showNothing();
    void showBanner();
    void showScopeNote();
    QStringList unreadGroups() const;
    void onlineChanged();
    const WebhookSubscription *current() const;

    void createOne();
    void copyAddress();
    void toggleCard();
    void askToDelete();
    void remove(const WebhookSubscription &webhook);
    void tellRemoval(const WriteOutcome &outcome);
    void showSample();
    void showVerifier();

    std::unique_ptr<Ui::WebhooksPage> m_ui;
    const MainWindowParts m_parts;
    WebhookService &m_service;
    ToastHost &m_toasts;
    WebhookModel *m_model = nullptr;
    CardPane *m_pane = nullptr;
    QAction *m_create = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_copy = nullptr;
    QList<QAction *> m_actions;
    bool m_wasOnline = true;
    bool m_removing = false;
    bool m_focusWanted = false; ///< by the list, as soon as it is shown
};
