// SPDX-License-Identifier: GPL-3.0-or-later
#include "reasonfield.h"

#include "cancelreason.h"
#include "chip.h"
#include "fieldhighlighter.h"
#include "flowrow.h"
#include "icons.h"
#include "stylesheet.h"
#include "ui_reasonfield.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace {

constexpr int mostChips = 4; // the rest is in the menu
constexpr int lines = 3; // of the reason that are seen, whatever stands above

} // namespace

ReasonField::ReasonField(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ReasonField>()), m_highlighter(nullptr)
{
    m_ui->setupUi(this);
    m_highlighter = new FieldHighlighter(m_ui->reason->document());
    new FlowRow(m_ui->chips, 6);
    m_ui->unknownFields->hide();
    m_ui->reasonName->hide();
    m_ui->saveReason->hide();
    m_ui->reasonName->installEventFilter(this);
    fillFieldMenu();
    paintIcons();
    makeRoom();
    connect(m_ui->reason, &QPlainTextEdit::textChanged, this, &ReasonField::markChips);
    connect(m_ui->reason, &QPlainTextEdit::textChanged, this, &ReasonField::warn);
    connect(m_ui->reason, &QPlainTextEdit::textChanged, this, &ReasonField::changed);
    connect(m_ui->saveReason, &QPushButton::clicked, this, &ReasonField::save);
    setFocusProxy(m_ui->reason);
}

ReasonField::~ReasonField() = default;

void ReasonField::setParts(const MainWindowParts &parts)
{
    m_saved.emplace(parts);
    showSaved();
}

QString ReasonField::text() const
{
    return m_ui->reason->toPlainText();
}

void ReasonField::setText(const QString &text)
{
    m_ui->reason->setPlainText(text);
}

void ReasonField::setReadOnly(bool readOnly)
{
    m_ui->reason->setReadOnly(readOnly);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->chips, m_ui->fields, m_ui->manage})
        widget->setEnabled(!readOnly);
}

bool ReasonField::isReadOnly() const
{
    return m_ui->reason->isReadOnly();
}

void ReasonField::append(const QString &text)
{
    const QString before = this->text();
    const bool blank = !before.isEmpty() && !before.back().isSpace();
    QTextCursor end = m_ui->reason->textCursor();
    end.movePosition(QTextCursor::End);
    end.insertText(blank ? QLatin1Char(' ') + text : text);
}

void ReasonField::type(const QString &text)
{
    m_ui->reason->setFocus(Qt::OtherFocusReason);
    m_ui->reason->insertPlainText(text);
}

bool ReasonField::hasCursor() const
{
    return m_ui->reason->hasFocus() || m_ui->reasonName->hasFocus();
}

void ReasonField::showLength(qsizetype filled)
{
    const QLocale locale;
    m_ui->counter->setText(tr("%1 of %2").arg(locale.toString(filled), locale.toString(longestCancelReason)));
    const QString tone = filled > longestCancelReason ? QStringLiteral("danger") : QStringLiteral("text3");
    if (m_ui->counter->property("tone") == tone)
        return;
    m_ui->counter->setProperty("tone", tone);
    restyle(m_ui->counter);
}

void ReasonField::fillFieldMenu()
{
    auto *menu = new QMenu(this);
    const std::pair<QString, QString> fields[]{{QStringLiteral("{name}"), tr("Name of the person")},
                                               {QStringLiteral("{event}"), tr("Name of the event type")},
                                               {QStringLiteral("{rebook link}"), tr("Link for choosing a new time")}};
    for (const auto &[field, meaning] : fields) {
        QAction *action = menu->addAction(tr("%1  %2").arg(field, meaning));
        connect(action, &QAction::triggered, this, [this, text = field] { type(text); });
    }
    m_ui->fields->setMenu(menu);
}

/// The chips and the menu of what is saved now.
void ReasonField::showSaved()
{
    for (QToolButton *chip : std::as_const(m_chips))
        chip->deleteLater();
    m_chips.clear();
    delete m_ui->manage->menu();
    auto *menu = new QMenu(this);
    QMenu *removal = nullptr;
    const QList<SavedReason> reasons = m_saved->all();
    for (const SavedReason &reason : reasons) {
        QString name = reason.name;
        name.replace(QLatin1Char('&'), QLatin1String("&&"));
        connect(menu->addAction(name), &QAction::triggered, this, [this, reason] { take(reason); });
        if (!removal)
            removal = new QMenu(tr("Remove"), menu);
        connect(removal->addAction(name), &QAction::triggered, this, [this, reason] {
            m_saved->remove(reason.name);
            showSaved();
        });
        if (m_chips.size() >= mostChips)
            continue;
        auto *chip = new Chip(m_ui->chips);
        chip->setText(reason.name);
        chip->setCheckable(true);
        chip->setProperty("reason", reason.text);
        connect(chip, &QToolButton::clicked, this, [this, reason] { take(reason); });
        m_chips.append(chip);
    }
    if (removal) {
        menu->addSeparator();
        menu->addMenu(removal);
    } else {
        menu->addAction(tr("None yet"))->setEnabled(false);
    }
    m_ui->manage->setMenu(menu);
    auto *keep = new Chip(m_ui->chips);
    keep->setObjectName(QStringLiteral("saveThis"));
    keep->setText(tr("+ Save this one"));
    connect(keep, &QToolButton::clicked, this, &ReasonField::askName);
    m_chips.append(keep);
    for (QToolButton *chip : std::as_const(m_chips)) {
        m_ui->chips->layout()->addWidget(chip);
        chip->show();
    }
    markChips();
}

void ReasonField::markChips()
{
    const QString written = text().trimmed();
    const bool known = std::any_of(m_chips.begin(), m_chips.end(), [&written](const QToolButton *chip) {
        return chip->isCheckable() && chip->property("reason").toString() == written;
    });
    for (QToolButton *chip : std::as_const(m_chips)) {
        if (chip->isCheckable())
            chip->setChecked(!written.isEmpty() && chip->property("reason").toString() == written);
        else
            chip->setEnabled(!written.isEmpty() && !known);
    }
}

/// A field with a slip of the pen would be mailed with its braces.
void ReasonField::warn()
{
    const QStringList unknown = unknownFields(text());
    m_ui->unknownFields->setText(unknown.size() == 1 ? tr("%1 is no field: it is sent as it stands.").arg(unknown.first())
                                                     : tr("%1 are no fields: they are sent as they stand.").arg(unknown.join(tr(", "))));
    m_ui->unknownFields->setVisible(!unknown.isEmpty());
}

void ReasonField::take(const SavedReason &reason)
{
    setText(reason.text);
    m_ui->reason->moveCursor(QTextCursor::End);
    m_ui->reason->setFocus(Qt::OtherFocusReason);
    markChips();
}

void ReasonField::askName()
{
    m_ui->reasonName->clear();
    m_ui->reasonName->show();
    m_ui->saveReason->show();
    m_ui->reasonName->setFocus(Qt::OtherFocusReason);
}

void ReasonField::save()
{
    const QString name = m_ui->reasonName->text().trimmed();
    if (name.isEmpty())
        return m_ui->reasonName->setFocus(Qt::OtherFocusReason);
    m_saved->save({name, text().trimmed()});
    m_ui->reasonName->hide();
    m_ui->saveReason->hide();
    m_ui->reason->setFocus(Qt::OtherFocusReason);
    showSaved();
}

/// Enter and Escape in the name mean the name, not the dialog around it.
bool ReasonField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return false;
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        save();
        return true;
    }
    if (key->key() != Qt::Key_Escape)
        return false;
    m_ui->reasonName->hide();
    m_ui->saveReason->hide();
    m_ui->reason->setFocus(Qt::OtherFocusReason);
    return true;
}

void ReasonField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_highlighter)
        makeRoom();
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        m_highlighter->rehighlight();
        paintIcons();
    }
}

void ReasonField::makeRoom()
{
    const int frame = qRound(m_ui->reason->document()->documentMargin()) + m_ui->reason->frameWidth();
    // Fixed: by itself it would be taller than a dialog has room for, and whatever may shrink is cut where rows wrap.
    m_ui->reason->setFixedHeight(lines * m_ui->reason->fontMetrics().lineSpacing() + 2 * frame + 8);
}

void ReasonField::paintIcons()
{
    for (QToolButton *button : {m_ui->fields, m_ui->manage})
        button->setIcon(themeIcon(QStringLiteral("chevron-down"), ColorRole::AccentText));
}
