// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandpalette.h"

#include "palettedelegate.h"
#include "palettemodel.h"
#include "stylesheet.h"
#include "theme.h"
#include "ui_commandpalette.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

namespace {

constexpr int dialogWidth = 600; // at 13 px
constexpr int mostRows = 8;
constexpr int fromTopPercent = 22;

} // namespace

CommandPalette::CommandPalette(Source source, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_ui(std::make_unique<Ui::CommandPalette>())
    , m_source(std::move(source))
    , m_model(new PaletteModel(this))
    , m_delegate(new PaletteDelegate(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->list->setModel(m_model);
    m_ui->list->setItemDelegate(m_delegate);
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
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(mostRows);
        return true;
    case Qt::Key_PageUp:
        step(-mostRows);
        return true;
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

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(themeColor(ColorRole::Line2, palette()));
    painter.setBrush(themeColor(ColorRole::Surface, palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::find(const QString &typed)
{
    const PaletteWish wish = paletteWish(typed);
    m_delegate->setTyped(wish.text);
    m_model->setItems(m_source(wish));
    m_ui->list->setVisible(m_model->rowCount() > 0);
    m_ui->nothing->setVisible(m_model->rowCount() == 0);
    fit();
    if (m_model->rowCount() > 0)
        step(0);
}

/// A screen reader hears of the row as if it had the focus, which stays with the field.
void CommandPalette::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int from = std::max(0, m_ui->list->currentIndex().row());
    const QModelIndex wanted = m_model->index(std::clamp(from + rows, 0, count - 1), 0);
    m_ui->list->setCurrentIndex(wanted);
    m_ui->field->setAccessibleDescription(wanted.data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent told(m_ui->list, QAccessible::Focus);
    told.setChild(wanted.row());
    QAccessible::updateAccessibility(&told);
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_ui->list->currentIndex();
    if (!current.isValid() || !m_model->item(current.row()).whyNot.isEmpty())
        return;
    const std::function<void()> run = m_model->item(current.row()).run;
    accept();
    // Later: what it does may ask for the focus, which this window gives back only when it is gone.
    QMetaObject::invokeMethod(parent(), run, Qt::QueuedConnection);
}

void CommandPalette::fit()
{
    const double growth = textGrowth(font());
    const int width = std::min(qRound(dialogWidth * growth), parentWidget()->width() - 40);
    const int rows = std::min(m_model->rowCount(), mostRows);
    m_ui->list->setFixedHeight(rows * std::max(1, m_ui->list->sizeHintForRow(0)));
    setFixedWidth(width);
    adjustSize();
    const QPoint top = parentWidget()->mapToGlobal(QPoint(parentWidget()->width() / 2, parentWidget()->height() * fromTopPercent / 100));
    QDialog::move(top.x() - width / 2, top.y());
}
