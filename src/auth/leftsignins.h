// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Which sign-ins were ended and may still be in the keychain: a small file for each, named after its account, from
/// before it is taken out until that is done. No secrets. The next start tries again (LeftRemoval).
class LeftSignIns
{
public:
    /// `profileFolder` holds the folder of the files, which is there only while there are some.
    explicit LeftSignIns(const QString &profileFolder);

    void begin(const QString &account) const; ///< it is being taken out
    void fail(const QString &account) const; ///< it could not be taken out
    void drop(const QString &account) const; ///< it is gone, or wanted again
    /// The keychain did not show it, as if it were gone; but one that is locked does not show it either. True at the tenth
    /// start in a row: it is given up.
    bool miss(const QString &account) const;

    QStringList accounts() const;
    int failed() const; ///< those that could not be taken out so far

private:
    QString pathOf(const QString &account) const;
    QByteArray read(const QString &account) const;
    void write(const QString &account, const QByteArray &text) const;

    QString m_folder;
};
