// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "savedfilter.h"

#include <QList>

/// The filters that an account's user saved, each under a name of its own.
class SavedFilterTable
{
public:
    explicit SavedFilterTable(Database &database);

    QList<SavedFilter> filters() const; ///< in order of their names
    /// In place of what had the same name.
    Result<Done> save(const SavedFilter &filter);
    /// What had the name `to` goes.
    Result<Done> rename(const QString &from, const QString &to);
    Result<Done> remove(const QString &name);

private:
    Database &m_database;
};
