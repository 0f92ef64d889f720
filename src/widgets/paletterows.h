// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paletteitem.h"

#include <QObject>

class PaletteDelegate;
class PaletteModel;
class QLineEdit;
class QListView;

/// The rows below the field of a palette: arrows and page keys choose one while the focus stays in the field.
class PaletteRows : public QObject
{
    Q_OBJECT

public:
    /// `field` and `list` belong to the palette that owns this. At most `mostRows` are seen at once.
    PaletteRows(QLineEdit *field, QListView *list, int mostRows, QObject *parent);

    /// Shows `items` with the words of `typed` underlined and chooses the first; shown again for the same words, what was chosen stays.
    /// `hasPins`: keeps room for digits.
    void present(QList<PaletteItem> items, const QString &typed, bool hasPins = false);
    bool isEmpty() const;
    int current() const; ///< row; -1 where there is none
    const PaletteItem &item(int row) const;
    /// Gives the list the height of its rows.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int rows);

    QLineEdit *m_field;
    QListView *m_list;
    PaletteModel *m_model;
    PaletteDelegate *m_delegate;
    int m_mostRows;
    QString m_typed;
};
