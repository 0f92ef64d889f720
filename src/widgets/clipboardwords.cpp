// SPDX-License-Identifier: GPL-3.0-or-later
#include "clipboardwords.h"

#include "linkservice.h"
#include "linktext.h"
#include "plaintext.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace {

constexpr int rememberedLinks = 50;

// The contexts of translations are functions here, as there is no class.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClipboardWords)
};

} // namespace

QString clipboardSentence(const LinkService &links)
{
    const QString held = QGuiApplication::clipboard()->text();
    LinkQuery recent;
    recent.limit = rememberedLinks;
    const Result<QList<LinkEntry>> entries = links.entries(recent);
    for (const LinkEntry &entry : entries ? *entries : QList<LinkEntry>()) {
        if (!held.isEmpty() && held == entry.link.bookingUrl.toString(QUrl::FullyEncoded))
            return entry.link.label.isEmpty() ? Words::tr("Your clipboard still holds an older link.")
                                              : Words::tr("Your clipboard still holds the older link for %1.").arg(isolated(linkTitle(entry)));
    }
    return Words::tr("Your clipboard is as it was.");
}
