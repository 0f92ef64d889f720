// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

/// Calendly refuses longer reasons.
constexpr qsizetype longestCancelReason = 10000;

/// Stands in a reason for a link that is still to be made. Nobody can type it.
constexpr QChar linkMark(0xFFFC);

/// What the fields of a reason stand for in one meeting.
struct ReasonFields
{
    QString name; ///< {name}
    QString event; ///< {event}
    QString link; ///< {rebook link}; may be linkMark
};

/// Where a field stands in a text.
struct ReasonPiece
{
    qsizetype from = 0;
    qsizetype length = 0;
    QString field; ///< "name", "event", "rebook link"
};
QList<ReasonPiece> reasonPieces(const QString &text);

/// "{nmae}": what looks like a field and is none, each once.
QStringList unknownFields(const QString &text);

/// `text` with its fields filled, in one go: what comes in is never taken for a field. Unknown fields stay as they are; of
/// the link, where there is none, the sentence around it goes.
QString reasonFor(const QString &text, const ReasonFields &fields);

bool asksForLink(const QString &text); ///< {rebook link} stands in it

/// `reason` with its linkMark replaced; an empty link takes the sentence around it along.
QString withLink(QString reason, const QUrl &link);
