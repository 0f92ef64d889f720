// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QVariant>

#include <optional>

/// Whether the system prefers dark, and when that changes. From Qt 6.5 on Qt knows; before, the desktop portal is asked,
/// and where there is none the palette that the platform gave.
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);

    bool isDark() const;

signals:
    void changed();

private slots:
    void portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void take(const QVariant &scheme);

    bool m_paletteDark = false; // as the platform started
    std::optional<bool> m_portalDark;
};
