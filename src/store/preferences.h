// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>
#include <QVariantMap>

#include <memory>

class QSettings;

/// Small choices of the user, in the profile folder. No secrets, no invitee data.
class Preferences
{
public:
    explicit Preferences(const QString &profileFolder);
    ~Preferences();

    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    bool contains(const QString &key) const;
    QVariantMap values() const;
    void setValue(const QString &key, const QVariant &value);

private:
    std::unique_ptr<QSettings> m_settings;
};
