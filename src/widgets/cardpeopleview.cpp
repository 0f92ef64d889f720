// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardpeopleview.h"

#include "badge.h"
#include "cardlabels.h"
#include "keybutton.h"
#include "personmark.h"
#include "plaintext.h"
#include "theme.h"
#include "valuelabel.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

CardPeopleView::CardPeopleView(const QList<CardPerson> &people, bool loading, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("people"));
    setAccessibleName(tr("People"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 13, 16, 12);
    column->setSpacing(8);
    for (const CardPerson &person : people) {
        column->addLayout(personRow(person));
        if (!person.remark.isEmpty())
            column->addWidget(cardValue(person.remark, this, QStringLiteral("small"), QStringLiteral("text2")));
    }
    if (people.isEmpty())
        column->addWidget(cardName(loading ? tr("Reading who is invited…") : tr("Nobody is invited."), this));
}

QLayout *CardPeopleView::personRow(const CardPerson &person)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new PersonMark(person.initials, this), 0, Qt::AlignTop);
    QLabel *name = nullptr; // comes first for Tab as well
    if (!person.name.isEmpty()) {
        name = cardValue(person.name, this);
        name->setProperty("strong", true);
        // One that runs the other way stays beside its mark.
        name->setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter) | Qt::AlignAbsolute);
    }
    ValueLabel *email = cardValue(person.email, this, QStringLiteral("small"), QStringLiteral("text2"));
    if (const CardLink mail = mailLink(person.email); mail.kind != CardLink::Kind::None) {
        email->setLink(tr("&Write mail"));
        connect(email, &ValueLabel::linkWanted, this, [this, mail] { emit linkWanted(mail); });
    }
    // Addresses are long and have no place to break, so that they get the whole width.
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    words->addLayout(first);
    first->addWidget(name ? name : static_cast<QLabel *>(email), 1);
    if (name)
        words->addWidget(email);
    if (!person.badge.isEmpty()) {
        auto *badge = new Badge(this);
        badge->present(person.badgeIcon, person.badge, BadgeTone::Neutral);
        first->addWidget(badge, 0, Qt::AlignVCenter);
    }
    if (person.noShow != CardPerson::NoShow::Impossible)
        first->addWidget(noShowButton(person), 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    return row;
}

QWidget *CardPeopleView::noShowButton(const CardPerson &person)
{
    const QString who = isolated(person.name.isEmpty() ? person.email : person.name);
    const QString what = person.noShow == CardPerson::NoShow::Held     ? tr("Nothing is sent yet: leave the no-show mark of %1 as it was").arg(who)
                         : person.noShow == CardPerson::NoShow::Marked ? tr("Remove the no-show mark of %1").arg(who)
                                                                       : tr("Mark %1 as no-show").arg(who);
    auto *button = new KeyButton(this);
    button->setObjectName(QStringLiteral("noShowToggle"));
    button->setProperty("look", QStringLiteral("ghost"));
    button->setIconName(person.noShow == CardPerson::NoShow::Possible ? QStringLiteral("no-show") : QStringLiteral("take-back"));
    button->setToolTip(what.toHtmlEscaped());
    button->setAccessibleName(what);
    connect(button, &QPushButton::clicked, this, [this, invitee = person.invitee] { emit noShowToggled(invitee); });
    m_toggles.insert(person.invitee, button);
    return button;
}

QUrl CardPeopleView::focusedToggle() const
{
    for (auto toggle = m_toggles.cbegin(); toggle != m_toggles.cend(); ++toggle) {
        if (toggle.value()->hasFocus())
            return toggle.key();
    }
    return {};
}

void CardPeopleView::focusToggle(const QUrl &invitee)
{
    if (QWidget *toggle = m_toggles.value(invitee))
        toggle->setFocus(Qt::OtherFocusReason);
}

void CardPeopleView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, themeColor(ColorRole::Line, palette()));
}
