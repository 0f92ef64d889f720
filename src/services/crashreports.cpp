// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashreports.h"

#include "preferences.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace {

constexpr qsizetype mostKept = 5;
constexpr qint64 mostRead = 64 * 1024; // far more than a report has

QString toldKey()
{
    return QStringLiteral("crash/told");
}

QString nameOf(const CrashReport &report)
{
    return QFileInfo(report.file).fileName();
}

} // namespace

CrashReports::CrashReports(const QString &profileFolder, Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_folder(folderIn(profileFolder))
    , m_preferences(preferences)
{
    const QList<CrashReport> old = reports().mid(mostKept);
    for (const CrashReport &report : old)
        QFile::remove(report.file);
}

QString CrashReports::folderIn(const QString &profileFolder)
{
    return profileFolder + QLatin1String("/crash");
}

QList<CrashReport> CrashReports::reports() const
{
    static const QRegularExpression ours(QStringLiteral("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d)Z(_\\d)?\\.txt$"));
    QList<CrashReport> found;
    const QStringList names = QDir(m_folder).entryList(QDir::Files | QDir::NoSymLinks, QDir::NoSort);
    for (const QString &name : names) {
        QDateTime when = QDateTime::fromString(ours.match(name).captured(1), QStringLiteral("yyyy-MM-dd'T'HH-mm-ss"));
        when.setTimeSpec(Qt::UTC);
        if (when.isValid())
            found.append({.file = m_folder + QLatin1Char('/') + name, .when = when});
    }
    std::sort(found.begin(), found.end(), [](const CrashReport &one, const CrashReport &other) { return one.file > other.file; });
    return found;
}

QString CrashReports::text(const CrashReport &report)
{
    QFile file(report.file);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(mostRead)) : QString();
}

bool CrashReports::remove(const CrashReport &report)
{
    QFile::remove(report.file);
    emit changed();
    return !QFile::exists(report.file);
}

std::optional<CrashReport> CrashReports::takeUntold()
{
    const QList<CrashReport> all = reports();
    if (std::exchange(m_taken, true) || all.isEmpty() || m_preferences.value(toldKey()).toStringList().contains(nameOf(all.first())))
        return std::nullopt;
    return all.first();
}

void CrashReports::setTold()
{
    QStringList names;
    const QList<CrashReport> all = reports();
    for (const CrashReport &report : all)
        names.append(nameOf(report));
    m_preferences.setValue(toldKey(), names);
}
