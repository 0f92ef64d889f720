// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDialog>
#include <QUrl>

class CancelReview;
class CancelRunPage;
class QStackedWidget;
class ToastHost;
struct MainWindowParts;

/// Cancels several meetings: asks, shows how far it is, and what came of each. Closing it changes nothing; the run goes on
/// and can be shown again. Opens itself and deletes itself.
class CancelSeveralDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks about `meetings`. All outlive the dialog; it is modal for the window of `over`.
    static void cancelMeetings(const MainWindowParts &parts, ToastHost &toasts, QWidget *over, const QList<QUrl> &meetings);
    /// Asks about what is left of a day, which can be chosen there.
    static void closeDay(const MainWindowParts &parts, ToastHost &toasts, QWidget *over, QDate day);
    /// Shows the run, or what was left of one.
    static void showRun(const MainWindowParts &parts, ToastHost &toasts, QWidget *over);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    CancelSeveralDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *over);

    CancelReview *startReview();
    void startRun();
    void confirm();
    void ended(int result);

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QStackedWidget *m_pages;
    CancelReview *m_review = nullptr;
    CancelRunPage *m_run = nullptr;
};
