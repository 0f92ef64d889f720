// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchchips.h"

#include "chip.h"
#include "flowrow.h"
#include "searchwords.h"

#include <QLineEdit>

SearchChips::SearchChips(QLineEdit *search, QWidget *row, std::function<QDate()> today)
    : QObject(row), m_search(search), m_row(row), m_today(std::move(today))
{
    connect(m_search, &QLineEdit::textChanged, this, &SearchChips::present);
}

void SearchChips::present()
{
    const QDate today = m_today();
    m_parts.clear();
    const SearchQuery query = searchQueryOf(m_search->text(), today);
    for (const SearchPart &part : query.parts) {
        if (isFilter(part))
            show(part, searchPartText(part, today), false);
    }
    for (const SearchPart &part : query.notUnderstood)
        show(part, tr("Not understood: %1").arg(part.text), true);
    for (qsizetype place = m_parts.size(); place < m_chips.size(); ++place)
        m_chips.at(place)->hide();
}

void SearchChips::show(const SearchPart &part, const QString &text, bool warning)
{
    Chip *chip = chipAt(m_parts.size());
    m_parts.append(part);
    chip->setText(chip->fontMetrics().elidedText(text, Qt::ElideRight, chip->fontMetrics().averageCharWidth() * 30));
    chip->setAccessibleName(text);
    chip->setToolTip(tr("Take “%1” out of the search").arg(text).toHtmlEscaped());
    chip->setWarning(warning);
    chip->updateGeometry();
    chip->show();
}

Chip *SearchChips::chipAt(qsizetype place)
{
    if (place < m_chips.size())
        return m_chips.at(place);
    auto *chip = new Chip(m_row);
    chip->setObjectName(QStringLiteral("searchChip%1").arg(place));
    chip->setCheckable(true);
    chip->setChecked(true);
    chip->setClosable(true);
    FlowRow::append(m_row, chip);
    m_chips.append(chip);
    connect(chip, &Chip::clicked, this, [this, place, chip] {
        chip->setChecked(true); // it goes, or stands for the next filter
        m_search->setText(without(m_search->text(), m_parts.at(place)));
        m_search->setFocus(Qt::OtherFocusReason);
    });
    return chip;
}
