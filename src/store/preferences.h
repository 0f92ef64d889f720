// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QVariant>
#include <QVariantMap>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QSettings;

/// Small choices of the user, in the profile folder. No secrets, no invitee data.
///
/// A choice is written a moment after it was made, with those that followed it, since writing waits for the disk: turning
/// from week to week must not. What is read is always the last choice; a crash loses that moment at most. What the disk
/// refuses is kept until it takes it, or until the end.
class Preferences
{
public:
    explicit Preferences(const QString &profileFolder, std::chrono::milliseconds untilNextTry = std::chrono::minutes(1));
    ~Preferences();

    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    bool contains(const QString &key) const;
    QVariantMap values() const;
    void setValue(const QString &key, const QVariant &value);
    void remove(const QStringList &keys); ///< written at once

    /// Under which `choice` of one account is kept. Whose it is does not stand among the settings.
    static QString keyFor(const QString &choice, const QString &account);

    /// Called when choices could not be written: once, until that has worked again.
    void whenRefused(std::function<void()> tell) { m_tellRefused = std::move(tell); }

private:
    void openFile();
    bool write();
    void writeOrTell();

    QString m_file;
    std::chrono::milliseconds m_untilNextTry;
    std::unique_ptr<QSettings> m_settings;
    QHash<QString, std::optional<QVariant>> m_unwritten; ///< nothing: it is to be removed
    QTimer m_writing;
    std::function<void()> m_tellRefused;
    bool m_isRefused = false;
};
