// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingpages.h"

#include "bookingcheck.h"
#include "bookingform.h"
#include "pagetools.h"
#include "worldjson.h"
#include "zones.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime minuteLength = 60 * 1000;
constexpr WorldTime dayLength = 24 * 60 * minuteLength;
constexpr int daysShown = 7;

int statusOf(const BookingRefusal &refusal)
{
    switch (refusal.kind) {
    case BookingRefusal::Kind::SlotGone: return 409;
    case BookingRefusal::Kind::LinkUsed:
    case BookingRefusal::Kind::LinkExpired: return 410;
    case BookingRefusal::Kind::NotBookable:
    case BookingRefusal::Kind::NotFound: return 404;
    default: return 400;
    }
}

/// The refusal in a sentence for somebody who filled in a form.
QString sentenceFor(const BookingRefusal &refusal, const WorldEventType &type)
{
    static const QHash<QString, QString> sentences{
        {u"invitee.name"_s, u"Please give your name."_s},
        {u"invitee.email"_s, u"That does not look like an e-mail address."_s},
        {u"invitee.timezone"_s, u"That time zone is not known."_s},
        {u"invitee.text_reminder_number"_s, u"The number for reminders must begin with + and the country."_s},
        {u"event_guests"_s, u"Guests: at most ten e-mail addresses, with commas between them."_s},
        {u"location.kind"_s, u"Please choose where to meet."_s},
        {u"location.location"_s, u"Please say where, or give the number to call."_s},
        {u"duration"_s, u"This length is not offered."_s},
    };
    const QString position = refusal.parameter.section(QLatin1Char('.'), 1, 1);
    if (refusal.parameter.startsWith("questions_and_answers"_L1) && position.toInt() < type.questions.size())
        return u"Please answer: %1"_s.arg(type.questions.at(position.toInt()).name);
    return sentences.value(refusal.parameter, u"This cannot be booked."_s);
}

} // namespace

const WorldShareOverride *BookingPages::share() const
{
    BookingRequest request;
    request.link = m_target.link;
    return shareOf(m_world, request);
}

QString BookingPages::name() const
{
    const WorldShareOverride *changed = share();
    const QString own = m_target.type->name.isNull() ? u"Meeting"_s : m_target.type->name;
    return changed && changed->name ? *changed->name : own;
}

int BookingPages::duration(const QUrlQuery &query) const
{
    BookingRequest request;
    request.eventType = m_target.type->id;
    request.link = m_target.link;
    const int asked = valueOf(query, u"duration"_s).toInt();
    const WorldShareOverride *changed = share();
    const QList<int> options
        = changed && changed->durationOptions ? *changed->durationOptions : m_target.type->durationOptions;
    return options.contains(asked) ? asked : durationOf(m_world, request);
}

QString BookingPages::fallbackZone() const
{
    return m_world.users()[static_cast<size_t>(m_target.type->owner)].timezone;
}

/// Says why nothing can be booked here, whatever the time.
std::optional<PageAnswer> BookingPages::closed() const
{
    const auto say = [this](const QString &heading, const QString &text, int status) {
        HtmlPage page(heading);
        page.heading(heading, m_target.type->color).text(text);
        return answer(page, status);
    };
    if (m_target.link != noId) {
        const WorldLink &link = m_world.links()[static_cast<size_t>(m_target.link)];
        if (link.usedBy != noId)
            return say(u"This link was used already"_s,
                       u"A single-use link books one meeting. Please ask for a new one."_s, 410);
        if (link.expiresAt <= m_world.now())
            return say(u"This link has expired"_s, u"Single-use links end after 90 days. Please ask for a new one."_s,
                       410);
    }
    if (!m_target.type->active || m_target.type->deletedAt)
        return say(u"This page is switched off"_s, u"Nothing can be booked here at the moment."_s, 404);
    if (m_target.type->poll)
        return say(name(), u"The date of this meeting is found by a poll. It cannot be booked directly."_s, 200);
    return std::nullopt;
}

void BookingPages::addHead(HtmlPage &page, const QUrlQuery &query) const
{
    const WorldEventType &type = *m_target.type;
    const WorldUser &owner = m_world.users()[static_cast<size_t>(type.owner)];
    page.heading(name(), type.color);
    page.fact(u"With"_s, type.team.isEmpty() ? owner.name : type.team);
    page.fact(u"Length"_s, u"%1 min"_s.arg(duration(query)));
    const QList<WorldPlace> places = placesOf(type, share());
    const bool hidden = share() && share()->hideLocation.value_or(false);
    if (!places.isEmpty() && !hidden) {
        QStringList texts;
        for (const WorldPlace &place : places)
            texts.append(placeText(place));
        page.fact(u"Where"_s, texts.join(u" or "_s));
    }
    if (!type.description.isEmpty())
        page.text(type.description);
    if (m_target.link != noId)
        page.quiet(u"This link books one meeting. It ends on %1."_s.arg(
            dayText(m_world.links()[static_cast<size_t>(m_target.link)].expiresAt, m_world.zone(fallbackZone()))));
}

void BookingPages::addDurations(HtmlPage &page, const QUrlQuery &query) const
{
    const WorldShareOverride *changed = share();
    const QList<int> options
        = changed && changed->durationOptions ? *changed->durationOptions : m_target.type->durationOptions;
    if (options.size() < 2)
        return;
    page.beginRow();
    for (const int minutes : options)
        page.slot(address(m_target.path, with(carried(query), u"duration"_s, QString::number(minutes))),
                  u"%1 min"_s.arg(minutes));
    page.endRow();
}

PageAnswer BookingPages::typePage(const QUrlQuery &query) const
{
    if (const auto page = closed())
        return *page;
    HtmlPage page(name());
    addHead(page, query);
    addDurations(page, query);
    const ShownZone zone = shownZone(m_world, query, fallbackZone());
    const QUrlQuery kept = with(carried(query), u"timezone"_s, zone.name);

    page.beginForm(m_target.path, u"get"_s)
        .select(u"timezone"_s, u"Times are shown in"_s, zoneChoices(zone.name), zone.name);
    for (const auto &[name, value] : carried(query).queryItems(QUrl::FullyDecoded)) {
        if (name != "timezone"_L1)
            page.hidden(name, value);
    }
    page.endForm(u"Change zone"_s);

    const QDate today = wallClock(QDateTime::fromMSecsSinceEpoch(m_world.now(), Qt::UTC), zone.zone).date();
    const QDate asked = QDate::fromString(valueOf(query, u"date"_s), Qt::ISODate);
    const QDate first = asked.isValid() && asked > today ? asked : today;
    const WorldTime from = startOfDayUtc(first, zone.zone).toMSecsSinceEpoch();
    const WorldTime to = startOfDayUtc(first.addDays(daysShown), zone.zone).toMSecsSinceEpoch();
    const auto open = findSlots(m_world, *m_target.type, from, to, {duration(query), share(), noId});
    addSlots(page, open, zone, [this, &kept](WorldTime start) {
        return address(m_target.path + QLatin1Char('/') + slotText(start), kept);
    });
    if (open.isEmpty())
        page.text(u"There are no open times in these seven days."_s);
    page.subheading(u"Other days"_s).beginRow();
    if (first > today)
        page.slot(address(m_target.path,
                          with(kept, u"date"_s, std::max(today, first.addDays(-daysShown)).toString(Qt::ISODate))),
                  u"Earlier"_s);
    page.slot(address(m_target.path, with(kept, u"date"_s, first.addDays(daysShown).toString(Qt::ISODate))), u"Later"_s)
        .endRow();
    return answer(page);
}

HtmlPage BookingPages::formPage(WorldTime start, const QUrlQuery &query, const QString &problem,
                                const QUrlQuery &values) const
{
    HtmlPage page(name());
    addHead(page, query);
    const ShownZone zone = shownZone(m_world, values, shownZone(m_world, query, fallbackZone()).name);
    page.fact(u"When"_s, meetingText(start, start + duration(query) * minuteLength, zone));
    if (!problem.isEmpty())
        page.problem(problem);
    const QString action = address(m_target.path + QLatin1Char('/') + slotText(start), carried(query));
    BookingForm(m_world, *m_target.type, m_target.link).addTo(page, action, values, zone.name);
    return page;
}

PageAnswer BookingPages::goneSlot(const QUrlQuery &query) const
{
    HtmlPage page(u"This time is gone"_s);
    page.heading(u"This time is no longer free"_s, m_target.type->color)
        .text(u"Somebody else was faster, or the time has passed."_s)
        .button(address(m_target.path, carried(query)), u"Choose another time"_s);
    return answer(page, 409);
}

PageAnswer BookingPages::slotPage(const QString &start, const QUrlQuery &query) const
{
    if (const auto page = closed())
        return *page;
    const auto time = timeFromText(start);
    if (!time)
        return notFoundPage();
    if (!slotAt(m_world, *m_target.type, *time, {duration(query), share(), noId}))
        return goneSlot(query);
    return answer(formPage(*time, query, QString(), query));
}

PageAnswer BookingPages::submit(const QString &start, const QUrlQuery &query, const QUrlQuery &form)
{
    if (const auto page = closed())
        return *page;
    const auto time = timeFromText(start);
    if (!time)
        return notFoundPage();
    const BookingAnswer outcome = book(m_world, BookingForm(m_world, *m_target.type, m_target.link).read(form, *time));
    if (const int *invitee = std::get_if<int>(&outcome))
        return redirectTo(u"/booked/"_s + m_world.uuid(World::Thing::Invitee, *invitee));
    const BookingRefusal &refusal = std::get<BookingRefusal>(outcome);
    if (refusal.kind == BookingRefusal::Kind::SlotGone)
        return goneSlot(query);
    return answer(formPage(*time, query, sentenceFor(refusal, *m_target.type), form), statusOf(refusal));
}

PageAnswer BookingPages::booked(const World &world, const WorldInvitee &invitee)
{
    const WorldMeeting &meeting = world.meetings()[static_cast<size_t>(invitee.meeting)];
    const WorldEventType &type = world.eventTypes()[static_cast<size_t>(meeting.eventType)];
    const QString zoneName = invitee.timezone.isEmpty() ? u"UTC"_s : invitee.timezone;
    HtmlPage page(u"Booked"_s);
    page.heading(invitee.cancellation ? u"This booking was canceled"_s : u"You are booked"_s, type.color)
        .fact(u"What"_s, meeting.name)
        .fact(u"Name"_s, invitee.name)
        .fact(u"With"_s, world.users()[static_cast<size_t>(meeting.hosts.first())].name)
        .fact(u"When"_s, meetingText(meeting.start, meeting.end, {zoneName, world.zone(zoneName)}));
    if (!placeText(meeting.place).isEmpty())
        page.fact(u"Where"_s, placeText(meeting.place));
    if (!invitee.cancellation) {
        const QString uuid = world.uuid(World::Thing::Invitee, invitee.id);
        page.beginRow()
            .slot(u"/reschedulings/"_s + uuid, u"Move to another time"_s)
            .slot(u"/cancellations/"_s + uuid, u"Cancel this booking"_s)
            .endRow();
    }
    return answer(page);
}
