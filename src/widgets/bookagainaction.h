// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"

#include <QAction>
#include <QPointer>

#include <optional>

class ToastHost;
struct MainWindowParts;

/// Books the person of a meeting again: the same event type, zone, place and answers, so that only the time is left to
/// choose. Off where that cannot be, with the reason in its tool tip.
class BookAgainAction : public QAction
{
    Q_OBJECT

public:
    /// `parts` and `toasts` outlive it; `window` is what the open times are shown over.
    BookAgainAction(const MainWindowParts &parts, ToastHost &toasts, QWidget *window, QObject *parent);

    void setMeeting(const std::optional<MeetingDetails> &meeting);

private:
    QString whyNot() const;
    void bookAgain();

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QPointer<QWidget> m_window;
    std::optional<MeetingDetails> m_meeting;
};
