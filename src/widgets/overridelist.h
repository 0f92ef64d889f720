// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload.h"

#include <QWidget>

class QGridLayout;

/// Dates whose hours differ from the usual, each with its hours and what that means.
class OverrideList : public QWidget
{
    Q_OBJECT

public:
    explicit OverrideList(QWidget *parent = nullptr);
    void present(const QList<DateOverride> &overrides, QDate today);

private:
    void addRow(int row, const DateOverride &override, QDate today);

    QGridLayout *m_grid = nullptr;
};
