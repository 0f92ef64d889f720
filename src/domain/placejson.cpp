// SPDX-License-Identifier: GPL-3.0-or-later
#include "placejson.h"

#include "jsonreader.h"

#include <array>

namespace {

struct Word
{
    QLatin1String word;
    Place::Kind kind;
};

constexpr std::array words{
    Word{QLatin1String("zoom"), Place::Kind::Zoom},
    Word{QLatin1String("zoom_conference"), Place::Kind::Zoom},
    Word{QLatin1String("google_conference"), Place::Kind::GoogleMeet},
    Word{QLatin1String("microsoft_teams_conference"), Place::Kind::Teams},
    Word{QLatin1String("webex_conference"), Place::Kind::Webex},
    Word{QLatin1String("gotomeeting"), Place::Kind::GoToMeeting},
    Word{QLatin1String("gotomeeting_conference"), Place::Kind::GoToMeeting},
    Word{QLatin1String("outbound_call"), Place::Kind::OutboundCall},
    Word{QLatin1String("inbound_call"), Place::Kind::InboundCall},
    Word{QLatin1String("physical"), Place::Kind::Physical},
    Word{QLatin1String("ask_invitee"), Place::Kind::AskInvitee},
    Word{QLatin1String("custom"), Place::Kind::Custom},
};

Place::Kind kindFrom(const QString &name)
{
    for (const Word &word : words) {
        if (name == word.word)
            return word.kind;
    }
    return Place::Kind::Unknown;
}

} // namespace

Place placeFromJson(const QJsonValue &value)
{
    if (value.isString())
        return Place{.kind = Place::Kind::Unknown, .location = value.toString()};
    if (!value.isObject() || value.toObject().isEmpty())
        return {};
    const JsonReader read(value.toObject());
    Place place;
    place.rawType = read.text(QLatin1String("type"));
    if (place.rawType.isEmpty())
        place.rawType = read.text(QLatin1String("kind"));
    place.kind = kindFrom(place.rawType);
    place.location = read.text(QLatin1String("location"));
    if (place.location.isEmpty())
        place.location = read.text(QLatin1String("phone_number"));
    place.additionalInfo = read.text(QLatin1String("additional_info"));
    place.status = read.text(QLatin1String("status"));
    if (place.status.isEmpty() || place.status == QLatin1String("pushed"))
        place.joinUrl = read.uri(QLatin1String("join_url"));
    return place;
}
