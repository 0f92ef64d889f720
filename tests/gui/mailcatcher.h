// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QUrl>

/// Stands for the mail program, as long as it is there.
class MailCatcher : public QObject
{
    Q_OBJECT

public:
    MailCatcher();
    ~MailCatcher() override;

    Q_SLOT void take(const QUrl &mail) { taken.append(mail); }
    /// A field of the last mail, decoded.
    QString field(const QString &name) const;

    QList<QUrl> taken;
};
