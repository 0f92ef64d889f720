// SPDX-License-Identifier: GPL-3.0-or-later
#include "quickfind.h"

#include "eventtypemodel.h"
#include "format.h"
#include "plaintext.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(QuickPalette)
};

struct Ranked
{
    QuickHit hit;
    bool begins = false; ///< each typed word begins one of the name
    int times = 0;
};

constexpr int scoreOfBeginning = 4; ///< of paletteScore(), at least, for each word that begins one

bool before(const Ranked &one, const Ranked &other)
{
    if (isBookable(one.hit.type) != isBookable(other.hit.type))
        return isBookable(one.hit.type);
    if (one.begins != other.begins)
        return one.begins;
    if (one.hit.pin != other.hit.pin)
        return other.hit.pin == 0 || (one.hit.pin > 0 && one.hit.pin < other.hit.pin);
    return one.times > other.times;
}

} // namespace

QList<QuickHit> quickHits(const QList<EventType> &types, const QMap<int, EventType> &pins, const QHash<QUrl, EventTypeUse> &uses, const QString &typed)
{
    const QStringList words = paletteWish(typed).words;
    QHash<QUrl, int> digits;
    for (auto pin = pins.cbegin(); pin != pins.cend(); ++pin)
        digits.insert(pin->uri, pin.key());
    QList<Ranked> found;
    for (const EventType &type : types) {
        const int score = std::max(paletteScore(eventTypeTitle(type), words), paletteScore(type.slug, words));
        if (score > 0)
            found.append({{type, digits.value(type.uri)}, score > scoreOfBeginning * words.size(), uses.value(type.uri).times});
    }
    std::stable_sort(found.begin(), found.end(), before);
    QList<QuickHit> hits;
    for (const Ranked &each : std::as_const(found))
        hits.append(each.hit);
    return hits;
}

PaletteItem quickItem(const QuickHit &hit)
{
    PaletteItem item;
    if (!hit.whyNot.isEmpty()) {
        item.iconName = QStringLiteral("person");
        item.title = hit.owner;
        item.whyNot = hit.whyNot;
        return item;
    }
    item.title = eventTypeTitle(hit.type);
    item.detail = Text::tr("%1   %2", "length, kind").arg(eventTypeLengthText(hit.type), kindText(hit.type));
    if (!isBookable(hit.type) || hit.type.secret)
        item.detail = Text::tr("%1, %2", "length and kind, state").arg(item.detail, eventTypeStateText(hit.type).toLower());
    if (!hit.owner.isEmpty())
        item.detail = Text::tr("%1, %2", "length and kind, owner").arg(item.detail, isolated(hit.owner));
    item.pin = hit.pin;
    item.stripe = hit.type.color;
    item.verb = hit.owner.isEmpty() ? Text::tr("Copy single-use link") : Text::tr("Copy link");
    if (hit.pin > 0)
        item.keys = QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + hit.pin)).toString(QKeySequence::NativeText);
    return item;
}
