// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightlegend.h"

#include "theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int patchWidth = 16;
constexpr int patchHeight = 10;
constexpr int patchGap = 6;
constexpr int entryGap = 18;

} // namespace

InsightLegend::InsightLegend(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Legend"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void InsightLegend::present(bool hasRest, bool compared)
{
    m_hasRest = hasRest;
    m_compared = compared;
    QStringList words;
    for (const auto &[part, text] : entries())
        words.append(text);
    setAccessibleDescription(words.join(QLatin1String(", ")));
    setVisible(hasRest || compared);
    updateGeometry();
    update();
}

QList<std::pair<InsightLegend::Part, QString>> InsightLegend::entries() const
{
    QList<std::pair<Part, QString>> entries{{Part::SoFar, m_hasRest ? tr("So far") : tr("Meetings")}};
    if (m_hasRest)
        entries.append({Part::Rest, tr("Still to come")});
    if (m_compared)
        entries.append({Part::Before, tr("The time before")});
    return entries;
}

QSize InsightLegend::sizeHint() const
{
    const QFontMetrics metrics(themeFont(TextSize::Small, false, font()));
    int width = 0;
    for (const auto &[part, text] : entries())
        width += patchWidth + patchGap + metrics.horizontalAdvance(text) + entryGap;
    return {width - entryGap, std::max(16, metrics.height())};
}

void InsightLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void InsightLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(TextSize::Small, false, font()));
    int x = 0;
    const auto mirrored = [this](const QRectF &rect) {
        return isRightToLeft() ? QRectF(width() - rect.right(), rect.top(), rect.width(), rect.height()) : rect;
    };
    for (const auto &[part, text] : entries()) {
        const QRectF patch = mirrored(QRectF(x + 0.5, (height() - patchHeight) / 2.0, patchWidth - 1, patchHeight));
        if (part == Part::Before) {
            painter.setPen(QPen(themeColor(ColorRole::Text, palette()), 2, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QLineF(patch.center().x(), 1, patch.center().x(), height() - 1));
        } else {
            painter.setPen(themeColor(ColorRole::Accent, palette()));
            painter.setBrush(themeColor(part == Part::SoFar ? ColorRole::Accent : ColorRole::AccentSoft, palette()));
            painter.drawRoundedRect(patch, 2, 2);
        }
        x += patchWidth + patchGap;
        const int advance = painter.fontMetrics().horizontalAdvance(text);
        painter.setPen(themeColor(ColorRole::Text2, palette()));
        painter.drawText(mirrored(QRectF(x, 0, advance + 1, height())), Qt::AlignCenter, text);
        x += advance + entryGap;
    }
}
