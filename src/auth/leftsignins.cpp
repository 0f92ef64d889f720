// SPDX-License-Identifier: GPL-3.0-or-later
#include "leftsignins.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace {

constexpr int mostMisses = 10;
constexpr qint64 longest = 16;

/// An account names a file, so it must not lead anywhere else.
const QRegularExpression &names()
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_-]{1,128}\\z"));
    return plain;
}

} // namespace

LeftSignIns::LeftSignIns(const QString &profileFolder)
    : m_folder(QDir(profileFolder).filePath(QStringLiteral("left-sign-ins")))
{
}

void LeftSignIns::begin(const QString &account) const
{
    if (!QFile::exists(pathOf(account)))
        write(account, {});
}

void LeftSignIns::fail(const QString &account) const
{
    if (read(account).isEmpty())
        write(account, QByteArray::number(0));
}

void LeftSignIns::drop(const QString &account) const
{
    if (names().match(account).hasMatch())
        QFile::remove(pathOf(account));
    QDir().rmdir(m_folder); // stays where there is another one
}

bool LeftSignIns::miss(const QString &account) const
{
    const int misses = read(account).toInt() + 1;
    const bool isGivenUp = misses >= mostMisses;
    if (isGivenUp)
        drop(account);
    else
        write(account, QByteArray::number(misses));
    return isGivenUp;
}

QStringList LeftSignIns::accounts() const
{
    return QDir(m_folder).entryList(QDir::Files).filter(names());
}

int LeftSignIns::failed() const
{
    const QStringList all = accounts();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [this](const QString &account) { return !read(account).isEmpty(); }));
}

QString LeftSignIns::pathOf(const QString &account) const
{
    return QDir(m_folder).filePath(account);
}

QByteArray LeftSignIns::read(const QString &account) const
{
    QFile file(pathOf(account));
    return names().match(account).hasMatch() && file.open(QIODevice::ReadOnly) ? file.read(longest) : QByteArray();
}

/// Where nothing can be written, the sign-out says what is left; the file is for trying again only.
void LeftSignIns::write(const QString &account, const QByteArray &text) const
{
    QFile file(pathOf(account));
    if (!names().match(account).hasMatch() || !QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(text);
}
