// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkpresets.h"

#include "mainwindowparts.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace {

QString presetsKey()
{
    return QStringLiteral("links/presets");
}

} // namespace

LinkPresets::LinkPresets(const MainWindowParts &parts) : m_parts(parts) { }

QList<LinkPreset> LinkPresets::all() const
{
    QList<LinkPreset> presets;
    const QString kept = m_parts.remembered ? m_parts.remembered(presetsKey()).toString() : QString();
    const QJsonArray list = QJsonDocument::fromJson(kept.toUtf8()).array();
    for (const QJsonValue &each : list)
        presets.append({.name = each[QLatin1String("name")].toString(),
                        .eventType = QUrl(each[QLatin1String("event_type")].toString()),
                        .parameters = linkParametersFrom(each[QLatin1String("parameters")].toObject())});
    return presets;
}

void LinkPresets::save(const QString &name, const QUrl &eventType, const LinkParameters &parameters)
{
    const LinkParameters kept = worthKeeping(parameters);
    const auto isAnswer = [](const QString &parameter) { return parameter.startsWith(QLatin1Char('a')); };
    const QStringList names = kept.keys();
    const bool answers = std::any_of(names.begin(), names.end(), isAnswer);
    save({.name = name, .eventType = answers ? eventType : QUrl(), .parameters = kept});
}

void LinkPresets::save(const LinkPreset &preset)
{
    QList<LinkPreset> presets = all();
    presets.removeIf([&preset](const LinkPreset &each) { return each.name == preset.name; });
    presets.append(preset);
    std::sort(presets.begin(), presets.end(), [](const LinkPreset &one, const LinkPreset &other) { return one.name.localeAwareCompare(other.name) < 0; });
    write(presets);
}

void LinkPresets::remove(const QString &name)
{
    QList<LinkPreset> presets = all();
    presets.removeIf([&name](const LinkPreset &each) { return each.name == name; });
    write(presets);
}

LinkParameters LinkPresets::parametersFor(const LinkPreset &preset, const QUrl &eventType)
{
    LinkParameters parameters = preset.parameters;
    for (int question = 0; preset.eventType != eventType && question < mostPrefilledAnswers; ++question)
        parameters.remove(answerName(question));
    return parameters;
}

void LinkPresets::write(const QList<LinkPreset> &presets) const
{
    QJsonArray list;
    for (const LinkPreset &preset : presets)
        list.append(QJsonObject{{QStringLiteral("name"), preset.name},
                                {QStringLiteral("event_type"), preset.eventType.toString()},
                                {QStringLiteral("parameters"), toJson(preset.parameters)}});
    if (m_parts.remember)
        m_parts.remember(presetsKey(), QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}
