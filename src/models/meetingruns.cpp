// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingruns.h"

#include <algorithm>

namespace {

constexpr qint64 longSeconds = 24 * 60 * 60;
constexpr int leastRun = 3;

} // namespace

QList<MeetingRun> meetingRuns(const QList<TimeRange> &times)
{
    QList<MeetingRun> runs;
    MeetingRun run;
    QDateTime counted; // the end of the last one counted: those beside it are not "in a row" with it
    const auto close = [&runs, &run] {
        if (run.members.size() >= leastRun)
            runs.append(run);
        run = {};
    };
    for (qsizetype i = 0; i < times.size(); ++i) {
        const auto &[start, end] = times[i];
        if (start.secsTo(end) >= longSeconds)
            continue;
        if (!run.members.isEmpty() && start > run.range.end)
            close();
        if (run.members.isEmpty())
            run.range = {start, end};
        else
            run.range.end = std::max(run.range.end, end);
        if (!run.members.isEmpty() && start < counted)
            continue;
        run.members.append(i);
        counted = end;
    }
    close();
    return runs;
}
