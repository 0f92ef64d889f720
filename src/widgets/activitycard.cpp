// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitycard.h"

#include "activitytext.h"
#include "format.h"
#include "plaintext.h"
#include "ui_activitycard.h"

ActivityCard::ActivityCard(QWidget *parent)
    : QScrollArea(parent)
    , m_ui(std::make_unique<Ui::ActivityCard>())
{
    m_ui->setupUi(this);
}

ActivityCard::~ActivityCard() = default;

void ActivityCard::present(const ActivityEntry &entry, const QTimeZone &zone, const QDateTime &now)
{
    m_ui->name->setText(activityTitle(entry));
    ValueGrid &details = *m_ui->details;
    details.clear();
    details.add(tr("When"), momentText(entry.occurredAt, zone, now));
    details.add(tr("Who"), activityActor(entry));
    details.add(tr("E-mail"), oneLine(entry.actorMail));
    details.add(tr("Calendly’s name"), oneLine(entry.space + QLatin1Char('.') + entry.action));
    for (const ActivityField &field : activityFields(entry))
        details.add(oneLine(field.name), plainBlock(field.value));
}
