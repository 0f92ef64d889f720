// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinfile.h"

#include "callback.h"
#include "ownerfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace {

constexpr qint64 longest = 64 * 1024;

Unexpected failed(const QString &message)
{
    return Unexpected(Error{.kind = Error::Kind::Storage, .message = message});
}

/// A key names a file, so it must not lead anywhere else.
bool isName(const QString &key)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9_-]{1,128}\\z"));
    return name.match(key).hasMatch();
}

bool isForOthers(const QFileInfo &file)
{
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    return (file.permissions() & others) != QFile::Permissions();
}

bool isOwn(const QFileInfo &file)
{
#ifdef Q_OS_UNIX
    return file.ownerId() == geteuid();
#else
    return file.exists();
#endif
}

} // namespace

SignInFile::SignInFile(const QString &profileFolder, QObject *parent)
    : TokenVault(parent)
    , m_folder(QDir(profileFolder).filePath(QStringLiteral("sign-ins")))
{
}

bool SignInFile::isOffered()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return true;
#else
    return false;
#endif
}

bool SignInFile::isChosen() const
{
    const QFileInfo folder(m_folder);
    return isOffered() && folder.isDir() && !folder.isSymLink() && isOwn(folder);
}

Result<Done> SignInFile::choose()
{
    return isOffered() ? makeOwnerFolder(m_folder) : failed(QStringLiteral("This system keeps sign-ins in its keychain"));
}

Result<Done> SignInFile::forget()
{
    const QFileInfo folder(m_folder);
    if (!folder.exists() && !folder.isSymLink())
        return Done{};
    // What is behind a link is not ours.
    const bool isGone = folder.isSymLink() ? QFile::remove(m_folder) : QDir(m_folder).removeRecursively();
    return isGone ? Result<Done>(Done{}) : failed(QStringLiteral("The file with the sign-in could not be removed"));
}

QStringList SignInFile::keys() const
{
    return isChosen() ? QDir(m_folder).entryList(QDir::Files | QDir::Hidden | QDir::System).filter(QRegularExpression(QStringLiteral("\\A[A-Za-z0-9_-]+\\z")))
                      : QStringList();
}

bool SignInFile::holds(const QString &key) const
{
    return isChosen() && isName(key) && (QFileInfo::exists(pathOf(key)) || QFileInfo(pathOf(key)).isSymLink());
}

Result<std::optional<QString>> SignInFile::text(const QString &key) const
{
    if (!holds(key))
        return std::optional<QString>();
    const QFileInfo info(pathOf(key));
    if (info.isSymLink())
        return failed(QStringLiteral("The file with the sign-in is a link, so it is not read"));
    if (!info.isFile())
        return failed(QStringLiteral("Something else is in the place of the file with the sign-in"));
    if (!isOwn(info))
        return failed(QStringLiteral("The file with the sign-in belongs to somebody else, so it is not read"));
    if (isForOthers(info))
        return failed(QStringLiteral("Others could have read the file with the sign-in, so it is not used"));
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return failed(QStringLiteral("The file with the sign-in cannot be read"));
    const QByteArray content = file.read(longest + 1);
    if (content.isEmpty() || content.size() > longest)
        return failed(QStringLiteral("The file with the sign-in does not hold one"));
    return std::optional<QString>(QString::fromUtf8(content));
}

Result<Done> SignInFile::setText(const QString &key, const QString &text)
{
    if (!isChosen() || !isName(key))
        return failed(QStringLiteral("There is no file to keep the sign-in in"));
    // The folder first: nobody else can open what is made in it, not even before its own rights are set.
    if (const Result<Done> closed = makeOwnerFolder(m_folder); !closed)
        return closed;
    if (QFileInfo(pathOf(key)).isSymLink()) // it would be written through
        return failed(QStringLiteral("The file with the sign-in is a link, so it is not written"));
    if (QFileInfo(pathOf(key)).isDir() && !QFile::rename(pathOf(key), asideName(m_folder)))
        return failed(QStringLiteral("A folder is in the place of the file with the sign-in"));
    removeHalves(key);
    return writeOwnerFile(pathOf(key), text.toUtf8());
}

/// What a run that was killed while it wrote has left beside the file: a sign-in, too, which nothing would ever remove.
void SignInFile::removeHalves(const QString &key) const
{
    if (!isChosen() || !isName(key))
        return;
    QDir folder(m_folder);
    const QStringList halves = folder.entryList({key + QStringLiteral(".??????")}, QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &half : halves)
        folder.remove(half);
}

Result<Done> SignInFile::drop(const QString &key)
{
    removeHalves(key);
    if (!holds(key) || QFile::remove(pathOf(key)))
        return Done{};
    return failed(QStringLiteral("The file with the sign-in could not be removed"));
}

void SignInFile::read(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then)
{
    answerLater<std::optional<QString>>(context, std::move(then), text(key));
}

void SignInFile::write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then)
{
    answerLater<Done>(context, std::move(then), setText(key, text));
}

void SignInFile::remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then)
{
    answerLater<Done>(context, std::move(then), drop(key));
}

QString SignInFile::pathOf(const QString &key) const
{
    return QDir(m_folder).filePath(key);
}
