// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"
#include "recipientlist.h"

/// A pasted list of people.
void fuzzRecipients(const QByteArray &input)
{
    const RecipientList list = recipientsIn(QString::fromUtf8(input));
    mustHold(list.labels.size() <= mostRecipients, "no more links than allowed");
    mustHold(list.repeated >= 0 && list.tooMany >= 0, "counts are counts");
    for (const QString &label : list.labels) {
        mustHold(!label.trimmed().isEmpty() && label.size() <= longestLabel, "a label has words, and not too many");
        mustHold(!label.contains(u'\n') && !label.contains(u'\r'), "a label is one line");
    }
}
