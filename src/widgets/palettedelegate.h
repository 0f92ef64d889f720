// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

/// Paints the rows of the command palette: drawing or stripe, title with the typed words underlined, detail, keys.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTyped(const QString &text) { m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts); }
    void setHasPins(bool has) { m_hasPins = has; } ///< keeps room for the digits of pinned types
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QStringList m_words;
    bool m_hasPins = false;
};
