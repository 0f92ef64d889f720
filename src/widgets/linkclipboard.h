// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

/// What a link is on the clipboard.
enum class LinkForm {
    Address, ///< https://…
    Markdown, ///< [30 min intro](https://…)
    Named, ///< the address for plain text, the name as a link for all else
};

/// Puts `link` on the clipboard; `title` may be foreign text.
void copyLinkAs(LinkForm form, const QUrl &link, const QString &title);
