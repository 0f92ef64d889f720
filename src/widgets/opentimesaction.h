// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"

#include <QAction>

#include <functional>
#include <optional>

class ToastHost;
struct MainWindowParts;

/// Shows the open times of the event type that is current, to share them (Ctrl+Shift+S on its page, S in its list) or to book
/// one of them (Ctrl+B, B).
class OpenTimesAction : public QAction
{
    Q_OBJECT

public:
    enum class Purpose { Share, Book };

    /// `parts` and `toasts` outlive it; a child of `page`, to which it adds itself.
    OpenTimesAction(const MainWindowParts &parts, ToastHost &toasts, std::function<std::optional<EventType>()> current, QWidget *page, QWidget *list,
                    Purpose purpose);
};
