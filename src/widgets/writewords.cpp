// SPDX-License-Identifier: GPL-3.0-or-later
#include "writewords.h"

#include "errortext.h"
#include "latewrites.h"
#include "plaintext.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WriteWords)
};

/// Calendly's own sentence says more than ours where a rule of the organization stands in the way. It is always English,
/// so it stands alone only where nothing else is known.
QString whyRefused(const Error &error)
{
    const QString own = oneLine(error.details.isEmpty() ? error.message : error.details.first().message);
    if (own.isEmpty() || (error.kind != Error::Kind::NotAllowed && error.kind != Error::Kind::Refused))
        return errorSentence(error);
    const QString said = Text::tr("Calendly says: %1").arg(own);
    //: Our sentence, then Calendly's.
    return error.kind == Error::Kind::Refused ? said : Text::tr("%1 %2").arg(errorSentence(error), said);
}

} // namespace

QString problemText(const WriteOutcome &outcome, const WriteWords &words)
{
    switch (outcome.kind) {
    case WriteOutcome::Kind::Done:
        return {};
    case WriteOutcome::Kind::Refused:
        //: What did not happen, and why.
        return Text::tr("%1 %2").arg(words.refused, whyRefused(*outcome.error));
    case WriteOutcome::Kind::NotDone:
        return words.notDone;
    case WriteOutcome::Kind::Unknown:
        if (outcome.error && mayStillBeDone(*outcome.error))
            return Text::tr("It is not known yet whether it was done: no answer came, and Calendly may still be at work on it. Wait a minute and refresh the list before you try again.");
        return words.unknown;
    }
    return {};
}

Toast toastFor(const WriteOutcome &outcome, const WriteWords &words)
{
    if (outcome.kind == WriteOutcome::Kind::Done)
        return {.kind = Toast::Kind::Done, .text = words.done};
    return {.kind = outcome.kind == WriteOutcome::Kind::Unknown ? Toast::Kind::Warning : Toast::Kind::Failed, .text = problemText(outcome, words)};
}
