// SPDX-License-Identifier: GPL-3.0-or-later
#include "changetext.h"

#include "format.h"
#include "plaintext.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

constexpr int longestValue = 80; ///< of an answer, in a sentence

QString shortened(const QString &foreign)
{
    return isolated(oneLine(foreign, longestValue));
}

QString placeChangeText(const MeetingChange &change)
{
    const QString before = isolated(placeText(change.placeBefore));
    const QString after = isolated(placeText(change.placeAfter));
    if (before == after)
        return Text::tr("Sundial saw the address of the place change");
    if (before.isEmpty() || after.isEmpty())
        return before.isEmpty() ? Text::tr("Sundial saw the place set to %1").arg(after) : Text::tr("Sundial saw the place %1 removed").arg(before);
    return Text::tr("Sundial saw the place change from %1 to %2").arg(before, after);
}

QString answerChangeText(const MeetingChange &change, const QString &who)
{
    const QString question = shortened(change.about);
    if (change.before.isEmpty())
        return Text::tr("Sundial saw %1 answer “%2” with “%3”").arg(who, question, shortened(change.after));
    if (change.after.isEmpty())
        return Text::tr("Sundial saw %1 take back the answer to “%2”").arg(who, question);
    return Text::tr("Sundial saw %1 change the answer to “%2” from “%3” to “%4”")
        .arg(who, question, shortened(change.before), shortened(change.after));
}

/// `about`: the reason that was given; may be empty.
QString withReason(const QString &what, const QString &about)
{
    return about.trimmed().isEmpty() ? what : Text::tr("%1: %2", "what was seen, its reason").arg(what, isolated(oneLine(about)));
}

} // namespace

QString changeText(const MeetingChange &change, const CardStory &story)
{
    using Kind = MeetingChange::Kind;
    const QString who = nameInSentence(change.who);
    switch (change.kind) {
    case Kind::TimeChanged:
        return Text::tr("Sundial saw the time change from %1 to %2")
            .arg(story.times(change.timeBefore.begin, change.timeBefore.end), story.times(change.timeAfter.begin, change.timeAfter.end));
    case Kind::PlaceChanged:
        return placeChangeText(change);
    case Kind::NameChanged:
        return Text::tr("Sundial saw the name change from “%1” to “%2”").arg(shortened(change.before), shortened(change.after));
    case Kind::HostsChanged:
        return Text::tr("Sundial saw the hosts change from %1 to %2").arg(shortened(change.before), shortened(change.after));
    case Kind::GuestAdded:
        return Text::tr("Sundial saw the guest %1 added").arg(who);
    case Kind::GuestRemoved:
        return Text::tr("Sundial saw the guest %1 removed").arg(who);
    case Kind::Canceled:
        return withReason(who.isEmpty() ? Text::tr("Sundial saw it canceled") : Text::tr("Sundial saw it canceled by %1").arg(who), change.about);
    case Kind::Reinstated:
        return Text::tr("Sundial saw that it takes place after all");
    case Kind::PersonJoined:
        return Text::tr("Sundial saw %1 join").arg(who);
    case Kind::PersonLeft:
        return withReason(Text::tr("Sundial saw %1 leave").arg(who), change.about);
    case Kind::PersonReturned:
        return Text::tr("Sundial saw %1 come back").arg(who);
    case Kind::AnswerChanged:
        return answerChangeText(change, who);
    case Kind::NoShowMarked:
        return Text::tr("Sundial saw %1 marked as no-show").arg(who);
    case Kind::NoShowRemoved:
        return Text::tr("Sundial saw the no-show mark of %1 removed").arg(who);
    }
    return {};
}
