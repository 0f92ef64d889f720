// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardstory.h"

#include "format.h"
#include "plaintext.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

} // namespace

QString CardStory::moment(const QDateTime &utc) const
{
    return utc.isValid() ? momentText(utc, setting.zone, setting.now, setting.locale) : QString();
}

QString CardStory::times(const QDateTime &begin, const QDateTime &end) const
{
    return dateAndTimesText(begin, end, setting.zone, setting.now, setting.locale);
}

QString CardStory::nameOf(const Invitee &invitee) const
{
    return nameInSentence(invitee.name.isEmpty() ? invitee.email : invitee.name);
}

QString CardStory::label(const QString &text, const Invitee &invitee) const
{
    return details.invitees.size() > 1 ? Text::tr("%1 (%2)").arg(text, nameOf(invitee)) : text;
}

QString nameInSentence(const QString &foreign)
{
    return isolated(oneLine(foreign));
}
