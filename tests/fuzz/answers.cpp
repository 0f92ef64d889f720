// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerjudge.h"
#include "fuzztargets.h"
#include "pagereader.h"

#include <array>

/// An answer of the API: a first byte for the status, a line for the kind of content, and the body.
void fuzzAnswers(const QByteArray &input)
{
    static constexpr std::array statuses{0, 100, 200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 424, 429, 500, 511, 999};
    if (input.isEmpty())
        return;
    HttpAnswer answer;
    answer.status = statuses.at(static_cast<unsigned char>(input.front()) % statuses.size());
    const qsizetype lineEnd = qMax<qsizetype>(input.indexOf('\n'), 0);
    answer.contentType = input.mid(1, qMax<qsizetype>(lineEnd - 1, 0));
    answer.body = input.mid(lineEnd + 1);
    cameFromCalendly(answer);
    for (const bool isRead : {true, false}) {
        const Result<QJsonObject> judged = judge(answer, isRead);
        mustHold(!judged || (answer.status >= 200 && answer.status < 300), "only 2xx is success");
        mustHold(judged || !judged.error().message.isEmpty(), "a failure has words");
        if (!judged)
            continue;
        const Result<RawPage> page = rawPageFrom(*judged);
        mustHold(page || !page.error().message.isEmpty(), "a page that cannot be read has words");
    }
}
