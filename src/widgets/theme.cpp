// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace {

struct Token
{
    QRgb light;
    QRgb dark;
};

// In the order of ColorRole.
constexpr std::array<Token, 34> tokens{{
    {0xffECE8DF, 0xff15181A}, // Nav
    {0xffF5F2EC, 0xff1A1D1F}, // Window
    {0xffFFFFFF, 0xff202427}, // Surface
    {0xffFFFFFF, 0xff282D31}, // Raised
    {0xffFAF8F4, 0xff1C2022}, // Sunken
    {0xffF3F0E9, 0xff2A2F33}, // Hover
    {0xffEAE6DD, 0xff2C3236}, // Hair
    {0xffDDD8CC, 0xff343A3E}, // Line
    {0xffC9C3B4, 0xff454C51}, // Line2
    {0xff8A8474, 0xff7F878D}, // Control
    {0xff1F2328, 0xffECEAE5}, // Text
    {0xff50565E, 0xffBCBEBD}, // Text2
    {0xff62676E, 0xffA0A5A7}, // Text3
    {0xff14695F, 0xff69B9AC}, // Accent
    {0xff0F574F, 0xff80C8BC}, // AccentHover
    {0xff0B453F, 0xff57A497}, // AccentPressed
    {0xffFFFFFF, 0xff08211D}, // OnAccent
    {0xff105B52, 0xff84CCC0}, // AccentText
    {0xffDCECE8, 0xff233F3B}, // AccentSoft
    {0xff9CC7BF, 0xff3B7268}, // AccentSoftEdge
    {0xff14695F, 0xff84CCC0}, // Focus
    {0xffB8720A, 0xffE3A53C}, // Brass
    {0xff7D4A00, 0xffEDBD6B}, // BrassText
    {0xffFBF0DA, 0xff3A2F1A}, // BrassSoft
    {0xff2B6A35, 0xff8CCB92}, // Ok
    {0xffE3F1E2, 0xff203524}, // OkSoft
    {0xffA5311F, 0xffF0958A}, // Danger
    {0xffFFFFFF, 0xff2A0D09}, // OnDanger
    {0xffF9E6E1, 0xff42241F}, // DangerSoft
    {0xff3F4E74, 0xffAEBBDD}, // Info
    {0xffE6E9F2, 0xff272D3D}, // InfoSoft
    {0xff24292E, 0xffECEAE5}, // Toast
    {0xffF4F2ED, 0xff1F2328}, // OnToast
    {0xff8FDCCF, 0xff105B52}, // ToastAction
}};

// A theme that somebody chose for its contrast is black on white or the reverse; ordinary ones stay clearly below.
constexpr double highContrast = 20;

// A style sheet writes its grounds and inks into the palettes of the widgets it styles, so these say nothing about light
// and dark. It leaves this role alone, in which our own palettes carry the colour of lines.
constexpr QPalette::ColorRole markRole = QPalette::Shadow;

std::optional<bool> ownDarkness(const QPalette &palette)
{
    const Token &mark = tokens[static_cast<std::size_t>(ColorRole::Line)];
    const QRgb found = palette.color(markRole).rgb();
    if (found == mark.light)
        return false;
    return found == mark.dark ? std::optional<bool>(true) : std::nullopt;
}

// Tints go, text is text, and what stands out takes the colour of the system's selection.
QColor highContrastColor(ColorRole role, const QPalette &palette)
{
    switch (role) {
    case ColorRole::Nav:
    case ColorRole::Window:
        return palette.color(QPalette::Window);
    case ColorRole::Surface:
    case ColorRole::Raised:
    case ColorRole::Sunken:
    case ColorRole::Hover:
    case ColorRole::AccentSoft:
    case ColorRole::BrassSoft:
    case ColorRole::OkSoft:
    case ColorRole::DangerSoft:
    case ColorRole::InfoSoft:
    case ColorRole::OnDanger:
        return palette.color(QPalette::Base);
    case ColorRole::Accent:
    case ColorRole::AccentHover:
    case ColorRole::AccentPressed:
    case ColorRole::AccentSoftEdge:
    case ColorRole::Focus:
        return palette.color(QPalette::Highlight);
    case ColorRole::OnAccent:
        return palette.color(QPalette::HighlightedText);
    case ColorRole::Toast:
        return palette.color(QPalette::ToolTipBase);
    case ColorRole::OnToast:
    case ColorRole::ToastAction:
        return palette.color(QPalette::ToolTipText);
    default:
        return palette.color(QPalette::Text);
    }
}

/// How much light each of the 256 values of a color's part stands for: painters ask for every line whether it is dark.
std::array<double, 256> lightOfParts()
{
    std::array<double, 256> light{};
    for (std::size_t value = 0; value < light.size(); ++value) {
        const double part = double(value) / 255;
        light[value] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    }
    return light;
}

double luminance(const QColor &color)
{
    static const std::array<double, 256> light = lightOfParts();
    const auto of = [](int part) { return light[static_cast<std::size_t>(part)]; };
    return 0.2126 * of(color.red()) + 0.7152 * of(color.green()) + 0.0722 * of(color.blue());
}

QColor mixed(const QColor &color, const QColor &other, int percent)
{
    const auto part = [percent](int from, int to) { return qRound((from * (100 - percent) + to * percent) / 100.0); };
    return QColor(part(color.red(), other.red()), part(color.green(), other.green()), part(color.blue(), other.blue()));
}

} // namespace

bool isHighContrast(const QPalette &palette)
{
    return !ownDarkness(palette) && contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) >= highContrast;
}

QColor themeColor(ColorRole role, const QPalette &palette)
{
    if (isHighContrast(palette))
        return highContrastColor(role, palette);
    const Token &token = tokens[static_cast<std::size_t>(role)];
    return QColor(isDark(palette) ? token.dark : token.light);
}

bool isDark(const QPalette &palette)
{
    return ownDarkness(palette).value_or(luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText)));
}

ArtColors artColors(const QPalette &palette)
{
    const bool dark = isDark(palette);
    return {.sky = QColor(dark ? 0xff123F3A : 0xff14695F),
            .ground = QColor(dark ? 0xff0E302C : 0xff0E5048),
            .face = QColor(dark ? 0xffEAD9AE : 0xffF6EBCF),
            .mark = QColor(0xff8A6420),
            .lit = QColor(0xffD99A2B),
            .shaded = QColor(0xffA96E12),
            .text = QColor(Qt::white),
            .text2 = QColor(0xffDCECE8)};
}

QFont themeFont(TextSize size, bool strong, const QFont &base)
{
    constexpr int smallestPixels = 10;
    constexpr double smallestPoints = 7.5;
    constexpr std::array<double, 5> factors{1.54, 1.23, 1.0, 0.92, 0.85};
    const double factor = factors[static_cast<std::size_t>(size)];
    QFont font = base;
    if (base.pixelSize() > 0)
        font.setPixelSize(std::max(smallestPixels, qRound(base.pixelSize() * factor)));
    else
        font.setPointSizeF(std::max(smallestPoints, base.pointSizeF() * factor));
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

StripeColors stripeColors(const QString &serverColor, const QColor &ground, bool dark)
{
    constexpr double enough = 3;
    constexpr int step = 2;
    QColor fill(serverColor);
    if (!fill.isValid())
        fill = QColor(dark ? tokens[static_cast<std::size_t>(ColorRole::Control)].dark
                           : tokens[static_cast<std::size_t>(ColorRole::Control)].light);
    fill.setAlpha(255);
    if (contrast(fill, ground) >= enough)
        return {.fill = fill, .outline = {}};
    const QColor target = dark ? QColor(Qt::white) : QColor(Qt::black);
    int percent = step;
    while (percent < 100 && contrast(mixed(fill, target, percent), ground) < enough)
        percent += step;
    return {.fill = fill, .outline = mixed(fill, target, percent)};
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}
