// SPDX-License-Identifier: GPL-3.0-or-later
#include "routingcard.h"

#include "badge.h"
#include "errortext.h"
#include "format.h"
#include "plaintext.h"
#include "reschedulechain.h"
#include "ui_routingcard.h"

#include <QScrollBar>

namespace {

/// By Calendly's own names, which those who tag links know.
void addTracking(ValueGrid &values, const Tracking &tracking)
{
    values.add(QStringLiteral("utm_source"), oneLine(tracking.utmSource));
    values.add(QStringLiteral("utm_medium"), oneLine(tracking.utmMedium));
    values.add(QStringLiteral("utm_campaign"), oneLine(tracking.utmCampaign));
    values.add(QStringLiteral("utm_content"), oneLine(tracking.utmContent));
    values.add(QStringLiteral("utm_term"), oneLine(tracking.utmTerm));
    values.add(QStringLiteral("salesforce_uuid"), oneLine(tracking.salesforceUuid));
}

} // namespace

RoutingCard::RoutingCard(QWidget *parent)
    : QScrollArea(parent)
    , m_ui(std::make_unique<Ui::RoutingCard>())
{
    m_ui->setupUi(this);
    connect(m_ui->earlier, &QPushButton::clicked, this, &RoutingCard::earlierWanted);
}

RoutingCard::~RoutingCard() = default;

void RoutingCard::present(const RoutingForm &form, const RoutingService::Submissions &submissions, const QTimeZone &zone, const QDateTime &now,
                          const TypeOf &typeOf)
{
    m_ui->name->setText(routingFormTitle(form));
    m_ui->status->present(routingStatusIconName(form), routingStatusText(form), form.published ? BadgeTone::Ok : BadgeTone::Neutral);
    m_ui->questions->clear();
    for (const RoutingQuestion &question : form.questions)
        m_ui->questions->add(oneLine(question.name), routingQuestionText(question));
    if (form.uri != m_form)
        verticalScrollBar()->setValue(0);
    m_form = form.uri;
    presentSubmissions(submissions, zone, now, typeOf);
}

void RoutingCard::presentSubmissions(const RoutingService::Submissions &submissions, const QTimeZone &zone, const QDateTime &now,
                                     const TypeOf &typeOf)
{
    const Reading &reading = submissions.reading;
    QString note;
    if (reading.problem)
        note = tr("What was sent could not be read. %1").arg(whyUnread(*reading.problem));
    else if (submissions.known.isEmpty())
        note = reading.seenAt.isNull() ? tr("Reading…") : tr("Nothing was sent with this form yet.");
    m_ui->note->setText(note);
    m_ui->note->setVisible(!note.isEmpty());
    m_ui->earlier->setVisible(!submissions.nextPage.isEmpty());
    m_ui->earlier->setEnabled(!reading.underWay);
    QStringList results;
    for (const RoutingSubmission &submission : submissions.known) {
        const bool isType = submission.led == RoutingSubmission::Led::EventType;
        results.append(routingResultText(submission, isType ? typeOf(submission.target) : RoutedType()));
    }
    if (submissions.known == m_shown && results == m_shownResults)
        return; // a button that has the focus stays
    m_shown = submissions.known;
    m_shownResults = results;
    while (QLayoutItem *item = m_ui->submissionsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype row = 0; row < m_shown.size(); ++row) {
        const RoutingSubmission &submission = m_shown.at(row);
        auto *block = new QWidget(m_ui->submissions);
        auto *column = new QVBoxLayout(block);
        column->setContentsMargins(0, 0, 0, 8);
        column->setSpacing(6);
        auto *when = new QLabel(momentText(submission.createdAt, zone, now), block);
        when->setProperty("strong", true);
        column->addWidget(when);
        auto *values = new ValueGrid(block);
        for (const RoutingAnswer &answer : submission.answers)
            values->add(oneLine(answer.question), plainBlock(answer.answer));
        values->add(tr("Led to"), m_shownResults.at(row));
        addTracking(*values, submission.tracking);
        column->addWidget(values);
        if (const QUrl meeting = meetingOfInvitee(submission.invitee); !meeting.isEmpty()) {
            auto *show = new KeyButton(block);
            show->setObjectName(QStringLiteral("showMeetingOfSubmission"));
            show->setIconName(QStringLiteral("schedule"));
            show->setText(tr("Show meeting"));
            connect(show, &QPushButton::clicked, this, [this, meeting] { emit meetingWanted(meeting); });
            column->addWidget(show, 0, Qt::AlignLeft);
        }
        m_ui->submissionsLayout->addWidget(block);
    }
}
