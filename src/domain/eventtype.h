// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "place.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>

/// A question that an invitee answers while booking (contract: schema CustomQuestion).
struct CustomQuestion
{
    QString name;
    QString type; ///< string, text, phone_number, single_select, multi_select
    int position = 0;
    bool enabled = true;
    bool required = false;
    QStringList answerChoices;
    bool includeOther = false;
    bool operator==(const CustomQuestion &) const = default;
};

/// A kind of meeting that can be booked (contract: schema EventType).
struct EventType
{
    enum class Kind { OneOnOne, Group, RoundRobin, Collective, MultiPool, OneOff, Poll };

    QUrl uri;
    QString name; ///< empty where the server has none
    QString slug;
    bool active = false;
    bool secret = false; ///< hidden from the owner's landing page
    bool adminManaged = false;
    bool paid = false;
    Kind kind = Kind::OneOnOne;
    QUrl schedulingUrl;
    std::chrono::minutes duration{0};
    QList<std::chrono::minutes> durationOptions; ///< empty where there is one duration only
    QString color; ///< "#rrggbb" as given; any colour
    int position = 0;
    QString descriptionPlain;
    QString internalNote;
    QString profileName; ///< whose type it is; empty where the server says nothing
    QUrl profileOwner;
    QList<CustomQuestion> customQuestions;
    QList<Place> places; ///< configured locations
    QString locale;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime deletedAt; ///< null while it exists
    QJsonObject source; ///< as the server sent it, so that what we do not know is kept
    bool operator==(const EventType &) const = default;
};

/// True when a link to this type leads somewhere: it is switched on and not deleted.
inline bool isBookable(const EventType &type)
{
    return type.active && type.deletedAt.isNull();
}
