// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancelitem.h"

#include <QHash>
#include <QObject>
#include <QUrl>
#include <QWidget>

class ToastHost;
struct MainWindowParts;

/// Tells what came of cancellations that nobody is looking at: a run whose dialog was closed, a single meeting that was
/// held first, and what was left over when the program ended.
class CancelWatch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it; dialogs open over `window`.
    CancelWatch(const MainWindowParts &parts, ToastHost &toasts, QWidget *window);

    /// What was left over, for a banner; empty where there is nothing.
    QString leftOver() const;
    void showRun();

signals:
    void changed(); ///< leftOver() differs

private:
    bool isLookedAt() const;
    void dropOldResult();
    void dropAll();
    void runEnded();
    void singleEnded(const CancelItem &item);
    void lookedAgain(const CancelItem &item);
    bool isToldInDialog(const CancelItem &item) const;
    void tell(const CancelItem &item);
    void dropNotice(const QUrl &meeting);
    void tellNotStruck();
    void askAgain(const CancelItem &item);

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QWidget *m_window;
    QHash<QUrl, int> m_notices; ///< what was last told of a meeting
    int m_resultToast = 0; ///< of the run whose results wait to be looked at, or that stopped
};
