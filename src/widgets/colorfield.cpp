// SPDX-License-Identifier: GPL-3.0-or-later
#include "colorfield.h"

#include "linkparameters.h"

#include <QAction>
#include <QColorDialog>
#include <QEvent>
#include <QPainter>

ColorField::ColorField(QWidget *parent) : QLineEdit(parent), m_swatch(addAction(QIcon(), QLineEdit::TrailingPosition))
{
    setMaxLength(7);
    setPlaceholderText(QStringLiteral("0b6e4f"));
    m_swatch->setText(tr("Choose a color…"));
    m_swatch->setToolTip(m_swatch->text());
    connect(m_swatch, &QAction::triggered, this, &ColorField::choose);
    connect(this, &QLineEdit::textChanged, this, &ColorField::paintSwatch);
    paintSwatch();
}

QString ColorField::color() const
{
    return colorParameter(text());
}

bool ColorField::isWrong() const
{
    return color().isEmpty() && !text().trimmed().isEmpty();
}

void ColorField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSwatch();
}

void ColorField::paintSwatch()
{
    constexpr int side = 16;
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    if (const QString digits = color(); !digits.isEmpty())
        painter.setBrush(QColor(QLatin1Char('#') + digits));
    painter.drawRoundedRect(QRectF(1.5, 1.5, side - 3, side - 3), 3, 3);
    painter.end();
    m_swatch->setIcon(QIcon(pixmap));
}

void ColorField::choose()
{
    const QString digits = color();
    auto *chooser = new QColorDialog(digits.isEmpty() ? QColor(Qt::white) : QColor(QLatin1Char('#') + digits), window());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QColorDialog::colorSelected, this, [this](const QColor &chosen) { setText(chosen.name().mid(1)); });
    chooser->open();
}
