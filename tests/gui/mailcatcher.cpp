// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailcatcher.h"

#include <QDesktopServices>
#include <QUrlQuery>

MailCatcher::MailCatcher()
{
    QDesktopServices::setUrlHandler(QStringLiteral("mailto"), this, "take");
}

MailCatcher::~MailCatcher()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("mailto"));
}

QString MailCatcher::field(const QString &name) const
{
    return taken.isEmpty() ? QString() : QUrlQuery(taken.last()).queryItemValue(name, QUrl::FullyDecoded);
}
