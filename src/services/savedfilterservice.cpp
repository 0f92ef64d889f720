// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedfilterservice.h"

#include "savedfiltertable.h"

SavedFilterService::SavedFilterService(SavedFilterTable &table, QObject *parent)
    : QObject(parent)
    , m_table(table)
{
}

QList<SavedFilter> SavedFilterService::filters() const
{
    return m_table.filters();
}

Result<Done> SavedFilterService::save(const SavedFilter &filter)
{
    return m_table.save(filter);
}

Result<Done> SavedFilterService::rename(const QString &from, const QString &to)
{
    return m_table.rename(from, to);
}

Result<Done> SavedFilterService::remove(const QString &name)
{
    return m_table.remove(name);
}
