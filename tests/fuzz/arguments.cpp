// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "fuzztargets.h"
#include "handover.h"
#include "linkrequest.h"

#include <algorithm>

namespace {

void checkCommandLine(const QByteArray &input)
{
    QStringList words{QStringLiteral("sundial")};
    words += QString::fromUtf8(input).split(u'\n');
    const CommandLine line = parseCommandLine(words);
    if (line.wish != CommandLine::Wish::Run)
        return mustHold(!line.text.isEmpty(), "what is wrong is said");
    for (const QUrl &server : {line.options.apiUrl, line.options.authUrl}) {
        const bool isHere = server.host() == QLatin1String("127.0.0.1") || server.host() == QLatin1String("localhost")
            || server.host() == QLatin1String("::1");
        mustHold(server.scheme() == QLatin1String("https") || isHere, "tokens go over https, or stay on this computer");
    }
    const QStringList handed = handedOver(line.options);
    const auto bytes = handOverBytes(handed);
    if (bytes)
        mustHold(readHandOver(*bytes).words == handed, "what is handed over arrives");
}

void checkLinkRequest(const QByteArray &input)
{
    const std::optional<LinkRequest> request = linkRequestFrom(QString::fromUtf8(input));
    if (!request)
        return;
    for (const QString &text : {request->slug, request->label}) {
        mustHold(text.size() <= 200, "what a stranger asks for is short");
        mustHold(std::none_of(text.begin(), text.end(), [](QChar letter) { return letter.category() == QChar::Other_Control; }), "and stands on one line");
    }
}

} // namespace

/// What the program was started with, a word in each line; what a stranger sends to its socket, and an address that asks
/// for a link.
void fuzzArguments(const QByteArray &input)
{
    checkCommandLine(input);
    checkLinkRequest(input);
    const ReadHandOver read = readHandOver(input);
    mustHold(read.state == HandOverState::Whole || read.words.isEmpty(), "nothing half is taken");
}
