// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

/// How a booking page stands in somebody's own web page.
struct EmbedOptions
{
    enum class Kind {
        Inline, ///< in the page
        PopupText, ///< over the page, from a link in its text
        PopupWidget, ///< over the page, from a button that floats in its corner
    };

    Kind kind = Kind::Inline;
    QUrl link; ///< with the parameters of its look
    QString text; ///< of the link or button; any text
    int height = 700; ///< pixels, inline
    QString buttonColor; ///< six digits; empty: Calendly's
    QString buttonTextColor;
    bool operator==(const EmbedOptions &) const = default;
};

/// HTML to paste into a page. Whatever text and link hold, they stay text and link.
QString embedSnippet(const EmbedOptions &options);

/// A whole page around the snippet, to look at. `title` and `words` are foreign text.
QByteArray embedPage(const EmbedOptions &options, const QString &title, const QString &words);
