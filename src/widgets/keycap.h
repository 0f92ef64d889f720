// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

class QColor;
class QFont;
class QPainter;
class QRect;

/// The size of a key cap that says `key`, beside text in `font`.
QSize keyCapSize(const QString &key, const QFont &font);

/// Paints a key cap in the middle of `rect`.
void paintKeyCap(QPainter &painter, const QRect &rect, const QString &key, const QFont &font, const QColor &text, const QColor &edge);
