// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "availability.h"
#include "eventtype.h"
#include "invitee.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/// What is filled in to book a time for somebody (contract: schema InviteeCreate).
struct BookingDraft
{
    QUrl eventType;
    QDateTime start;
    QString name; ///< or the first name, where there is a last name
    QString lastName;
    QString email;
    QString timezone; ///< IANA name
    QString textReminderNumber; ///< "+49 …", as it was typed; may be empty
    QString placeKind; ///< Calendly's word; empty where none is chosen
    QString placeText;
    QList<QuestionAnswer> answers; ///< those that were given
    QStringList guests;
    Tracking tracking;
    bool operator==(const BookingDraft &) const = default;
};

constexpr int mostGuests = 10;

/// What is wrong with a draft, before anything is sent; as the booking page on the web would say it.
struct BookingFault
{
    enum class Field { Name, Email, Zone, Phone, Place, PlaceText, Answer, Guests };
    enum class Kind { Missing, NotAnAddress, NotANumber, TooMany };

    Field field = Field::Name;
    Kind kind = Kind::Missing;
    int question = 0; ///< position, with Answer
    bool operator==(const BookingFault &) const = default;
};

/// In the order of the form.
QList<BookingFault> faultsOf(const BookingDraft &draft, const EventType &type);

/// The places one can choose from; none where Calendly takes the host's or the type has no place.
QList<Place> bookablePlaces(const EventType &type);
/// The person who books says where, or which number to call.
bool asksForPlace(const Place &place);
/// Questions that are asked, by position.
QList<CustomQuestion> askedQuestions(const EventType &type);

/// As the API wants it: what is empty is left out, tracking has all of its keys or none, and numbers to call are in the form of
/// E.164.
QJsonObject toJson(const BookingDraft &draft);

/// Up to `count` of `times` that are next to `wanted`, in order of time.
QList<OpenTime> nearestTimes(QList<OpenTime> times, const QDateTime &wanted, int count);

bool isEmailAddress(const QString &text);
