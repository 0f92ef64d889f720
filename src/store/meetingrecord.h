// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meeting.h"

#include <QByteArray>
#include <QStringList>
#include <QVariantList>

/// What a meeting is in the store, as far as it can be worked out without the store: any thread may do that.
struct MeetingRecord
{
    /// What only a meeting that differs from its row needs, so that a known one is spared it until then.
    enum class Detail { ToCompare, ToInsert };

    MeetingRecord(const Meeting &ofMeeting, Detail detail);
    QByteArray packedSource() const;
    QStringList searchTexts() const; ///< as searchColumns() lists them, while no invitees are known

    Meeting meeting;
    QVariantList values; ///< as meetingColumns() lists them
    QByteArray json;
    QByteArray fingerprint; ///< of all that is stored of it

private:
    QByteArray m_packed;
    QStringList m_texts;
};
