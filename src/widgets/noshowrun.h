// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include <optional>

class ToastHost;
struct MainWindowParts;

/// Why a mark was not changed, as a sentence.
QString noShowFailureText(const Error &error);

/// Marks several people as not having come, or takes their marks away, and says once what came of it; goes by itself.
class NoShowRun : public QObject
{
    Q_OBJECT

public:
    /// Everything is on its way at once, so that quitting waits for all of it. `undoable`: the notice offers to take it back.
    static void send(const QList<QUrl> &invitees, bool noShow, bool undoable, const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

private:
    NoShowRun(const QList<QUrl> &invitees, bool noShow, bool undoable, const MainWindowParts &parts, ToastHost &toasts, QObject *parent);
    void start();
    void ended(const QUrl &invitee, const std::optional<Error> &problem);
    void tell();

    const QList<QUrl> m_invitees;
    const bool m_noShow;
    const bool m_undoable;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QList<QUrl> m_done;
    int m_left;
    std::optional<Error> m_problem; ///< the first
};
