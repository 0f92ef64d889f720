// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "application.h"
#include "windowfixture.h"

#include <QUrlQuery>

/// The whole program before somebody who signs in with a browser, which is kept from opening; and a local Calendly.
class SignInFixture : public QObject
{
    Q_OBJECT

public:
    SignInFixture();
    ~SignInFixture() override;

    /// Starts the program on the local Calendly, or with another server for signing in.
    bool open(const QUrl &authUrl = {}, const QUrl &redirectUri = {});
    /// Chooses the browser on the welcome page, and waits until it would show the page of an attempt.
    bool startInBrowser();

    WindowHands hands() const { return WindowHands(*m_application->window()); }
    Application &application() const { return *m_application; }
    AccountService &account() const { return m_application->composition()->account(); }
    bool listShows(const QString &part) const;
    int sent(const QString &where) { return static_cast<int>(calendly->requests(where).size()); }

    /// What the page opened last was asked for.
    QString asked(const char *name) const { return QUrlQuery(opened.last()).queryItemValue(QLatin1String(name), QUrl::FullyDecoded); }
    /// Where the browser is led after the page opened last has answered with `query`.
    QString answer(const QString &query) const { return asked("redirect_uri") + QLatin1Char('?') + query; }

    TestClock clock;
    LocalCalendly calendly;
    LastingVault *vault = nullptr; ///< of the running program
    QTemporaryDir folder;
    QList<QUrl> opened; ///< what the browser would have shown

public slots:
    void openInBrowser(const QUrl &url) { opened.append(url); }

private:
    Profile m_profile;
    std::unique_ptr<Application> m_application;
};
