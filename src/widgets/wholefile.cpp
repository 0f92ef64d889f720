// SPDX-License-Identifier: GPL-3.0-or-later
#include "wholefile.h"

#include "showinfolder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WholeFile)
};

} // namespace

bool openForOwner(QSaveFile &file)
{
    const bool isNew = !QFileInfo::exists(file.fileName());
    return file.open(QIODevice::WriteOnly) && (!isNew || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

Result<Done> writeWhole(const QString &path, const QByteArray &bytes)
{
    const auto refused = [](const QString &why) { return Unexpected(Error{.kind = Error::Kind::Storage, .message = why}); };
    QSaveFile file(path);
    if (!openForOwner(file) || file.write(bytes) != bytes.size() || !file.flush())
        return refused(file.errorString());
    // A disk that fills up may take a part of what it is given without an error.
    if (file.size() != bytes.size())
        return refused(Words::tr("the disk may be full"));
    if (!file.commit())
        return refused(file.errorString());
    return Done();
}

Toast writtenToast(const QString &path, const Result<Done> &written)
{
    const QString name = QFileInfo(path).fileName();
    if (written)
        return {.kind = Toast::Kind::Done, .text = Words::tr("%1 written").arg(name), .actionText = Words::tr("Show in folder"), .action = [path] { showInFolder(path); }};
    QString text = Words::tr("%1 could not be written: %2.").arg(name, written.error().message);
    if (QFileInfo::exists(path))
        text += QLatin1Char(' ') + Words::tr("It is as it was before.");
    return {.kind = Toast::Kind::Failed, .text = text};
}
