// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelrowdelegate.h"

#include "badge.h"
#include "cancelmodel.h"
#include "icons.h"
#include "rowground.h"
#include "stylesheet.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

namespace {

constexpr int rowHeight = 38;
constexpr int edge = 10;
constexpr int box = 16;
constexpr int gap = 10;
constexpr int stripeWidth = 4;
constexpr int stripeHeight = 20;
constexpr int iconSize = 14;

/// Paints one row from its beginning to its end.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const QStyleOptionViewItem &option, const CancelRow &row, const CancelModel &model)
        : m_painter(painter), m_option(option), m_row(row), m_model(model)
    {
        m_line = QRect(option.rect.left(), option.rect.top(), option.rect.width(), grownHeight(rowHeight, option.font) - 1);
        m_left = edge;
        m_right = option.rect.width() - edge;
    }

    void paint()
    {
        if (m_model.isCheckable())
            paintBox();
        paintTime();
        paintStripeMark();
        if (m_row.status.isEmpty())
            paintCount();
        else
            paintStatus();
        paintNames();
        if (m_row.open)
            paintAddresses();
    }

private:
    QFont body(bool strong) const { return themeFont(TextSize::Body, strong, m_option.font); }
    QFont small() const { return themeFont(TextSize::Small, false, m_option.font); }
    QColor color(ColorRole role) const { return themeColor(role, m_option.palette); }
    QRect placed(int from, int width) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, QRect(m_option.rect.left() + from, m_line.top(), width, m_line.height()));
    }
    void text(int from, int width, const QString &words, const QFont &font, ColorRole role) const
    {
        m_painter.setFont(font);
        m_painter.setPen(color(role));
        m_painter.drawText(placed(from, width), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                           QFontMetrics(font).elidedText(words, Qt::ElideRight, width));
    }
    int widthOf(const QString &words, const QFont &font) const { return words.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(words) + 1; }

    void paintBox()
    {
        QStyleOption indicator;
        indicator.palette = m_option.palette;
        indicator.rect = placed(m_left, box);
        indicator.rect.setRect(indicator.rect.left(), m_line.top() + (m_line.height() - box) / 2, box, box);
        indicator.state = QStyle::State_Enabled | (m_row.checked ? QStyle::State_On : QStyle::State_Off);
        m_option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &indicator, &m_painter, m_option.widget);
        m_left += box + gap;
    }

    /// As wide as the widest of the list, so that stripes line up.
    void paintTime()
    {
        int widest = 0;
        for (const CancelRow &row : m_model.rows())
            widest = std::max(widest, widthOf(row.time, body(false)));
        text(m_left, widest, m_row.time, body(false), ColorRole::Text);
        m_left += widest + gap;
    }

    void paintStripeMark()
    {
        paintStripe(m_painter, placed(m_left, stripeWidth).left(), m_line, grownHeight(stripeHeight, m_option.font), m_row.color, false, m_option.palette);
        m_left += stripeWidth + gap;
    }

    void paintCount()
    {
        const int width = widthOf(m_row.count, small());
        text(m_right - width, width, m_row.count, small(), ColorRole::Text2);
        const int room = std::max(width, widthOf(QStringLiteral("10 people"), small()));
        m_right -= room + gap;
        if (m_row.badge.isEmpty())
            return;
        const QSize size = Badge::sizeFor(QStringLiteral("team"), m_row.badge, m_option.font);
        if (m_right - size.width() < m_left + (m_right - m_left) / 3)
            return;
        QRect place = placed(m_right - size.width(), size.width());
        place.setRect(place.left(), m_line.top() + (m_line.height() - size.height()) / 2, size.width(), size.height());
        Badge::paint(m_painter, place, QStringLiteral("team"), m_row.badge, BadgeTone::Info, m_option.font, m_option.palette);
        m_right -= size.width() + gap;
    }

    ColorRole toneRole() const
    {
        switch (m_row.tone) {
        case CancelRow::Tone::Ok:
            return ColorRole::Ok;
        case CancelRow::Tone::Brass:
            return ColorRole::BrassText;
        case CancelRow::Tone::Danger:
            return ColorRole::Danger;
        case CancelRow::Tone::Quiet:
            break;
        }
        return ColorRole::Text2;
    }

    /// In a column of its own; what else is to be said goes below the name.
    void paintStatus()
    {
        int widest = 0;
        for (const CancelRow &row : m_model.rows())
            widest = std::max(widest, widthOf(row.status, body(false)));
        const int icon = grownHeight(iconSize, m_option.font);
        const int whole = std::min(icon + 6 + widest, (m_right - m_left) / 2);
        const int from = m_right - whole;
        const QRect place = placed(from, icon);
        m_painter.drawPixmap(place.left(), m_line.top() + (m_line.height() - icon) / 2,
                             tintedPixmap(m_row.statusIcon, icon, color(toneRole()), m_painter.device()->devicePixelRatioF()));
        text(from + icon + 6, whole - icon - 6, m_row.status, body(false), toneRole());
        m_right = from - gap;
    }

    void paintNames()
    {
        const int room = std::max(0, m_right - m_left);
        if (!m_row.detail.isEmpty()) {
            const QRect area = placed(m_left, room);
            const QString names = m_row.people.isEmpty() ? m_row.name : CancelRowDelegate::tr("%1, %2").arg(m_row.name, m_row.people);
            return paintTwoLines(m_painter, area, names, body(true), color(ColorRole::Text), m_row.detail, small(), color(toneRole()));
        }
        int widest = 0;
        for (const CancelRow &row : m_model.rows())
            widest = std::max(widest, widthOf(row.name, body(true)));
        const int nameWidth = std::min(widest, room * 6 / 10);
        text(m_left, nameWidth, m_row.name, body(true), ColorRole::Text);
        text(m_left + nameWidth + gap, std::max(0, room - nameWidth - gap), m_row.people, body(false), ColorRole::Text2);
    }

    void paintAddresses()
    {
        const int step = QFontMetrics(small()).lineSpacing();
        QRect line = placed(m_left, std::max(0, m_option.rect.width() - m_left - edge));
        line.setTop(m_line.bottom() - 4);
        line.setHeight(step);
        m_painter.setFont(small());
        m_painter.setPen(color(ColorRole::Text2));
        for (const QString &address : m_row.addresses) {
            m_painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                               QFontMetrics(small()).elidedText(address, Qt::ElideMiddle, line.width()));
            line.translate(0, step);
        }
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const CancelRow &m_row;
    const CancelModel &m_model;
    QRect m_line;
    int m_left; ///< from the row's beginning
    int m_right;
};

} // namespace

void CancelRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CancelModel *>(index.model());
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    QStyleOptionViewItem plain = option;
    const bool current = view && view->currentIndex() == index && view->hasFocus();
    plain.state.setFlag(QStyle::State_Selected, current);
    painter->save();
    paintRowGround(*painter, plain, true, true, current);
    RowPainter(*painter, plain, model->row(index.row()), *model).paint();
    painter->restore();
}

QSize CancelRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CancelRow row = index.data(CancelModel::RowRole).value<CancelRow>();
    int height = std::max(grownHeight(rowHeight, option.font), row.detail.isEmpty() ? 0 : twoLineRowHeight(option.font));
    if (row.open && !row.addresses.isEmpty())
        height += static_cast<int>(row.addresses.size()) * QFontMetrics(themeFont(TextSize::Small, false, option.font)).lineSpacing() + 4;
    return {0, height};
}

bool CancelRowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease || !(index.flags() & Qt::ItemIsUserCheckable))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const QRect area = QStyle::visualRect(option.direction, option.rect, QRect(option.rect.left(), option.rect.top(), edge + box + gap / 2, option.rect.height()));
    if (!area.contains(static_cast<QMouseEvent *>(event)->position().toPoint()))
        return false;
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}
