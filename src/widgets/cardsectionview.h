// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"

#include <QWidget>

class QGridLayout;

/// A titled part of a meeting card, below a line: values beside or under their names.
class CardSectionView : public QWidget
{
    Q_OBJECT

public:
    explicit CardSectionView(const CardSection &section, QWidget *parent = nullptr);
    const CardSection &section() const { return m_section; }

signals:
    void linkWanted(const CardLink &link);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addField(QGridLayout &grid, int row, const CardField &field);

    CardSection m_section;
};
