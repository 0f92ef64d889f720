// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

/// Column heads of a list as the agenda's: small words above the texts of their columns, not buttons.
class AgendaHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit AgendaHeader(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};
