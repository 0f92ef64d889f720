// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "htmlpage.h"
#include "publicpages.h"
#include "slotfinder.h"

#include <functional>

// What the public pages have in common.

/// A field of a query or form with all percent signs decoded; empty where it is missing.
QString valueOf(const QUrlQuery &query, const QString &name);

/// What an address hands on from page to page: prefilled values, where the visit came from, zone and duration.
QUrlQuery carried(const QUrlQuery &query);

/// A query with `name` set to `value`, or without it where `value` is empty.
QUrlQuery with(const QUrlQuery &query, const QString &name, const QString &value);

/// `path` and `query` as an address within these pages, encoded.
QString address(const QString &path, const QUrlQuery &query);

/// The zone to show times in: the one asked for, else `fallback`. Also what it is called.
struct ShownZone
{
    QString name;
    QTimeZone zone;
};
ShownZone shownZone(const World &world, const QUrlQuery &query, const QString &fallback);

/// Zones to choose from, with `chosen` among them.
QList<HtmlPage::Choice> zoneChoices(const QString &chosen);

QString dayText(WorldTime time, const QTimeZone &zone); ///< "Monday, 23 November 2026"
QString clockText(WorldTime time, const QTimeZone &zone); ///< "10:30"
QString meetingText(WorldTime start, WorldTime end, const ShownZone &zone); ///< day, both times, zone

/// The place in the words of an invitee, e.g. "Zoom", "Phone call".
QString placeText(const WorldPlace &place);

/// Adds the open times day by day, each a link that `hrefOf` names.
void addSlots(HtmlPage &page, const QList<WorldSlot> &open, const ShownZone &zone,
              const std::function<QString(WorldTime)> &hrefOf);

PageAnswer answer(const HtmlPage &page, int status = 200);
PageAnswer redirectTo(const QString &path);
PageAnswer notFoundPage();
