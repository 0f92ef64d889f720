// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QWidget>

/// What a badge says about something.
enum class BadgeTone { Neutral, Accent, Ok, Brass, Danger, Info };

struct BadgeColors
{
    ColorRole text;
    ColorRole ground;
};
BadgeColors badgeColors(BadgeTone tone);

/// A status: an icon and a word on a soft ground, never the colour alone.
class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    void present(const QString &iconName, const QString &text, BadgeTone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// The same, painted into a row: starts at the left (right in right-to-left: `rect` as it stands) of `rect`.
    static QSize sizeFor(const QString &iconName, const QString &text, const QFont &base);
    static void paint(QPainter &painter, const QRect &rect, const QString &iconName, const QString &text, BadgeTone tone,
                      const QFont &base, const QPalette &palette);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    QString m_text;
    BadgeTone m_tone = BadgeTone::Neutral;
};
