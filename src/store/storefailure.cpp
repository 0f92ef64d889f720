// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefailure.h"

#include <QSqlError>

namespace {

// SQLite's primary result codes (sqlite3.h), which the driver gives as text, extended by higher bits.
enum class Code {
    Busy = 5,
    Locked = 6,
    NoMemory = 7,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

Code codeOf(const QSqlError &error)
{
    return static_cast<Code>(error.nativeErrorCode().toInt() & 0xff);
}

} // namespace

bool meansSearchDamage(const QSqlError &error)
{
    return error.nativeErrorCode() == QLatin1String("267"); // SQLITE_CORRUPT_VTAB
}

bool meansDamage(const QSqlError &error)
{
    return !meansSearchDamage(error) && (codeOf(error) == Code::Corrupt || codeOf(error) == Code::NotADatabase);
}

bool mayPass(const QSqlError &error)
{
    switch (codeOf(error)) {
    case Code::Busy:
    case Code::Locked:
    case Code::NoMemory:
    case Code::ReadOnly:
    case Code::InputOutput:
    case Code::Full:
    case Code::CannotOpen:
        return true;
    default:
        return false;
    }
}

Error storeFailure(const QSqlError &error)
{
    if (meansDamage(error))
        return storageError(QStringLiteral("The store is damaged"));
    if (meansSearchDamage(error))
        return storageError(QStringLiteral("The search index is damaged"));
    switch (codeOf(error)) {
    case Code::Full:
        return storageError(QStringLiteral("The disk is full"));
    case Code::Busy:
    case Code::Locked:
        return storageError(QStringLiteral("Another program is using the store"));
    case Code::ReadOnly:
        return storageError(QStringLiteral("The store cannot be written"));
    case Code::InputOutput:
    case Code::CannotOpen:
        return storageError(QStringLiteral("The disk refused to read or write the store"));
    default: // the code alone: SQLite's words may quote what was stored
        return storageError(QStringLiteral("The store failed (code %1)").arg(error.nativeErrorCode()));
    }
}

Error storageError(const QString &message)
{
    return Error{.kind = Error::Kind::Storage, .message = message};
}
