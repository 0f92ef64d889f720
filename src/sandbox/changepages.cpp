// SPDX-License-Identifier: GPL-3.0-or-later
#include "changepages.h"

#include "booking.h"
#include "pagetools.h"
#include "worldjson.h"

using namespace Qt::StringLiterals;

namespace {

constexpr WorldTime minuteLength = 60 * 1000;
constexpr WorldTime dayLength = 24 * 60 * minuteLength;
constexpr int daysShown = 14;

ShownZone zoneOf(const World &world, const WorldInvitee &invitee)
{
    const QString name = invitee.timezone.isEmpty() ? u"UTC"_s : invitee.timezone;
    return {name, world.zone(name)};
}

} // namespace

const WorldMeeting &ChangePages::meeting() const
{
    return m_world.meetings()[static_cast<size_t>(m_invitee.meeting)];
}

QString ChangePages::path(const QString &folder) const
{
    return u"/%1/%2"_s.arg(folder, m_world.uuid(World::Thing::Invitee, m_invitee.id));
}

HtmlPage ChangePages::begin(const QString &heading) const
{
    HtmlPage page(heading);
    page.heading(heading, m_world.eventTypes()[static_cast<size_t>(meeting().eventType)].color)
        .fact(u"What"_s, meeting().name.isNull() ? u"Meeting"_s : meeting().name)
        .fact(u"Name"_s, m_invitee.name)
        .fact(u"When"_s, meetingText(meeting().start, meeting().end, zoneOf(m_world, m_invitee)));
    return page;
}

/// Says why nothing can be changed any more.
std::optional<PageAnswer> ChangePages::settled() const
{
    if (m_invitee.newInvitee != noId) {
        HtmlPage page = begin(u"This booking was moved"_s);
        page.button(u"/booked/"_s + m_world.uuid(World::Thing::Invitee, m_invitee.newInvitee), u"See the new time"_s);
        return answer(page);
    }
    if (m_invitee.cancellation || meeting().cancellation)
        return answer(begin(u"This booking was canceled"_s));
    if (meeting().start <= m_world.now())
        return answer(begin(u"This meeting has begun or is over"_s));
    return std::nullopt;
}

PageAnswer ChangePages::cancelPage() const
{
    if (const auto page = settled())
        return *page;
    HtmlPage page = begin(u"Cancel this booking?"_s);
    page.beginForm(path(u"cancellations"_s))
        .field({u"reason"_s, u"Reason, if you like"_s, u"textarea"_s})
        .endForm(u"Cancel the booking"_s, true);
    return answer(page);
}

PageAnswer ChangePages::cancel(const QUrlQuery &form)
{
    if (const auto page = settled())
        return *page;
    const QString reason = valueOf(form, u"reason"_s).trimmed();
    cancelByInvitee(m_world, m_invitee.id, reason.isEmpty() ? QString() : reason);
    return answer(begin(u"Canceled"_s).text(u"The booking is canceled. The time is free again."_s));
}

PageAnswer ChangePages::movePage(const QUrlQuery &query) const
{
    if (const auto page = settled())
        return *page;
    const ShownZone zone = shownZone(m_world, query, zoneOf(m_world, m_invitee).name);
    const WorldEventType &type = m_world.eventTypes()[static_cast<size_t>(meeting().eventType)];
    const WorldTime length = meeting().end - meeting().start;
    if (const auto start = timeFromText(valueOf(query, u"start_time"_s))) {
        HtmlPage page = begin(u"Move this booking?"_s);
        page.fact(u"New time"_s, meetingText(*start, *start + length, zone))
            .beginForm(path(u"reschedulings"_s))
            .hidden(u"start_time"_s, slotText(*start))
            .field({u"reason"_s, u"Reason, if you like"_s, u"textarea"_s})
            .endForm(u"Move to this time"_s);
        return answer(page);
    }
    HtmlPage page = begin(u"Choose another time"_s);
    const SlotRules rules{static_cast<int>(length / minuteLength), nullptr,
                          m_world.activeInvitees(meeting()) == 1 ? meeting().id : noId};
    QList<WorldSlot> open = findSlots(m_world, type, m_world.now(), m_world.now() + daysShown * dayLength, rules);
    open.removeIf([this](const WorldSlot &slot) { return slot.start == meeting().start; });
    addSlots(page, open, zone, [this, &query](WorldTime start) {
        return address(path(u"reschedulings"_s), with(carried(query), u"start_time"_s, slotText(start)));
    });
    if (open.isEmpty())
        page.text(u"There are no open times in the next two weeks."_s);
    return answer(page);
}

PageAnswer ChangePages::goneTime() const
{
    HtmlPage page = begin(u"This time is no longer free"_s);
    page.button(path(u"reschedulings"_s), u"Choose another time"_s);
    return answer(page, 409);
}

PageAnswer ChangePages::move(const QUrlQuery &form)
{
    if (const auto page = settled())
        return *page;
    const auto start = timeFromText(valueOf(form, u"start_time"_s));
    if (!start)
        return goneTime();
    const QString reason = valueOf(form, u"reason"_s).trimmed();
    const BookingAnswer outcome
        = reschedule(m_world, m_invitee.id, *start, m_invitee.name, reason.isEmpty() ? QString() : reason);
    if (const int *invitee = std::get_if<int>(&outcome))
        return redirectTo(u"/booked/"_s + m_world.uuid(World::Thing::Invitee, *invitee));
    return goneTime();
}
