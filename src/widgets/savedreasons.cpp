// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedreasons.h"

#include "mainwindowparts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SavedReasons)
};

QString reasonsKey()
{
    return QStringLiteral("cancel/reasons");
}

QList<SavedReason> toBeginWith()
{
    return {{Words::tr("Ill today"), Words::tr("Hello {name}, I am ill today and must cancel {event}. I am sorry.")},
            {Words::tr("Double booked"), Words::tr("Hello {name}, I booked two meetings at once and must cancel {event}. Please choose a new time: {rebook link}")},
            {Words::tr("Travel"), Words::tr("Hello {name}, I am traveling and must cancel {event}. Please choose a new time: {rebook link}")}};
}

} // namespace

SavedReasons::SavedReasons(const MainWindowParts &parts) : m_parts(parts) { }

QList<SavedReason> SavedReasons::all() const
{
    const QVariant kept = m_parts.remembered ? m_parts.remembered(reasonsKey()) : QVariant();
    if (!kept.isValid())
        return toBeginWith();
    QList<SavedReason> reasons;
    const QJsonArray list = QJsonDocument::fromJson(kept.toString().toUtf8()).array();
    for (const QJsonValue &each : list)
        reasons.append({each[QLatin1String("name")].toString(), each[QLatin1String("text")].toString()});
    return reasons;
}

void SavedReasons::save(const SavedReason &reason)
{
    QList<SavedReason> reasons = all();
    const auto same = std::find_if(reasons.begin(), reasons.end(), [&reason](const SavedReason &each) { return each.name == reason.name; });
    if (same == reasons.end())
        reasons.append(reason);
    else
        *same = reason;
    write(reasons);
}

void SavedReasons::remove(const QString &name)
{
    QList<SavedReason> reasons = all();
    reasons.removeIf([&name](const SavedReason &reason) { return reason.name == name; });
    write(reasons);
}

void SavedReasons::write(const QList<SavedReason> &reasons) const
{
    QJsonArray list;
    for (const SavedReason &reason : reasons)
        list.append(QJsonObject{{QStringLiteral("name"), reason.name}, {QStringLiteral("text"), reason.text}});
    if (m_parts.remember)
        m_parts.remember(reasonsKey(), QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}
