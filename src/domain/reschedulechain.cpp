// SPDX-License-Identifier: GPL-3.0-or-later
#include "reschedulechain.h"

#include <QSet>

namespace {

constexpr qsizetype mostSteps = 20; ///< to each side; nobody reads more

} // namespace

RescheduleChain followChain(const QUrl &invitee,
                            const std::function<std::optional<RescheduleStep>(const QUrl &invitee)> &stepOf)
{
    const std::optional<RescheduleStep> asked = stepOf(invitee);
    if (!asked)
        return {};
    QSet<QUrl> seen{invitee};
    const auto follow = [&](QUrl next, QUrl RescheduleStep::*link) {
        QList<RescheduleStep> steps;
        while (!next.isEmpty() && !seen.contains(next) && steps.size() < mostSteps) {
            seen.insert(next);
            RescheduleStep unknown;
            unknown.invitee = next;
            unknown.meeting = meetingOfInvitee(next);
            steps.append(stepOf(next).value_or(unknown));
            next = steps.constLast().*link;
        }
        return steps;
    };
    RescheduleChain chain;
    for (const RescheduleStep &step : follow(asked->oldInvitee, &RescheduleStep::oldInvitee))
        chain.steps.prepend(step);
    chain.here = chain.steps.size();
    chain.steps.append(*asked);
    chain.steps.append(follow(asked->newInvitee, &RescheduleStep::newInvitee));
    return chain.steps.size() > 1 ? chain : RescheduleChain{};
}

QList<QUrl> unknownSteps(const RescheduleChain &chain)
{
    QList<QUrl> unknown;
    for (const RescheduleStep &step : chain.steps) {
        if (!step.start.isValid())
            unknown.append(step.invitee);
    }
    return unknown;
}

QUrl meetingOfInvitee(const QUrl &invitee)
{
    const QString path = invitee.path(QUrl::FullyEncoded);
    const qsizetype below = path.lastIndexOf(QLatin1String("/invitees/"));
    if (below <= 0)
        return {};
    QUrl meeting = invitee;
    meeting.setPath(path.left(below), QUrl::TolerantMode);
    return meeting;
}
