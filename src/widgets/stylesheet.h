// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

class QFont;
class QWidget;

/// The application's style sheet: resources/style/sundial.qss with its @placeholders@ filled from the colours that go
/// with `palette` and from sizes that grow with `base`, the application's font. What widgets can ask for by dynamic
/// property stands at the top of that file.
QString styleSheetFor(const QPalette &palette, const QFont &base);

/// The application's palette, so that everything which is painted rather than styled has the same colours.
QPalette themePalette(bool dark);

/// A height of at least `pixels` that still holds a line of text in `base` with the same air around it.
int grownHeight(int pixels, const QFont &base);

/// Has `widget` drawn anew after one of its dynamic properties changed.
void restyle(QWidget *widget);

/// How much bigger text in `font` is than the sizes that the drawings were made with; at least 1.
double textGrowth(const QFont &font);

/// The system's font of letters of one width, as big as `text`: by itself it does not grow with the text.
QFont fixedFont(const QFont &text);
