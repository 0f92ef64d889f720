// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylesheet.h"

#include "theme.h"

#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QHash>
#include <QStyle>
#include <QWidget>

#include <array>

namespace {

struct NamedRole
{
    const char *name;
    ColorRole role;
};

constexpr std::array<NamedRole, 34> namedRoles{{
    {"nav", ColorRole::Nav}, {"window", ColorRole::Window}, {"surface", ColorRole::Surface}, {"raised", ColorRole::Raised},
    {"sunken", ColorRole::Sunken}, {"hover", ColorRole::Hover}, {"hair", ColorRole::Hair}, {"line", ColorRole::Line},
    {"line2", ColorRole::Line2}, {"control", ColorRole::Control}, {"text", ColorRole::Text}, {"text2", ColorRole::Text2},
    {"text3", ColorRole::Text3}, {"accent", ColorRole::Accent}, {"accentHover", ColorRole::AccentHover},
    {"accentPressed", ColorRole::AccentPressed}, {"onAccent", ColorRole::OnAccent}, {"accentText", ColorRole::AccentText},
    {"accentSoft", ColorRole::AccentSoft}, {"accentSoftEdge", ColorRole::AccentSoftEdge}, {"focus", ColorRole::Focus},
    {"brass", ColorRole::Brass}, {"brassText", ColorRole::BrassText}, {"brassSoft", ColorRole::BrassSoft},
    {"ok", ColorRole::Ok}, {"okSoft", ColorRole::OkSoft}, {"danger", ColorRole::Danger}, {"onDanger", ColorRole::OnDanger},
    {"dangerSoft", ColorRole::DangerSoft}, {"info", ColorRole::Info}, {"infoSoft", ColorRole::InfoSoft},
    {"toast", ColorRole::Toast}, {"onToast", ColorRole::OnToast}, {"toastAction", ColorRole::ToastAction},
}};

QString fontSize(TextSize size, const QFont &base)
{
    const QFont font = themeFont(size, false, base);
    return font.pixelSize() > 0 ? QStringLiteral("%1px").arg(font.pixelSize())
                                : QStringLiteral("%1pt").arg(font.pointSizeF(), 0, 'f', 2);
}

QHash<QString, QString> valuesFor(const QPalette &palette, const QFont &base)
{
    QHash<QString, QString> values;
    for (const NamedRole &named : namedRoles)
        values.insert(QLatin1String(named.name), themeColor(named.role, palette).name());
    values.insert(QStringLiteral("sizeTitle"), fontSize(TextSize::Title, base));
    values.insert(QStringLiteral("sizeCard"), fontSize(TextSize::Card, base));
    values.insert(QStringLiteral("sizeSmall"), fontSize(TextSize::Small, base));
    values.insert(QStringLiteral("sizeTiny"), fontSize(TextSize::Tiny, base));
    // Heights of what is inside the border.
    for (const int height : {26, 28, 30, 36, 50})
        values.insert(QStringLiteral("inside%1").arg(height), QString::number(grownHeight(height, base) - 2));
    values.insert(QStringLiteral("chipRadius"), QString::number(grownHeight(26, base) / 2));
    return values;
}

} // namespace

QString styleSheetFor(const QPalette &palette, const QFont &base)
{
    QFile file(QStringLiteral(":/style/sundial.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList parts = QString::fromUtf8(file.readAll()).split(QLatin1Char('@'));
    const QHash<QString, QString> values = valuesFor(palette, base);
    QString sheet;
    for (qsizetype i = 0; i < parts.size(); ++i)
        sheet += i % 2 == 0 ? parts[i] : values.value(parts[i]);
    return sheet;
}

QPalette themePalette(bool dark)
{
    // Only whether it is dark matters for looking up the colours.
    QPalette ground(Qt::gray, Qt::gray); // not the application's, which may be one of these already
    ground.setColor(QPalette::Window, dark ? Qt::darkGray : Qt::lightGray);
    ground.setColor(QPalette::WindowText, dark ? Qt::lightGray : Qt::darkGray);
    const auto color = [&ground](ColorRole role) { return themeColor(role, ground); };

    QPalette palette;
    palette.setColor(QPalette::Window, color(ColorRole::Window));
    palette.setColor(QPalette::WindowText, color(ColorRole::Text));
    palette.setColor(QPalette::Base, color(ColorRole::Surface));
    palette.setColor(QPalette::AlternateBase, color(ColorRole::Sunken));
    palette.setColor(QPalette::Text, color(ColorRole::Text));
    palette.setColor(QPalette::PlaceholderText, color(ColorRole::Text3));
    palette.setColor(QPalette::Button, color(ColorRole::Surface));
    palette.setColor(QPalette::ButtonText, color(ColorRole::Text));
    palette.setColor(QPalette::BrightText, color(ColorRole::OnAccent));
    palette.setColor(QPalette::Highlight, color(ColorRole::Accent));
    palette.setColor(QPalette::HighlightedText, color(ColorRole::OnAccent));
    palette.setColor(QPalette::Link, color(ColorRole::AccentText));
    palette.setColor(QPalette::LinkVisited, color(ColorRole::AccentText));
    palette.setColor(QPalette::ToolTipBase, color(ColorRole::Toast));
    palette.setColor(QPalette::ToolTipText, color(ColorRole::OnToast));
    palette.setColor(QPalette::Light, color(ColorRole::Raised));
    palette.setColor(QPalette::Midlight, color(ColorRole::Hover));
    palette.setColor(QPalette::Mid, color(ColorRole::Line2));
    palette.setColor(QPalette::Dark, color(ColorRole::Control));
    palette.setColor(QPalette::Shadow, color(ColorRole::Line)); // themeColor() knows the palette by this one
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::Text3));
    return palette;
}

QFont fixedFont(const QFont &text)
{
    QFont fixed = text;
    fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    return fixed;
}

double textGrowth(const QFont &font)
{
    constexpr double drawnLineHeight = 16;
    return std::max(1.0, QFontMetrics(font).height() / drawnLineHeight);
}

int grownHeight(int pixels, const QFont &base)
{
    constexpr int plainLine = 16; // the line that the measures were drawn for
    return pixels + std::max(0, QFontMetrics(base).height() - plainLine);
}

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->updateGeometry();
    widget->update();
}
