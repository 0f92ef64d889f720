// SPDX-License-Identifier: GPL-3.0-or-later
#include "copynotice.h"

#include "deadlinkcheck.h"

namespace {

/// One for all that is copied in a window, since it knows what was looked up a moment ago.
DeadLinkCheck &checkOf(const MainWindowParts &parts, ToastHost &toasts)
{
    auto *check = toasts.findChild<DeadLinkCheck *>(QString(), Qt::FindDirectChildrenOnly);
    return check ? *check : *new DeadLinkCheck(parts, &toasts);
}

} // namespace

void tellCopied(const MainWindowParts &parts, ToastHost &toasts, const std::optional<EventType> &type, Toast toast, bool ownTimes)
{
    const QString reason = type ? DeadLinkCheck::reason(*type) : QString();
    if (!reason.isEmpty()) {
        toast.kind = Toast::Kind::Warning;
        toast.text += QStringLiteral(" · ") + reason;
    }
    toasts.show(toast);
    if (!type || ownTimes)
        return;
    checkOf(parts, toasts).lookForTimes(*type, [&toasts](const QString &sentence) {
        if (!sentence.isEmpty())
            toasts.show({.kind = Toast::Kind::Warning, .text = sentence});
    });
}
