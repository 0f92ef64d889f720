// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosticstext.h"

namespace {

QString section(const QString &title, const Diagnostics::Facts &facts)
{
    QString text = title + QLatin1Char('\n');
    for (const auto &[name, value] : facts)
        text += QStringLiteral("  %1: %2\n").arg(name, value);
    return text + QLatin1Char('\n');
}

QString lineOf(const RequestOutcome &request)
{
    const QString outcome = request.failure.isEmpty() ? QString::number(request.status) : request.failure;
    return QStringLiteral("  %1 %2 %3: %4, %5 ms\n")
        .arg(request.sent.toUTC().toString(QStringLiteral("HH:mm:ss'Z'")), request.method, request.path, outcome)
        .arg(request.duration.count());
}

} // namespace

QString diagnosticsText(const Diagnostics &diagnostics)
{
    QString text = section(QStringLiteral("Program"), diagnostics.program) + section(QStringLiteral("Sign-in"), diagnostics.account);
    text += QStringLiteral("Permissions\n  ")
        + (diagnostics.scopes.isEmpty() ? QStringLiteral("not told by Calendly") : diagnostics.scopes.join(QLatin1Char(' '))) + QStringLiteral("\n\n");
    text += section(QStringLiteral("Store"), diagnostics.store) + section(QStringLiteral("Reading"), diagnostics.sync);
    text += QStringLiteral("Last requests (UTC)\n");
    for (const RequestOutcome &request : diagnostics.requests)
        text += lineOf(request);
    return text;
}
