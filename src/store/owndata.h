// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantList>

/// Rows of one table, under the names of their columns.
struct OwnTable
{
    QString name;
    QStringList columns;
    QList<QVariantList> rows;
    bool whole = true; ///< false where damage kept the rest from being read
};

/// What only this computer knows of an account: the ledger of links, labels, saved filters, pins, what was seen to change,
/// and what was sent and not answered.
struct OwnData
{
    QString account; ///< whose it is: a user URI
    QDateTime made;
    QList<OwnTable> tables;
    QJsonObject settings; ///< choices and texts of the user
};

/// A file that people can read, too.
QByteArray toFile(const OwnData &data);
/// Malformed where it is no such file, Refused where it is of a newer program.
Result<OwnData> ownDataFrom(const QByteArray &file);

/// True where both files hold the same, whenever they were made.
bool holdSame(const QByteArray &oneFile, const QByteArray &otherFile);

bool isEmpty(const OwnData &data);
