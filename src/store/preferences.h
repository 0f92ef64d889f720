// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QTimer>
#include <QVariant>
#include <QVariantMap>

#include <memory>

class QSettings;

/// Small choices of the user, in the profile folder. No secrets, no invitee data.
///
/// A choice is written a moment after it was made, with those that followed it, since writing waits for the disk: turning
/// from week to week must not. What is read is always the last choice; a crash loses that moment at most.
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
    void write();

    std::unique_ptr<QSettings> m_settings;
    QHash<QString, QVariant> m_unwritten;
    QTimer m_writing;
};
