// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingrecord.h"

#include "meetingrows.h"
#include "searchdocument.h"
#include "storedvalues.h"

namespace {

/// To be raised when more, or something else, is read from a resource, so that it is stored anew.
constexpr size_t reading = 1;

} // namespace

QByteArray fingerprintAsSent(const Meeting &meeting)
{
    if (meeting.source.isEmpty())
        return {};
    const size_t hash = qHash(meeting.source, reading);
    return {reinterpret_cast<const char *>(&hash), sizeof hash};
}

MeetingRecord::MeetingRecord(const Meeting &ofMeeting, const QByteArray &sent, Row row)
    : meeting(ofMeeting)
    , values(valuesOf(ofMeeting))
    , fingerprint(sent)
{
    const QByteArray json = sourceJson(meeting.source);
    packedSource = packedJson(json);
    if (fingerprint.isEmpty())
        fingerprint = fingerprintOf(values + QVariantList{toColumn(meeting.eventType), toColumn(meeting.notesPlain)}, json);
    if (row != Row::Stored)
        searchTexts = searchValues(meeting, {});
}
