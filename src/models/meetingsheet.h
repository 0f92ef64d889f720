// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exportsetting.h"
#include "meetingsummary.h"

#include <QFont>
#include <QList>
#include <QTextDocument>

/// Meetings for paper: a list by day with times, people, answers and places. Black on white, whatever the screen is.
class MeetingSheet
{
public:
    /// `title` stands above all ("16 – 22 Nov 2026"); `font` is that of the words.
    MeetingSheet(const QString &title, const ExportSetting &setting, const QFont &font);

    /// Fills `document` anew. Days from `first` to `last` that hold nothing are named, too.
    void write(QTextDocument &document, const QList<MeetingDetails> &meetings, QDate first, QDate last) const;
    /// Fills `document` anew: `meetings` in their order, each day of theirs named.
    void writeFound(QTextDocument &document, const QList<MeetingDetails> &meetings) const;

private:
    QString m_title;
    ExportSetting m_setting;
    QFont m_font;
};
