// SPDX-License-Identifier: GPL-3.0-or-later
#include "periodbutton.h"

#include <QStyleOptionButton>

PeriodButton::PeriodButton(QWidget *parent) : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a push button's own does not let it shrink
}

void PeriodButton::present(const QString &whole, const QString &brief)
{
    if (m_whole == whole && m_brief == brief)
        return;
    m_whole = whole;
    m_brief = brief;
    setAccessibleName(whole);
    updateGeometry();
    chooseText();
}

QSize PeriodButton::sizeFor(const QString &words) const
{
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = words;
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, fontMetrics().size(Qt::TextShowMnemonic, words), this);
}

void PeriodButton::chooseText()
{
    setText(width() < sizeHint().width() ? m_brief : m_whole);
}

void PeriodButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    chooseText();
}
