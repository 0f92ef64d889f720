// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"

#include <QByteArray>
#include <QStringList>
#include <QVariantList>

/// What a meeting is in the store, as far as it can be worked out without the store: any thread may do that.
struct MeetingRecord
{
    enum class Row { New, Stored, Unknown };

    /// `sent` is what fingerprintAsSent() gives for a meeting that is as the server sent it, and empty for one that was
    /// changed here.
    MeetingRecord(const Meeting &ofMeeting, const QByteArray &sent, Row row);

    Meeting meeting;
    QVariantList values; ///< as meetingColumns() lists them
    QByteArray packedSource;
    QByteArray fingerprint; ///< tells whether anything of it differs from what is stored
    QStringList searchTexts; ///< as searchColumns() lists them while no invitees are known; empty for one that has a row
};

/// A meeting is stored as it is when its row has this fingerprint. Empty where the meeting has no resource it was read from.
/// Cheap: a look at a long list that brings nothing new is the usual one. Other versions of Qt may find another one, which
/// costs writing the meeting again and nothing else.
QByteArray fingerprintAsSent(const Meeting &meeting);
