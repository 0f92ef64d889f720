// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"

#include "ownerfiles.h"

#include <QSettings>

#include <utility>

using namespace std::chrono_literals;

Preferences::Preferences(const QString &profileFolder)
{
    const QString file = profileFolder + QStringLiteral("/sundial.ini");
    makeOwnerFolder(profileFolder);
    makeOwnerFile(file); // QSettings would create it readable for everybody; an existing file keeps its rights
    m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
    m_writing.setSingleShot(true);
    m_writing.setInterval(500ms);
    m_writing.callOnTimeout([this] { write(); });
}

Preferences::~Preferences()
{
    write();
}

QVariant Preferences::value(const QString &key, const QVariant &fallback) const
{
    const auto unwritten = m_unwritten.constFind(key);
    return unwritten != m_unwritten.cend() ? *unwritten : m_settings->value(key, fallback);
}

bool Preferences::contains(const QString &key) const
{
    return m_unwritten.contains(key) || m_settings->contains(key);
}

QVariantMap Preferences::values() const
{
    QVariantMap values;
    const QStringList keys = m_settings->allKeys();
    for (const QString &key : keys)
        values.insert(key, m_settings->value(key));
    for (auto choice = m_unwritten.cbegin(); choice != m_unwritten.cend(); ++choice)
        values.insert(choice.key(), *choice);
    return values;
}

void Preferences::setValue(const QString &key, const QVariant &value)
{
    if (this->value(key) == value)
        return;
    m_unwritten.insert(key, value);
    if (!m_writing.isActive())
        m_writing.start();
}

void Preferences::write()
{
    m_writing.stop();
    for (auto choice = m_unwritten.cbegin(); choice != m_unwritten.cend(); ++choice)
        m_settings->setValue(choice.key(), choice.value());
    m_unwritten.clear();
    m_settings->sync();
}
