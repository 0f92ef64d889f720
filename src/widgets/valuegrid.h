// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

/// Names and values in two columns; every value is plain text that can be selected and copied.
class ValueGrid : public QWidget
{
    Q_OBJECT

public:
    explicit ValueGrid(QWidget *parent = nullptr);

    /// Adds a row; nothing where `value` is empty. Long values wrap.
    void add(const QString &name, const QString &value);
    void clear();
    bool isEmpty() const { return m_rows == 0; }

private:
    QGridLayout *m_grid = nullptr;
    int m_rows = 0;
};
