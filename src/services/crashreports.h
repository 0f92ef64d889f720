// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

class Preferences;

/// What a run of the program left behind that ended by a crash.
struct CrashReport
{
    QString file; ///< its path
    QDateTime when; ///< UTC
    bool operator==(const CrashReport &) const = default;
};

/// The reports of crashes in a profile, of which the last five are kept. They are files that the crashing program wrote, hold
/// nothing about people, and go nowhere by themselves.
class CrashReports : public QObject
{
    Q_OBJECT

public:
    /// Lets go of older ones. `preferences` outlives it.
    CrashReports(const QString &profileFolder, Preferences &preferences, QObject *parent = nullptr);

    static QString folderIn(const QString &profileFolder); ///< where reports lie; made with the first one

    QList<CrashReport> reports() const; ///< the newest first
    static QString text(const CrashReport &report); ///< empty where it cannot be read
    bool remove(const CrashReport &report); ///< false: it is still there

    /// The newest, where the user was not told of it. Given once in each run, whichever window asks first.
    std::optional<CrashReport> takeUntold();
    void setTold(); ///< the user knows of all that there are now

signals:
    void changed();

private:
    const QString m_folder;
    Preferences &m_preferences;
    bool m_taken = false;
};
