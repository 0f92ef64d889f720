// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelreview.h"

#include "accountwords.h"
#include "cancelmodel.h"
#include "cancelqueue.h"
#include "daymeetings.h"
#include "dialogfit.h"
#include "format.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "syncservice.h"
#include "toasthost.h"
#include "ui_cancelreview.h"
#include "zones.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr qsizetype usualLinkLength = 110; // of a single-use link that is still to be made

QDate dayOf(const MeetingDetails &meeting, const AgendaSetting &setting)
{
    return wallClock(meeting.meeting.start, setting.zone).date();
}

} // namespace

CancelReview::CancelReview(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::CancelReview>()), m_parts(parts), m_toasts(toasts), m_model(new CancelModel(this))
{
    m_ui->setupUi(this);
    m_setting.now = parts.clock();
    m_setting.zone = shownZone(parts);
    m_model->setCheckable(true);
    m_ui->meetings->setMeetings(m_model);
    m_ui->reasonField->setParts(parts);
    m_ui->confirm->setKeyText(QKeySequence(Qt::CTRL | Qt::Key_Enter).toString(QKeySequence::NativeText));
    m_ui->problem->hide();
    m_ui->dayRow->hide();
    connect(m_ui->keep, &QPushButton::clicked, this, &CancelReview::keepWanted);
    connect(m_ui->confirm, &QPushButton::clicked, this, &CancelReview::confirmed);
    connect(m_ui->all, &QCheckBox::clicked, this, [this] { m_model->checkAll(m_model->checkedCount() < m_model->rowCount()); });
    connect(m_ui->copyAddresses, &QPushButton::clicked, this, &CancelReview::copyAddresses);
    connect(m_ui->ownLinks, &QCheckBox::toggled, this, &CancelReview::ownLinksToggled);
    connect(m_ui->reasonField, &ReasonField::changed, this, &CancelReview::present);
    connect(m_ui->day, &QDateEdit::dateChanged, this, &CancelReview::dayChanged);
    connect(m_model, &CancelModel::checkedChanged, this, &CancelReview::present);
    connect(&parts.meetings, &MeetingService::changed, this, &CancelReview::reread);
    connect(&parts.sync, &SyncService::changed, this, &CancelReview::present);
    m_patience.setSingleShot(true);
    m_patience.setInterval(8s);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_gaveUpNames = true;
        present();
    });
}

CancelReview::~CancelReview() = default;

void CancelReview::setMeetings(const QList<QUrl> &meetings)
{
    m_wanted = meetings;
    // Whose names are not known yet comes first.
    m_parts.meetings.showing(meetings);
    reread();
    m_ui->meetings->setCurrentIndex(m_model->index(0, 0));
}

void CancelReview::askDay(QDate day)
{
    m_asksDay = true;
    m_ui->dayRow->show();
    m_ui->day->setMinimumDate(wallClock(m_setting.now, m_setting.zone).date());
    if (m_ui->day->date() == day)
        dayChanged();
    else
        m_ui->day->setDate(day);
}

QDate CancelReview::askedDay() const
{
    return m_asksDay ? m_ui->day->date() : QDate();
}

void CancelReview::dayChanged()
{
    m_wanted.clear();
    reread();
    m_ui->meetings->setCurrentIndex(m_model->index(0, 0));
}

/// Again and again: what is booked while the question is open belongs to the day like the rest.
void CancelReview::readDay()
{
    const Result<QList<QUrl>> found = activeMeetingsOf(m_ui->day->date(), m_parts);
    m_storeFailed = !found;
    const QList<QUrl> meetings = found.value_or({});
    if (meetings != m_wanted)
        m_parts.meetings.showing(meetings);
    m_wanted = meetings;
}

bool CancelReview::isDayUnread() const
{
    return m_asksDay && !m_parts.sync.hasRead(rangeOf(m_ui->day->date(), m_parts));
}

void CancelReview::reread()
{
    if (m_asksDay)
        readDay();
    m_meetings.clear();
    m_elsewhere = 0;
    for (const QUrl &meeting : std::as_const(m_wanted)) {
        const std::optional<MeetingDetails> details = m_parts.meetings.details(meeting);
        if (!details || details->meeting.canceled || !isUpcoming(details->meeting, m_setting.now))
            continue;
        if (m_parts.cancels.concerns(meeting))
            ++m_elsewhere;
        else
            m_meetings.append(*details);
    }
    // Of a day only those are meant that can still be canceled.
    m_left = m_asksDay ? 0 : static_cast<int>(m_wanted.size() - m_meetings.size()) - m_elsewhere;
    waitForNames();
    std::sort(m_meetings.begin(), m_meetings.end(), [](const MeetingDetails &one, const MeetingDetails &other) {
        return std::tie(one.meeting.start, one.meeting.end, one.meeting.uri) < std::tie(other.meeting.start, other.meeting.end, other.meeting.uri);
    });
    QList<QDateTime> starts;
    for (const MeetingDetails &meeting : std::as_const(m_meetings))
        starts.append(meeting.meeting.start);
    const bool withDate = onSeveralDays(starts, m_setting.zone);
    QList<CancelRow> rows;
    for (const MeetingDetails &meeting : std::as_const(m_meetings)) {
        CancelRow row = cancelRow(meeting, m_setting, withDate);
        if (const int known = m_model->rowOf(row.meeting.toString()); known >= 0) {
            row.checked = m_model->row(known).checked;
            row.open = m_model->row(known).open;
        }
        rows.append(row);
    }
    m_model->setRows(rows);
    present();
}

/// They come one after the other; where none comes any more, nobody reads them.
void CancelReview::waitForNames()
{
    const auto unknown = static_cast<int>(std::count_if(m_meetings.begin(), m_meetings.end(), [](const MeetingDetails &meeting) { return !meeting.inviteesKnown; }));
    if (unknown == std::exchange(m_unknown, unknown))
        return;
    m_gaveUpNames = false;
    if (unknown > 0)
        m_patience.start();
    else
        m_patience.stop();
}

void CancelReview::setPatience(std::chrono::milliseconds patience)
{
    m_patience.setInterval(patience);
}

QList<MeetingDetails> CancelReview::chosen() const
{
    QList<MeetingDetails> chosen;
    for (int number = 0; number < m_meetings.size(); ++number) {
        if (m_model->row(number).checked)
            chosen.append(m_meetings[number]);
    }
    return chosen;
}

/// In a group each person would need one, but all get the same mail.
bool CancelReview::getsOwnLink(const MeetingDetails &meeting) const
{
    return m_ui->ownLinks->isChecked() && asksForLink(m_ui->reasonField->text()) && !isGroup(meeting.meeting) && !ordinaryLink(meeting).isEmpty();
}

QList<CancelItem> CancelReview::items() const
{
    QList<CancelItem> items;
    const QList<MeetingDetails> meetings = chosen();
    for (const MeetingDetails &meeting : meetings) {
        CancelItem item;
        item.meeting = meeting.meeting.uri;
        item.name = m_model->row(m_model->rowOf(item.meeting.toString())).name;
        item.start = meeting.meeting.start;
        item.wantsLink = getsOwnLink(meeting);
        const QString link = item.wantsLink ? QString(linkMark) : ordinaryLink(meeting);
        item.reason = reasonFor(m_ui->reasonField->text(), reasonFields(meeting, link));
        items.append(item);
    }
    return items;
}

void CancelReview::showProblem(const QString &problem)
{
    m_ui->problem->setText(problem);
    m_ui->problem->setVisible(!problem.isEmpty());
}

void CancelReview::type(const QString &text)
{
    m_ui->reasonField->type(text);
}

bool CancelReview::takesLetters() const
{
    return m_ui->reasonField->hasCursor() || m_ui->day->hasFocus() || m_ui->meetings->hasFocus();
}

void CancelReview::focusKeep()
{
    m_ui->keep->setFocus();
}

void CancelReview::confirm()
{
    m_ui->confirm->click();
}

void CancelReview::present()
{
    const QList<MeetingDetails> meetings = chosen();
    presentQuestion(meetings);
    presentPromise(meetings);
    presentLinks(meetings);
    presentButtons(meetings);
    if (auto *dialog = qobject_cast<QDialog *>(window()); dialog && isVisible())
        makeRoom(*dialog);
}

void CancelReview::presentQuestion(const QList<MeetingDetails> &meetings)
{
    const int count = static_cast<int>(meetings.size());
    const QDate today = wallClock(m_setting.now, m_setting.zone).date();
    const QString words = count == 1 ? tr("Cancel 1 meeting") : tr("Cancel %n meetings", nullptr, count);
    QString question;
    if (m_storeFailed)
        question = tr("What is left of this day could not be read on this computer.");
    else if (m_meetings.isEmpty() && isDayUnread())
        question = tr("This day has not been read from Calendly yet.");
    else if (m_meetings.isEmpty())
        question = m_asksDay ? tr("Nothing is left on this day.") : tr("None of these meetings can be canceled.");
    else if (count == 0)
        question = tr("No meeting is chosen.");
    else if (const QDate first = dayOf(meetings.first(), m_setting), last = dayOf(meetings.last(), m_setting); first == last)
        question = tr("%1 on %2?").arg(words, longDateText(first, today, m_setting.locale));
    else
        question = tr("%1, %2?").arg(words, dateRangeText(first, last, m_setting.locale));
    m_ui->question->setText(question);
    const int all = m_model->rowCount();
    m_ui->all->setText(tr("%1 of %2 meetings").arg(count).arg(all));
    m_ui->all->setCheckState(count == 0 ? Qt::Unchecked : count == all ? Qt::Checked : Qt::PartiallyChecked);
    m_ui->panel->setVisible(all > 0);
}

void CancelReview::presentPromise(const QList<MeetingDetails> &meetings)
{
    QStringList addresses;
    int unknown = 0;
    for (const MeetingDetails &meeting : meetings) {
        addresses += mailedAddresses(meeting);
        unknown += meeting.inviteesKnown ? 0 : 1;
    }
    const int people = static_cast<int>(distinctAddresses(addresses).size());
    QStringList sentences;
    if (const QString account = actingAsText(m_parts); !account.isEmpty())
        sentences << account;
    if (unknown == 0 && people == 0 && !meetings.isEmpty())
        sentences << tr("Nobody is invited, so Calendly mails nobody.");
    else if (unknown == 0 && people > 0)
        sentences << (people == 1 ? tr("Calendly mails 1 person.") : tr("Calendly mails %n people.", nullptr, people));
    else if (unknown > 0 && m_gaveUpNames)
        sentences << tr("Calendly mails at least %n people; who is invited to the others could not be read.", nullptr, people);
    else if (unknown > 0)
        sentences << tr("Calendly mails at least %n people; who is invited to the others is still being read.", nullptr, people);
    if (m_left > 0)
        sentences << tr("%n of the selected are over, or canceled already.", nullptr, m_left);
    if (m_elsewhere > 0)
        sentences << tr("%n are in another cancellation, which is not finished.", nullptr, m_elsewhere);
    if (!m_meetings.isEmpty() && isDayUnread())
        sentences << tr("This day has not been read whole from Calendly yet: meetings may be missing.");
    if (!meetings.isEmpty())
        sentences << tr("Nothing is sent before you press the red button.");
    m_ui->promise->setText(sentences.join(QLatin1Char(' ')));
    m_ui->copyAddresses->setText(people == 1 ? tr("Copy 1 address") : tr("Copy %n addresses", nullptr, people));
    m_ui->copyAddresses->setEnabled(people > 0);
}

void CancelReview::presentLinks(const QList<MeetingDetails> &meetings)
{
    int own = 0;
    int group = 0;
    for (const MeetingDetails &meeting : meetings) {
        own += getsOwnLink(meeting) ? 1 : 0;
        group += isGroup(meeting.meeting) ? 1 : 0;
    }
    QStringList hints;
    if (asksForLink(m_ui->reasonField->text())) {
        if (own > 0)
            hints << (own == 1 ? tr("1 link.") : tr("%n links.", nullptr, own));
        if (own > 0 && group > 0)
            hints << tr("Group events get their ordinary link.");
        if (own == 0)
            hints << tr("Each meeting gets the ordinary link of its event type.");
        hints << missingLinksText(meetings);
        hints.removeAll(QString());
    }
    m_ui->linkHint->setText(hints.join(QLatin1Char(' ')));
    m_ui->linkHint->setVisible(!hints.isEmpty());
}

void CancelReview::presentButtons(const QList<MeetingDetails> &meetings)
{
    const int count = static_cast<int>(meetings.size());
    qsizetype longest = 0;
    const QString text = m_ui->reasonField->text();
    for (const MeetingDetails &meeting : meetings) {
        const bool own = getsOwnLink(meeting);
        const QString link = own ? QString(usualLinkLength, QLatin1Char('x')) : ordinaryLink(meeting);
        longest = std::max(longest, reasonFor(text, reasonFields(meeting, link)).size());
    }
    m_ui->reasonField->showLength(longest);
    m_ui->confirm->setText(count == 1 ? tr("Cancel 1 meeting") : tr("Cancel %n meetings", nullptr, count));
    m_ui->confirm->setEnabled(count > 0 && longest <= longestCancelReason);
    m_ui->duration->setText(count > 0 ? tr("About %1").arg(ageText(CancelQueue::expected(count))) : QString());
    m_ui->keep->setText(m_meetings.isEmpty() ? tr("Close") : tr("Keep meetings"));
}

void CancelReview::ownLinksToggled(bool on)
{
    if (on && !asksForLink(m_ui->reasonField->text()))
        m_ui->reasonField->append(QStringLiteral("{rebook link}"));
    present();
}

void CancelReview::copyAddresses()
{
    QStringList addresses;
    const QList<MeetingDetails> meetings = chosen();
    for (const MeetingDetails &meeting : meetings)
        addresses += mailedAddresses(meeting);
    addresses = distinctAddresses(addresses);
    QGuiApplication::clipboard()->setText(addresses.join(QStringLiteral(", ")));
    m_toasts.show({.text = tr("%n addresses copied", nullptr, static_cast<int>(addresses.size()))});
}
