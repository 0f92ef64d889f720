// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

class QMessageBox;
struct MainWindowParts;

/// Asks before the account is signed out, and says what was confirmed in it and is not done: a run of cancellations or of
/// links is stopped first, and the outcome of what is under way is waited for. Where that is not a cancellation of a run, it is
/// asked again once it is known, so that nobody is signed out over news that they have not seen.
class SignOutQuestion : public QObject
{
    Q_OBJECT

public:
    /// `parts` outlives it.
    SignOutQuestion(const MainWindowParts &parts, QWidget *window);

    void ask();

private:
    void present();
    QStringList underWay() const;
    QStringList pending() const;
    QString unknownBookings() const;
    bool isCanceling() const;
    bool isMakingLinks() const;
    bool isSending() const;
    void confirmed();
    void goOn();
    void ended(const Result<Done> &done);

    const MainWindowParts &m_parts;
    QWidget *m_window;
    QPointer<QMessageBox> m_box;
    bool m_isConfirmed = false; ///< it signs out as soon as nothing is being sent
    bool m_asksAgain = false; ///< or asks, since the user is to see what came of it
};
