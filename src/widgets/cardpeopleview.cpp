// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardpeopleview.h"

#include "badge.h"
#include "cardlabels.h"
#include "personmark.h"
#include "theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace {

QLayout *personRow(const CardPerson &person, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new PersonMark(person.initials, parent), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    if (!person.name.isEmpty()) {
        QLabel *name = cardValue(person.name, parent);
        name->setProperty("strong", true);
        words->addWidget(name);
    }
    words->addWidget(cardValue(person.email, parent, QStringLiteral("small"), QStringLiteral("text2")));
    row->addLayout(words, 1);
    if (!person.badge.isEmpty()) {
        auto *badge = new Badge(parent);
        badge->present(person.badgeIcon, person.badge, BadgeTone::Neutral);
        row->addWidget(badge, 0, Qt::AlignVCenter);
    }
    return row;
}

} // namespace

CardPeopleView::CardPeopleView(const QList<CardPerson> &people, bool loading, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("people"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 13, 16, 12);
    column->setSpacing(8);
    for (const CardPerson &person : people) {
        column->addLayout(personRow(person, this));
        if (!person.remark.isEmpty())
            column->addWidget(cardValue(person.remark, this, QStringLiteral("small"), QStringLiteral("text2")));
    }
    if (people.isEmpty())
        column->addWidget(cardName(loading ? tr("Reading who is invited…") : tr("Nobody is invited."), this));
}

void CardPeopleView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, themeColor(ColorRole::Line, palette()));
}
