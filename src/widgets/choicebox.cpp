// SPDX-License-Identifier: GPL-3.0-or-later
#include "choicebox.h"

#include "icons.h"
#include "owndirection.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace {

constexpr int arrow = 16;
constexpr int air = 7;

/// Rows whose words keep their order in every layout.
class ChoiceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, air);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = inOwnDirection(option->text, option->direction);
    }
};

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
    setItemDelegate(new ChoiceDelegate(this));
}

void ChoiceBox::initStyleOption(QStyleOptionComboBox *option) const
{
    QComboBox::initStyleOption(option);
    option->currentText = inOwnDirection(option->currentText, option->direction);
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int left = isRightToLeft() ? air : width() - arrow - air;
    themeIcon(QStringLiteral("chevron-down"), isEnabled() ? ColorRole::Text2 : ColorRole::Text3)
        .paint(&painter, QRect(left, (height() - arrow) / 2, arrow, arrow));
}

/// Rolling through a form must not change what was chosen in it.
void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}
