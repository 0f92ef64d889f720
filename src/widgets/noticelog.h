// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "toasthost.h"

#include <QDateTime>
#include <QObject>

struct MainWindowParts;

/// The notices of a window, to be read again once they went. Nothing of it is written to the disk, and another account
/// begins with none.
class NoticeLog : public QObject
{
    Q_OBJECT

public:
    struct Notice
    {
        QDateTime when; ///< UTC
        QString text; ///< plain text
        bool isTrouble = false; ///< a warning or a failure
    };

    /// Both outlive it.
    NoticeLog(const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

    QList<Notice> notices() const { return m_notices; } ///< the newest first, fifty at most
    void open(QWidget *parent) const; ///< shows them in a dialog that deletes itself

signals:
    void changed();

private:
    void note(const Toast &toast);

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QList<Notice> m_notices;
};
