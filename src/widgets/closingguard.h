// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QMessageBox;
struct MainWindowParts;

/// Asks before the window closes over something that was confirmed and is not sent yet.
class ClosingGuard : public QObject
{
    Q_OBJECT

public:
    /// `parts` outlives it.
    ClosingGuard(const MainWindowParts &parts, QWidget *window);

    /// False where a question is asked first; then closeWanted() may follow. Another account that is not done is shown, and
    /// its window closes in the place of this one.
    bool mayClose();

signals:
    void closeWanted();

private:
    void askAboutHeld();
    void askAboutRun();
    QMessageBox *makeQuestion(const QString &title, const QString &question, const QString &explanation);

    const MainWindowParts &m_parts;
    QWidget *m_window;
    QPointer<QMessageBox> m_question;
};
