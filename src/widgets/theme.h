// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

/// What a colour is for; light and dark have a value each.
enum class ColorRole {
    Nav, Window, Surface, Raised, Sunken, Hover, Hair, Line, Line2, Control,
    Text, Text2, Text3,
    Accent, AccentHover, AccentPressed, OnAccent, AccentText, AccentSoft, AccentSoftEdge, Focus,
    Brass, BrassText, BrassSoft, Ok, OkSoft, Danger, OnDanger, DangerSoft, Info, InfoSoft,
    Toast, OnToast, ToastAction,
};

/// The colour of `role` beside `palette`: the dark one when the palette's window is dark. In a high-contrast palette of
/// the system the nearest palette colour.
QColor themeColor(ColorRole role, const QPalette &palette);
bool isDark(const QPalette &palette);
bool isHighContrast(const QPalette &palette); ///< chosen in the system for its contrast, and not one of ours

enum class TextSize { Title, Card, Body, Small, Tiny };

/// `base` (the application's font) at 154, 123, 100, 92 or 85 %, never under 10 px; demi-bold when `strong`.
QFont themeFont(TextSize size, bool strong, const QFont &base);

/// The stripe of an event type whose colour came from the server: `fill` as given, and an inner outline where the colour
/// alone has less than 3:1 against `ground` (else invalid).
struct StripeColors
{
    QColor fill;
    QColor outline;
};
StripeColors stripeColors(const QString &serverColor, const QColor &ground, bool dark);

/// Contrast of two opaque colours by the WCAG formula, 1 to 21.
double contrast(const QColor &one, const QColor &other);

/// The colours of the picture on the welcome page, which is the same in light and dark but for its brightness.
struct ArtColors
{
    QColor sky;
    QColor ground;
    QColor face; ///< of the dial
    QColor mark; ///< of the hours
    QColor lit; ///< side of the gnomon
    QColor shaded;
    QColor text;
    QColor text2;
};
ArtColors artColors(const QPalette &palette);
