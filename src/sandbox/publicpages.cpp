// SPDX-License-Identifier: GPL-3.0-or-later
#include "publicpages.h"

#include "bookingpages.h"
#include "changepages.h"
#include "pagetools.h"

using namespace Qt::StringLiterals;

namespace {

QStringList partsOf(const QString &path)
{
    return path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
}

/// The type and link that a path names; no type where it names none.
BookingPages::Target targetOf(const World &world, const QStringList &parts)
{
    BookingPages::Target target;
    if (parts.size() < 2)
        return target;
    target.path = u"/%1/%2"_s.arg(parts.at(0), parts.at(1));
    if (parts.first() != "d"_L1) {
        target.type = world.eventTypeByPath(target.path);
        return target;
    }
    if (const WorldLink *link = world.linkByToken(parts.at(1))) {
        target.type = &world.eventTypes()[static_cast<size_t>(link->eventType)];
        target.link = link->id;
    }
    return target;
}

PageAnswer landingPage(const World &world, const WorldUser &user, const QUrlQuery &query)
{
    HtmlPage page(user.name);
    page.heading(user.name).text(u"Choose what you would like to meet about."_s);
    bool any = false;
    for (const WorldEventType &type : world.eventTypes()) {
        if (!type.hosts.contains(user.id) || !type.active || type.secret || type.deletedAt || type.poll)
            continue;
        const QString where = type.places.isEmpty() ? QString() : u" · "_s + placeText(type.places.first());
        page.card(address(type.publicPath, carried(query)), type.name, u"%1 min"_s.arg(type.durationMinutes) + where,
                  type.color);
        any = true;
    }
    if (!any)
        page.text(u"Nothing can be booked here at the moment."_s);
    return answer(page);
}

} // namespace

bool PublicPages::owns(const QString &path)
{
    const QStringList parts = partsOf(path);
    return !parts.isEmpty() && parts.size() <= 3;
}

PageAnswer PublicPages::get(const QString &path, const QUrlQuery &query) const
{
    const QStringList parts = partsOf(path);
    if (parts.size() == 1) {
        const WorldUser *user = m_world.userBySlug(parts.first());
        return user ? landingPage(m_world, *user, query) : notFoundPage();
    }
    const WorldInvitee *invitee = parts.size() == 2 ? m_world.invitee(parts.at(1)) : nullptr;
    if (invitee && parts.first() == "cancellations"_L1)
        return ChangePages(m_world, *invitee).cancelPage();
    if (invitee && parts.first() == "reschedulings"_L1)
        return ChangePages(m_world, *invitee).movePage(query);
    if (invitee && parts.first() == "booked"_L1)
        return BookingPages::booked(m_world, *invitee);
    const BookingPages::Target target = targetOf(m_world, parts);
    if (!target.type || parts.size() > 3)
        return notFoundPage();
    const BookingPages pages(m_world, target);
    return parts.size() == 2 ? pages.typePage(query) : pages.slotPage(parts.at(2), query);
}

PageAnswer PublicPages::post(const QString &path, const QUrlQuery &query, const QUrlQuery &form)
{
    const QStringList parts = partsOf(path);
    const WorldInvitee *invitee = parts.size() == 2 ? m_world.invitee(parts.at(1)) : nullptr;
    if (invitee && parts.first() == "cancellations"_L1)
        return ChangePages(m_world, *invitee).cancel(form);
    if (invitee && parts.first() == "reschedulings"_L1)
        return ChangePages(m_world, *invitee).move(form);
    const BookingPages::Target target = targetOf(m_world, parts);
    if (!target.type || parts.size() != 3)
        return notFoundPage();
    return BookingPages(m_world, target).submit(parts.at(2), query, form);
}
