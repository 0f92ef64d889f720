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
    connect(lineEdit(), &QLineEdit::returnPressed, this, &ZoneBox::settle);
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (!completer()->popup()->isVisible()) // which takes the focus, but ends nothing
            settle();
    });
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

/// The row of the place that is meant; -1 where there is none. Names that are kept for old programs get one.
int ZoneBox::placeOf(const QString &typed)
{
    int index = findText(typed, Qt::MatchFixedString);
    if (index < 0)
        index = findData(typed, Qt::UserRole, Qt::MatchFixedString);
    if (index < 0)
        index = findText(typed, Qt::MatchStartsWith);
    if (index < 0 && typed.contains(QLatin1Char('/')) && zoneNamed(typed)) { // without, it takes any word for an abbreviation
        addItem(zoneTitle(typed), typed);
        index = count() - 1;
    }
    // A part of a city, not of a continent: that one has many zones.
    for (int row = 0; index < 0 && row < count(); ++row) {
        if (cityOf(itemData(row).toString()).contains(typed, Qt::CaseInsensitive))
            index = row;
    }
    return index;
}

void ZoneBox::settle()
{
    completer()->popup()->hide();
    const QString typed = lineEdit()->text().trimmed();
    const int index = typed.isEmpty() ? -1 : placeOf(typed);
    if (index >= 0) {
        setCurrentIndex(index);
        return take(index);
    }
    setZone(m_zone);
    if (!typed.isEmpty())
        emit unknownTyped(typed);
}
