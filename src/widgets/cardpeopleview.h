// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"

#include <QHash>
#include <QUrl>
#include <QWidget>

class QLayout;

/// The people of a meeting card, each with initials, address, a badge, and a button for those who did not come.
class CardPeopleView : public QWidget
{
    Q_OBJECT

public:
    CardPeopleView(const QList<CardPerson> &people, bool loading, QWidget *parent = nullptr);

    QUrl focusedToggle() const; ///< the invitee whose no-show button has the focus; empty where none has
    void focusToggle(const QUrl &invitee); ///< gives it to theirs, where there is one

signals:
    void linkWanted(const CardLink &link);
    void noShowToggled(const QUrl &invitee);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLayout *personRow(const CardPerson &person);
    QWidget *noShowButton(const CardPerson &person);

    QHash<QUrl, QWidget *> m_toggles; ///< by invitee
};
