// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

/// A person with a Calendly account (contract: schema User).
struct User
{
    QUrl uri;
    QString name;
    QString email;
    QString slug;
    QString timezone; ///< IANA name as the server wrote it
    QUrl schedulingUrl; ///< landing page
    QUrl organization; ///< current organization
    QUrl avatarUrl; ///< empty where there is none
    QString locale;
    bool twentyFourHours = false; ///< time_notation; 12h where the server says nothing
    bool operator==(const User &) const = default;
};

/// One or two letters that stand for a person: "Mara Lindqvist" → "ML".
QString initialsOf(const QString &name);
