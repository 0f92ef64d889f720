// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowplace.h"

#include <QCryptographicHash>
#include <QEvent>
#include <QGuiApplication>
#include <QScreen>

using namespace std::chrono_literals;

namespace {

QString anywhereKey()
{
    return QStringLiteral("window/geometry");
}

/// Names the screens by what matters for a window: their number, places and sizes.
QString hereKey()
{
    QStringList screens;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect area = screen->geometry();
        screens.append(QStringLiteral("%1,%2,%3,%4").arg(area.x()).arg(area.y()).arg(area.width()).arg(area.height()));
    }
    screens.sort();
    const QByteArray all = screens.join(QLatin1Char(';')).toLatin1();
    return QStringLiteral("window/on-") + QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha1).toHex().left(8));
}

} // namespace

WindowPlace::WindowPlace(Remembered remembered, Remember remember, QWidget *window)
    : QObject(window)
    , m_remembered(std::move(remembered))
    , m_remember(std::move(remember))
    , m_window(*window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s); // a window that is dragged moves a hundred times
    connect(&m_soon, &QTimer::timeout, this, &WindowPlace::rememberNow);
    window->installEventFilter(this);
}

void WindowPlace::restore()
{
    if (!m_remembered)
        return;
    const QByteArray here = m_remembered(hereKey()).toByteArray();
    m_window.restoreGeometry(here.isEmpty() ? m_remembered(anywhereKey()).toByteArray() : here);
}

void WindowPlace::rememberNow()
{
    m_soon.stop();
    if (!m_remember)
        return;
    const QByteArray geometry = m_window.saveGeometry();
    m_remember(hereKey(), geometry);
    m_remember(anywhereKey(), geometry);
}

bool WindowPlace::eventFilter(QObject *watched, QEvent *event)
{
    const bool changes = event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::WindowStateChange;
    if (changes && m_window.isVisible())
        m_soon.start();
    return QObject::eventFilter(watched, event);
}
