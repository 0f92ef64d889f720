// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingrecord.h"

#include "meetingrows.h"
#include "searchdocument.h"
#include "storedvalues.h"

MeetingRecord::MeetingRecord(const Meeting &ofMeeting, Detail detail)
    : meeting(ofMeeting)
    , values(valuesOf(ofMeeting))
    , json(sourceJson(ofMeeting.source))
    , fingerprint(fingerprintOf(values + QVariantList{toColumn(ofMeeting.eventType), toColumn(ofMeeting.notesPlain)}, json))
{
    if (detail == Detail::ToCompare)
        return;
    m_packed = packedJson(json);
    m_texts = searchValues(meeting, {});
}

QByteArray MeetingRecord::packedSource() const
{
    return m_packed.isEmpty() ? packedJson(json) : m_packed;
}

QStringList MeetingRecord::searchTexts() const
{
    return m_texts.isEmpty() ? searchValues(meeting, {}) : m_texts;
}
