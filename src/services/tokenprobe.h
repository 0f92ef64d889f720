// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountservice.h"
#include "clock.h"
#include "organizationapi.h"
#include "restclient.h"

#include <QObject>

/// Finds out whose a token is and what it allows, with requests that carry this token only and change nothing.
class TokenProbe : public QObject
{
    Q_OBJECT

public:
    TokenProbe(const QUrl &apiUrl, QByteArray token, const Clock &clock, QObject *parent = nullptr);

    /// Whose it is: one try.
    void identify(std::function<void(const Result<User> &)> then);
    enum class Extent {
        Everyday, ///< what everyday work takes
        Whole, ///< and what only some roles and plans have a use for
    };
    /// Whose it is and what it allows; found() follows once.
    void start(Extent extent = Extent::Everyday);
    QByteArray token() const { return m_token; }

signals:
    void found(const Result<CheckedToken> &checked);

private:
    void askOrganization();
    void askPermissions();
    void askFurtherPermissions();
    void cannotTry(const QString &scope); ///< writing cannot be tried without writing
    void ask(const QString &scope, const QString &path, const QUrlQuery &query);
    void answered();

    QByteArray m_token;
    RestClient m_client;
    OrganizationApi m_organization;
    CheckedToken m_checked;
    int m_open = 0; ///< requests without an answer
};
