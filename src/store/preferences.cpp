// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"

#include "ownerfiles.h"

#include <QSettings>

Preferences::Preferences(const QString &profileFolder)
{
    const QString file = profileFolder + QStringLiteral("/sundial.ini");
    makeOwnerFolder(profileFolder);
    makeOwnerFile(file); // QSettings would create it readable for everybody; an existing file keeps its rights
    m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
}

Preferences::~Preferences() = default;

QVariant Preferences::value(const QString &key, const QVariant &fallback) const
{
    return m_settings->value(key, fallback);
}

bool Preferences::contains(const QString &key) const
{
    return m_settings->contains(key);
}

QVariantMap Preferences::values() const
{
    QVariantMap values;
    const QStringList keys = m_settings->allKeys();
    for (const QString &key : keys)
        values.insert(key, m_settings->value(key));
    return values;
}

void Preferences::setValue(const QString &key, const QVariant &value)
{
    m_settings->setValue(key, value);
}
