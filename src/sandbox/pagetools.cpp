// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagetools.h"

#include "zones.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

QUrlQuery carried(const QUrlQuery &query)
{
    static const QStringList names = [] {
        QStringList all{u"utm_source"_s,      u"utm_medium"_s, u"utm_campaign"_s, u"utm_content"_s, u"utm_term"_s,
                        u"salesforce_uuid"_s, u"name"_s,       u"first_name"_s,   u"last_name"_s,   u"email"_s,
                        u"guests"_s,          u"location"_s,   u"timezone"_s,     u"duration"_s};
        for (int i = 1; i <= 10; ++i)
            all.append(u"a%1"_s.arg(i));
        return all;
    }();
    QUrlQuery kept;
    for (const QString &name : names)
        kept = with(kept, name, valueOf(query, name));
    return kept;
}

QUrlQuery with(const QUrlQuery &query, const QString &name, const QString &value)
{
    QUrlQuery changed(query);
    changed.removeAllQueryItems(name);
    if (!value.isEmpty()) // encoded by hand, because QUrlQuery would leave "+" and "%" as they are
        changed.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return changed;
}

QString address(const QString &path, const QUrlQuery &query)
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(path, "/:"));
    return query.isEmpty() ? encoded : encoded + QLatin1Char('?') + query.toString(QUrl::FullyEncoded);
}

ShownZone shownZone(const World &world, const QUrlQuery &query, const QString &fallback)
{
    const QString asked = valueOf(query, u"timezone"_s);
    if (const auto zone = zoneNamed(asked))
        return {asked, *zone};
    return {fallback, world.zone(fallback)};
}

QList<HtmlPage::Choice> zoneChoices(const QString &chosen)
{
    QStringList names{u"Pacific/Honolulu"_s,    u"America/Anchorage"_s,
                      u"America/Los_Angeles"_s, u"America/Denver"_s,
                      u"America/Chicago"_s,     u"America/New_York"_s,
                      u"America/St_Johns"_s,    u"America/Sao_Paulo"_s,
                      u"Atlantic/Azores"_s,     u"Europe/London"_s,
                      u"Africa/Lagos"_s,        u"Europe/Berlin"_s,
                      u"Europe/Helsinki"_s,     u"Africa/Cairo"_s,
                      u"Africa/Nairobi"_s,      u"Asia/Tehran"_s,
                      u"Asia/Dubai"_s,          u"Asia/Kabul"_s,
                      u"Asia/Karachi"_s,        u"Asia/Kolkata"_s,
                      u"Asia/Kathmandu"_s,      u"Asia/Dhaka"_s,
                      u"Asia/Yangon"_s,         u"Asia/Bangkok"_s,
                      u"Asia/Singapore"_s,      u"Asia/Tokyo"_s,
                      u"Asia/Seoul"_s,          u"Australia/Eucla"_s,
                      u"Australia/Adelaide"_s,  u"Australia/Sydney"_s,
                      u"Australia/Lord_Howe"_s, u"Pacific/Auckland"_s,
                      u"Pacific/Chatham"_s,     u"UTC"_s};
    if (!names.contains(chosen))
        names.prepend(chosen);
    QList<HtmlPage::Choice> choices;
    for (const QString &name : std::as_const(names))
        choices.append({name, QString(name).replace(QLatin1Char('_'), QLatin1Char(' '))});
    return choices;
}

static QString localText(WorldTime time, const QTimeZone &zone, const QString &format)
{
    return QLocale::c().toString(wallClock(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC), zone), format);
}

QString dayText(WorldTime time, const QTimeZone &zone)
{
    return localText(time, zone, u"dddd, d MMMM yyyy"_s);
}

QString clockText(WorldTime time, const QTimeZone &zone)
{
    return localText(time, zone, u"HH:mm"_s);
}

QString meetingText(WorldTime start, WorldTime end, const ShownZone &zone)
{
    return u"%1, %2–%3 (%4)"_s.arg(dayText(start, zone.zone), clockText(start, zone.zone), clockText(end, zone.zone),
                                   zone.name);
}

QString placeText(const WorldPlace &place)
{
    static const QHash<QString, QString> names{
        {u"zoom_conference"_s, u"Zoom"_s},
        {u"google_conference"_s, u"Google Meet"_s},
        {u"microsoft_teams_conference"_s, u"Microsoft Teams"_s},
        {u"webex_conference"_s, u"Webex"_s},
        {u"gotomeeting_conference"_s, u"GoTo Meeting"_s},
        {u"outbound_call"_s, u"Phone call: you will be called"_s},
        {u"inbound_call"_s, u"Phone call: you call"_s},
        {u"ask_invitee"_s, u"A place of your choice"_s},
    };
    const QString name = names.value(place.kind);
    const QString text = place.kind == "inbound_call"_L1 ? place.phoneNumber
        : place.kind.endsWith("_conference"_L1)          ? QString()
                                                         : place.location;
    if (name.isEmpty())
        return text;
    return text.isEmpty() ? name : name + u", "_s + text;
}

void addSlots(HtmlPage &page, const QList<WorldSlot> &open, const ShownZone &zone,
              const std::function<QString(WorldTime)> &hrefOf)
{
    QString day;
    for (const WorldSlot &slot : open) {
        const QString slotDay = dayText(slot.start, zone.zone);
        if (slotDay != day) {
            if (!day.isEmpty())
                page.endRow();
            page.subheading(slotDay).beginRow();
            day = slotDay;
        }
        const QString left = slot.inviteesRemaining > 1 ? u", %1 places left"_s.arg(slot.inviteesRemaining) : QString();
        page.slot(hrefOf(slot.start), clockText(slot.start, zone.zone) + left);
    }
    if (!day.isEmpty())
        page.endRow();
}

PageAnswer answer(const HtmlPage &page, int status)
{
    return {status, page.toUtf8(), {}};
}

PageAnswer redirectTo(const QString &path)
{
    return {303, {}, QUrl(path)};
}

PageAnswer notFoundPage()
{
    HtmlPage page(u"Page not found"_s);
    page.heading(u"There is nothing here"_s)
        .text(u"The address may be mistyped, or what it led to was switched off."_s);
    return answer(page, 404);
}
