// SPDX-License-Identifier: GPL-3.0-or-later
#include "showinfolder.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

void showInFolder(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    const QUrl folder = QUrl::fromLocalFile(QFileInfo(path).absolutePath());
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QDesktopServices::openUrl(folder);
        return;
    }
    QDBusMessage show = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
                                                       QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    show << QStringList{QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)} << QString();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(show), qGuiApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, qGuiApp, [folder](QDBusPendingCallWatcher *answered) {
        if (QDBusPendingReply<>(*answered).isError())
            QDesktopServices::openUrl(folder);
        answered->deleteLater();
    });
}
