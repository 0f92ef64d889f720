// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "embedpreview.h"
#include "eventtype.h"

#include <QAction>

#include <functional>
#include <optional>

class ToastHost;
struct MainWindowParts;

/// Embeds the event type that is current, or the landing page, in a web page: on Ctrl+Shift+E of its page, and on E in
/// its list. What was looked at in the browser stays there until this goes.
class EmbedAction : public QAction
{
    Q_OBJECT

public:
    /// `parts` and `toasts` outlive it; a child of `page`, to which it adds itself.
    EmbedAction(const MainWindowParts &parts, ToastHost &toasts, std::function<std::optional<EventType>()> current, QWidget *page, QWidget *list);

private:
    EmbedPreview m_preview;
};
