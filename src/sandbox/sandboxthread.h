// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandboxserver.h"

#include <QThread>

/// Runs a sandbox in a thread of its own, so that whoever uses it never waits for it.
class SandboxThread : public QObject
{
    Q_OBJECT
public:
    explicit SandboxThread(SandboxOptions options = {}, QObject *parent = nullptr);
    /// Stops the thread; this takes no longer than the answer that is being given.
    ~SandboxThread() override;

    void start();

signals:
    /// It answers now: the base of API, sign-in and public pages, and a token of the demo person.
    void ready(const QUrl &apiUrl, const QString &token);
    void failed(const QString &reason);

private:
    SandboxOptions m_options;
    QThread m_thread;
};
