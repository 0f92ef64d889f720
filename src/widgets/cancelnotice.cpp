// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelnotice.h"

#include "agendatext.h"
#include "errortext.h"
#include "format.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CancelNotice)
};

/// Of one that is no longer stored the end is not known.
QString whenText(const Meeting &meeting, const AgendaSetting &setting)
{
    return meeting.end.isValid() ? dateAndTimesText(meeting.start, meeting.end, setting.zone, setting.now, setting.locale)
                                 : momentText(meeting.start, setting.zone, setting.now, setting.locale);
}

} // namespace

Toast cancelNotice(const Result<MeetingService::CancelOutcome> &outcome, const MeetingDetails &meeting, const AgendaSetting &setting)
{
    const Meeting &what = meeting.meeting;
    const QString name = nameText(what);
    const QString when = whenText(what, setting);
    if (!outcome)
        return {.kind = Toast::Kind::Failed, .text = Words::tr("%1 on %2 was not canceled here. %3").arg(name, when, errorSentence(outcome.error()))};
    if (*outcome == MeetingService::CancelOutcome::WasAlreadyCanceled)
        return {.kind = Toast::Kind::Info, .text = Words::tr("%1 on %2 was canceled already. Nothing was sent.").arg(name, when)};
    return {.kind = Toast::Kind::Done, .text = Words::tr("%1 on %2 is canceled. Calendly mails everybody.").arg(name, when)};
}

Toast unknownCancelNotice(const MeetingDetails &meeting, const AgendaSetting &setting, bool looksAgain)
{
    const Meeting &what = meeting.meeting;
    const QString when = whenText(what, setting);
    const QString text = looksAgain ? Words::tr("It is not known yet whether %1 on %2 is canceled: no answer came, and Calendly may still be at work on it. Sundial looks again within a minute and tells you.")
                                    : Words::tr("It is not known whether %1 on %2 is canceled: the answer got lost, and looking did not work either. Check before you try again.");
    return {.kind = Toast::Kind::Warning, .text = text.arg(nameText(what), when)};
}
