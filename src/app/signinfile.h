// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokenvault.h"

#include <QStringList>

/// Keeps secrets in files of the profile that only their owner can read, as they are: for machines without a keychain,
/// and only after the user chose so. The choice is the folder: nothing is kept before it is made, and it goes with it.
class SignInFile : public TokenVault
{
    Q_OBJECT

public:
    /// `profileFolder` holds the folder of the sign-ins.
    explicit SignInFile(const QString &profileFolder, QObject *parent = nullptr);

    /// Where the rights of a file keep others out for certain; other systems always have a keychain.
    static bool isOffered();

    bool isChosen() const;
    Result<Done> choose();
    /// Removes all that is kept, and the folder.
    Result<Done> forget();

    QStringList keys() const;
    bool holds(const QString &key) const;
    /// Refuses a symbolic link, a file of somebody else, and one that others could have read.
    Result<std::optional<QString>> text(const QString &key) const;
    /// Replaces the file as a whole, for its owner only from the first byte on. A folder in its place is set aside, out of the
    /// folder of the sign-ins: what is in it is not ours to remove.
    Result<Done> setText(const QString &key, const QString &text);
    Result<Done> drop(const QString &key); ///< nothing there is no error

    bool isPersistent() const override { return true; }
    void read(const QString &key, QObject *context,
              std::function<void(const Result<std::optional<QString>> &)> then) override;
    void write(const QString &key, const QString &text, QObject *context,
               std::function<void(const Result<Done> &)> then) override;
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) override;
    bool isWriting() const override { return false; }

private:
    QString pathOf(const QString &key) const;
    void removeHalves(const QString &key) const;

    QString m_folder;
};
