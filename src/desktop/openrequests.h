// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

/// What the system asks the running program to open. macOS sends the address that a browser sign-in returns to in this way,
/// where other systems start the program once more with it.
class OpenRequests : public QObject
{
    Q_OBJECT

public:
    /// Listens on the application, which has to be there.
    explicit OpenRequests(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// The same words as SingleInstance::received().
    void received(const QStringList &words);
};
