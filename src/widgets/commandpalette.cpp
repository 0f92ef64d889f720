// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandpalette.h"

#include "paletteframe.h"
#include "paletterows.h"
#include "stylesheet.h"
#include "ui_commandpalette.h"

#include <QKeyEvent>

namespace {

constexpr int dialogWidth = 600; // at 13 px
constexpr int mostRows = 8;
constexpr int fromTopPercent = 22;

} // namespace

CommandPalette::CommandPalette(Source source, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_ui(std::make_unique<Ui::CommandPalette>())
    , m_source(std::move(source))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    new PaletteFrame(this);
    m_rows = new PaletteRows(m_ui->field, m_ui->list, mostRows, this);
    m_ui->field->installEventFilter(this);
    connect(m_ui->field, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_ui->list, &QListView::clicked, this, &CommandPalette::runCurrent);
    m_ui->field->setFocus();
    find({});
}

CommandPalette::~CommandPalette() = default;

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape: // the field would keep it to clear itself
        reject();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

void CommandPalette::find(const QString &typed)
{
    const PaletteWish wish = paletteWish(typed);
    m_rows->present(m_source(wish), wish.text);
    m_ui->list->setVisible(!m_rows->isEmpty());
    m_ui->nothing->setVisible(m_rows->isEmpty());
    fit();
}

void CommandPalette::runCurrent()
{
    const int current = m_rows->current();
    if (current < 0 || !m_rows->item(current).whyNot.isEmpty())
        return;
    const std::function<void()> run = m_rows->item(current).run;
    accept();
    // Later: what it does may ask for the focus, which this window gives back only when it is gone.
    QMetaObject::invokeMethod(parent(), run, Qt::QueuedConnection);
}

void CommandPalette::fit()
{
    const double growth = textGrowth(font());
    const int width = std::min(qRound(dialogWidth * growth), parentWidget()->width() - 40);
    m_rows->fit();
    setFixedWidth(width);
    adjustSize();
    const QPoint top = parentWidget()->mapToGlobal(QPoint(parentWidget()->width() / 2, parentWidget()->height() * fromTopPercent / 100));
    QDialog::move(top.x() - width / 2, top.y());
}
