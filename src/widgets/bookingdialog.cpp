// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingdialog.h"

#include "accountservice.h"
#include "accountwords.h"
#include "bookingform.h"
#include "bookingservice.h"
#include "bookingtext.h"
#include "dialogfit.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "externallinks.h"
#include "flowrow.h"
#include "format.h"
#include "keybutton.h"
#include "mainwindowparts.h"
#include "opentimesreader.h"
#include "personzones.h"
#include "plaintext.h"
#include "toasthost.h"
#include "ui_bookingdialog.h"
#include "zones.h"

#include <QScreen>
#include <QShortcut>

#include <algorithm>

namespace {

constexpr int drawnWidth = 520;
constexpr int drawnHeight = 640;
constexpr int offered = 3;

} // namespace

BookingDialog::BookingDialog(EventType type, const QDateTime &start, const BookingDraft &filled, const MainWindowParts &parts, ToastHost &toasts,
                             QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::BookingDialog>())
    , m_type(std::move(type))
    , m_start(start)
    , m_parts(parts)
    , m_toasts(toasts)
    , m_form(new BookingForm(m_type, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->title->setText(tr("Book %1").arg(eventTypeTitle(m_type)));
    m_ui->formArea->setWidget(m_form);
    m_form->setAutoFillBackground(false); // the dialog's own ground
    m_ui->formArea->viewport()->setAutoFillBackground(false);
    new FlowRow(m_ui->others, 8);
    m_ui->gone->hide();
    m_ui->problem->hide();
    m_ui->openPage->hide();
    m_form->setDraft(filled);
    connect(m_form, &BookingForm::changed, this, &BookingDialog::presentTime);
    connect(m_form, &BookingForm::changed, this, &BookingDialog::presentSummary);
    connect(m_form, &BookingForm::emailEntered, this, &BookingDialog::recallZone);
    connect(m_ui->close, &QPushButton::clicked, this, &BookingDialog::reject);
    connect(m_ui->book, &QPushButton::clicked, this, &BookingDialog::tryToBook);
    connect(m_ui->openPage, &QPushButton::clicked, this, [this] { openExternally(m_type.schedulingUrl); });
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_ui->book, &QPushButton::click);
    presentTime();
    presentSummary();
    presentWorking(false);
    fit();
}

BookingDialog::~BookingDialog()
{
    m_form->disconnect(this); // which tells of an address when its field loses the focus: here, to nobody
}

void BookingDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &BookingDialog::fit, Qt::QueuedConnection);
}

void BookingDialog::fit()
{
    fitDialog(*this, drawnWidth);
    resize(size().expandedTo({0, drawnHeight}).boundedTo(screen()->availableSize() - QSize(40, 60)));
}

void BookingDialog::presentTime()
{
    const QTimeZone zone = shownZone(m_parts);
    const QDateTime end = m_start.addSecs(std::chrono::seconds(m_type.duration).count());
    QString text = dateAndTimesText(m_start, end, zone, m_parts.clock(), locale());
    const std::optional<QTimeZone> theirs = zoneNamed(m_form->zone());
    if (theirs && theirs->offsetFromUtc(m_start) != zone.offsetFromUtc(m_start))
        text = tr("%1 · %2 in %3", "own time, their time, their city").arg(text, theirTimeText(m_start, *theirs, zone, locale()), cityOf(m_form->zone()));
    m_ui->time->setText(text);
}

void BookingDialog::presentSummary()
{
    m_ui->summary->setText(withAccount(m_parts, summaryText(m_form->draft())));
    if (const auto account = m_parts.account.account())
        m_ui->quota->setText(quotaText(bookingLimit(account->organization), m_parts.bookings->countToday()));
}

void BookingDialog::presentWorking(bool working, const QString &what)
{
    if (working && !m_working)
        m_resumeAt = focusWidget();
    m_working = working;
    m_form->setEnabled(!working);
    m_ui->book->setEnabled(!working);
    m_ui->book->setText(working ? what : tr("Book"));
    m_ui->others->setEnabled(!working);
    if (working) {
        m_ui->problem->hide();
        m_ui->openPage->hide();
    } else if (m_resumeAt) {
        m_resumeAt->setFocus(Qt::OtherFocusReason);
        m_resumeAt.clear();
    }
}

void BookingDialog::recallZone(const QString &email)
{
    const QString zone = m_parts.personZones ? m_parts.personZones->zoneOf(email) : QString();
    if (!zone.isEmpty() && zoneNamed(zone))
        m_form->setZone(zone);
}

void BookingDialog::tryToBook()
{
    if (m_working)
        return;
    BookingDraft draft = m_form->draft();
    draft.start = m_start;
    const QList<BookingFault> faults = faultsOf(draft, m_type);
    m_form->showFaults(faults);
    if (!faults.isEmpty())
        return;
    m_sent = draft;
    m_ui->gone->hide();
    presentWorking(true, tr("Looking whether it is still open…"));
    m_parts.eventTypes.openTimes(m_type.uri, OpenTimesReader::days, this, [this](const Result<QList<OpenTime>> &times) { lookedAgain(times); });
}

void BookingDialog::lookedAgain(const Result<QList<OpenTime>> &times)
{
    if (!times) {
        presentWorking(false);
        m_ui->problem->setText(tr("Nothing was booked, since it could not be seen whether the time is still open. %1").arg(errorText(times.error()).title));
        m_ui->problem->show();
        return;
    }
    emit timesRead(*times);
    const bool isOpen = std::any_of(times->begin(), times->end(), [this](const OpenTime &time) { return time.start == m_start; });
    if (isOpen)
        send();
    else
        presentGone(*times);
}

void BookingDialog::send()
{
    const auto account = m_parts.account.account();
    if (!account)
        return presentWorking(false);
    presentWorking(true, tr("Booking…"));
    m_parts.bookings->book(m_sent, m_type, {account->user.uri, account->organization.uri}, this,
                           [this](const Result<QUrl> &outcome) { ended(outcome); });
}

void BookingDialog::ended(const Result<QUrl> &outcome)
{
    if (!outcome) {
        const bool isTaken = outcome.error().kind == Error::Kind::Conflict && outcome.error().httpStatus != 0;
        return isTaken ? lookForOthers() : fail(outcome.error());
    }
    if (m_parts.personZones)
        m_parts.personZones->setZone(m_sent.email, m_sent.timezone);
    const QDateTime end = m_start.addSecs(std::chrono::seconds(m_type.duration).count());
    const QString when = dateAndTimesText(m_start, end, shownZone(m_parts), m_parts.clock(), locale());
    m_toasts.show({.text = tr("%1 is booked for %2. Calendly mails everybody.").arg(isolated(oneLine(m_sent.name)), when)});
    m_working = false;
    emit booked();
    accept();
}

/// Somebody was quicker than our request.
void BookingDialog::lookForOthers()
{
    presentWorking(true, tr("Looking for other times…"));
    m_parts.eventTypes.openTimes(m_type.uri, OpenTimesReader::days, this, [this](const Result<QList<OpenTime>> &times) {
        if (times)
            emit timesRead(*times);
        presentGone(times.value_or({}));
    });
}

void BookingDialog::presentGone(const QList<OpenTime> &others)
{
    presentWorking(false);
    QList<OpenTime> left = others;
    left.removeIf([this](const OpenTime &time) { return time.start == m_start; });
    const QList<OpenTime> nearest = nearestTimes(left, m_start, offered);
    qDeleteAll(m_ui->others->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    for (const OpenTime &time : nearest) {
        auto *button = new KeyButton(m_ui->others);
        button->setAutoDefault(false);
        const QDateTime end = time.start.addSecs(std::chrono::seconds(m_type.duration).count());
        button->setText(dateAndTimesText(time.start, end, shownZone(m_parts), m_parts.clock(), locale()));
        connect(button, &QPushButton::clicked, this, [this, start = time.start] {
            m_start = start;
            m_ui->gone->hide();
            presentTime();
            m_ui->book->setFocus(Qt::OtherFocusReason);
        });
        m_ui->others->layout()->addWidget(button);
    }
    m_ui->goneText->setText(nearest.isEmpty() ? tr("This time is no longer open, and nothing was booked. No other time is known to be open.")
                                              : tr("This time is no longer open, and nothing was booked. What you typed stays. These are the nearest open times:"));
    m_ui->gone->show();
    if (auto *first = m_ui->others->findChild<QPushButton *>())
        first->setFocus(Qt::OtherFocusReason);
}

void BookingDialog::fail(const Error &error)
{
    presentWorking(false);
    presentSummary();
    m_ui->problem->setText(error.kind == Error::Kind::Conflict ? error.message : bookingErrorText(error));
    m_ui->problem->show();
    m_ui->openPage->setVisible(mayOpenExternally(m_type.schedulingUrl));
}

/// While something is on its way the dialog stays, since only here it is told what came of it.
void BookingDialog::reject()
{
    if (m_working)
        return;
    QDialog::reject();
}
