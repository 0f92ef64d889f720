// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

/// A mail that is begun in the user's mail program, to be read over and sent there.
struct MailDraft
{
    QStringList to{};
    QStringList bcc{}; ///< who is not to see the others
    QString subject{};
    QString text{};
};

/// The draft as mail programs take it (RFC 6068).
QUrl mailtoUrl(const MailDraft &draft);
