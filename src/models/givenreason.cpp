// SPDX-License-Identifier: GPL-3.0-or-later
#include "givenreason.h"

#include "plaintext.h"

QString givenReason(const Error &refusal)
{
    // Whatever Calendly answers has a title; without one the words are ours, for the log.
    if (refusal.title.isEmpty() && refusal.details.isEmpty())
        return {};
    constexpr int longestDetail = 120;
    QStringList details;
    for (const ErrorDetail &detail : refusal.details)
        details.append(oneLine(QStringList{detail.parameter, detail.message}.join(QLatin1Char(' ')), longestDetail));
    return oneLine(details.isEmpty() ? refusal.message : details.join(QStringLiteral("; ")));
}
