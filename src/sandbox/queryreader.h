// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paging.h"

#include "error.h"

namespace sandbox {

/// Reads the parameters of a request and remembers all that is wrong with them, to be asked for once at the end.
class QueryReader
{
public:
    explicit QueryReader(const ApiCall &call)
        : m_call(call)
    {
    }

    bool has(const QString &name) const;
    QString text(const QString &name) const;
    /// One of `choices`; empty when it is not given.
    QString oneOf(const QString &name, const QStringList &choices);
    std::optional<bool> boolean(const QString &name);
    std::optional<WorldTime> instant(const QString &name);
    WorldTime requiredInstant(const QString &name);
    /// An address without blanks, with something on both sides of the sign.
    QString email(const QString &name);
    /// The id behind a full URI; noId when it is not given, or when nothing has it (refusal() is a 404 then).
    int reference(World::Thing thing, const QString &name);
    int requiredReference(World::Thing thing, const QString &name);
    /// `field:asc,other:desc`; a field alone ascends.
    QList<SortField> sort(const QStringList &fields, const QString &otherwise);
    /// count and page_token.
    PageSpec page();

    void refuse(const QString &parameter, const QString &message);
    /// The answer to give when something was wrong: 400 with a line for each, or 404 for a reference to nothing.
    std::optional<HttpResponse> refusal() const;

private:
    const ApiCall &m_call;
    QList<ErrorDetail> m_details;
    bool m_missing = false;
};

/// The id behind a full URI in a body or query, and whether it is at least written as one of this kind.
struct Reference
{
    int id = noId;
    bool wellFormed = false;
};
Reference referenceTo(const World &world, World::Thing thing, const QString &uri);

bool isEmail(const QString &text);

} // namespace sandbox
