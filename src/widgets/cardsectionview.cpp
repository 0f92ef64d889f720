// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardsectionview.h"

#include "cardlabels.h"
#include "stylesheet.h"
#include "theme.h"
#include "valuelabel.h"

#include <QGridLayout>
#include <QPainter>
#include <QRegularExpression>

namespace {

constexpr int nameWidth = 88;

/// What a link does, for the menu of its value.
QString actOf(CardLink::Kind kind)
{
    return kind == CardLink::Kind::Mail ? CardSectionView::tr("&Write mail") : CardSectionView::tr("&Show meeting");
}

/// The server's own names, like "join_url" and "uniqueMeetingId", may break where people would leave a blank.
QString breakable(const QString &name)
{
    static const QRegularExpression boundary(QStringLiteral("(?<=_)|(?<=\\p{Ll})(?=\\p{Lu})"), QRegularExpression::UseUnicodePropertiesOption);
    return QString(name).replace(boundary, QStringLiteral("\u200b"));
}

} // namespace

CardSectionView::CardSectionView(const CardSection &section, QWidget *parent) : QWidget(parent), m_section(section)
{
    setObjectName(QStringLiteral("section_") + section.key);
    setAccessibleName(section.title);
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
        addField(*grid, row, section.fields.at(row));
    column->addLayout(grid);
}

void CardSectionView::addField(QGridLayout &grid, int row, const CardField &field)
{
    ValueLabel *value = cardValue(field.value, this);
    value->setAccessibleDescription(field.label);
    if (field.link.kind != CardLink::Kind::None) {
        value->setLink(actOf(field.link.kind));
        connect(value, &ValueLabel::linkWanted, this, [this, link = field.link] { emit linkWanted(link); });
    }
    if (field.label.isEmpty()) {
        grid.addWidget(value, row, 0, 1, 2);
        return;
    }
    QLabel *name = cardName(breakable(field.label), this);
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

void CardSectionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, themeColor(ColorRole::Line, palette()));
}
