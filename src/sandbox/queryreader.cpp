// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryreader.h"

#include "sandboxerrors.h"
#include "worldjson.h"

#include <QRegularExpression>

namespace sandbox {

bool isEmail(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^[^\\s@,;]+@[^\\s@,;]+$"));
    return text.size() <= 254 && shape.match(text).hasMatch();
}

Reference referenceTo(const World &world, World::Thing thing, const QString &uri)
{
    const int id = world.idOfUri(thing, uri);
    if (id != noId)
        return {.id = id, .wellFormed = true};
    // of the right kind is what differs in its last part alone from such a URI
    const QString example = thing == World::Thing::Invitee
        ? world.seed().apiBase.toString() + QLatin1String("/scheduled_events/")
        : world.uri(thing, 0).section(u'/', 0, -2) + u'/';
    return {.id = noId, .wellFormed = uri.startsWith(example) && uri.size() > example.size()};
}

bool QueryReader::has(const QString &name) const
{
    return m_call.request.query.hasQueryItem(name);
}

QString QueryReader::text(const QString &name) const
{
    return fieldOf(m_call.request.query, name);
}

QString QueryReader::oneOf(const QString &name, const QStringList &choices)
{
    const QString value = text(name);
    if (has(name) && !choices.contains(value))
        refuse(name, QStringLiteral("must be one of: %1").arg(choices.join(QLatin1String(", "))));
    return value;
}

std::optional<bool> QueryReader::boolean(const QString &name)
{
    const QString value = oneOf(name, {QStringLiteral("true"), QStringLiteral("false")});
    return has(name) ? std::optional(value == QLatin1String("true")) : std::nullopt;
}

std::optional<WorldTime> QueryReader::instant(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    const auto time = timeFromText(text(name));
    if (!time)
        refuse(name, QStringLiteral("must be a UTC time like 2026-01-31T09:00:00Z"));
    return time;
}

WorldTime QueryReader::requiredInstant(const QString &name)
{
    if (!has(name))
        refuse(name, QStringLiteral("is missing"));
    return instant(name).value_or(0);
}

QString QueryReader::email(const QString &name)
{
    const QString value = text(name);
    if (has(name) && !isEmail(value))
        refuse(name, QStringLiteral("must be an email address"));
    return value;
}

int QueryReader::reference(World::Thing thing, const QString &name)
{
    if (!has(name))
        return noId;
    const Reference found = referenceTo(m_call.world, thing, text(name));
    if (!found.wellFormed)
        refuse(name, QStringLiteral("must be a URI of this kind"));
    else if (found.id == noId)
        m_missing = true;
    return found.id;
}

int QueryReader::requiredReference(World::Thing thing, const QString &name)
{
    if (!has(name))
        refuse(name, QStringLiteral("is missing"));
    return reference(thing, name);
}

QList<SortField> QueryReader::sort(const QStringList &fields, const QString &otherwise)
{
    const QString parameter = QStringLiteral("sort");
    QList<SortField> sort;
    const QStringList parts = (has(parameter) ? text(parameter) : otherwise).split(u',');
    for (const QString &part : parts) {
        const QString name = part.section(u':', 0, 0).trimmed();
        const QString direction = part.section(u':', 1).trimmed();
        if (!fields.contains(name))
            refuse(parameter, QStringLiteral("can be by: %1").arg(fields.join(QLatin1String(", "))));
        else if (!direction.isEmpty() && direction != QLatin1String("asc") && direction != QLatin1String("desc"))
            refuse(parameter, QStringLiteral("direction must be asc or desc"));
        sort.append({.name = name, .descending = direction == QLatin1String("desc")});
    }
    return sort;
}

PageSpec QueryReader::page()
{
    PageSpec spec{.count = 20, .mark = std::nullopt, .view = m_call.world.sequence()};
    const QString count = QStringLiteral("count");
    if (has(count)) {
        bool isNumber = false;
        spec.count = text(count).toInt(&isNumber);
        if (!isNumber || spec.count < 1 || spec.count > 100)
            refuse(count, QStringLiteral("must be a number from 1 to 100"));
    }
    const QString token = QStringLiteral("page_token");
    if (has(token)) {
        spec.mark = m_call.tokens.decode(text(token), m_call);
        if (!spec.mark)
            refuse(token, QStringLiteral("is invalid"));
        else
            spec.view = spec.mark->view;
    }
    return spec;
}

void QueryReader::refuse(const QString &parameter, const QString &message)
{
    m_details.append({.parameter = parameter, .message = message, .code = {}});
}

std::optional<HttpResponse> QueryReader::refusal() const
{
    if (!m_details.isEmpty())
        return invalidArgument(m_details);
    return m_missing ? std::optional(resourceNotFound()) : std::nullopt;
}

} // namespace sandbox
