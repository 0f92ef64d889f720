// SPDX-License-Identifier: GPL-3.0-or-later
#include "rescuemark.h"

#include "ownerfiles.h"

#include <QFile>
#include <QFileInfo>

RescueMark::RescueMark(const QString &storeFile)
    : m_storeFile(storeFile)
{
}

QString RescueMark::nameFor(const QString &storeFile)
{
    return storeFile + QStringLiteral(".rescue");
}

std::optional<QStringList> RescueMark::asides() const
{
    QFile mark(nameFor(m_storeFile));
    if (!mark.open(QIODevice::ReadOnly))
        return std::nullopt;
    // Names without a folder, so that a profile may be moved; nothing but what lies beside the store is read.
    const QStringList named = QString::fromUtf8(mark.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QString store = QFileInfo(m_storeFile).fileName();
    QStringList there;
    for (const QString &name : named) {
        const QString file = m_storeFile.chopped(store.size()) + name;
        if (name.startsWith(store + QLatin1String(".aside-")) && !name.contains(QLatin1Char('/')) && QFileInfo::exists(file))
            there.append(file);
    }
    return named.isEmpty() || !there.isEmpty() ? std::optional(there) : std::nullopt;
}

Result<Done> RescueMark::set(const QStringList &asides) const
{
    QByteArray names;
    for (const QString &aside : asides)
        names += QFileInfo(aside).fileName().toUtf8() + '\n';
    return writeOwnerFile(nameFor(m_storeFile), names);
}

void RescueMark::remove() const
{
    QFile::remove(nameFor(m_storeFile));
}
