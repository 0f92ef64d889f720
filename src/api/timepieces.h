// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagereader.h"
#include "timerange.h"

/// A list that the server answers only for short stretches of time.
struct PiecedQuery
{
    QString path;
    QUrlQuery query; ///< without start_time and end_time
    TimeRange range;
    int pieceDays = 7;
    Urgency urgency = Urgency::Now;
};

/// `range` in stretches of at most `days` days.
QList<TimeRange> piecesOf(const TimeRange &range, int days);

/// Asks for all stretches side by side; answers with the rows of all in their order, or with the first error.
void readPieces(RestClient &client, const PiecedQuery &what, QObject *context,
                std::function<void(const Result<RawListing> &rows)> then);
