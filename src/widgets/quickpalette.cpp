// SPDX-License-Identifier: GPL-3.0-or-later
#include "quickpalette.h"

#include "accountservice.h"
#include "clipboardwords.h"
#include "colleaguetypes.h"
#include "deadlinkcheck.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "format.h"
#include "linkservice.h"
#include "mainwindowparts.h"
#include "opentimesdialog.h"
#include "organizationservices.h"
#include "paletteframe.h"
#include "paletterows.h"
#include "plaintext.h"
#include "stylesheet.h"
#include "teamservice.h"
#include "ui_quickpalette.h"
#include "zones.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>

namespace {

constexpr int dialogWidth = 600; // at 13 px
constexpr int mostRows = 7;
constexpr int fromTopPercent = 22;

QString keyText(QKeyCombination keys)
{
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

QString addressOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

QuickPalette::QuickPalette(const MainWindowParts &parts, ToastHost &toasts, QWidget *window)
    : QDialog(nullptr, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
    , m_ui(std::make_unique<Ui::QuickPalette>())
    , m_parts(parts)
    , m_toasts(toasts)
    , m_window(window)
    , m_check(new DeadLinkCheck(parts, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    new PaletteFrame(this);
    m_rows = new PaletteRows(m_ui->field, m_ui->list, mostRows, this);
    m_ui->label->setIconName(QStringLiteral("label"));
    m_ui->retry->setKeyText(keyText(Qt::Key_Enter));
    for (QWidget *input : {static_cast<QWidget *>(m_ui->field), static_cast<QWidget *>(m_ui->label), static_cast<QWidget *>(m_ui->retry)})
        input->installEventFilter(this);
    connect(m_ui->field, &QLineEdit::textChanged, this, &QuickPalette::find);
    connect(m_ui->list, &QListView::clicked, this, &QuickPalette::act);
    connect(m_ui->retry, &QPushButton::clicked, this, [this] { make(m_type); });
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, [this] {
        if (m_step == Step::Choosing)
            presentHits(m_ui->field->text());
    });
    if (m_parts.organization) {
        m_colleagues = new ColleagueTypes(m_parts.organization->team, m_parts.clock, this);
        connect(&m_parts.organization->team, &TeamService::changed, this, [this] {
            if (m_step == Step::Choosing)
                find(m_ui->field->text());
        });
        connect(m_colleagues, &ColleagueTypes::changed, this, [this] {
            if (m_step == Step::Choosing)
                presentHits(m_ui->field->text());
        });
    }
    if (const auto account = m_parts.account.account())
        m_ui->account->setText(oneLine(account->user.name, 40));
    if (const auto account = m_parts.account.account(); account && m_colleagues)
        m_colleagues->readMembers(account->user);
    showStep(Step::Choosing);
    find({});
}

QuickPalette::~QuickPalette() = default;

void QuickPalette::present()
{
    const QScreen *screen = QGuiApplication::screenAt(QCursor::pos());
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    fit();
    move(room.center().x() - width() / 2, room.top() + room.height() * fromTopPercent / 100);
    show();
    raise();
    activateWindow();
    m_ui->field->setFocus(Qt::OtherFocusReason);
}

bool QuickPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const int key = press->key() == Qt::Key_Enter ? int(Qt::Key_Return) : press->key();
    const Qt::KeyboardModifiers modifiers = press->modifiers() & ~Qt::KeypadModifier;
    if (key == Qt::Key_Escape) { // the fields would keep it to clear themselves
        reject();
        return true;
    }
    if (watched == m_ui->field)
        return fieldKey(key, modifiers);
    if (watched == m_ui->label)
        return labelKey(key, modifiers);
    if (key != Qt::Key_Return)
        return false;
    make(m_type);
    return true;
}

bool QuickPalette::fieldKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (m_step == Step::Warned && key == Qt::Key_Return)
        accept();
    if (m_step != Step::Choosing)
        return key == Qt::Key_Return;
    if (modifiers == Qt::AltModifier && key >= Qt::Key_1 && key <= Qt::Key_9) {
        copyPinned(key - Qt::Key_0);
        return true;
    }
    if (key != Qt::Key_Return)
        return false;
    if (modifiers == Qt::ControlModifier)
        copyOrdinary();
    else if (modifiers == Qt::ShiftModifier)
        askForLabel();
    else if (modifiers == Qt::AltModifier)
        showOpenTimes();
    else
        act();
    return true;
}

bool QuickPalette::labelKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_C && modifiers == Qt::ControlModifier && m_step == Step::Made && !m_ui->label->hasSelectedText()) {
        copyAgain();
        return true;
    }
    if (key != Qt::Key_Return)
        return false;
    if (m_step == Step::Labelling)
        make(m_type);
    else
        accept();
    return true;
}

/// Who turns to something else is done here. A link that is being made still comes to the clipboard.
void QuickPalette::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || isActiveWindow() || !isVisible())
        return;
    if (m_step == Step::Making)
        hide();
    else
        close();
}

void QuickPalette::accept()
{
    saveLabel();
    QDialog::accept();
}

void QuickPalette::closeEvent(QCloseEvent *event)
{
    saveLabel();
    QDialog::closeEvent(event);
}

void QuickPalette::find(const QString &typed)
{
    if (m_colleagues)
        m_colleagues->want(typed, self());
    presentHits(typed);
}

void QuickPalette::presentHits(const QString &typed)
{
    const QMap<int, EventType> pins = m_parts.eventTypes.pins();
    m_hits = quickHits(m_parts.eventTypes.eventTypes(), pins, m_parts.eventTypes.uses(), typed);
    if (m_colleagues)
        m_hits += m_colleagues->hits(typed, self());
    QList<PaletteItem> items;
    for (const QuickHit &hit : std::as_const(m_hits))
        items.append(quickItem(hit));
    m_rows->present(items, typed, !pins.isEmpty());
    showStep(Step::Choosing);
}

QUrl QuickPalette::self() const
{
    const auto account = m_parts.account.account();
    return account ? account->user.uri : QUrl();
}

/// What Enter and a click do.
void QuickPalette::act()
{
    if (isColleagues())
        copyOrdinary();
    else if (const std::optional<EventType> type = currentType())
        make(*type);
}

bool QuickPalette::isColleagues() const
{
    return m_rows->current() >= 0 && !m_hits.at(m_rows->current()).owner.isEmpty();
}

std::optional<EventType> QuickPalette::currentType() const
{
    const int row = m_rows->current();
    return row >= 0 && m_hits.at(row).whyNot.isEmpty() ? std::optional(m_hits.at(row).type) : std::nullopt;
}

void QuickPalette::askForLabel()
{
    const std::optional<EventType> type = currentType();
    if (!type || isColleagues()) // only one's own links are in the ledger
        return;
    m_type = *type;
    showOutcome(QStringLiteral("label"), ColorRole::Text2, tr("Single-use link · %1").arg(eventTypeTitle(m_type)), tr("Only you see the label."));
    showStep(Step::Labelling);
}

void QuickPalette::copyPinned(int digit)
{
    const QMap<int, EventType> pins = m_parts.eventTypes.pins();
    if (const auto pin = pins.find(digit); pin != pins.end())
        make(*pin);
}

void QuickPalette::make(const EventType &type)
{
    if (type.uri.isEmpty() || m_step == Step::Making)
        return;
    m_type = type;
    showOutcome(QStringLiteral("link"), ColorRole::Text2, tr("Making a link · %1").arg(eventTypeTitle(type)), clipboardSentence(m_parts.links));
    showStep(Step::Making);
    m_parts.links.singleUseLink(type, m_ui->label->text().trimmed(), this, [this](const Result<SchedulingLink> &link) { made(link); });
}

void QuickPalette::made(const Result<SchedulingLink> &link)
{
    const bool hidden = !isVisible();
    if (!link) {
        showOutcome(QStringLiteral("warning"), ColorRole::Danger, tr("No link was copied. %1").arg(errorSentence(link.error())), clipboardSentence(m_parts.links));
        showStep(Step::Failed);
        if (hidden)
            present();
        return;
    }
    m_link = *link;
    copyAgain();
    if (hidden) {
        deleteLater();
        return;
    }
    const QTimeZone zone = shownZone(m_parts);
    const QString ends = plainDateText(wallClock(link->expiresAt, zone).date(), wallClock(m_parts.clock(), zone).date());
    QString detail = link->bookingUrl.toDisplayString(QUrl::RemoveScheme | QUrl::RemoveQuery).mid(2);
    if (!m_ui->account->text().isEmpty())
        detail = tr("%1, as %2", "address, account").arg(detail, m_ui->account->text());
    const QString dead = DeadLinkCheck::reason(m_type);
    showOutcome(dead.isEmpty() ? QStringLiteral("done") : QStringLiteral("warning"), dead.isEmpty() ? ColorRole::Ok : ColorRole::BrassText,
                tr("Single-use link copied · %1 · expires %2").arg(eventTypeTitle(m_type), ends), dead.isEmpty() ? detail : tr("%1. But %2.").arg(detail, dead));
    showStep(Step::Made);
    m_check->lookForTimes(m_type, [this, detail](const QString &sentence) {
        if (sentence.isEmpty())
            return;
        m_ui->mark->present(QStringLiteral("warning"), ColorRole::BrassText, 20);
        m_ui->detail->setText(detail + QLatin1Char('\n') + sentence);
        fit();
    });
}

void QuickPalette::copyAgain()
{
    m_copied = addressOf(m_link.bookingUrl);
    QGuiApplication::clipboard()->setText(m_copied);
    m_parts.links.countCopy(m_link.id);
}

void QuickPalette::copyOrdinary()
{
    const std::optional<EventType> type = currentType();
    if (!type)
        return;
    m_copied = addressOf(type->schedulingUrl);
    QGuiApplication::clipboard()->setText(m_copied);
    const QString dead = DeadLinkCheck::reason(*type);
    if (!dead.isEmpty())
        return warn(*type, tr("But %1.").arg(dead));
    // Nobody waits for the look at the times: the window comes back only with bad news.
    hide();
    m_ui->field->clear();
    m_check->lookForTimes(*type, [this, type](const QString &sentence) {
        if (isVisible()) // opened anew meanwhile
            return;
        if (sentence.isEmpty())
            return deleteLater();
        warn(*type, sentence);
        present();
    });
}

void QuickPalette::warn(const EventType &type, const QString &sentence)
{
    showOutcome(QStringLiteral("warning"), ColorRole::BrassText, tr("Link copied · %1").arg(eventTypeTitle(type)), sentence);
    showStep(Step::Warned);
}

/// In the window, which a grid of days needs.
void QuickPalette::showOpenTimes()
{
    const std::optional<EventType> type = currentType();
    if (!type)
        return;
    accept();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    (new OpenTimesDialog(*type, m_parts, m_toasts, m_window))->open();
}

/// Kept when the window goes, unless by Escape: a typed word is never lost by a click elsewhere.
void QuickPalette::saveLabel()
{
    const QString label = m_ui->label->text().trimmed();
    if (m_step == Step::Made && label != m_link.label && m_parts.links.setLabel(m_link.id, label))
        m_link.label = label;
}

void QuickPalette::showOutcome(const QString &iconName, ColorRole role, const QString &title, const QString &detail)
{
    m_ui->mark->present(iconName, role, 20);
    m_ui->title->setText(title);
    m_ui->detail->setText(detail);
    m_ui->outcome->setAccessibleName(title);
    QAccessibleEvent alert(m_ui->outcome, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void QuickPalette::showStep(Step step)
{
    m_step = step;
    const bool choosing = step == Step::Choosing;
    m_ui->list->setVisible(choosing && !m_rows->isEmpty());
    m_ui->nothing->setVisible(choosing && m_rows->isEmpty());
    m_ui->outcome->setVisible(!choosing);
    m_ui->field->setReadOnly(!choosing);
    m_ui->label->setVisible(step == Step::Labelling || step == Step::Made);
    m_ui->retry->setVisible(step == Step::Failed);
    const QString enter = keyText(Qt::Key_Enter);
    QList<KeyHints::Hint> hints;
    if (choosing)
        hints = {{keyText(Qt::CTRL | Qt::Key_Enter), tr("Ordinary link")}, {keyText(Qt::SHIFT | Qt::Key_Enter), tr("With label")},
                 {keyText(Qt::ALT | Qt::Key_Enter), tr("Open times")}};
    else if (step == Step::Labelling)
        hints = {{enter, tr("Copy single-use link")}};
    else if (step == Step::Made)
        hints = {{enter, tr("Save label")}, {keyText(Qt::CTRL | Qt::Key_C), tr("Copy again")}};
    else if (step == Step::Failed)
        hints = {{enter, tr("Try again")}};
    hints.append({keyText(Qt::Key_Escape), tr("Close")});
    m_ui->hints->present(hints);
    if (m_ui->label->isVisibleTo(this))
        m_ui->label->setFocus(Qt::OtherFocusReason);
    else if (step == Step::Failed)
        m_ui->retry->setFocus(Qt::OtherFocusReason);
    fit();
}

void QuickPalette::fit()
{
    m_rows->fit();
    setFixedWidth(qRound(dialogWidth * textGrowth(font())));
    m_ui->column->activate();
    adjustSize();
}
