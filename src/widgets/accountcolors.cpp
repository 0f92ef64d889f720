// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountcolors.h"

#include "theme.h"

#include <algorithm>
#include <array>

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

// The first account has the accent, as the only one has.
constexpr std::array<Pair, 7> others{{
    {0xff3F4E74, 0xffAEBBDD}, // slate
    {0xff7D4A00, 0xffEDBD6B}, // brass
    {0xff7A3560, 0xffE3A6CC}, // plum
    {0xff2B6A35, 0xff8CCB92}, // leaf
    {0xff8F3A26, 0xffF0A591}, // brick
    {0xff1F5C85, 0xff8CC4EC}, // sky
    {0xff57469B, 0xffC0B4F2}, // violet
}};

constexpr QRgb inkOnLight = 0xff16191B;

} // namespace

AccountColors accountColors(int number, const QPalette &palette)
{
    const AccountColors first{themeColor(ColorRole::Accent, palette), themeColor(ColorRole::OnAccent, palette)};
    const auto place = static_cast<std::size_t>(std::max(0, number - 1)) % (others.size() + 1);
    if (place == 0 || isHighContrast(palette))
        return first;
    const Pair &pair = others.at(place - 1);
    return isDark(palette) ? AccountColors{QColor(pair.dark), QColor(inkOnLight)} : AccountColors{QColor(pair.light), QColor(Qt::white)};
}
