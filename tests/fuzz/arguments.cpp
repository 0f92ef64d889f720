// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "fuzztargets.h"
#include "handover.h"

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

} // namespace

/// What the program was started with, a word in each line; and what a stranger sends to its socket.
void fuzzArguments(const QByteArray &input)
{
    checkCommandLine(input);
    const ReadHandOver read = readHandOver(input);
    mustHold(read.state == HandOverState::Whole || read.words.isEmpty(), "nothing half is taken");
}
