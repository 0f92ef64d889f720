// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QList>
#include <QStaticText>

class QColor;
class QPainter;
class QRect;

QFont struck(QFont font); ///< with a line through it

/// Lines of text for a painted view, laid out once and kept: a view shows hundreds that are mostly the same, and shaping
/// one anew costs more than painting it.
class TextLines
{
public:
    /// Lines begin at the side that `side` says. `reading` may be Qt::LayoutDirectionAuto: each text in its own direction.
    TextLines(const QList<QFont> &fonts, Qt::LayoutDirection side, Qt::LayoutDirection reading);

    // A face is a place in the list of fonts.
    const QFont &font(int face) const { return m_faces[face].font; } ///< without the line through it
    const QFontMetrics &metrics(int face) const { return m_faces[face].metrics; }
    int width(const QString &text, int face); ///< of all of it, with what its last letter hangs over

    /// In the middle of the height of `area`, cut short with dots where it is too long. Returns how much of the width it took.
    int paint(QPainter &painter, const QRect &area, const QString &text, int face, const QColor &ink);

private:
    struct Face
    {
        QFont font;
        QFontMetrics metrics;
        bool struck = false;
    };
    struct Line
    {
        QStaticText shown;
        int width = 0;
    };
    using Key = std::pair<QString, std::pair<int, int>>; // text, face, and the width for which it was cut

    const Line &whole(const QString &text, int face);
    const Line &fitting(const QString &text, int width, int face);
    Line lineOf(const QString &text, int face) const;
    const Line &keep(const Key &key, const Line &line);

    QList<Face> m_faces;
    Qt::LayoutDirection m_side;
    Qt::LayoutDirection m_reading;
    QHash<Key, Line> m_lines;
};
