// SPDX-License-Identifier: GPL-3.0-or-later
#include "bodyreader.h"

#include "queryreader.h"
#include "sandboxerrors.h"

#include <QJsonArray>

#include <cmath>

namespace sandbox {

BodyReader::BodyReader(const ApiCall &call)
    : m_call(call)
{
    const auto body = bodyObject(call.request);
    if (body)
        m_body = *body;
    else
        refuse(QStringLiteral("body"), QStringLiteral("must be a JSON object"));
}

bool BodyReader::has(const QString &name) const
{
    const QJsonValue found = value(name);
    return !found.isUndefined() && !found.isNull();
}

std::optional<QString> BodyReader::text(const QString &name, int longest)
{
    if (!has(name))
        return std::nullopt;
    const QJsonValue found = value(name);
    if (!found.isString())
        refuse(name, QStringLiteral("must be a string"));
    else if (found.toString().size() > longest)
        refuse(name, QStringLiteral("must be at most %1 characters").arg(longest));
    else
        return found.toString();
    return std::nullopt;
}

std::optional<QString> BodyReader::oneOf(const QString &name, const QStringList &choices)
{
    const auto found = text(name);
    if (!found || choices.contains(*found))
        return found;
    refuse(name, QStringLiteral("must be one of: %1").arg(choices.join(QLatin1String(", "))));
    return std::nullopt;
}

std::optional<int> BodyReader::number(const QString &name, int least, int most)
{
    if (!has(name))
        return std::nullopt;
    const double found = value(name).toDouble(std::nan(""));
    if (std::isnan(found) || std::floor(found) != found || found < least || found > most) {
        refuse(name, QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
        return std::nullopt;
    }
    return int(found);
}

std::optional<bool> BodyReader::boolean(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    if (!value(name).isBool())
        refuse(name, QStringLiteral("must be true or false"));
    return value(name).toBool();
}

std::optional<QDate> BodyReader::date(const QString &name)
{
    const auto found = text(name);
    if (!found)
        return std::nullopt;
    const QDate day = QDate::fromString(*found, Qt::ISODate);
    if (day.isValid())
        return day;
    refuse(name, QStringLiteral("must be a date like 2026-01-31"));
    return std::nullopt;
}

std::optional<QStringList> BodyReader::texts(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    QStringList found;
    for (const QJsonValue &item : value(name).toArray()) {
        if (item.isString())
            found += item.toString();
    }
    if (!value(name).isArray() || found.size() != value(name).toArray().size())
        refuse(name, QStringLiteral("must be an array of strings"));
    return found;
}

int BodyReader::reference(World::Thing thing, const QString &name)
{
    const auto uri = text(name);
    if (!uri)
        return noId;
    const Reference found = referenceTo(m_call.world, thing, *uri);
    if (!found.wellFormed)
        refuse(name, QStringLiteral("must be a URI of this kind"));
    else if (found.id == noId)
        m_missing = true;
    return found.id;
}

void BodyReader::require(const QString &name)
{
    if (!has(name))
        refuse(name, QStringLiteral("is missing"));
}

void BodyReader::refuse(const QString &parameter, const QString &message)
{
    m_details.append({.parameter = parameter, .message = message, .code = {}});
}

std::optional<HttpResponse> BodyReader::refusal() const
{
    if (!m_details.isEmpty())
        return invalidArgument(m_details);
    return m_missing ? std::optional(resourceNotFound()) : std::nullopt;
}

} // namespace sandbox
