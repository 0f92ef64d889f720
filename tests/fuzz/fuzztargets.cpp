// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"

#include <cstdio>
#include <cstdlib>

QList<FuzzTarget> fuzzTargets()
{
    return {
        {"resources", fuzzResources},
        {"answers", fuzzAnswers},
        {"tokens", fuzzTokens},
        {"redirects", fuzzRedirects},
        {"arguments", fuzzArguments},
        {"search", fuzzSearch},
        {"recipients", fuzzRecipients},
        {"signatures", fuzzSignatures},
        {"exports", fuzzExports},
        {"owndata", fuzzOwnData},
        {"stored", fuzzStored},
        {"texts", fuzzTexts},
        {"journals", fuzzJournals},
        {"accounts", fuzzAccounts},
    };
}

void mustHold(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", what);
    std::abort();
}
