// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"

#include "resourcejson.h"

#include <cmath>
#include <limits>

namespace {

constexpr double longestMinutes = 10.0 * 366 * 24 * 60;

QString textFrom(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return {};
}

} // namespace

JsonReader::JsonReader(QJsonObject json)
    : m_json(std::move(json))
{
}

QUrl JsonReader::neededUri(QLatin1String name)
{
    const QUrl found = uri(name);
    if (found.isEmpty())
        miss(name);
    return found;
}

QDateTime JsonReader::neededInstant(QLatin1String name)
{
    const QDateTime found = instant(name);
    if (!found.isValid())
        miss(name);
    return found;
}

QString JsonReader::text(QLatin1String name) const
{
    return textFrom(m_json.value(name));
}

QUrl JsonReader::uri(QLatin1String name) const
{
    const QUrl url(m_json.value(name).toString(), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    return url;
}

QDateTime JsonReader::instant(QLatin1String name) const
{
    return instantFromText(m_json.value(name).toString());
}

bool JsonReader::flag(QLatin1String name, bool fallback) const
{
    const QJsonValue value = m_json.value(name);
    if (value.isString() && value.toString() == QLatin1String("true"))
        return true;
    return value.toBool(fallback);
}

int JsonReader::whole(QLatin1String name, int fallback) const
{
    return wholeFrom(m_json.value(name), fallback);
}

std::chrono::minutes JsonReader::minutes(QLatin1String name) const
{
    const QJsonValue value = m_json.value(name);
    const double number = value.isString() ? value.toString().toDouble() : value.toDouble();
    if (!(number > 0 && number <= longestMinutes))
        return std::chrono::minutes(0);
    return std::chrono::minutes(static_cast<int>(number));
}

QStringList JsonReader::texts(QLatin1String name) const
{
    QStringList found;
    const QJsonArray values = array(name);
    for (const QJsonValue value : values) {
        const QString text = textFrom(value);
        if (!text.isEmpty())
            found.append(text);
    }
    return found;
}

QJsonObject JsonReader::object(QLatin1String name) const
{
    return m_json.value(name).toObject();
}

QList<QJsonObject> JsonReader::objects(QLatin1String name) const
{
    QList<QJsonObject> found;
    const QJsonArray values = array(name);
    for (const QJsonValue value : values) {
        if (value.isObject())
            found.append(value.toObject());
    }
    return found;
}

QJsonArray JsonReader::array(QLatin1String name) const
{
    return m_json.value(name).toArray();
}

Error JsonReader::failure() const
{
    return fieldError(m_failed);
}

void JsonReader::miss(QLatin1String name)
{
    if (m_failed.isEmpty())
        m_failed = name;
}

int wholeFrom(const QJsonValue &value, int fallback)
{
    const double number = value.isString() ? value.toString().trimmed().toDouble() : value.toDouble(std::nan(""));
    if (value.isString() && number == 0.0 && value.toString().trimmed() != QLatin1String("0"))
        return fallback;
    const bool fits = number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max();
    return fits ? static_cast<int>(number) : fallback;
}

Error fieldError(const QString &name)
{
    return Error{.kind = Error::Kind::Malformed, .message = QStringLiteral("field \"%1\"").arg(name)};
}
