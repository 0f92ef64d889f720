// SPDX-License-Identifier: GPL-3.0-or-later
#include "externallinks.h"

#include <QDesktopServices>
#include <QLoggingCategory>

namespace {

bool isThisComputer(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
}

} // namespace

bool mayOpenExternally(const QUrl &url)
{
    if (!url.isValid())
        return false;
    const QString scheme = url.scheme(); // QUrl makes it lower case
    if (scheme == QLatin1String("https"))
        return !url.host().isEmpty() && url.userInfo().isEmpty();
    if (scheme == QLatin1String("http"))
        return isThisComputer(url.host()) && url.userInfo().isEmpty();
    return scheme == QLatin1String("mailto") || scheme == QLatin1String("tel");
}

QUrl calendlyMeetings()
{
    return QUrl(QStringLiteral("https://calendly.com/app/scheduled_events"));
}

bool openExternally(const QUrl &url)
{
    return mayOpenExternally(url) && handToSystem(url);
}

bool handToSystem(const QUrl &url)
{
    // Qt names the whole address in its warning, in the category of all: a sign-in's, somebody's mail address, a meeting's room.
    QLoggingCategory &category = *QLoggingCategory::defaultCategory();
    const bool warns = category.isWarningEnabled();
    category.setEnabled(QtWarningMsg, false);
    const bool started = QDesktopServices::openUrl(url);
    category.setEnabled(QtWarningMsg, warns);
    return started;
}
