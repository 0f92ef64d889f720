// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingchanges.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace {

using Kind = MeetingChange::Kind;

/// Gathers changes that were seen at the same moment.
class Changes
{
public:
    explicit Changes(QDateTime seenAt) : m_seenAt(std::move(seenAt)) { }

    MeetingChange &add(Kind kind, const QString &who = {})
    {
        MeetingChange change;
        change.seenAt = m_seenAt;
        change.kind = kind;
        change.who = who;
        m_list.append(change);
        return m_list.last();
    }
    void addTexts(Kind kind, const QString &before, const QString &after)
    {
        MeetingChange &change = add(kind);
        change.before = before;
        change.after = after;
    }
    QList<MeetingChange> list() const { return m_list; }

private:
    QDateTime m_seenAt;
    QList<MeetingChange> m_list;
};

/// The address of a conference comes and goes by itself; only another one is another place.
bool isAnotherPlace(const Place &before, const Place &after)
{
    const bool readdressed = !before.joinUrl.isEmpty() && !after.joinUrl.isEmpty() && before.joinUrl != after.joinUrl;
    return before.kind != after.kind || before.location != after.location || readdressed;
}

QString namesOf(const QList<MeetingHost> &hosts)
{
    QStringList names;
    for (const MeetingHost &host : hosts)
        names.append(host.name.isEmpty() ? host.email : host.name);
    return names.join(QStringLiteral(", "));
}

QSet<QUrl> usersOf(const QList<MeetingHost> &hosts)
{
    QSet<QUrl> users;
    for (const MeetingHost &host : hosts)
        users.insert(host.user);
    return users;
}

void compareGuests(Changes &changes, const QStringList &before, const QStringList &after)
{
    for (const QString &guest : after) {
        if (!before.contains(guest, Qt::CaseInsensitive))
            changes.add(Kind::GuestAdded, guest);
    }
    for (const QString &guest : before) {
        if (!after.contains(guest, Qt::CaseInsensitive))
            changes.add(Kind::GuestRemoved, guest);
    }
}

QString nameOf(const Invitee &invitee)
{
    return invitee.name.isEmpty() ? invitee.email : invitee.name;
}

void compareAnswers(Changes &changes, const Invitee &before, const Invitee &after)
{
    // Two questions may have the same words; they stay in their order.
    QHash<QString, QStringList> old;
    for (const QuestionAnswer &answer : before.answers)
        old[answer.question].append(answer.answer);
    const auto tell = [&](const QString &question, const QString &was, const QString &is) {
        MeetingChange &change = changes.add(Kind::AnswerChanged, nameOf(after));
        change.about = question;
        change.before = was;
        change.after = is;
    };
    for (const QuestionAnswer &answer : after.answers) {
        QStringList &ofQuestion = old[answer.question];
        const QString was = ofQuestion.isEmpty() ? QString() : ofQuestion.takeFirst();
        if (was != answer.answer)
            tell(answer.question, was, answer.answer);
    }
    for (auto gone = old.cbegin(); gone != old.cend(); ++gone) {
        for (const QString &was : gone.value()) {
            if (!was.isEmpty())
                tell(gone.key(), was, {});
        }
    }
}

void compareStates(Changes &changes, const Invitee &before, const Invitee &after, bool meetingCanceled)
{
    const QString who = nameOf(after);
    if (!before.canceled && after.canceled && !meetingCanceled && !after.rescheduled)
        changes.add(Kind::PersonLeft, who).about = after.cancellation ? after.cancellation->reason : QString();
    else if (before.canceled && !after.canceled)
        changes.add(Kind::PersonReturned, who);
    if (before.noShow.isEmpty() != after.noShow.isEmpty())
        changes.add(after.noShow.isEmpty() ? Kind::NoShowRemoved : Kind::NoShowMarked, who);
}

} // namespace

QList<MeetingChange> changesBetween(const Meeting &before, const Meeting &after, const QDateTime &seenAt)
{
    Changes changes(seenAt);
    if (before.start != after.start || before.end != after.end) {
        MeetingChange &change = changes.add(Kind::TimeChanged);
        change.timeBefore = {before.start, before.end};
        change.timeAfter = {after.start, after.end};
    }
    if (isAnotherPlace(before.place, after.place)) {
        MeetingChange &change = changes.add(Kind::PlaceChanged);
        change.placeBefore = before.place;
        change.placeAfter = after.place;
    }
    if (before.name != after.name)
        changes.addTexts(Kind::NameChanged, before.name, after.name);
    if (usersOf(before.hosts) != usersOf(after.hosts))
        changes.addTexts(Kind::HostsChanged, namesOf(before.hosts), namesOf(after.hosts));
    compareGuests(changes, before.guests, after.guests);
    if (!before.canceled && after.canceled) {
        const Cancellation ended = after.cancellation.value_or(Cancellation{});
        changes.add(Kind::Canceled, ended.canceledBy).about = ended.reason;
    } else if (before.canceled && !after.canceled) {
        changes.add(Kind::Reinstated);
    }
    return changes.list();
}

QList<MeetingChange> changesBetween(const QList<Invitee> &before, const QList<Invitee> &after, bool meetingCanceled,
                                    const QDateTime &seenAt)
{
    Changes changes(seenAt);
    QHash<QUrl, const Invitee *> known;
    for (const Invitee &invitee : before)
        known.insert(invitee.uri, &invitee);
    for (const Invitee &invitee : after) {
        const Invitee *was = known.value(invitee.uri);
        if (was) {
            compareAnswers(changes, *was, invitee);
            compareStates(changes, *was, invitee, meetingCanceled);
        } else {
            changes.add(Kind::PersonJoined, nameOf(invitee));
        }
    }
    return changes.list();
}
