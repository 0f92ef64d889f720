// SPDX-License-Identifier: GPL-3.0-or-later
#include "timepieces.h"

#include "apicall.h"
#include "resourcejson.h"

#include <memory>

namespace {

/// Answers that are still to come, and those that came.
struct Gathering
{
    std::function<void(const Result<RawListing> &rows)> then;
    QList<RawPage> pages;
    qsizetype missing = 0;
    bool over = false;

    void take(qsizetype piece, const Result<QJsonObject> &answer)
    {
        if (over)
            return;
        const Result<RawPage> page = answer ? rawPageFrom(*answer) : Unexpected(answer.error());
        if (!page) {
            over = true;
            return then(Unexpected(page.error()));
        }
        pages[piece] = *page;
        if (--missing > 0)
            return;
        over = true;
        RawListing all;
        for (const RawPage &some : std::as_const(pages)) {
            all.items += some.items;
            all.notObjects += some.notObjects;
        }
        then(all);
    }
};

} // namespace

QList<TimeRange> piecesOf(const TimeRange &range, int days)
{
    QList<TimeRange> pieces;
    for (QDateTime begin = range.begin; begin < range.end; begin = pieces.last().end)
        pieces.append({begin, std::min(begin.addDays(days), range.end)});
    return pieces;
}

void readPieces(RestClient &client, const PiecedQuery &what, QObject *context,
                std::function<void(const Result<RawListing> &rows)> then)
{
    const QList<TimeRange> pieces = piecesOf(what.range, what.pieceDays);
    if (pieces.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [then = std::move(then)] { then(RawListing()); }, Qt::QueuedConnection);
        return;
    }
    auto gathering = std::make_shared<Gathering>();
    gathering->then = std::move(then);
    gathering->pages.resize(pieces.size());
    gathering->missing = pieces.size();
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        QUrlQuery query = what.query;
        addTo(query, QStringLiteral("start_time"), instantToText(pieces.at(i).begin));
        addTo(query, QStringLiteral("end_time"), instantToText(pieces.at(i).end));
        client.get(what.path, query, what.urgency, context,
                   [gathering, i](const Result<QJsonObject> &answer) { gathering->take(i, answer); });
    }
}
