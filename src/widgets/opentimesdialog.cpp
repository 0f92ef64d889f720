// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentimesdialog.h"

#include "bookingdialog.h"
#include "dialogfit.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "format.h"
#include "letterkeys.h"
#include "offersource.h"
#include "opentimesreader.h"
#include "personzones.h"
#include "slotgridcontent.h"
#include "stylesheet.h"
#include "syncservice.h"
#include "timestext.h"
#include "toasthost.h"
#include "ui_opentimesdialog.h"
#include "whynottext.h"
#include "zones.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QScreen>
#include <QShortcut>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr int drawnWidth = 1120;
constexpr int drawnHeight = 660;
constexpr int sideWidth = 336;
constexpr auto oldAfter = 5min;

QString styleKey()
{
    return QStringLiteral("openTimes/style");
}

SlotLook lookFor(const WhyNotOffered &why)
{
    switch (why.kind) {
    case WhyNotOffered::Kind::Full:
    case WhyNotOffered::Kind::Meeting:
    case WhyNotOffered::Kind::BusyElsewhere:
    case WhyNotOffered::Kind::Reserved:
        return SlotLook::Busy;
    case WhyNotOffered::Kind::Past:
    case WhyNotOffered::Kind::NotRead:
    case WhyNotOffered::Kind::DayClosed:
    case WhyNotOffered::Kind::OverrideHours:
    case WhyNotOffered::Kind::OutsideHours:
        return SlotLook::Closed;
    default:
        return SlotLook::Free;
    }
}

} // namespace

OpenTimesDialog::OpenTimesDialog(EventType type, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::OpenTimesDialog>())
    , m_type(std::move(type))
    , m_parts(parts)
    , m_toasts(toasts)
    , m_reader(new OpenTimesReader(m_type.uri, parts.eventTypes, parts.clock, this))
    , m_source(new OfferSource(m_type, parts, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->banner->dismiss();
    m_ui->stripe->present(m_type.color, !isBookable(m_type));
    m_ui->title->setText(eventTypeTitle(m_type));
    m_ui->zone->setZone(QString::fromLatin1(shownZone(m_parts).id()));
    presentWaiting();
    const int remembered = m_parts.remembered ? m_parts.remembered(styleKey()).toInt() : 0;
    QToolButton *const styles[] = {m_ui->formal, m_ui->brief, m_ui->list};
    styles[std::clamp(remembered, 0, 2)]->setChecked(true);
    m_minute.setInterval(30s);
    m_factsSoon.setSingleShot(true);
    m_factsSoon.setInterval(50ms);
    m_ui->book->setVisible(m_parts.bookings != nullptr);
    m_ui->book->setEnabled(false);
    connectParts();
    makeKeys();
    fit();
    m_reader->read();
    m_source->read(m_parts.clock().addDays(OpenTimesReader::days));
    m_minute.start();
    m_ui->loading->setFocus(Qt::OtherFocusReason); // a field has it only if somebody wants to type
}

OpenTimesDialog::~OpenTimesDialog()
{
    // A dialog that is deleted while it is open takes the focus from its fields when only QDialog is left of it.
    m_ui->recipient->disconnect(this);
    m_ui->zone->disconnect(this);
}

/// A limit of calls can last most of a minute, in which it must not look as if nothing came.
void OpenTimesDialog::presentWaiting()
{
    const QDateTime until = m_parts.sync.budget().blockedUntil;
    m_ui->loading->setText(until.isValid() ? tr("This account used up its calls. Calendly asks to wait until %1; then it goes on by itself.").arg(timeText(until, shownZone(m_parts), locale()))
                                           : tr("Reading open times…"));
}

void OpenTimesDialog::connectParts()
{
    connect(m_reader, &OpenTimesReader::changed, this, &OpenTimesDialog::present);
    connect(&m_parts.sync, &SyncService::changed, this, &OpenTimesDialog::presentWaiting);
    connect(m_source, &OfferSource::changed, &m_factsSoon, qOverload<>(&QTimer::start));
    connect(&m_factsSoon, &QTimer::timeout, this, [this] {
        takeFacts();
        m_ui->grid->reasonsChanged();
    });
    connect(&m_minute, &QTimer::timeout, this, &OpenTimesDialog::presentAge);
    connect(m_ui->refresh, &QPushButton::clicked, m_reader, &OpenTimesReader::read);
    connect(m_ui->banner, &Banner::actionClicked, m_reader, &OpenTimesReader::read);
    connect(m_ui->state, &StatePanel::buttonClicked, m_reader, &OpenTimesReader::read);
    connect(m_ui->grid, &SlotGrid::chosenChanged, this, &OpenTimesDialog::presentText);
    connect(m_ui->grid, &SlotGrid::currentChanged, this, [this] {
        m_ui->current->setText(m_ui->grid->currentText());
        m_ui->book->setEnabled(m_ui->grid->currentTime().has_value());
    });
    connect(m_ui->zone, &ZoneBox::zoneChosen, this, [this] {
        keepZone();
        present();
    });
    connect(m_ui->recipient, &QLineEdit::editingFinished, this, &OpenTimesDialog::recallZone);
    connect(m_ui->grid, &SlotGrid::bookPressed, this, &OpenTimesDialog::book);
    connect(m_ui->book, &QPushButton::clicked, this, &OpenTimesDialog::book);
    connect(m_ui->showUnkind, &QCheckBox::toggled, this, &OpenTimesDialog::present);
    for (QToolButton *button : {m_ui->formal, m_ui->brief, m_ui->list}) {
        connect(button, &QToolButton::clicked, this, [this] {
            if (m_parts.remember)
                m_parts.remember(styleKey(), static_cast<int>(style()));
            presentText();
        });
    }
    connect(m_ui->suggest, &QPushButton::clicked, this, &OpenTimesDialog::suggest);
    connect(m_ui->clear, &QPushButton::clicked, this, [this] { m_ui->grid->choose({}); });
    connect(m_ui->copy, &QPushButton::clicked, this, &OpenTimesDialog::copy);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
}

void OpenTimesDialog::makeKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) { connect(new QShortcut(keys, this), &QShortcut::activated, this, act); };
    key(Qt::Key_F5, [this] { m_reader->read(); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copy(); });
    key(Qt::CTRL | Qt::Key_B, [this] { book(); });
    LetterKeys::bind(m_parts.letters, QStringLiteral("openTimes.book"), m_ui->grid, this, [this] { book(); });
    LetterKeys::bind(m_parts.letters, QStringLiteral("openTimes.suggest"), m_ui->grid, this, [this] { suggest(); });
    LetterKeys::name(m_parts.letters, QStringLiteral("openTimes.book"), m_ui->book);
    LetterKeys::name(m_parts.letters, QStringLiteral("openTimes.suggest"), m_ui->suggest);
}

void OpenTimesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &OpenTimesDialog::fit, Qt::QueuedConnection);
}

void OpenTimesDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_ui->grid->chosen().isEmpty())
        return m_ui->grid->choose({});
    QDialog::keyPressEvent(event);
}

void OpenTimesDialog::fit()
{
    const double growth = textGrowth(font());
    m_ui->side->setFixedWidth(qRound(sideWidth * std::min(growth, 1.5)));
    fitDialog(*this, drawnWidth);
    resize(size().expandedTo({0, qRound(drawnHeight * growth)}).boundedTo(screen()->availableSize() - QSize(40, 60)));
}

QTimeZone OpenTimesDialog::theirZone() const
{
    return zoneNamed(m_ui->zone->zone()).value_or(shownZone(m_parts));
}

SlotBoard OpenTimesDialog::board(bool hidesUnkind) const
{
    return SlotBoard(m_reader->times(), {.now = m_parts.clock(),
                                         .zone = shownZone(m_parts),
                                         .theirs = theirZone(),
                                         .length = m_type.duration,
                                         .hidesUnkind = hidesUnkind});
}

void OpenTimesDialog::takeFacts()
{
    m_facts = m_source->facts(m_reader->times(), m_reader->until());
}

void OpenTimesDialog::present()
{
    takeFacts();
    const QTimeZone zone = shownZone(m_parts);
    const QString city = cityOf(m_ui->zone->zone());
    SlotGridContent content{.board = board(!m_ui->showUnkind->isChecked()),
                            .now = m_parts.clock(),
                            .zone = zone,
                            .theirs = theirZone(),
                            .theirCity = city,
                            .locale = locale()};
    content.look = [this](const QDateTime &start) { return lookFor(whyNotOffered(start, m_facts)); };
    content.reason = [this, zone, city, board = content.board](const QDateTime &start) {
        if (board.isHidden(start))
            return tr("It is open, but %1 in %2.").arg(theirTimeText(start, theirZone(), zone, locale()), city);
        return whyNotText(whyNotOffered(start, m_facts), m_facts, zone, locale());
    };
    m_ui->grid->present(content);
    presentZone();
    presentBody();
    presentAge();
    presentText();
}

void OpenTimesDialog::presentZone()
{
    const QDateTime now = m_parts.clock();
    const QString there = timeText(now, theirZone(), locale());
    m_ui->zoneNote->setText(tr("%1 there now, %2", "a time, how far ahead").arg(there, zoneDifferenceText(theirZone(), shownZone(m_parts), now)));
    const int unkind = board(true).hidden();
    m_ui->showUnkind->setText(unkind == 0 ? tr("Show &night times too") : tr("Show %n &night times too", nullptr, unkind));
    m_ui->showUnkind->setToolTip(tr("Before %1 and from %2 on in %3")
                                     .arg(locale().toString(QTime(7, 0), QLocale::ShortFormat), locale().toString(QTime(21, 0), QLocale::ShortFormat),
                                          cityOf(m_ui->zone->zone()))
                                     .toHtmlEscaped());
    m_ui->showUnkind->setEnabled(unkind > 0 || m_ui->showUnkind->isChecked());
}

void OpenTimesDialog::presentBody()
{
    const bool known = m_reader->readAt().isValid();
    if (!known && m_reader->problem()) {
        const ErrorText text = errorText(*m_reader->problem());
        m_ui->state->present(text.iconName, StatePanel::Tone::Warning, text.title, tr("So nobody can say which times are open. %1").arg(text.sentence),
                             text.button.isEmpty() ? QString() : tr("Try again"), QStringLiteral("refresh"));
        m_ui->body->setCurrentWidget(m_ui->state);
    } else if (!known) {
        m_ui->body->setCurrentWidget(m_ui->loading);
    } else if (m_reader->times().isEmpty()) {
        m_ui->state->present(QStringLiteral("availability"), StatePanel::Tone::Accent, tr("No time is open in the next 31 days"), whyEmpty(), tr("Look again"),
                             QStringLiteral("refresh"));
        m_ui->body->setCurrentWidget(m_ui->state);
    } else {
        const bool firstTime = m_ui->body->currentWidget() != m_ui->gridPage;
        // Whoever types an address meanwhile goes on doing so: in the grid its letters would be keys.
        const bool isElsewhere = m_ui->side->isAncestorOf(focusWidget());
        m_ui->body->setCurrentWidget(m_ui->gridPage);
        if (firstTime && !isElsewhere)
            m_ui->grid->setFocus(Qt::OtherFocusReason);
    }
    m_ui->refresh->setEnabled(!m_reader->isReading());
    m_ui->suggest->setEnabled(m_ui->body->currentWidget() == m_ui->gridPage);
}

/// As far as it is known here.
QString OpenTimesDialog::whyEmpty() const
{
    if (m_type.kind == EventType::Kind::Poll)
        return tr("This is a meeting poll: people vote, and nobody books a time.");
    if (!isBookable(m_type))
        return tr("This event type is off, so nobody can book it. Switch it on on the web.");
    if (!m_facts.schedule)
        return tr("Calendly does not say why. Its hours may be closed, or everything in them is taken.");
    const QDateTime now = m_parts.clock();
    const QDate today = wallClock(now, m_facts.zone).date();
    for (int day = 0; day < OpenTimesReader::days; ++day) {
        if (!hoursOn(*m_facts.schedule, today.addDays(day)).isEmpty())
            return tr("%1 has hours in that time, so everything in them is taken, or a rule of the event type forbids it.").arg(m_facts.schedule->name);
    }
    return tr("%1, whose hours it keeps, is closed all that time.").arg(m_facts.schedule->name);
}

void OpenTimesDialog::presentAge()
{
    const QDateTime readAt = m_reader->readAt();
    if (m_reader->isReading())
        m_ui->age->setText(tr("Reading…"));
    else if (!readAt.isValid())
        m_ui->age->clear();
    const std::chrono::seconds age(readAt.isValid() ? std::max<qint64>(readAt.secsTo(m_parts.clock()), 0) : 0);
    if (readAt.isValid() && !m_reader->isReading())
        m_ui->age->setText(tr("Read %1 ago").arg(ageText(age)));
    if (readAt.isValid() && m_reader->problem())
        m_ui->banner->present(errorText(*m_reader->problem()).iconName,
                              tr("%1. These times were read %2 ago; some may be taken by now.").arg(errorText(*m_reader->problem()).title, ageText(age)),
                              tr("Try again"));
    else if (readAt.isValid() && age >= oldAfter)
        m_ui->banner->present(QStringLiteral("clock"), tr("These times were read %1 ago. Some may be taken by now.").arg(ageText(age)), tr("Look again"));
    else
        m_ui->banner->dismiss();
}

TimesStyle OpenTimesDialog::style() const
{
    if (m_ui->list->isChecked())
        return TimesStyle::List;
    return m_ui->brief->isChecked() ? TimesStyle::Short : TimesStyle::Formal;
}

TimesText OpenTimesDialog::textOf(const QList<OpenTime> &times) const
{
    return timesText(times, {.style = style(),
                             .now = m_parts.clock(),
                             .zone = m_ui->zone->zone(),
                             .locale = locale(),
                             .typeName = eventTypeTitle(m_type),
                             .length = m_type.duration,
                             .otherTimes = m_type.schedulingUrl});
}

void OpenTimesDialog::presentText()
{
    const QList<OpenTime> chosen = m_ui->grid->chosen();
    m_ui->chosen->setText(chosen.isEmpty() ? tr("No times chosen") : tr("%n times chosen", nullptr, static_cast<int>(chosen.size())));
    m_ui->copy->setEnabled(!chosen.isEmpty());
    m_ui->clear->setEnabled(!chosen.isEmpty());
    const TimesText text = textOf(chosen);
    m_ui->preview->setHtml(text.html);
    m_ui->preview->setPlaceholderText(tr("Choose times with a click, by dragging, or with arrows and Space. S chooses a few for you."));
}

void OpenTimesDialog::suggest()
{
    m_ui->grid->choose(suggestedTimes(board(!m_ui->showUnkind->isChecked())));
}

void OpenTimesDialog::copy()
{
    const QList<OpenTime> chosen = m_ui->grid->chosen();
    if (chosen.isEmpty())
        return;
    const TimesText text = textOf(chosen);
    auto *copied = new QMimeData;
    copied->setText(text.plain);
    copied->setHtml(text.html);
    QGuiApplication::clipboard()->setMimeData(copied);
    m_toasts.show({.text = tr("%n times copied for %1", nullptr, static_cast<int>(chosen.size())).arg(cityOf(m_ui->zone->zone()))});
    m_ui->chosen->setText(tr("%n times copied", nullptr, static_cast<int>(chosen.size())));
}

void OpenTimesDialog::bookFor(const BookingDraft &draft)
{
    m_draft = draft;
    m_ui->recipient->setText(draft.email);
    recallZone();
}

/// The zone that the person had last, where that is known.
void OpenTimesDialog::recallZone()
{
    const QString email = m_ui->recipient->text().trimmed();
    if (email.compare(m_draft.email, Qt::CaseInsensitive) != 0)
        m_draft = {.email = email};
    QString zone = m_parts.personZones ? m_parts.personZones->zoneOf(email) : QString();
    if (zone.isEmpty())
        zone = m_draft.timezone;
    if (!zoneNamed(zone) || zone == m_ui->zone->zone())
        return;
    m_ui->zone->setZone(zone);
    present();
}

void OpenTimesDialog::keepZone()
{
    const QString email = m_ui->recipient->text().trimmed();
    if (m_parts.personZones && isEmailAddress(email))
        m_parts.personZones->setZone(email, m_ui->zone->zone());
}

void OpenTimesDialog::book()
{
    const std::optional<OpenTime> time = m_ui->grid->currentTime();
    if (!time || !m_parts.bookings)
        return;
    BookingDraft draft = m_draft;
    draft.timezone = m_ui->zone->zone();
    auto *dialog = new BookingDialog(m_type, time->start, draft, m_parts, m_toasts, this);
    connect(dialog, &BookingDialog::timesRead, m_reader, &OpenTimesReader::take);
    connect(dialog, &BookingDialog::booked, m_reader, &OpenTimesReader::read);
    dialog->open();
}
