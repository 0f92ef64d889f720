// SPDX-License-Identifier: GPL-3.0-or-later
#include "weeklegend.h"

#include "hatch.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int patchWidth = 14;
constexpr int patchHeight = 10;
constexpr int patchGap = 5;
constexpr int entryGap = 14;

QStringList entries()
{
    return {WeekLegend::tr("Free"), WeekLegend::tr("Meetings"), WeekLegend::tr("Busy elsewhere")};
}

void paintPatch(QPainter &painter, const QRectF &patch, int entry, const QPalette &palette)
{
    if (entry == 2) {
        paintHatch(painter, patch, palette);
        return;
    }
    painter.setPen(themeColor(ColorRole::Accent, palette));
    painter.setBrush(themeColor(entry == 0 ? ColorRole::AccentSoft : ColorRole::Accent, palette));
    painter.drawRoundedRect(patch, 2, 2);
}

}

WeekLegend::WeekLegend(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(tr("Free hours are soft, meetings solid, busy times of other calendars hatched."));
}

QSize WeekLegend::sizeHint() const
{
    const QFontMetrics metrics(themeFont(TextSize::Small, false, font()));
    int width = 0;
    for (const QString &entry : entries())
        width += patchWidth + patchGap + metrics.horizontalAdvance(entry) + entryGap;
    return {width - entryGap, metrics.height()};
}

void WeekLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(TextSize::Small, false, font()));
    const auto placed = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    int x = 0;
    const QStringList words = entries();
    for (int entry = 0; entry < words.size(); ++entry) {
        const QRectF patch(placed(QRect(x, (height() - patchHeight) / 2, patchWidth, patchHeight)));
        paintPatch(painter, patch.adjusted(0.5, 0.5, -0.5, -0.5), entry, palette());
        x += patchWidth + patchGap;
        painter.setPen(themeColor(ColorRole::Text2, palette()));
        painter.drawText(placed(QRect(x, 0, width() - x, height())), Qt::AlignVCenter | Qt::AlignLeading, words.at(entry));
        x += painter.fontMetrics().horizontalAdvance(words.at(entry)) + entryGap;
    }
}
