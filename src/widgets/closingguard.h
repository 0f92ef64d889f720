// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <functional>

class QMessageBox;
struct MainWindowParts;

/// Asks before the window closes over something that was confirmed and is not sent yet, and before the program takes a
/// sign-in with it that could not be kept.
class ClosingGuard : public QObject
{
    Q_OBJECT

public:
    /// `parts` outlives it.
    ClosingGuard(const MainWindowParts &parts, QWidget *window);

    /// False where a question is asked first, or a result awaited; then closeWanted() may follow. Another account that is not
    /// done is shown, and its window closes in the place of this one.
    bool mayClose();

    void stay(); ///< there is something to be read: closeWanted() does not follow

signals:
    void closeWanted();
    /// Something has left for Calendly: closeWanted() follows as soon as its result is known; not where a cancellation did not
    /// succeed, which is to be seen. Whoever does not want to wait so long is asked whether to quit anyway.
    void awaitsResult();

private:
    bool isSending() const;
    void awaitResult();
    void askAboutSending();
    void setLeaves(bool leaves);
    void askAboutHeld();
    void askAboutRun();
    void askAboutLinks();
    QStringList unkeptSignIns() const; ///< the names of their accounts
    void askAboutSignIns(const QStringList &names);
    void offerToStop(QMessageBox &box, const std::function<void()> &stop);
    void goOn();
    QMessageBox *makeQuestion(const QString &title, const QString &question, const QString &explanation);

    const MainWindowParts &m_parts;
    QWidget *m_window;
    QPointer<QMessageBox> m_question;
    bool m_stopping = false; ///< links: closeWanted() follows when the one that is under way is made or not
    bool m_waiting = false;
    bool m_leaves = false; ///< what has no result yet, said so when asked
    QPointer<QMessageBox> m_impatient; ///< the question whether to
    QTimer m_patience;
    bool m_mayLoseSignIns = false; ///< said so when asked
};
