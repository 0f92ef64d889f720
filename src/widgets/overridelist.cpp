// SPDX-License-Identifier: GPL-3.0-or-later
#include "overridelist.h"

#include "badge.h"
#include "format.h"
#include "weekbars.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace {

QString datesText(const DateOverride &override, QDate today)
{
    if (override.first == override.last)
        return shortDateText(override.first, today);
    const bool sameMonth = override.first.month() == override.last.month() && override.first.year() == override.last.year();
    const QString first = sameMonth ? QLocale().toString(override.first.day()) : plainDateText(override.first, today);
    //: From one date to another: "28 – 31 Dec".
    return OverrideList::tr("%1 – %2").arg(first, plainDateText(override.last, today));
}

void presentKind(Badge &badge, DateOverride::Kind kind)
{
    switch (kind) {
    case DateOverride::Kind::Closed:
        badge.present(QStringLiteral("canceled"), OverrideList::tr("Closed"), BadgeTone::Neutral);
        return;
    case DateOverride::Kind::Shorter:
        badge.present(QStringLiteral("edit"), OverrideList::tr("Shorter"), BadgeTone::Brass);
        return;
    case DateOverride::Kind::Extra:
        badge.present(QStringLiteral("edit"), OverrideList::tr("Extra hours"), BadgeTone::Accent);
        return;
    case DateOverride::Kind::Different:
        badge.present(QStringLiteral("edit"), OverrideList::tr("Other hours"), BadgeTone::Info);
        return;
    }
}

QLabel *plainLabel(const QString &text, const char *tone, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setProperty("tone", QLatin1String(tone));
    return label;
}

}

OverrideList::OverrideList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
}

void OverrideList::present(const QList<DateOverride> &overrides, QDate today)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (overrides.isEmpty())
        m_grid->addWidget(plainLabel(tr("None in the next 6 weeks. The usual hours hold."), "text2", this), 0, 0, 1, 3);
    for (int row = 0; row < overrides.size(); ++row)
        addRow(row, overrides.at(row), today);
}

void OverrideList::addRow(int row, const DateOverride &override, QDate today)
{
    const QString hours = override.intervals.isEmpty() ? tr("All day") : intervalsText(override.intervals);
    m_grid->addWidget(plainLabel(datesText(override, today), "", this), 2 * row, 0);
    m_grid->addWidget(plainLabel(hours, "text2", this), 2 * row, 1);
    auto *badge = new Badge(this);
    presentKind(*badge, override.kind);
    m_grid->addWidget(badge, 2 * row, 2, Qt::AlignTrailing);
    auto *rule = new QFrame(this);
    rule->setProperty("rule", QStringLiteral("horizontal"));
    m_grid->addWidget(rule, 2 * row + 1, 0, 1, 3);
}
