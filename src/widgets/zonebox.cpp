// SPDX-License-Identifier: GPL-3.0-or-later
#include "zonebox.h"

#include "zones.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>

#include <algorithm>

namespace {

/// "Tokyo, Asia": the city first, since that is what one types.
QString zoneTitle(const QString &zone)
{
    if (!zone.contains(QLatin1Char('/')))
        return zone;
    return ZoneBox::tr("%1, %2", "a city and its continent").arg(cityOf(zone), zone.section(QLatin1Char('/'), 0, 0));
}

/// Names of places with their titles, by title; without those that are kept for old programs only.
QList<std::pair<QString, QString>> placesByTitle()
{
    QList<std::pair<QString, QString>> places;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        const QString zone = QString::fromLatin1(id);
        static const QStringList old{QStringLiteral("Etc/"), QStringLiteral("SystemV/"), QStringLiteral("posix/"), QStringLiteral("right/"), QStringLiteral("US/")};
        const bool isOld = std::any_of(old.begin(), old.end(), [&zone](const QString &prefix) { return zone.startsWith(prefix); });
        if (zone == QLatin1String("UTC") || (zone.contains(QLatin1Char('/')) && !isOld))
            places.append({zoneTitle(zone), zone});
    }
    std::sort(places.begin(), places.end(), [](const auto &one, const auto &other) { return QString::localeAwareCompare(one.first, other.first) < 0; });
    return places;
}

} // namespace

ZoneBox::ZoneBox(QWidget *parent) : ChoiceBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMinimumContentsLength(14);
    static const QList<std::pair<QString, QString>> places = placesByTitle();
    for (const auto &[title, zone] : places)
        addItem(title, zone);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::activated, this, &ZoneBox::take);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ZoneBox::settle);
}

void ZoneBox::setZone(const QString &zone)
{
    m_zone = zone;
    int index = findData(zone);
    if (index < 0 && zoneNamed(zone)) {
        addItem(zoneTitle(zone), zone);
        index = count() - 1;
    }
    setCurrentIndex(index);
    lineEdit()->setCursorPosition(0);
}

void ZoneBox::take(int index)
{
    const QString zone = itemData(index).toString();
    if (zone.isEmpty() || zone == m_zone)
        return;
    m_zone = zone;
    lineEdit()->setCursorPosition(0);
    emit zoneChosen(zone);
}

/// What was typed and is no place becomes the first place that it is a part of, else what was there before.
void ZoneBox::settle()
{
    if (completer()->popup()->isVisible())
        return;
    const QString typed = lineEdit()->text().trimmed();
    int index = findText(typed, Qt::MatchFixedString);
    if (index < 0 && !typed.isEmpty())
        index = findText(typed, Qt::MatchStartsWith);
    if (index < 0)
        return setZone(m_zone);
    setCurrentIndex(index);
    take(index);
}
