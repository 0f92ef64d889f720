// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <utility>

/// Reads the fields of one JSON object that may hold anything. `needed…` fields are remembered when they are missing
/// or wrong, and finish() then fails with the name of the first; every other field falls back to the empty value.
class JsonReader
{
public:
    explicit JsonReader(QJsonObject json);

    QUrl neededUri(QLatin1String name);
    QDateTime neededInstant(QLatin1String name);

    /// Text; a number becomes its digits, since some servers write identifiers as numbers.
    QString text(QLatin1String name) const;
    /// An absolute http or https address without user info; empty for anything else.
    QUrl uri(QLatin1String name) const;
    /// UTC; null for anything that is not an instant with a zone.
    QDateTime instant(QLatin1String name) const;
    bool flag(QLatin1String name, bool fallback = false) const;
    /// A whole number, also one written as text or as 3.0; fractions are cut.
    int whole(QLatin1String name, int fallback = 0) const;
    std::chrono::minutes minutes(QLatin1String name) const;
    QStringList texts(QLatin1String name) const;
    QJsonObject object(QLatin1String name) const;
    QList<QJsonObject> objects(QLatin1String name) const;
    QJsonArray array(QLatin1String name) const;

    template <typename T> Result<T> finish(T value) const
    {
        if (!m_failed.isEmpty())
            return Unexpected(failure());
        return value;
    }

private:
    Error failure() const;
    void miss(QLatin1String name);

    QJsonObject m_json;
    QString m_failed;
};

/// A whole number from a JSON value as JsonReader::whole() reads it.
int wholeFrom(const QJsonValue &value, int fallback);

/// An error that names the field which could not be read.
Error fieldError(const QString &name);
