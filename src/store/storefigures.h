// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>

class Database;

/// How big a store is, without what is in it.
struct StoreFigures
{
    qint64 bytes = 0; ///< of the file and its log
    QString sqliteVersion; ///< empty where no store is open
    QList<QPair<QString, qint64>> rows; ///< of each table; those inside of the search index are left out
};

StoreFigures storeFigures(Database &database);
