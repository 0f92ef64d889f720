// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paletteitem.h"

#include <QAbstractListModel>

/// The rows of the command palette.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(QList<PaletteItem> items);
    const PaletteItem &item(int row) const { return m_items.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PaletteItem> m_items;
};
