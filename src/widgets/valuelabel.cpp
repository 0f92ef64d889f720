// SPDX-License-Identifier: GPL-3.0-or-later
#include "valuelabel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

ValueLabel::ValueLabel(const QString &value, QWidget *parent) : QLabel(parent), m_value(value)
{
    setTextFormat(Qt::PlainText);
    setText(value);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
}

void ValueLabel::setLink(const QString &act)
{
    m_act = act;
    setTextFormat(Qt::RichText);
    setLinkText();
    // Enter is our own, as a link that is reached by keys would stop Tab twice.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard | Qt::LinksAccessibleByMouse);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_value);
    connect(this, &QLabel::linkActivated, this, &ValueLabel::linkWanted);
}

/// The only markup is this link around escaped text; where it leads is not in it.
void ValueLabel::setLinkText()
{
    setText(QStringLiteral("<a href=\"value\" style=\"text-decoration:none\">%1</a>").arg(m_value.toHtmlEscaped()));
}

void ValueLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_act.isEmpty())
        return;
    // A link gets its color when its text is read, and one that is the same is not read again.
    setText(QString());
    setLinkText();
}

void ValueLabel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy) && !hasSelectedText())
        copyWhole();
    else if (enter && !m_act.isEmpty())
        emit linkWanted();
    else
        QLabel::keyPressEvent(event);
}

void ValueLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("valueMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_act.isEmpty())
        connect(menu->addAction(m_act), &QAction::triggered, this, &ValueLabel::linkWanted);
    connect(menu->addAction(tr("&Copy value")), &QAction::triggered, this, &ValueLabel::copyWhole);
    if (const QString selected = selectedText(); !selected.isEmpty() && selected != m_value) {
        connect(menu->addAction(tr("Copy &selected text")), &QAction::triggered, this,
                [selected] { QGuiApplication::clipboard()->setText(selected); });
    }
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? mapToGlobal(rect().bottomLeft()) : event->globalPos());
}

/// Who comes by Tab sees where the focus is, and has what Ctrl+C copies.
void ValueLabel::focusInEvent(QFocusEvent *event)
{
    QLabel::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        setSelection(0, static_cast<int>(m_value.size()));
}

void ValueLabel::focusOutEvent(QFocusEvent *event)
{
    QLabel::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        setSelection(0, 0);
}

void ValueLabel::copyWhole() const
{
    QGuiApplication::clipboard()->setText(m_value);
}
