// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serviceworld.h"
#include "waiting.h"

#include <QHash>
#include <QTest>

/// A signed-in program with as many coming meetings as wanted, all booked for this.
class CancelWorld : public ServiceWorld
{
public:
    explicit CancelWorld(int meetings)
        : ServiceWorld(40)
        , m_wanted(meetings)
    {
    }

    bool start()
    {
        if (!startServer())
            return false;
        for (int number = 0; number < m_wanted; ++number)
            booked.append(calendly.book(clock.now().addDays(1).addSecs(number * 600)));
        startProgram();
        return signIn() && load(10);
    }

    CancelQueue &queue() { return program->cancels; }

    QList<CancelItem> items(const QString &reason = QStringLiteral("Ill today")) const
    {
        QList<CancelItem> items;
        for (const QUrl &meeting : booked)
            items.append({.meeting = meeting, .name = QStringLiteral("Intro"), .start = clock.now().addDays(1), .reason = reason});
        return items;
    }

    /// How a fault or a look names the cancellation of the meeting with this number.
    QString cancellationOf(int number) const { return QStringLiteral("POST %1/cancellation").arg(booked.at(number).path()); }
    QString lookAt(int number) const { return QStringLiteral("GET %1").arg(booked.at(number).path()); }
    int sent(int number) { return static_cast<int>(calendly->requests(cancellationOf(number)).size()); }
    int sent() { return static_cast<int>(calendly->requests(QStringLiteral("POST /scheduled_events/*/cancellation")).size()); }

    bool isCanceled(int number)
    {
        World &world = calendly->world();
        return world.meetings().at(size_t(world.idOfUri(World::Thing::Meeting, booked.at(number).toString()))).cancellation.has_value();
    }

    CancelItem::State state(int number)
    {
        for (const CancelItem &item : queue().items()) {
            if (item.meeting == booked.at(number))
                return item.state;
        }
        return CancelItem::State::Skipped;
    }

    bool stands(int timeout = 60000)
    {
        return waitUntil([this] { return queue().state() == CancelQueue::State::Standing && !queue().isChecking(); }, timeout);
    }

    QList<QUrl> booked;

private:
    int m_wanted;
};
