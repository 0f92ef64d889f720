// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"

#include <QWidget>

/// The people of a meeting card, each with initials, address and a badge.
class CardPeopleView : public QWidget
{
    Q_OBJECT

public:
    CardPeopleView(const QList<CardPerson> &people, bool loading, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};
