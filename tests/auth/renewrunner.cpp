// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the sign-in in a folder and asks for a token, as a process of its own: renewrunner FOLDER SERVER ACCOUNT [stall].
// Prints the token, or "ended" and ends with 1. With "stall" it hangs once a renewed pair lies in the keychain.
#include "filevault.h"
#include "session.h"

#include <QCoreApplication>

#include <cstdio>

int main(int count, char **words)
{
    const QCoreApplication app(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    FileVault vault(arguments.at(1));
    vault.stallsAfterWriting = arguments.size() > 4;
    Session session({.url = QUrl(arguments.at(2)), .clientId = QStringLiteral("client"), .redirectUri = {}}, arguments.at(1), vault, systemClock());
    session.open(arguments.at(3));
    session.token(&session, [](const Result<QByteArray> &token) {
        std::puts(token ? token->constData() : "ended");
        QCoreApplication::exit(token ? 0 : 1);
    });
    return QCoreApplication::exec();
}
