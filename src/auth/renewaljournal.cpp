// SPDX-License-Identifier: GPL-3.0-or-later
#include "renewaljournal.h"

#include "generation.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace {

using Phase = JournalEntry::Phase;

constexpr qint64 longest = 4096;
constexpr int mostTries = 1000; // far above what is ever tried

const std::array<std::pair<Phase, QLatin1String>, 4> phaseNames{{
    {Phase::Kept, QLatin1String("kept")},
    {Phase::Renewing, QLatin1String("renewing")},
    {Phase::Ended, QLatin1String("ended")},
    {Phase::SignedOut, QLatin1String("signed out")},
}};

QByteArray toText(const JournalEntry &entry)
{
    QJsonObject object{{QStringLiteral("generation"), entry.generation}, {QStringLiteral("tries"), entry.tries}};
    for (const auto &[phase, name] : phaseNames) {
        if (phase == entry.phase)
            object.insert(QStringLiteral("phase"), name);
    }
    if (!entry.sentAt.isNull())
        object.insert(QStringLiteral("sent_at"), entry.sentAt.toUTC().toString(Qt::ISODateWithMs));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

JournalEntry fromText(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const int generation = std::max(0, object.value(QLatin1String("generation")).toInt());
    if (generation > highestGeneration)
        return {};
    for (const auto &[phase, name] : phaseNames) {
        if (object.value(QLatin1String("phase")).toString() != name)
            continue;
        const QDateTime sentAt
            = QDateTime::fromString(object.value(QLatin1String("sent_at")).toString(), Qt::ISODateWithMs).toUTC();
        // Not of a year that ISO 8601 has no four digits for, since that would be lost when it is written again.
        const bool isMoment = sentAt.isValid() && sentAt.date().year() >= 0 && sentAt.date().year() <= 9999;
        return {.phase = phase,
                .generation = generation,
                .tries = std::clamp(object.value(QLatin1String("tries")).toInt(), 0, mostTries),
                .sentAt = isMoment ? sentAt : QDateTime()};
    }
    return {};
}

} // namespace

RenewalJournal::RenewalJournal(const QString &folder, const QString &account)
{
    const QByteArray name = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_path = QDir(folder).filePath(QStringLiteral("signin-%1.json").arg(QLatin1String(name)));
    QDir().mkpath(folder);
}

QString RenewalJournal::lockPath() const
{
    return m_path + QStringLiteral(".lock");
}

JournalEntry RenewalJournal::read() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? fromText(file.read(longest)) : JournalEntry();
}

Result<Done> RenewalJournal::write(const JournalEntry &entry) const
{
    const QByteArray text = toText(entry);
    QSaveFile file(m_path);
    // Unbuffered and counted: on a full disk Qt 6.4 else reports success and leaves an empty file.
    bool written = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    if (written) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (file.write(text) != text.size())
            file.cancelWriting();
        written = file.commit();
    }
    if (!written)
        return Unexpected(Error{.kind = Error::Kind::Storage,
                                .message = QStringLiteral("The journal of the sign-in cannot be written")});
    return Done{};
}
