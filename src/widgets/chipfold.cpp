// SPDX-License-Identifier: GPL-3.0-or-later
#include "chipfold.h"

#include "chip.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

ChipFold::ChipFold(QWidget *row, Chip *more) : QObject(row), m_row(row), m_more(more)
{
    row->installEventFilter(this);
}

void ChipFold::setChips(const QList<Chip *> &chips)
{
    m_chips = chips;
    m_wanted = chips;
    fold();
}

void ChipFold::setWanted(Chip *chip, bool wanted)
{
    m_wanted.removeAll(chip);
    if (wanted)
        m_wanted.append(chip);
    fold();
}

/// What may give way stands while it is on.
bool ChipFold::stands(Chip *chip, bool folded) const
{
    if (chip == m_more)
        return folded;
    if (m_chips.contains(chip))
        return m_wanted.contains(chip) && (!folded || chip->isChecked());
    return !chip->isHidden();
}

/// Whether they are folded now makes no difference.
int ChipFold::widthOf(bool folded) const
{
    const QLayout *row = m_row->layout();
    int width = 0;
    for (int number = 0; number < row->count(); ++number) {
        auto *chip = qobject_cast<Chip *>(row->itemAt(number)->widget());
        if (chip && stands(chip, folded))
            width += chip->sizeHint().width() + (width > 0 ? row->spacing() : 0);
    }
    return width;
}

int ChipFold::leastWidth() const
{
    return std::min(widthOf(false), widthOf(true));
}

void ChipFold::fold()
{
    const bool folded = widthOf(false) > m_row->width();
    for (Chip *chip : std::as_const(m_chips))
        chip->setVisible(stands(chip, folded));
    m_more->setVisible(folded);
}

bool ChipFold::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_row && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        fold();
    return QObject::eventFilter(watched, event);
}
