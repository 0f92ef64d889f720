// SPDX-License-Identifier: GPL-3.0-or-later
#include "typecard.h"

#include "badge.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "flowrow.h"
#include "format.h"
#include "plaintext.h"
#include "schedulinglink.h"
#include "ui_typecard.h"
#include "zones.h"

#include <QMap>
#include <QMenu>

#include <utility>

namespace {

constexpr int shownTimesOfADay = 3;
constexpr int shownDays = 3;

QString keyName(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

}

TypeCard::TypeCard(QWidget *parent)
    : QScrollArea(parent)
    , m_ui(std::make_unique<Ui::TypeCard>())
    , m_zone(QTimeZone::utc())
{
    m_ui->setupUi(this);
    new FlowRow(m_ui->linkCounts, 8);
    m_ui->label->setIconName(QStringLiteral("label"));
    m_ui->copySingleUse->setKeyText(tr("Enter"));
    connect(m_ui->copySingleUse, &QPushButton::clicked, this, &TypeCard::copySingleUse);
    connect(m_ui->shareTimes, &QPushButton::clicked, this, &TypeCard::shareTimes);
    connect(m_ui->label, &QLineEdit::returnPressed, this, [this] {
        if (m_ui->copySingleUse->isEnabled())
            emit copySingleUse();
    });
    connect(m_ui->copyLink, &QPushButton::clicked, this, &TypeCard::copyLink);
    connect(m_ui->open, &QPushButton::clicked, this, &TypeCard::openInBrowser);
}

TypeCard::~TypeCard() = default;

void TypeCard::setLabelKey(const QKeySequence &key)
{
    m_ui->label->setKeyText(keyName(key));
}

void TypeCard::setShareKey(const QKeySequence &key)
{
    m_ui->shareTimes->setKeyText(keyName(key));
}

void TypeCard::present(const EventType &type, const QTimeZone &zone, QDate today)
{
    // A label is for the link of one type: left there, the next one's link would have it unseen.
    if (std::exchange(m_type, type.uri) != type.uri)
        m_ui->label->clear();
    m_zone = zone;
    m_today = today;
    m_ui->name->setText(eventTypeTitle(type));
    m_ui->stripe->present(type.color, !isBookable(type));
    m_ui->kind->setText(type.profileName.isEmpty() ? kindText(type) : tr("%1, %2").arg(kindText(type), oneLine(type.profileName)));
    m_ui->state->present(eventTypeStateIconName(type), eventTypeStateText(type), isBookable(type) ? BadgeTone::Ok : BadgeTone::Neutral);
    m_ui->timesZone->setText(cityOf(QString::fromLatin1(zone.id())));
    m_ui->copyLink->setEnabled(!type.schedulingUrl.isEmpty());
    m_ui->open->setEnabled(!type.schedulingUrl.isEmpty());
    presentDetails(type);
    setWhyNoSingleUse(m_whyNoSingleUse);
}

void TypeCard::setWhyNoSingleUse(const QString &reason)
{
    m_whyNoSingleUse = reason;
    m_ui->copySingleUse->setEnabled(reason.isEmpty());
    const QString ends = plainDateText(m_today.addDays(singleUseLinkDays), m_today);
    m_ui->expiry->setText(reason.isEmpty() ? tr("Works once. Expires after %n days, on %1.", nullptr, singleUseLinkDays).arg(ends)
                                           : tr("%1 Copying the ordinary link works.", "why no single-use link").arg(reason));
}

void TypeCard::presentDetails(const EventType &type)
{
    ValueGrid &details = *m_ui->details;
    details.clear();
    details.add(tr("Link"), type.schedulingUrl.toDisplayString(QUrl::RemoveScheme).mid(2));
    details.add(tr("Length"), eventTypeLengthText(type));
    QStringList places;
    for (const Place &place : type.places)
        places.append(placeText(place));
    details.add(tr("Where"), places.join(QLatin1String(", ")));
    int questions = 0;
    int required = 0;
    for (const CustomQuestion &question : type.customQuestions) {
        questions += question.enabled ? 1 : 0;
        required += question.enabled && question.required ? 1 : 0;
    }
    if (questions > 0)
        details.add(tr("Questions"), tr("%1, %2 required").arg(QLocale().toString(questions), QLocale().toString(required)));
    details.add(tr("Payment"), type.paid ? tr("Invitees pay to book") : QString());
    details.add(tr("Language"), QLocale(type.locale).language() == QLocale::C ? QString() : QLocale(type.locale).nativeLanguageName());
    details.add(tr("Internal note"), plainBlock(type.internalNote));
    details.add(tr("Description"), plainBlock(type.descriptionPlain));
}

void TypeCard::presentLinks(const LinkTotals &totals)
{
    QLayout *row = m_ui->linkCounts->layout();
    while (QLayoutItem *item = row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [&](const QString &icon, const QString &text, BadgeTone tone) {
        auto *badge = new Badge(m_ui->linkCounts);
        badge->present(icon, text, tone);
        row->addWidget(badge);
    };
    if (totals.open > 0)
        add(QStringLiteral("link"), tr("%n active", nullptr, totals.open), BadgeTone::Accent);
    if (totals.booked > 0)
        add(QStringLiteral("check"), tr("%n booked", nullptr, totals.booked), BadgeTone::Ok);
    if (totals.expiringSoon > 0)
        add(QStringLiteral("expiring"), tr("%n expire in 7 days", nullptr, totals.expiringSoon), BadgeTone::Brass);
    if (totals.unknown > 0)
        add(QStringLiteral("warning"), tr("%n not known", nullptr, totals.unknown), BadgeTone::Brass);
    const bool any = row->count() > 0;
    m_ui->linksSection->setVisible(any);
    m_ui->linksRule->setVisible(any);
}

void TypeCard::presentOpenTimesLoading()
{
    m_ui->times->clear();
    m_ui->times->add(tr("Reading…"), QStringLiteral(" "));
}

void TypeCard::presentOpenTimes(const Result<QList<OpenTime>> &times)
{
    m_ui->times->clear();
    if (!times) {
        m_ui->times->add(tr("Not known"), whyUnread(times.error()));
        return;
    }
    QMap<QDate, QStringList> byDay;
    for (const OpenTime &time : *times)
        byDay[wallClock(time.start, m_zone).date()].append(timeText(time.start, m_zone));
    int days = 0;
    for (auto day = byDay.cbegin(); day != byDay.cend() && days < shownDays; ++day, ++days) {
        const QString first = day.value().mid(0, shownTimesOfADay).join(QLatin1String(", "));
        const int more = static_cast<int>(day.value().size()) - shownTimesOfADay;
        m_ui->times->add(shortDateText(day.key(), m_today), more > 0 ? tr("%1 and %n more", nullptr, more).arg(first) : first);
    }
    if (byDay.isEmpty())
        m_ui->times->add(tr("None"), tr("No time can be booked in the next 7 days."));
}

void TypeCard::setMoreActions(const QList<QAction *> &actions)
{
    auto *menu = new QMenu(m_ui->more);
    menu->addActions(actions);
    m_ui->more->setMenu(menu);
}

QString TypeCard::label() const
{
    return m_ui->label->text().trimmed();
}

void TypeCard::setLabel(const QString &label)
{
    m_ui->label->setText(label);
}

void TypeCard::clearLabel()
{
    m_ui->label->clear();
}

void TypeCard::focusLabel()
{
    m_ui->label->setFocus(Qt::ShortcutFocusReason);
}
