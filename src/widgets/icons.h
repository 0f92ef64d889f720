// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

/// A drawing of resources/icons in one colour; cached by name, size, colour and pixel ratio. Names are those of the files:
/// "schedule", "link", "video" …
QPixmap tintedPixmap(const QString &name, int size, const QColor &color, qreal pixelRatio);

/// `name`, or the drawing that points the other way where it leads along the line and that runs from right to left.
QString readingIcon(const QString &name, Qt::LayoutDirection direction);

/// The same as an icon that takes the colour of `role` from the application's palette whenever it is painted, so that it
/// follows light and dark; disabled ones take Text3.
QIcon themeIcon(const QString &name, ColorRole role = ColorRole::Text2);
