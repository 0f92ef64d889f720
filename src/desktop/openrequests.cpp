// SPDX-License-Identifier: GPL-3.0-or-later
#include "openrequests.h"

#include <QCoreApplication>
#include <QFileOpenEvent>
#include <QUrl>

OpenRequests::OpenRequests(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool OpenRequests::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FileOpen)
        return QObject::eventFilter(watched, event);
    const QUrl url = static_cast<QFileOpenEvent *>(event)->url();
    // A file is nothing that Sundial opens.
    if (!url.isLocalFile())
        emit received({url.toString(QUrl::FullyEncoded)});
    return true;
}
