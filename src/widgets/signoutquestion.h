// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

class QMessageBox;
struct MainWindowParts;

/// Asks before the account is signed out, and says what is being canceled meanwhile: a run is stopped first, and the
/// outcome of the request that is under way is waited for.
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
    bool isSending() const;
    void confirmed();
    void goOn();
    void ended(const Result<Done> &done);

    const MainWindowParts &m_parts;
    QWidget *m_window;
    QPointer<QMessageBox> m_box;
    bool m_isConfirmed = false; ///< it signs out as soon as nothing is being sent
};
