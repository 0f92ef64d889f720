// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "eventtypeuse.h"
#include "paletteitem.h"

#include <QHash>
#include <QList>
#include <QMap>

/// An event type that answers what was typed, and its digit; or why a colleague has none to offer.
struct QuickHit
{
    EventType type;
    int pin = 0;
    QString owner = {}; ///< the colleague whose type it is; empty for one's own
    QString whyNot = {}; ///< why the colleague's types are not there
};

/// The event types that answer `typed`: those with a word that begins so first; among
/// them pinned ones by digit, then the most used. What cannot be booked
/// comes last.
QList<QuickHit> quickHits(const QList<EventType> &types, const QMap<int, EventType> &pins, const QHash<QUrl, EventTypeUse> &uses, const QString &typed);

/// The hit as a row of a palette.
PaletteItem quickItem(const QuickHit &hit);
