// SPDX-License-Identifier: GPL-3.0-or-later
#include "storederror.h"

#include "storedvalues.h"

#include <array>

namespace {

using Kind = Error::Kind;

constexpr std::array<StoredWord<Kind>, 14> kinds{{{Kind::Offline, "offline"},
                                                  {Kind::TimedOut, "timeout"},
                                                  {Kind::SignedOut, "signedout"},
                                                  {Kind::ScopeMissing, "scope"},
                                                  {Kind::NotAllowed, "notallowed"},
                                                  {Kind::NotFound, "notfound"},
                                                  {Kind::Conflict, "conflict"},
                                                  {Kind::Refused, "refused"},
                                                  {Kind::RateLimited, "limited"},
                                                  {Kind::ServerFailed, "server"},
                                                  {Kind::Malformed, "malformed"},
                                                  {Kind::Interrupted, "interrupted"},
                                                  {Kind::Storage, "storage"},
                                                  {Kind::Stopped, "stopped"}}};

} // namespace

QVariantList problemColumns(const std::optional<Error> &problem)
{
    if (!problem)
        return {toColumn(QString()), toColumn(QString()), 0};
    return {wordOf(kinds, problem->kind), toColumn(problem->message), problem->httpStatus};
}

std::optional<Error> problemOf(const QVariant &kind, const QVariant &text, const QVariant &status)
{
    if (kind.toString().isEmpty())
        return std::nullopt;
    Error problem;
    problem.kind = valueOf(kinds, kind.toString(), Kind::Malformed);
    problem.message = text.toString();
    problem.httpStatus = status.toInt();
    return problem;
}
