// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "booking.h"
#include "htmlpage.h"
#include "publicpages.h"

/// The pages on which an invitee picks a time of one event type and books it, with or without a single-use link.
class BookingPages
{
public:
    /// What is to be booked and under which address. `link` is noId for an event type's own page.
    struct Target
    {
        const WorldEventType *type = nullptr;
        int link = noId;
        QString path; ///< "/mara/30-min-intro" or "/d/…"
    };

    BookingPages(World &world, Target target) : m_world(world), m_target(std::move(target)) { }

    PageAnswer typePage(const QUrlQuery &query) const;
    PageAnswer slotPage(const QString &start, const QUrlQuery &query) const;
    PageAnswer submit(const QString &start, const QUrlQuery &query, const QUrlQuery &form);

    /// What an invitee sees after booking or moving.
    static PageAnswer booked(const World &world, const WorldInvitee &invitee);

private:
    std::optional<PageAnswer> closed() const;
    const WorldShareOverride *share() const;
    QString name() const;
    int duration(const QUrlQuery &query) const;
    QString fallbackZone() const;
    void addHead(HtmlPage &page, const QUrlQuery &query) const;
    void addDurations(HtmlPage &page, const QUrlQuery &query) const;
    PageAnswer goneSlot(const QUrlQuery &query) const;
    HtmlPage formPage(WorldTime start, const QUrlQuery &query, const QString &problem, const QUrlQuery &values) const;

    World &m_world; // outlives these pages
    Target m_target;
};
