// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkcard.h"

#include "badge.h"
#include "format.h"
#include "linktext.h"
#include "plaintext.h"
#include "ui_linkcard.h"
#include "zones.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace {

BadgeTone toneOf(LinkStatus status)
{
    switch (status) {
    case LinkStatus::Open:
        return BadgeTone::Accent;
    case LinkStatus::Booked:
        return BadgeTone::Ok;
    case LinkStatus::Expired:
        return BadgeTone::Neutral;
    case LinkStatus::Unknown:
        return BadgeTone::Brass;
    }
    return BadgeTone::Neutral;
}

QString noticeIconName(const LinkEntry &entry)
{
    if (toldStatus(entry) == LinkStatus::Open)
        return QStringLiteral("expiring");
    return toldStatus(entry) == LinkStatus::Unknown ? QStringLiteral("warning") : QStringLiteral("canceled");
}

} // namespace

LinkCard::LinkCard(QWidget *parent)
    : QScrollArea(parent)
    , m_ui(std::make_unique<Ui::LinkCard>())
{
    m_ui->setupUi(this);
    m_ui->label->setIconName(QStringLiteral("label"));
    m_ui->label->setKeyText(QKeySequence(Qt::Key_F2).toString(QKeySequence::NativeText));
    m_ui->mainAction->setKeyText(tr("Enter"));
    m_ui->label->installEventFilter(this);
    connect(m_ui->mainAction, &QPushButton::clicked, this, &LinkCard::mainActionWanted);
    connect(m_ui->copy, &QPushButton::clicked, this, &LinkCard::copyWanted);
    connect(m_ui->newOne, &QPushButton::clicked, this, &LinkCard::newOneWanted);
    connect(m_ui->mail, &QPushButton::clicked, this, &LinkCard::mailWanted);
    connect(m_ui->open, &QPushButton::clicked, this, &LinkCard::openWanted);
    connect(m_ui->qrCode, &QPushButton::clicked, this, &LinkCard::qrWanted);
    connect(m_ui->takeBack, &QPushButton::clicked, this, &LinkCard::takeBackWanted);
    connect(m_ui->change, &QPushButton::clicked, this, &LinkCard::changeWanted);
    connect(m_ui->remove, &QPushButton::clicked, this, &LinkCard::removalWanted);
    connect(m_ui->label, &QLineEdit::editingFinished, this, &LinkCard::saveLabel);
    connect(m_ui->label, &QLineEdit::returnPressed, this, &LinkCard::labelLeft);
}

LinkCard::~LinkCard() = default;

void LinkCard::present(const LinkEntry &entry, const Surroundings &around)
{
    const bool another = entry.link.id != m_entry.link.id;
    if (another)
        saveLabel();
    const bool edited = !another && m_ui->label->isModified() && m_ui->label->hasFocus();
    m_entry = entry;
    m_around = around;
    m_ui->name->setText(linkTitle(entry));
    m_ui->second->setText(linkSecondLine(entry));
    m_ui->second->setVisible(!m_ui->second->text().isEmpty());
    m_ui->status->present(linkStatusIconName(toldStatus(entry)), linkStatusText(entry), toneOf(toldStatus(entry)));
    if (const QString notice = linkNotice(entry, around.now, around.zone); !notice.isEmpty())
        m_ui->notice->present(noticeIconName(entry), notice);
    else
        m_ui->notice->dismiss();
    m_ui->address->setText(entry.link.bookingUrl.toDisplayString(QUrl::RemoveScheme | QUrl::RemoveQuery).mid(2));
    m_ui->address->setToolTip(entry.link.bookingUrl.toString(QUrl::FullyEncoded));
    m_ui->address->setCursorPosition(0);
    if (!edited)
        m_ui->label->setText(entry.link.label);
    presentActions();
    presentDetails();
}

/// Two in each row, or one below the other where large text leaves no room for two.
void LinkCard::arrangeButtons()
{
    QWidgetList buttons{m_ui->newOne, m_ui->mail, m_ui->remove, m_ui->copy, m_ui->qrCode, m_ui->open};
    for (QWidget *button : std::as_const(buttons))
        m_ui->buttons->removeWidget(button);
    buttons.removeIf([](const QWidget *button) { return button->isHidden(); });
    std::array<int, 2> widest{};
    for (qsizetype place = 0; place < buttons.size(); ++place)
        widest.at(place % 2) = std::max(widest.at(place % 2), buttons.at(place)->sizeHint().width());
    const QMargins margins = m_ui->headLayout->contentsMargins();
    const int room = viewport()->width() - margins.left() - margins.right();
    const int columns = widest[0] + m_ui->buttons->horizontalSpacing() + widest[1] <= room ? 2 : 1;
    for (qsizetype place = 0; place < buttons.size(); ++place)
        m_ui->buttons->addWidget(buttons.at(place), int(place) / columns, int(place) % columns);
    m_ui->buttons->setColumnStretch(1, columns - 1);
}

void LinkCard::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrangeButtons();
}

void LinkCard::presentActions()
{
    const LinkStatus status = m_entry.status;
    const bool has = status != LinkStatus::Unknown;
    const bool mayMake = m_around.whyNoSingleUse.isEmpty() && m_around.typeKnown;
    const QString whyNot = m_around.typeKnown ? m_around.whyNoSingleUse : tr("The event type of this link is no longer there.");
    m_ui->address->setVisible(has);
    m_ui->copy->setVisible(has && status != LinkStatus::Open);
    m_ui->newOne->setVisible(status == LinkStatus::Open || status == LinkStatus::Booked);
    m_ui->mail->setVisible(status == LinkStatus::Open);
    m_ui->open->setVisible(has);
    m_ui->qrCode->setVisible(has);
    m_ui->remove->setVisible(!has);
    arrangeButtons();
    m_ui->newOne->setEnabled(mayMake);
    m_ui->newOne->setToolTip(whyNot);
    m_ui->takeBackSection->setVisible(status == LinkStatus::Open);
    const bool canChange = m_entry.share && !m_entry.share->uri.isEmpty();
    m_ui->change->setVisible(m_entry.share.has_value());
    m_ui->change->setEnabled(canChange && mayMake);
    m_ui->takeBack->setEnabled(canChange && m_around.whyNoSingleUse.isEmpty());
    m_ui->takeBackReason->setText(canChange ? tr("Nobody has booked with it yet. Taken back, it opens no booking page any more.")
            : m_entry.share ? tr("Calendly gave this link no name by which it could be changed or taken back. It ends when it is booked, or after 90 days.")
                            : tr("Calendly offers no way to take back a single-use link. It ends when it is booked, or after 90 days. To close it at once, switch its event type off."));
    switch (status) {
    case LinkStatus::Open:
        m_ui->mainAction->setText(tr("Copy again"));
        m_ui->mainAction->setIconName(QStringLiteral("copy"));
        break;
    case LinkStatus::Booked:
        m_ui->mainAction->setText(tr("Show meeting"));
        m_ui->mainAction->setIconName(QStringLiteral("schedule"));
        break;
    case LinkStatus::Expired:
    case LinkStatus::Unknown:
        m_ui->mainAction->setText(tr("Make a new one"));
        m_ui->mainAction->setIconName(QStringLiteral("link"));
        break;
    }
    const bool gone = status == LinkStatus::Booked && m_entry.meeting.isEmpty();
    const bool makes = status == LinkStatus::Expired || status == LinkStatus::Unknown;
    m_ui->mainAction->setEnabled(makes ? mayMake : !gone);
    m_ui->mainAction->setToolTip(gone ? tr("The meeting is no longer stored here.") : makes ? whyNot : QString());
}

void LinkCard::presentDetails()
{
    const auto moment = [this](const QDateTime &utc) {
        return tr("%1, %2").arg(shortDateText(wallClock(utc, m_around.zone).date(), QDate()), timeText(utc, m_around.zone));
    };
    const SchedulingLink &link = m_entry.link;
    ValueGrid &details = *m_ui->details;
    details.clear();
    details.add(tr("Booked by"), oneLine(m_entry.person));
    details.add(tr("Meeting"), m_entry.meeting.isEmpty() ? QString()
                                                         : dateAndTimesText(m_entry.meetingStart, m_entry.meetingEnd, m_around.zone, m_around.now));
    details.add(tr("Event type"), oneLine(link.eventTypeName));
    details.add(tr("Customized"), linkChangesText(m_entry));
    details.add(tr("Account"), m_around.account);
    details.add(m_entry.status == LinkStatus::Unknown ? tr("Asked for") : tr("Created"), moment(link.createdAt));
    if (m_entry.status != LinkStatus::Unknown) {
        details.add(isTakenBack(m_entry) ? tr("Taken back") : tr("Expires"), moment(link.expiresAt));
        const QString last = m_entry.copiedAt.isValid() ? plainDateText(wallClock(m_entry.copiedAt, m_around.zone).date(), wallClock(m_around.now, m_around.zone).date()) : QString();
        details.add(tr("Copied"), m_entry.copies == 0 ? tr("Never") : tr("%n times, last on %1", nullptr, m_entry.copies).arg(last));
        details.add(tr("Known by"), QStringLiteral("utm_content"));
    }
}

void LinkCard::saveLabel()
{
    const QString label = m_ui->label->text().trimmed();
    if (m_entry.link.id.isEmpty() || label == m_entry.link.label)
        return;
    m_entry.link.label = label;
    m_ui->label->setModified(false);
    emit labelChanged(m_entry.link.id, label);
}

void LinkCard::focusLabel()
{
    m_ui->label->setFocus(Qt::ShortcutFocusReason);
    m_ui->label->selectAll();
}

bool LinkCard::eventFilter(QObject *watched, QEvent *event)
{
    // Escape leaves the label as it was, instead of emptying it as in a search.
    if (watched != m_ui->label || event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QScrollArea::eventFilter(watched, event);
    m_ui->label->setText(m_entry.link.label);
    emit labelLeft();
    return true;
}
