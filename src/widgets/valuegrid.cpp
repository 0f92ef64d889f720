// SPDX-License-Identifier: GPL-3.0-or-later
#include "valuegrid.h"

#include <QGridLayout>
#include <QLabel>

namespace {

QLabel *label(const QString &text, const QString &tone, const QString &size, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setText(text);
    made->setWordWrap(true);
    made->setProperty("textSize", size);
    if (!tone.isEmpty())
        made->setProperty("tone", tone);
    return made;
}

}

ValueGrid::ValueGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 5);
}

void ValueGrid::add(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    QLabel *nameLabel = label(name, QStringLiteral("text2"), QStringLiteral("small"), this);
    QLabel *valueLabel = label(value, {}, {}, this);
    valueLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    valueLabel->setAccessibleDescription(name);
    nameLabel->setBuddy(valueLabel);
    m_grid->addWidget(nameLabel, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(valueLabel, m_rows, 1, Qt::AlignTop);
    ++m_rows;
}

void ValueGrid::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}
