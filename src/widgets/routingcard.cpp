// SPDX-License-Identifier: GPL-3.0-or-later
#include "routingcard.h"

#include "badge.h"
#include "errortext.h"
#include "format.h"
#include "plaintext.h"
#include "reschedulechain.h"
#include "routingtext.h"
#include "ui_routingcard.h"

#include <QScrollBar>

RoutingCard::RoutingCard(QWidget *parent)
    : QScrollArea(parent)
    , m_ui(std::make_unique<Ui::RoutingCard>())
{
    m_ui->setupUi(this);
    connect(m_ui->earlier, &QPushButton::clicked, this, &RoutingCard::earlierWanted);
}

RoutingCard::~RoutingCard() = default;

void RoutingCard::present(const RoutingForm &form, const RoutingService::Submissions &submissions, const QTimeZone &zone, const QDateTime &now,
                          const std::function<QString(const QUrl &)> &typeNameOf)
{
    m_ui->name->setText(routingFormTitle(form));
    m_ui->status->present(routingStatusIconName(form), routingStatusText(form), form.published ? BadgeTone::Ok : BadgeTone::Neutral);
    m_ui->questions->clear();
    for (const RoutingQuestion &question : form.questions)
        m_ui->questions->add(oneLine(question.name), routingQuestionText(question));
    if (form.uri != m_form)
        verticalScrollBar()->setValue(0);
    m_form = form.uri;
    presentSubmissions(submissions, zone, now, typeNameOf);
}

void RoutingCard::presentSubmissions(const RoutingService::Submissions &submissions, const QTimeZone &zone, const QDateTime &now,
                                     const std::function<QString(const QUrl &)> &typeNameOf)
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
    if (submissions.known == m_shown)
        return; // a button that has the focus stays
    m_shown = submissions.known;
    while (QLayoutItem *item = m_ui->submissionsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const RoutingSubmission &submission : std::as_const(m_shown)) {
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
        values->add(tr("Led to"), routingResultText(submission, typeNameOf(submission.target)));
        values->add(QStringLiteral("utm_source"), oneLine(submission.tracking.utmSource));
        values->add(QStringLiteral("utm_campaign"), oneLine(submission.tracking.utmCampaign));
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
