// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

struct MainWindowParts;

/// A reason that the user keeps for the next time, with its fields unfilled.
struct SavedReason
{
    QString name; ///< "Ill today"
    QString text;
    bool operator==(const SavedReason &) const = default;
};

/// The reasons that are kept; three to begin with.
class SavedReasons
{
public:
    explicit SavedReasons(const MainWindowParts &parts); ///< outlives this

    QList<SavedReason> all() const;
    void save(const SavedReason &reason); ///< in the place of one with the same name
    void remove(const QString &name);

private:
    void write(const QList<SavedReason> &reasons) const;

    const MainWindowParts &m_parts;
};
