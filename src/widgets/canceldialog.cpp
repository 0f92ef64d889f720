// SPDX-License-Identifier: GPL-3.0-or-later
#include "canceldialog.h"

#include "accountwords.h"
#include "agendatext.h"
#include "cancelnotice.h"
#include "cardcontent.h"
#include "cancelqueue.h"
#include "cancelrows.h"
#include "dialogfit.h"
#include "errortext.h"
#include "heldactions.h"
#include "mainwindowparts.h"
#include "toasthost.h"
#include "ui_canceldialog.h"

#include <QKeyEvent>
#include <QShortcut>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr int drawnWidth = 480;

QKeySequence commitKey()
{
    return QKeySequence(Qt::CTRL | Qt::Key_Return);
}

} // namespace

CancelDialog::CancelDialog(MeetingDetails meeting, AgendaSetting setting, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CancelDialog>())
    , m_meeting(std::move(meeting))
    , m_setting(std::move(setting))
    , m_parts(parts)
    , m_service(parts.meetings)
    , m_toasts(toasts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->confirm->setKeyText(QKeySequence(Qt::CTRL | Qt::Key_Enter).toString(QKeySequence::NativeText));
    for (const QKeySequence &key : {commitKey(), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(key, this), &QShortcut::activated, m_ui->confirm, &QPushButton::click);
    connect(m_ui->keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->confirm, &QPushButton::clicked, this, &CancelDialog::confirm);
    connect(m_ui->checkAgain, &QPushButton::clicked, this, &CancelDialog::checkAgain);
    m_ui->reasonField->setParts(parts);
    connect(m_ui->reasonField, &ReasonField::changed, this, &CancelDialog::presentReason);
    connect(&m_service, &MeetingService::changed, this, &CancelDialog::reread);
    connect(&parts.cancels, &CancelQueue::singleEnded, this, &CancelDialog::ended);
    connect(&parts.cancels, &CancelQueue::changed, this, &CancelDialog::checked);
    connect(&parts.cancels, &CancelQueue::lookedAgain, this, &CancelDialog::lookedAgain);
    m_patience.setSingleShot(true);
    m_patience.setInterval(8s);
    connect(&m_patience, &QTimer::timeout, this, &CancelDialog::giveUpNames);
    presentMeeting();
    presentReason();
    presentState();
    readPeople();
    fitDialog(*this, drawnWidth);
    m_ui->keep->setFocus();
}

CancelDialog::~CancelDialog() = default;

void CancelDialog::setReason(const QString &reason)
{
    m_ui->reasonField->setText(reason);
}

void CancelDialog::setPatience(std::chrono::milliseconds patience)
{
    m_patience.setInterval(patience);
}

void CancelDialog::presentMeeting()
{
    const Meeting &meeting = m_meeting.meeting;
    const MeetingSummary summary = summaryOf(m_meeting);
    const QString when = dateAndTimesText(meeting.start, meeting.end, m_setting.zone, m_setting.now, m_setting.locale);
    m_ui->question->setText(tr("Cancel %1 on %2?").arg(nameText(meeting), when));
    m_ui->time->setText(timeText(meeting.start, m_setting.zone, m_setting.locale));
    m_ui->stripe->present(summary.color, false);
    m_ui->meeting->setText(nameText(meeting));
    const bool group = isGroup(meeting);
    m_ui->group->setVisible(group);
    if (group)
        m_ui->group->present(QStringLiteral("team"), tr("Ends for all %1").arg(meeting.inviteesActive), BadgeTone::Info);
    presentPeople();
}

void CancelDialog::presentPeople()
{
    const QStringList people = mailedPeople(m_meeting);
    const auto known = static_cast<int>(mailedAddresses(m_meeting).size());
    QString promise;
    if (!m_meeting.inviteesKnown)
        promise = tr("Calendly mails everybody who booked.");
    else if (known == 0)
        promise = tr("Nobody is invited, so Calendly mails nobody.");
    else
        promise = known == 1 ? tr("Calendly mails 1 person.") : tr("Calendly mails %n people.", nullptr, known);
    if (isGroup(m_meeting.meeting))
        promise += QLatin1Char(' ') + tr("This is a group event: it ends for all %1 who booked.").arg(m_meeting.meeting.inviteesActive);
    QStringList sentences{actingAsText(m_parts), promise, tr("Nothing is sent before you press the red button.")};
    sentences.removeAll(QString());
    m_ui->promise->setText(sentences.join(QLatin1Char(' ')));
    m_ui->count->setText(!m_meeting.inviteesKnown ? QString() : known == 1 ? tr("1 person") : tr("%n people", nullptr, known));
    QString list = people.join(QLatin1Char('\n'));
    if (!m_meeting.inviteesKnown)
        list = m_gaveUpNames ? tr("Their addresses are not known here: they could not be read.") : tr("Reading who is invited…");
    m_ui->people->setText(list);
    m_ui->peopleArea->setVisible(!list.isEmpty());
    // Up to six lines are shown whole; more scroll.
    const int lines = std::clamp(static_cast<int>(list.count(QLatin1Char('\n'))) + 1, 1, 6);
    m_ui->peopleArea->setFixedHeight(lines * m_ui->people->fontMetrics().lineSpacing() + 4);
}

void CancelDialog::presentReason()
{
    m_ui->reasonField->showLength(filledReason().size());
    m_ui->linkHint->setText(asksForLink(m_ui->reasonField->text()) ? missingLinksText({m_meeting}) : QString());
    m_ui->linkHint->setVisible(!m_ui->linkHint->text().isEmpty());
    presentState();
    if (isVisible())
        makeRoom(*this);
}

void CancelDialog::presentState()
{
    const bool asking = m_state == State::Asking;
    const bool tooLong = filledReason().size() > longestCancelReason;
    m_ui->confirm->setEnabled(asking && !tooLong && !m_unknown); // look before it is sent again
    m_ui->confirm->setText(m_state == State::Sending ? tr("Canceling…") : tr("Cancel meeting"));
    m_ui->keep->setText(m_state == State::Sending || m_unknown ? tr("Close") : tr("Keep meeting"));
    m_ui->reasonField->setReadOnly(!asking);
    m_ui->checkAgain->setVisible(m_unknown);
    m_ui->checkAgain->setEnabled(asking);
    m_ui->checkAgain->setText(m_state == State::Checking ? tr("Checking…") : tr("Check again"));
    m_ui->problem->setVisible(!m_ui->problem->text().isEmpty());
}

void CancelDialog::readPeople()
{
    if (m_meeting.inviteesKnown)
        return;
    m_service.refresh(m_meeting.meeting.uri);
    m_patience.start();
}

QString CancelDialog::filledReason() const
{
    return reasonFor(m_ui->reasonField->text(), reasonFields(m_meeting, ordinaryLink(m_meeting)));
}

void CancelDialog::confirm()
{
    if (m_state != State::Asking)
        return;
    const Meeting &meeting = m_meeting.meeting;
    const CancelItem item{.meeting = meeting.uri, .name = nameText(meeting), .start = meeting.start, .reason = filledReason()};
    // Written down before anything leaves: what a crash interrupts is told at the next start.
    if (const Result<Done> written = m_parts.cancels.hold(item); !written) {
        m_ui->problem->setText(errorSentence(written.error()));
        return presentState();
    }
    if (m_parts.held.isOn())
        return hold(item);
    m_state = State::Sending;
    m_unknown = false;
    m_ui->problem->clear();
    presentState();
    m_ui->keep->setFocus();
    m_parts.cancels.release(item.meeting);
}

/// Nothing leaves before the time is up; what came of it is told by a toast then.
void CancelDialog::hold(const CancelItem &item)
{
    const Meeting &meeting = m_meeting.meeting;
    const QString when = dateAndTimesText(meeting.start, meeting.end, m_setting.zone, m_setting.now, m_setting.locale);
    m_parts.held.hold({.text = tr("%1 on %2 is canceled").arg(item.name, when),
                       .commit = [&cancels = m_parts.cancels, uri = item.meeting] { cancels.release(uri); },
                       .undo = [&cancels = m_parts.cancels, uri = item.meeting] { cancels.withdraw(uri); }});
    accept();
}

bool CancelDialog::isAbout(const QUrl &meeting) const
{
    return isVisible() && m_meeting.meeting.uri == meeting;
}

QString CancelDialog::notYetText()
{
    return tr("It is not known yet whether the meeting was canceled: no answer came, and Calendly may still be at work on it. Sundial looks again within a minute and tells you.");
}

void CancelDialog::ended(const CancelItem &item)
{
    if (item.meeting != m_meeting.meeting.uri || m_state != State::Sending)
        return;
    m_state = State::Asking;
    if (isSettled(item))
        return accept();
    m_unknown = item.state == CancelItem::State::Unknown;
    if (!m_unknown)
        m_ui->problem->setText(errorSentence(item.problem.value_or(Error{})));
    else if (m_parts.cancels.looksAgain(item.meeting))
        m_ui->problem->setText(notYetText());
    else
        m_ui->problem->setText(tr("It is not known whether the meeting was canceled: Calendly did not say. Check before you try again."));
    presentState();
    (m_unknown ? m_ui->checkAgain : m_ui->confirm)->setFocus();
}

void CancelDialog::checkAgain()
{
    m_state = State::Checking;
    presentState();
    m_parts.cancels.check(false);
}

/// A meeting that is found canceled comes with the service's changed() before.
void CancelDialog::checked()
{
    if (m_state != State::Checking || m_parts.cancels.isChecking())
        return;
    m_state = State::Asking;
    presentFound();
}

void CancelDialog::lookedAgain(const CancelItem &item)
{
    if (item.meeting == m_meeting.meeting.uri && m_unknown && m_state == State::Asking && !isSettled(item))
        presentFound();
}

/// That it still stands, or that nobody knows.
void CancelDialog::presentFound()
{
    CancelQueue &queue = m_parts.cancels;
    const QList<CancelItem> items = queue.items();
    const auto found = std::find_if(items.begin(), items.end(), [this](const CancelItem &item) { return item.meeting == m_meeting.meeting.uri; });
    if (queue.looksAgain(m_meeting.meeting.uri)) {
        m_ui->problem->setText(notYetText());
    } else if (found != items.end() && found->state == CancelItem::State::Unknown) {
        m_ui->problem->setText(tr("It is still not known whether the meeting was canceled. %1").arg(errorSentence(found->problem.value_or(Error{}))));
    } else {
        m_unknown = false;
        m_ui->problem->setText(tr("The meeting still stands: nothing was canceled. You can cancel it again."));
        if (items.size() - queue.settled() == 1)
            queue.clear(); // its only one, and told here
    }
    presentState();
}

void CancelDialog::giveUpNames()
{
    if (m_meeting.inviteesKnown)
        return;
    m_gaveUpNames = true;
    presentPeople();
}

/// Who types while a button has the focus means the reason: a blank in it must never press the red button.
void CancelDialog::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool typed = !text.isEmpty() && text.front().isPrint() && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!typed || m_ui->reasonField->isReadOnly() || m_ui->reasonField->hasCursor())
        return QDialog::keyPressEvent(event);
    m_ui->reasonField->type(text);
}

void CancelDialog::reread()
{
    const std::optional<MeetingDetails> now = m_service.details(m_meeting.meeting.uri);
    // Once closed it has said what came of it.
    if (!now || !isVisible() || m_state == State::Sending)
        return;
    m_meeting = *now;
    if (m_meeting.meeting.canceled) {
        m_toasts.show(cancelNotice(m_unknown ? MeetingService::CancelOutcome::Canceled : MeetingService::CancelOutcome::WasAlreadyCanceled,
                                   m_meeting, m_setting));
        return accept();
    }
    presentMeeting();
    presentReason();
}
