// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"
#include "owndata.h"

/// A file of own data: a backup, or one that somebody wants to import.
void fuzzOwnData(const QByteArray &input)
{
    const Result<OwnData> data = ownDataFrom(input);
    if (!data)
        return mustHold(!data.error().message.isEmpty(), "a file that cannot be read has words");
    for (const OwnTable &table : data->tables) {
        for (const QVariantList &row : table.rows)
            mustHold(row.size() == table.columns.size(), "a row fits its columns");
    }
    const Result<OwnData> again = ownDataFrom(toFile(*data));
    mustHold(again && again->account == data->account && isEmpty(*again) == isEmpty(*data), "what is written can be read");
}
