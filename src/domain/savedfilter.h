// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

/// A filter under a name that the user gave it. What it filters by is the business of the page that made it.
struct SavedFilter
{
    QString name;
    QJsonObject filter;
    bool operator==(const SavedFilter &) const = default;
};
