// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelrunpage.h"

#include "agendatext.h"
#include "cancelmodel.h"
#include "cancelrunlist.h"
#include "daymeetings.h"
#include "flowrow.h"
#include "format.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "permissiontext.h"
#include "syncservice.h"
#include "ui_cancelrunpage.h"

#include <algorithm>

using namespace std::chrono_literals;
using Item = CancelItem::State;
using Queue = CancelQueue::State;

CancelRunPage::CancelRunPage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CancelRunPage>())
    , m_parts(parts)
    , m_queue(parts.cancels)
    , m_model(new CancelModel(this))
    , m_list(new CancelRunList(parts, toasts, this))
{
    m_ui->setupUi(this);
    m_setting.now = parts.clock();
    m_setting.zone = shownZone(parts);
    m_ui->meetings->setMeetings(m_model);
    new FlowRow(m_ui->ways);
    m_check = makeWay("check", QStringLiteral("refresh"), &CancelRunPage::check);
    m_retry = makeWay("retry", QStringLiteral("refresh"), &CancelRunPage::retry);
    m_withoutLinks = makeWay("withoutLinks", QStringLiteral("canceled"), &CancelRunPage::withoutLinks);
    m_leaveRest = makeWay("leaveRest", QStringLiteral("off"), &CancelRunPage::leaveRest);
    m_copyAddresses = makeWay("copyAddresses", QStringLiteral("mail"), &CancelRunPage::copyAddresses);
    m_copyLinks = makeWay("copyLinks", QStringLiteral("copy"), &CancelRunPage::copyLinks);
    m_saveList = makeWay("saveList", QStringLiteral("export"), &CancelRunPage::saveList);
    connect(m_ui->stop, &QPushButton::clicked, &m_queue, &CancelQueue::stop);
    connect(m_ui->goOn, &QPushButton::clicked, &m_queue, &CancelQueue::resume);
    connect(m_ui->done, &QPushButton::clicked, this, &CancelRunPage::doneWanted);
    connect(&m_queue, &CancelQueue::changed, this, &CancelRunPage::present);
    connect(&parts.sync, &SyncService::changed, this, &CancelRunPage::present);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &CancelRunPage::present);
    m_wasRunning = isRunning();
    present();
}

CancelRunPage::~CancelRunPage() = default;

bool CancelRunPage::isRunning() const
{
    return m_queue.state() == Queue::Running || m_queue.state() == Queue::Stopping;
}

void CancelRunPage::watchDay(QDate day, const QList<QUrl> &known)
{
    m_day = day;
    m_knownOfDay = known;
    connect(&m_parts.meetings, &MeetingService::changed, this, &CancelRunPage::present);
    connect(&m_queue, &CancelQueue::ended, &m_parts.sync, &SyncService::refresh);
}

QString CancelRunPage::title() const
{
    const int all = static_cast<int>(m_queue.items().size());
    if (isRunning())
        return all == 1 ? tr("Canceling 1 meeting") : tr("Canceling %n meetings", nullptr, all);
    return tr("Canceled %1 of %2 meetings").arg(m_queue.count(Item::Canceled)).arg(all);
}

void CancelRunPage::focusMain()
{
    QWidget *main = m_ui->done;
    if (isRunning())
        main = m_ui->stop;
    else if (!m_check->isHidden())
        main = m_check;
    main->setFocus(Qt::OtherFocusReason);
}

KeyButton *CancelRunPage::makeWay(const char *name, const QString &icon, Way way)
{
    auto *button = new KeyButton(m_ui->ways);
    button->setObjectName(QLatin1String(name));
    button->setIconName(icon);
    button->setAutoDefault(false);
    button->setProperty("small", true);
    m_ui->ways->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, way);
    return button;
}

void CancelRunPage::present()
{
    const QList<CancelItem> items = m_queue.items();
    presentRows(items);
    presentHead(items);
    presentWays(items);
    if (m_wasRunning != isRunning()) {
        m_wasRunning = isRunning();
        focusMain();
        emit turned();
    }
    emit changed();
}

/// While it runs every meeting; in the end those that need somebody to look at them.
void CancelRunPage::presentRows(const QList<CancelItem> &items)
{
    const bool open = std::any_of(items.begin(), items.end(), [](const CancelItem &item) { return !isSettled(item); });
    QList<QDateTime> starts;
    for (const CancelItem &item : items)
        starts.append(item.start);
    const bool withDate = onSeveralDays(starts, m_setting.zone);
    QList<CancelRow> rows;
    for (const CancelItem &item : items) {
        if (!isRunning() && open && isSettled(item))
            continue;
        const std::optional<MeetingDetails> &details = m_list->details(item);
        CancelRow row = details ? cancelRow(*details, m_setting, withDate) : cancelRow(item, m_setting, withDate);
        if (const int shown = m_model->rowOf(row.meeting.toString()); shown >= 0)
            row.open = m_model->row(shown).open;
        sayState(row, item);
        rows.append(row);
    }
    m_model->setRows(rows);
    for (int number = 0; isRunning() && number < rows.size(); ++number) {
        if (rows[number].tone == CancelRow::Tone::Brass && rows[number].detail.isEmpty())
            m_ui->meetings->scrollTo(m_model->index(number, 0));
    }
}

void CancelRunPage::presentHead(const QList<CancelItem> &items)
{
    const int all = static_cast<int>(items.size());
    const int waiting = m_queue.count(Item::Waiting);
    const int done = all - waiting - m_queue.count(Item::Sending) - m_queue.count(Item::MakingLink);
    m_ui->headline->setText(isRunning() ? tr("%1 of %2 done").arg(done).arg(all) : outcomeText(m_queue));
    m_ui->progress->setMaximum(std::max(1, all));
    m_ui->progress->setValue(done);
    m_ui->progress->setVisible(isRunning());
    const QDateTime blocked = m_parts.sync.budget().blockedUntil;
    const qint64 wait = blocked.isValid() ? m_parts.clock().secsTo(blocked) : 0;
    m_ui->timeLeft->setVisible(isRunning());
    m_ui->timeLeft->setText(wait > 0 ? tr("Calendly asks to wait %1").arg(ageText(std::chrono::seconds(wait)))
                                     : tr("about %1 left").arg(ageText(m_queue.timeLeft())));
    if (wait > 0 && isRunning())
        m_tick.start();
    else
        m_tick.stop();
    m_ui->cause->setText(isRunning() ? QString() : causeText(waiting));
    m_ui->cause->setVisible(!m_ui->cause->text().isEmpty());
    m_ui->note->setText(isRunning() ? tr("Stopping keeps what is done. You can go on later.") : bookedMeanwhileText());
}

QString CancelRunPage::outcomeText(const CancelQueue &queue)
{
    QStringList parts;
    const auto say = [&](Item state, const QString &words) {
        if (queue.count(state) > 0)
            parts << words.arg(queue.count(state));
    };
    say(Item::Canceled, tr("%1 canceled"));
    say(Item::CanceledBefore, queue.count(Item::CanceledBefore) == 1 ? tr("%1 was canceled before") : tr("%1 were canceled before"));
    say(Item::Failed, tr("%1 not canceled"));
    say(Item::Unknown, tr("%1 not known"));
    say(Item::Waiting, tr("%1 not sent"));
    say(Item::Skipped, tr("%1 left out"));
    return parts.join(tr(", "));
}

QString CancelRunPage::causeText(int waiting) const
{
    if (m_queue.isChecking())
        return tr("Looking at what is not known…");
    if (m_queue.looksAgain())
        return tr("No answer came, and Calendly may still be canceling. Sundial looks again within a minute.");
    switch (m_queue.cause()) {
    case CancelQueue::Cause::None:
        return m_queue.isOpen() || m_queue.count(Item::Canceled) == 0 ? QString() : tr("Calendly mails everybody whose meeting you canceled.");
    case CancelQueue::Cause::Asked:
        return waiting == 1 ? tr("Stopped. 1 meeting was not sent.") : tr("Stopped. %n meetings were not sent.", nullptr, waiting);
    case CancelQueue::Cause::Restarted:
        return tr("Sundial was closed before it was through. Nothing goes on by itself.");
    case CancelQueue::Cause::Offline:
        return tr("Calendly cannot be reached, so nothing more is sent. Go on when this computer is online.");
    case CancelQueue::Cause::SignedOut:
        return tr("Calendly no longer accepts the sign-in, so nothing more is sent. Sign in again, then go on.");
    case CancelQueue::Cause::ScopeMissing:
        return tr("%1 Nothing more is sent; “Permissions…” in the menu of the account tells how to allow it.")
            .arg(missingPermissionSentence({QStringLiteral("scheduled_events:write")}));
    case CancelQueue::Cause::Trouble:
        return tr("Several meetings went wrong one after the other, so it stopped. Calendly may have a problem.");
    case CancelQueue::Cause::Storage:
        return tr("What is sent could not be written down on this computer, so nothing more is sent. The disk may be full.");
    }
    return {};
}

/// Who booked the closed day during the run has a meeting that nobody asked about.
QString CancelRunPage::bookedMeanwhileText() const
{
    if (!m_day.isValid())
        return {};
    QStringList names;
    const QList<QUrl> meetings = activeMeetingsOf(m_day, m_parts).value_or({});
    for (const QUrl &uri : meetings) {
        const std::optional<MeetingSummary> meeting = m_knownOfDay.contains(uri) ? std::nullopt : m_parts.meetings.summary(uri);
        if (meeting && isUpcoming(meeting->meeting, m_parts.clock()))
            names << tr("%1 %2").arg(timeText(meeting->meeting.start, m_setting.zone, m_setting.locale), nameText(meeting->meeting));
    }
    return names.isEmpty() ? QString() : tr("Booked on this day meanwhile, and not canceled: %1.").arg(names.join(tr(", ")));
}

void CancelRunPage::presentWays(const QList<CancelItem> &items)
{
    const bool stands = !isRunning();
    const int failed = m_queue.count(Item::Failed);
    const int unknown = m_queue.count(Item::Unknown);
    const int waiting = m_queue.count(Item::Waiting);
    const auto lacking = std::count_if(items.begin(), items.end(), lacksLink);
    const auto links = static_cast<int>(std::count_if(items.begin(), items.end(), [](const CancelItem &item) { return !item.link.isEmpty(); }));
    const auto people = stands ? static_cast<int>(m_list->addresses(items).size()) : 0;

    const auto offer = [](KeyButton *button, bool offered, const QString &text) {
        button->setText(text);
        button->setVisible(offered);
    };
    offer(m_check, stands && unknown > 0, tr("Check and try again"));
    m_check->setEnabled(!m_queue.isChecking());
    offer(m_retry, stands && failed > 0, tr("Try the failed again"));
    offer(m_withoutLinks, stands && lacking > 0, tr("Cancel without the link"));
    offer(m_leaveRest, stands && waiting > 0, waiting == 1 ? tr("Leave out 1 meeting") : tr("Leave out %n meetings", nullptr, waiting));
    offer(m_copyAddresses, stands && people > 0, people == 1 ? tr("Copy 1 address") : tr("Copy %n addresses", nullptr, people));
    offer(m_copyLinks, stands && links > 0, links == 1 ? tr("Copy 1 new link") : tr("Copy %n new links", nullptr, links));
    offer(m_saveList, stands, tr("Save list as CSV…"));
    m_ui->ways->setVisible(stands);
    m_ui->stop->setVisible(!stands);
    m_ui->stop->setEnabled(m_queue.state() == Queue::Running);
    m_ui->stop->setText(m_queue.state() == Queue::Stopping ? tr("Stopping…") : tr("Stop after this one"));
    m_ui->goOn->setVisible(stands && waiting > 0);
    m_ui->goOn->setText(waiting == 1 ? tr("Cancel 1 more meeting") : tr("Cancel %n more meetings", nullptr, waiting));
    m_ui->done->setVisible(stands);
    m_ui->done->setText(waiting + unknown > 0 ? tr("Close") : tr("Done"));
}

void CancelRunPage::check()
{
    m_queue.check(true);
}

void CancelRunPage::retry()
{
    m_queue.retryFailed();
}

void CancelRunPage::withoutLinks()
{
    m_queue.retryWithoutLink();
}

void CancelRunPage::leaveRest()
{
    m_queue.skipRest();
}

void CancelRunPage::copyAddresses()
{
    m_list->copyAddresses(m_queue.items());
}

void CancelRunPage::copyLinks()
{
    m_list->copyLinks(m_queue.items());
}

void CancelRunPage::saveList()
{
    m_list->askWhereToSave(m_queue.items(), this);
}
