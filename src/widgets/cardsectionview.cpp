// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardsectionview.h"

#include "cardlabels.h"
#include "stylesheet.h"
#include "theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace {

constexpr int nameWidth = 88;

void addField(QGridLayout &grid, int row, const CardField &field, QWidget *parent)
{
    QLabel *value = cardValue(field.value, parent);
    value->setAccessibleDescription(field.label);
    if (field.label.isEmpty()) {
        grid.addWidget(value, row, 0, 1, 2);
        return;
    }
    QLabel *name = cardName(field.label, parent);
    if (!field.block) {
        name->setMinimumWidth(1);
        grid.addWidget(name, row, 0, Qt::AlignTop);
        grid.addWidget(value, row, 1);
        return;
    }
    auto *pair = new QVBoxLayout;
    pair->setSpacing(0);
    pair->setContentsMargins(0, 0, 0, 6);
    pair->addWidget(name);
    pair->addWidget(value);
    grid.addLayout(pair, row, 0, 1, 2);
}

} // namespace

CardSectionView::CardSectionView(const CardSection &section, QWidget *parent) : QWidget(parent), m_section(section)
{
    setObjectName(QStringLiteral("section_") + section.key);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    column->addWidget(cardTitle(section.title, this));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, grownHeight(nameWidth, font()));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 3);
    for (int row = 0; row < section.fields.size(); ++row)
        addField(*grid, row, section.fields.at(row), this);
    column->addLayout(grid);
}

void CardSectionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, themeColor(ColorRole::Line, palette()));
}
