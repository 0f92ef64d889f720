// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>

/// Some members of an organization under a name (contract: schema Group).
struct MemberGroup
{
    QUrl uri;
    QString name; ///< foreign text, never markup
    bool operator==(const MemberGroup &) const = default;
};

Result<MemberGroup> memberGroupFromJson(const QJsonObject &json);
