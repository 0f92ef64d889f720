// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"
#include "webhooksignature.h"

/// A delivery of a webhook: the header's line, the key's line, and the body.
void fuzzSignatures(const QByteArray &input)
{
    static const QDateTime now(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC);
    const qsizetype first = input.indexOf('\n');
    const qsizetype second = input.indexOf('\n', first + 1);
    if (first < 0 || second < 0)
        return;
    const QByteArray key = input.mid(first + 1, second - first - 1);
    const SignatureCheck check = checkSignature(input.mid(second + 1), input.left(first), key, now);
    mustHold(check.verdict != SignatureCheck::Verdict::Valid || check.signedAt.isValid(), "what is valid was signed at a time");
}
