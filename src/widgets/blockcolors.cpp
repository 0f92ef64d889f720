// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockcolors.h"

#include "theme.h"

namespace {

constexpr double readable = 4.5;

QColor over(const QColor &ground, const QColor &color, int percent)
{
    const auto part = [percent](int from, int to) { return qRound((from * (100 - percent) + to * percent) / 100.0); };
    return QColor(part(ground.red(), color.red()), part(ground.green(), color.green()), part(ground.blue(), color.blue()));
}

/// Where the system asks for contrast, all grounds are one.
bool dropsTints(const QPalette &palette)
{
    return themeColor(ColorRole::Hover, palette) == themeColor(ColorRole::Surface, palette);
}

} // namespace

BlockColors blockColors(const QString &serverColor, bool past, const QPalette &palette)
{
    const QColor surface = themeColor(ColorRole::Surface, palette);
    if (dropsTints(palette))
        return {.ground = surface, .edge = themeColor(ColorRole::Control, palette)};
    const bool dark = isDark(palette);
    const QColor fill = stripeColors(serverColor, surface, dark).fill;
    const QColor text = themeColor(ColorRole::Text2, palette);
    int percent = dark ? (past ? 22 : 34) : (past ? 12 : 18);
    while (percent > 0 && contrast(over(surface, fill, percent), text) < readable)
        --percent;
    const int edge = past ? (dark ? 40 : 35) : 55;
    return {.ground = over(surface, fill, percent), .edge = over(surface, fill, edge)};
}
