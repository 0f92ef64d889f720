// SPDX-License-Identifier: GPL-3.0-or-later
#include "agendadelegate.h"

#include "avatar.h"
#include "icons.h"
#include "meetingmodel.h"
#include "rowground.h"
#include "statusicon.h"
#include "stylesheet.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

namespace {

constexpr int contentEdge = 20;
constexpr int dayFactsEdge = 14;
constexpr int stripeHeight = 32;
constexpr int stripeRoom = 14; // from the stripe's edge to the words
constexpr int cellGap = 8;
constexpr int iconSize = 16;
constexpr int smallIconSize = 14;
constexpr int accountEdge = 20;

using Status = StatusWords::Status;

/// Everything a cell is painted with.
struct Cell
{
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const AgendaRow &row;
    const SearchMarks &search;

    QColor color(ColorRole role) const { return themeColor(row.past ? ColorRole::Text3 : role, option.palette); }
    QFont body(bool strong) const { return themeFont(TextSize::Body, strong && !row.past && !row.canceled, option.font); }
    int icon() const { return qRound(iconSize * textGrowth(option.font)); } // signs grow with the words beside them
    int smallIcon() const { return qRound(smallIconSize * textGrowth(option.font)); }
    QFont small() const { return themeFont(TextSize::Small, false, option.font); }
    QRect mirrored(const QRect &rect) const { return QStyle::visualRect(option.direction, option.rect, rect); }
};

/// The two lines of a cell, one above the other in the middle of the row.
struct Lines
{
    QRect first;
    QRect second;
};

Lines linesOf(const Cell &cell, const QRect &area)
{
    const int first = QFontMetrics(cell.body(true)).height();
    const int second = QFontMetrics(cell.small()).height();
    const int top = area.top() + (area.height() - 1 - first - second) / 2;
    return {QRect(area.left(), top, area.width(), first), QRect(area.left(), top + first, area.width(), second)};
}

/// Text elided in a rectangle given from left to right; returns the width it took.
int drawText(const Cell &cell, const QRect &area, const QString &text, const QFont &font, const QColor &color)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width());
    cell.painter.setFont(font);
    cell.painter.setPen(color);
    cell.painter.drawText(cell.mirrored(area), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine | Qt::TextDontClip, shown);
    return metrics.horizontalAdvance(shown);
}

/// As drawText(), with the words of the search underlined.
void drawMarked(const Cell &cell, const QRect &area, const QString &text, const QFont &font, const QColor &color, const QList<TextMark> &marks)
{
    if (marks.isEmpty()) {
        drawText(cell, area, text, font, color);
        return;
    }
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width());
    // The ellipsis stands where the text goes on.
    const qsizetype kept = shown == text ? shown.size() : shown.size() - 1;
    QList<QTextLayout::FormatRange> formats;
    for (const TextMark &mark : marks) {
        QTextLayout::FormatRange range{static_cast<int>(mark.position), static_cast<int>(std::min(mark.length, kept - mark.position)), {}};
        if (range.length <= 0)
            continue;
        range.format.setFontUnderline(true);
        range.format.setForeground(cell.color(ColorRole::AccentText));
        formats.append(range);
    }
    QTextLayout layout(shown, font);
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    const QRect place = cell.mirrored(area);
    const double left = cell.option.direction == Qt::RightToLeft ? place.right() + 1 - line.naturalTextWidth() : place.left();
    cell.painter.setPen(color);
    layout.draw(&cell.painter, QPointF(left, place.top() + (place.height() - line.height()) / 2));
}

void drawIcon(const Cell &cell, const QRect &area, const QString &name, int size, const QColor &color)
{
    if (name.isEmpty())
        return;
    const QRect place(area.left(), area.top() + (area.height() - size) / 2, size, size);
    cell.painter.drawPixmap(cell.mirrored(place), tintedPixmap(name, size, color, cell.painter.device()->devicePixelRatioF()));
}

/// Starts in one column, dashes and ends in another, so that they line up where digits have widths of their own.
void paintOwnTime(const Cell &cell)
{
    const Lines lines = linesOf(cell, cell.option.rect.adjusted(contentEdge, 0, -cellGap, 0));
    const QFont font = cell.body(true);
    const QColor color = cell.color(cell.row.canceled ? ColorRole::Text2 : ColorRole::Text);
    const QFontMetrics metrics(font);
    int startWidth = metrics.horizontalAdvance(cell.row.start);
    for (const char *wide : {"00:00", "08:30", "09:00", "20:00"})
        startWidth = std::max(startWidth, metrics.horizontalAdvance(QLatin1String(wide)));
    const int shift = startWidth - metrics.horizontalAdvance(cell.row.start);
    // One pixel more, as advances are fractions: without it the text would be elided.
    drawText(cell, QRect(lines.first.left() + shift, lines.first.top(), startWidth + 1, lines.first.height()), cell.row.start, font, color);
    drawText(cell, lines.first.adjusted(startWidth, 0, 0, 0), QChar(0x2013) + cell.row.end, font, color);
    drawText(cell, lines.second, cell.row.length, cell.small(), cell.color(ColorRole::Text3));
}

void paintName(const Cell &cell)
{
    const QRect &rect = cell.option.rect;
    const int stripe = cell.mirrored(QRect(rect.left(), 0, 4, 1)).left();
    paintStripe(cell.painter, stripe, rect.adjusted(0, 0, 0, -1), qRound(stripeHeight * textGrowth(cell.option.font)), cell.row.color, cell.row.canceled, cell.option.palette);
    QRect words = rect.adjusted(stripeRoom, 0, -cellGap, 0);
    if (cell.row.account.isSaid()) {
        const int edge = qRound(accountEdge * textGrowth(cell.option.font));
        const QRect tile(words.right() + 1 - edge, rect.top() + (rect.height() - 1 - edge) / 2, edge, edge);
        paintAccount(cell.painter, cell.mirrored(tile), cell.row.account, cell.option.font, cell.option.palette);
        words.setRight(tile.left() - cellGap);
    }
    const Lines lines = linesOf(cell, words);
    QFont font = cell.body(true);
    font.setStrikeOut(cell.row.canceled);
    drawMarked(cell, lines.first, cell.row.name, font, cell.color(cell.row.canceled ? ColorRole::Text2 : ColorRole::Text), cell.search.inName(cell.row.name));
    drawMarked(cell, lines.second, cell.row.people, cell.small(), cell.color(ColorRole::Text2), cell.search.inPeople(cell.row.people));
}

void paintTheirTime(const Cell &cell)
{
    const Lines lines = linesOf(cell, cell.option.rect.adjusted(0, 0, -cellGap / 2, 0));
    const int width = drawText(cell, lines.first, cell.row.theirTime, cell.body(false), cell.color(ColorRole::Text2));
    drawText(cell, lines.second, cell.row.theirZone, cell.small(), cell.color(ColorRole::Text3));
    if (cell.row.theirDayPart == DayPart::Day || cell.row.canceled)
        return;
    const QString icon = cell.row.theirDayPart == DayPart::Late ? QStringLiteral("late") : QStringLiteral("early");
    const QColor color = cell.color(ColorRole::BrassText);
    QRect rest = lines.first.adjusted(width + 5, 0, 0, 0);
    if (rest.width() < cell.smallIcon())
        return;
    drawIcon(cell, rest, icon, cell.smallIcon(), color);
    rest.adjust(cell.smallIcon() + 3, 0, 0, 0);
    drawText(cell, rest, cell.row.theirUnkind, cell.small(), color);
}

void paintWhere(const Cell &cell)
{
    const QRect area = cell.option.rect.adjusted(0, 0, -cellGap, -1);
    drawIcon(cell, area, cell.row.placeIcon, cell.icon(), cell.color(ColorRole::Text2));
    drawText(cell, area.adjusted(cell.row.placeIcon.isEmpty() ? 0 : cell.icon() + 5, 0, 0, 0), cell.row.place, cell.body(false),
             cell.color(ColorRole::Text2));
}

/// At the end of the line signs of what holds besides the status; returns what is left of it for words.
QRect paintMarks(const Cell &cell, const QRect &line)
{
    const StatusWords &status = cell.row.status;
    const int size = cell.smallIcon();
    QRect rest = line;
    const auto mark = [&](Status what, ColorRole role) {
        if (what == status.status || rest.width() < 4 * size)
            return;
        const QRect place(rest.right() + 1 - size, rest.top() + (rest.height() - size) / 2, size, size);
        paintStatusIcon(cell.painter, cell.mirrored(place), what, cell.color(role));
        rest.setRight(place.left() - 4);
    };
    if (status.overlapping)
        mark(Status::Overlaps, ColorRole::BrassText);
    if (status.moved)
        mark(Status::Moved, ColorRole::Text2);
    return rest;
}

void paintStatus(const Cell &cell)
{
    const AgendaRow &row = cell.row;
    const QRect area = cell.option.rect.adjusted(0, 0, -cellGap, -1);
    const bool brass = row.status.status == Status::Running || row.status.status == Status::Overlaps;
    const QColor color = cell.color(brass ? ColorRole::BrassText : ColorRole::Text2);
    const Lines lines = linesOf(cell, cell.option.rect.adjusted(cell.icon() + 4, 0, -cellGap, 0));
    const bool two = !row.status.detail.isEmpty();
    const QRect first = two ? lines.first : QRect(lines.first.left(), area.top(), lines.first.width(), area.height());
    const QRect icon = first.adjusted(-cell.icon() - 4, 0, 0, 0);
    const QRect place(icon.left(), icon.top() + (icon.height() - cell.icon()) / 2, cell.icon(), cell.icon());
    paintStatusIcon(cell.painter, cell.mirrored(place), row.status.status, color);
    drawText(cell, paintMarks(cell, first), row.status.text, cell.body(row.status.status == Status::Running), color);
    if (two)
        drawText(cell, lines.second, row.status.detail, cell.small(), cell.color(ColorRole::Text2));
}

} // namespace

bool AgendaDelegate::setSearch(const SearchMarks &marks)
{
    if (m_search == marks)
        return false;
    m_search = marks;
    return true;
}

void AgendaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const AgendaRow row = index.data(MeetingModel::RowRole).value<AgendaRow>();
    if (row.kind == AgendaRow::Kind::Day)
        return;
    painter->save();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    paintRowGround(*painter, option, index.column() == 0, index.column() == MeetingModel::ColumnCount - 1,
                   view && view->currentIndex().row() == index.row());
    const Cell cell{*painter, option, row, m_search};
    switch (index.column()) {
    case MeetingModel::OwnTime:
        paintOwnTime(cell);
        break;
    case MeetingModel::Name:
        paintName(cell);
        break;
    case MeetingModel::TheirTime:
        paintTheirTime(cell);
        break;
    case MeetingModel::Where:
        paintWhere(cell);
        break;
    default:
        paintStatus(cell);
        break;
    }
    painter->restore();
}

QSize AgendaDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool day = index.data(MeetingModel::RowRole).value<AgendaRow>().kind == AgendaRow::Kind::Day;
    return {0, day ? groupRowHeight(option.font) : std::max(44, twoLineRowHeight(option.font))};
}

void AgendaDelegate::paintDay(QPainter *painter, const QStyleOptionViewItem &option, const AgendaRow &row) const
{
    paintGroupRow(*painter, option, {row.dayName, row.dayDate, row.dayFacts}, themeFont(TextSize::Body, false, option.font), contentEdge, dayFactsEdge);
}
