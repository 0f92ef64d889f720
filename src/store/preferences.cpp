// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"

#include "ownerfiles.h"

#include <QCryptographicHash>
#include <QSettings>

#include <utility>

namespace {

constexpr std::chrono::milliseconds beforeWriting{500};

} // namespace

Preferences::Preferences(const QString &profileFolder, std::chrono::milliseconds untilNextTry)
    : m_file(profileFolder + QStringLiteral("/sundial.ini"))
    , m_untilNextTry(untilNextTry)
{
    makeOwnerFolder(profileFolder);
    openFile();
    m_writing.setSingleShot(true);
    m_writing.callOnTimeout([this] { writeOrTell(); });
}

Preferences::~Preferences()
{
    if (!m_unwritten.isEmpty())
        write();
}

QVariant Preferences::value(const QString &key, const QVariant &fallback) const
{
    const auto unwritten = m_unwritten.constFind(key);
    return unwritten != m_unwritten.cend() ? unwritten->value_or(fallback) : m_settings->value(key, fallback);
}

bool Preferences::contains(const QString &key) const
{
    const auto unwritten = m_unwritten.constFind(key);
    return unwritten != m_unwritten.cend() ? unwritten->has_value() : m_settings->contains(key);
}

QVariantMap Preferences::values() const
{
    QVariantMap values;
    const QStringList keys = m_settings->allKeys();
    for (const QString &key : keys)
        values.insert(key, m_settings->value(key));
    for (auto choice = m_unwritten.cbegin(); choice != m_unwritten.cend(); ++choice) {
        if (*choice)
            values.insert(choice.key(), **choice);
        else
            values.remove(choice.key());
    }
    return values;
}

void Preferences::setValue(const QString &key, const QVariant &value)
{
    if (this->value(key) == value)
        return;
    m_unwritten.insert(key, value);
    if (!m_writing.isActive() || m_isRefused)
        m_writing.start(beforeWriting);
}

void Preferences::remove(const QStringList &keys)
{
    for (const QString &key : keys) {
        if (contains(key))
            m_unwritten.insert(key, std::nullopt);
    }
    if (!m_unwritten.isEmpty())
        writeOrTell();
}

QString Preferences::keyFor(const QString &choice, const QString &account)
{
    const QByteArray hash = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return choice + QLatin1Char('/') + QLatin1String(hash);
}

/// A QSettings keeps the first error that it met, so that each try has to have one of its own.
void Preferences::openFile()
{
    makeOwnerFile(m_file); // QSettings would create it readable for everybody; an existing file keeps its rights
    auto settings = std::make_unique<QSettings>(m_file, QSettings::IniFormat);
    m_settings = std::move(settings); // the one of before goes last: both share what was read
}

bool Preferences::write()
{
    if (m_settings->status() != QSettings::NoError)
        openFile();
    for (auto choice = m_unwritten.cbegin(); choice != m_unwritten.cend(); ++choice) {
        if (*choice)
            m_settings->setValue(choice.key(), **choice);
        else
            m_settings->remove(choice.key());
    }
    m_settings->sync();
    const bool written = m_settings->status() == QSettings::NoError;
    if (written)
        m_unwritten.clear();
    return written;
}

void Preferences::writeOrTell()
{
    m_writing.stop();
    const bool wasRefused = std::exchange(m_isRefused, !write());
    if (!m_isRefused)
        return;
    m_writing.start(m_untilNextTry);
    if (!wasRefused && m_tellRefused)
        m_tellRefused();
}
