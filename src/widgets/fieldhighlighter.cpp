// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldhighlighter.h"

#include "cancelreason.h"
#include "theme.h"

#include <QGuiApplication>

void FieldHighlighter::highlightBlock(const QString &text)
{
    const QPalette palette = QGuiApplication::palette();
    QTextCharFormat field;
    field.setForeground(themeColor(ColorRole::AccentText, palette));
    field.setBackground(themeColor(ColorRole::AccentSoft, palette));
    for (const ReasonPiece &piece : reasonPieces(text))
        setFormat(static_cast<int>(piece.from), static_cast<int>(piece.length), field);
}
