// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

/// Where a meeting takes place (contract: schemas Location and LocationConfiguration, whose names for the same service
/// differ: "zoom" and "zoom_conference"; here both are Zoom).
struct Place
{
    enum class Kind { None, Zoom, GoogleMeet, Teams, Webex, GoToMeeting, OutboundCall, InboundCall, Physical, AskInvitee, Custom, Unknown };

    Kind kind = Kind::None;
    QString location; ///< address, phone number or text; foreign text, never markup
    QString additionalInfo;
    QUrl joinUrl; ///< only when the conference is ready (status pushed)
    QString status; ///< initiated, processing, pushed, failed or empty
    QString rawType; ///< the server's word, for kinds that we do not know
    bool operator==(const Place &) const = default;
};

/// True for kinds where people meet on a screen.
bool isConference(Place::Kind kind);

/// The URL that joining opens: an https address of the conference, tel: for a call that the host makes or takes part in
/// by phone, or nothing. Only https and tel are ever returned, whatever the server or an invitee wrote.
QUrl joinTarget(const Place &place);
