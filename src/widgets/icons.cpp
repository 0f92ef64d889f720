// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace {

class ThemeIconEngine final : public QIconEngine
{
public:
    ThemeIconEngine(QString name, ColorRole role) : m_name(std::move(name)), m_role(role) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QPalette palette = QGuiApplication::palette();
        const ColorRole role = mode == QIcon::Disabled ? ColorRole::Text3 : m_role;
        const int edge = qRound(std::min(size.width(), size.height()) / scale);
        return tintedPixmap(m_name, edge, themeColor(role, palette), scale);
    }
    QIconEngine *clone() const override { return new ThemeIconEngine(m_name, m_role); }
    QString key() const override { return QStringLiteral("sundial-theme"); }

private:
    QString m_name;
    ColorRole m_role;
};

} // namespace

QPixmap tintedPixmap(const QString &name, int size, const QColor &color, qreal pixelRatio)
{
    const int edge = qRound(size * pixelRatio);
    if (edge <= 0 || name.isEmpty())
        return {};
    const QString key = QStringLiteral("sundial-icon %1 %2 %3 %4").arg(name).arg(size).arg(color.rgba()).arg(pixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer drawing(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!drawing.isValid())
        return {};
    pixmap = QPixmap(edge, edge);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        drawing.render(&painter, QRectF(0, 0, edge, edge));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
    }
    pixmap.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QString readingIcon(const QString &name, Qt::LayoutDirection direction)
{
    const QString left = QStringLiteral("chevron-left");
    const QString right = QStringLiteral("chevron-right");
    if (direction == Qt::LeftToRight || (name != left && name != right))
        return name;
    return name == left ? right : left;
}

QIcon themeIcon(const QString &name, ColorRole role)
{
    return QIcon(new ThemeIconEngine(name, role));
}
