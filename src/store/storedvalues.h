// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "place.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUrl>
#include <QVariant>

// How values look in the columns of the store.

/// Milliseconds since 1970 in UTC; NULL for a null instant.
QVariant toColumn(const QDateTime &instant);
QDateTime instantOf(const QVariant &column);

/// The encoded address; empty for an empty one.
QString toColumn(const QUrl &url);
QUrl urlOf(const QVariant &column);

/// Empty text instead of the null that SQLite would take for NULL.
QString toColumn(const QString &text);

/// A resource as the server sent it, compact, and compressed where that pays. An empty object is an empty value.
QByteArray packed(const QJsonObject &source);
QJsonObject unpacked(const QByteArray &stored);

/// A resource as the server sent it, as text: the same for the same content.
QByteArray sourceJson(const QJsonObject &source);
QByteArray packedJson(const QByteArray &json); ///< packed() of what is text already

/// Tells whether anything of a row differs, without reading the row. `json` is sourceJson() of it.
QByteArray fingerprintOf(const QVariantList &columns, const QByteArray &json);

/// Words for kinds; numbers would change their meaning when an enum grows.
QString wordFor(Place::Kind kind);
Place::Kind placeKindOf(const QString &word);
QString wordFor(EventType::Kind kind);
EventType::Kind eventTypeKindOf(const QString &word);

/// An e-mail address as it is compared: without blanks around it, in lower case.
QString foldedEmail(const QString &email);
