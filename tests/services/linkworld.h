// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serviceworld.h"
#include "waiting.h"

#include <QSet>
#include <QTest>

const QString makingLink = QStringLiteral("POST /scheduling_links");

/// A signed-in program that knows its event types, and a list of recipients.
class LinkWorld : public ServiceWorld
{
public:
    LinkWorld() : ServiceWorld(40) { }

    bool start()
    {
        if (!startServer())
            return false;
        startProgram();
        return signIn() && readTypes();
    }

    bool readTypes()
    {
        bool listed = false;
        program->eventTypes.refresh(calendly.person(), &program->links, [&](const Result<Done> &result) { listed = result.has_value(); });
        if (!waitUntil([&] { return listed; }, 30000))
            return false;
        type = program->eventTypes.eventTypes().first();
        return true;
    }

    static QStringList labels(int count)
    {
        QStringList labels;
        for (int number = 1; number <= count; ++number)
            labels.append(QStringLiteral("Person %1 <p%1@example.org>").arg(number));
        return labels;
    }

    LinkBatch &batch() { return program->links.batch(); }
    bool stands() { return waitUntil([this] { return batch().state() == LinkBatch::State::Standing; }, 60000); }
    int sent() { return static_cast<int>(calendly->requests(makingLink).size()); }
    int made() { return static_cast<int>(calendly->world().links().size()); } ///< at Calendly

    /// The labels of the links in the ledger, each address once.
    QStringList ledger() const
    {
        LinkQuery all;
        all.limit = 1000;
        all.order = LinkQuery::Order::Label;
        QStringList found;
        QSet<QUrl> addresses;
        const QList<LinkEntry> entries = *program->links.entries(all);
        for (const LinkEntry &entry : entries) {
            if (entry.status != LinkStatus::Unknown && !addresses.contains(entry.link.bookingUrl))
                found.append(entry.link.label);
            addresses.insert(entry.link.bookingUrl);
        }
        found.sort();
        return found;
    }

    static QStringList sorted(QStringList labels)
    {
        labels.sort();
        return labels;
    }

    EventType type;
};
