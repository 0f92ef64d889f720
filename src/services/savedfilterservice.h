// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"
#include "savedfilter.h"

#include <QList>
#include <QObject>

class SavedFilterTable;

/// The filters that the account's user saved.
class SavedFilterService : public QObject
{
    Q_OBJECT

public:
    explicit SavedFilterService(SavedFilterTable &table, QObject *parent = nullptr);

    QList<SavedFilter> filters() const; ///< in order of their names
    /// In place of what had the same name.
    Result<Done> save(const SavedFilter &filter);
    /// What had the name `to` goes.
    Result<Done> rename(const QString &from, const QString &to);
    Result<Done> remove(const QString &name);

private:
    SavedFilterTable &m_table;
};
