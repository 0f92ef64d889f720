// SPDX-License-Identifier: GPL-3.0-or-later
#include "membercard.h"

#include "errortext.h"
#include "eventtypemodel.h"
#include "format.h"
#include "plaintext.h"
#include "teamtext.h"
#include "ui_membercard.h"
#include "zones.h"

namespace {

/// A sentence in place of what cannot be shown; empty where `part` is there.
template <typename Value>
QString instead(const std::optional<Result<Value>> &part, const QString &whyOffline, const QString &notAllowed)
{
    if (!part)
        return whyOffline.isEmpty() ? MemberCard::tr("Reading…") : whyOffline;
    if (*part)
        return {};
    return part->error().kind == Error::Kind::NotAllowed ? notAllowed : whyUnread(part->error());
}

void say(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

MemberCard::MemberCard(QWidget *parent)
    : QScrollArea(parent)
    , m_ui(std::make_unique<Ui::MemberCard>())
{
    m_ui->setupUi(this);
    connect(m_ui->copyMail, &QPushButton::clicked, this, &MemberCard::copyMailWanted);
    connect(m_ui->openPage, &QPushButton::clicked, this, &MemberCard::openPageWanted);
    connect(m_ui->remove, &QPushButton::clicked, this, &MemberCard::removalWanted);
}

MemberCard::~MemberCard() = default;

void MemberCard::present(const OrganizationMembership &member, const QUrl &self, const QTimeZone &zone, const QDateTime &now)
{
    m_zone = zone;
    m_now = now;
    m_ui->avatar->present(memberName(member.user), AvatarShape::Person);
    m_ui->name->setText(memberName(member.user));
    m_ui->role->present(member.role == Role::User ? QStringLiteral("person") : QStringLiteral("key"), roleText(member.role),
                        member.role == Role::User ? BadgeTone::Neutral : BadgeTone::Accent);
    ValueGrid &details = *m_ui->details;
    details.clear();
    details.add(tr("E-mail"), oneLine(member.user.email));
    const std::optional<QTimeZone> theirs = zoneNamed(member.user.timezone);
    details.add(tr("Time zone"), theirs ? zoneText(member.user.timezone, zone, now) : tr("Not known"));
    details.add(tr("There now"), theirs ? theirTimeText(now, *theirs, zone) : QString());
    details.add(tr("Page"), member.user.schedulingUrl.toDisplayString(QUrl::RemoveScheme).mid(2));
    m_ui->copyMail->setEnabled(!member.user.email.isEmpty());
    m_ui->openPage->setEnabled(!member.user.schedulingUrl.isEmpty());
    m_ui->removeSection->setVisible(member.user.uri != self);
}

void MemberCard::presentColleague(const Colleague &colleague, const QString &whyOffline)
{
    presentTypes(colleague, whyOffline);
    presentHours(colleague, whyOffline);
    presentMeetings(colleague, whyOffline);
}

void MemberCard::presentTypes(const Colleague &colleague, const QString &whyOffline)
{
    const bool there = colleague.eventTypes && *colleague.eventTypes;
    const QList<EventType> types = there ? **colleague.eventTypes : QList<EventType>();
    const QString note = instead(colleague.eventTypes, whyOffline, tr("Calendly does not show these event types to your role."));
    say(*m_ui->typesNote, note.isEmpty() && types.isEmpty() ? tr("Nothing can be booked with this person.") : note);
    if (types == m_shownTypes)
        return; // a button that has the focus stays
    m_shownTypes = types;
    while (QLayoutItem *item = m_ui->typesLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const EventType &type : types) {
        auto *row = new QWidget(m_ui->types);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(8);
        auto *name = new QLabel(row);
        name->setTextFormat(Qt::PlainText);
        name->setWordWrap(true);
        //: An event type and its length.
        name->setText(tr("%1, %2").arg(eventTypeTitle(type), eventTypeLengthText(type)));
        auto *copy = new KeyButton(row);
        copy->setObjectName(QStringLiteral("copyLinkOfType"));
        copy->setIconName(QStringLiteral("copy"));
        copy->setText(tr("Copy link"));
        copy->setAccessibleName(tr("Copy the link of %1").arg(eventTypeTitle(type)));
        connect(copy, &QPushButton::clicked, this, [this, type] { emit linkWanted(type); });
        line->addWidget(name, 1);
        line->addWidget(copy);
        m_ui->typesLayout->addWidget(row);
    }
}

void MemberCard::presentHours(const Colleague &colleague, const QString &whyOffline)
{
    m_ui->hours->clear();
    m_ui->hours->hide();
    say(*m_ui->hoursNote, instead(colleague.schedules, whyOffline, tr("Calendly shows a colleague’s hours only to owners and admins.")));
    m_ui->hoursZone->clear();
    if (!colleague.schedules || !*colleague.schedules)
        return;
    for (const AvailabilitySchedule &schedule : **colleague.schedules) {
        if (!schedule.isDefault)
            continue;
        m_ui->hoursZone->setText(cityOf(schedule.timezone));
        for (const WeekLine &line : weekLines(schedule))
            m_ui->hours->add(line.days, line.hours);
    }
    if (m_ui->hours->isEmpty())
        say(*m_ui->hoursNote, tr("No hours are set."));
    m_ui->hours->setVisible(!m_ui->hours->isEmpty());
}

void MemberCard::presentMeetings(const Colleague &colleague, const QString &whyOffline)
{
    m_ui->meetings->clear();
    m_ui->meetings->hide();
    say(*m_ui->meetingsNote, instead(colleague.meetings, whyOffline, tr("Calendly shows a colleague’s meetings only to owners and admins.")));
    if (!colleague.meetings || !*colleague.meetings)
        return;
    for (const Meeting &meeting : **colleague.meetings)
        m_ui->meetings->add(dateAndTimesText(meeting.start, meeting.end, m_zone, m_now), oneLine(meeting.name));
    if (m_ui->meetings->isEmpty())
        say(*m_ui->meetingsNote, tr("No meetings in the next 7 days."));
    m_ui->meetings->setVisible(!m_ui->meetings->isEmpty());
}

void MemberCard::setWhyNotRemoved(const QString &reason)
{
    m_ui->remove->setEnabled(reason.isEmpty());
    m_ui->remove->setToolTip(reason);
    say(*m_ui->removeNote, reason);
}
