// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"
#include "redirect.h"

#include <algorithm>

namespace {

bool hasControls(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

} // namespace

/// An address that a browser or a stranger hands over as the answer of a sign-in.
void fuzzRedirects(const QByteArray &input)
{
    const QUrl url(QString::fromUtf8(input));
    for (const QUrl &registered : {QUrl(QStringLiteral("http://127.0.0.1:49152/callback")),
                                   QUrl(QStringLiteral("io.github.sundial-app:/oauth"))}) {
        const auto redirect = readRedirect(url, registered);
        if (!redirect)
            continue;
        mustHold(url.scheme() == registered.scheme() && url.host() == registered.host(), "only our own address counts");
        mustHold(!hasControls(redirect->state + redirect->code + redirect->error), "no control characters come through");
    }
}
