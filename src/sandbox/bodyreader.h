// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apicall.h"

#include "error.h"

#include <QJsonValue>

#include <limits>

namespace sandbox {

/// Reads the fields of a JSON body and remembers all that is wrong with them, to be asked for once at the end.
/// A field that is missing, null or wrong is absent.
class BodyReader
{
public:
    explicit BodyReader(const ApiCall &call);

    bool has(const QString &name) const;
    QJsonValue value(const QString &name) const { return m_body.value(name); }
    std::optional<QString> text(const QString &name, int longest = std::numeric_limits<int>::max());
    std::optional<QString> oneOf(const QString &name, const QStringList &choices);
    std::optional<int> number(const QString &name, int least, int most);
    std::optional<bool> boolean(const QString &name);
    std::optional<QDate> date(const QString &name);
    std::optional<QStringList> texts(const QString &name);
    /// The id behind a full URI; noId when it is missing or when nothing has it (refusal() is a 404 then).
    int reference(World::Thing thing, const QString &name);

    void require(const QString &name);
    void refuse(const QString &parameter, const QString &message);
    std::optional<HttpResponse> refusal() const;

private:
    const ApiCall &m_call;
    QJsonObject m_body;
    QList<ErrorDetail> m_details;
    bool m_missing = false;
};

} // namespace sandbox
