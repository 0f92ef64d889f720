// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlform.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

QString selectedOption(const QString &select)
{
    static const QRegularExpression option(QStringLiteral("<option[^>]*>"));
    QString first;
    for (const QRegularExpressionMatch &match : option.globalMatch(select)) {
        const QString value = attributeOf(match.captured(), QStringLiteral("value")).value_or(QString());
        if (match.captured().contains(QLatin1String(" selected")))
            return value;
        if (first.isEmpty())
            first = value;
    }
    return first;
}

} // namespace

QString plainFromHtml(const QString &html)
{
    QString text = html;
    return text.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&#39;"), QLatin1String("'"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

std::optional<QString> attributeOf(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(QStringLiteral("\\s%1=\"([^\"]*)\"").arg(name));
    const QRegularExpressionMatch match = pattern.match(tag);
    return match.hasMatch() ? std::optional(plainFromHtml(match.captured(1))) : std::nullopt;
}

std::optional<HtmlForm> HtmlForm::read(const QString &page, const QUrl &address)
{
    const qsizetype begin = page.lastIndexOf(QLatin1String("<form"));
    if (begin < 0)
        return std::nullopt;
    const QString text = page.mid(begin, page.indexOf(QLatin1String("</form>"), begin) - begin);
    HtmlForm form;
    form.m_action = address.resolved(QUrl(attributeOf(text.section(QLatin1Char('>'), 0, 0), QStringLiteral("action")).value_or(QString())));
    static const QRegularExpression fields(QStringLiteral("<input[^>]*>|<textarea[^>]*>|<select.*?</select>"),
                                           QRegularExpression::DotMatchesEverythingOption);
    for (const QRegularExpressionMatch &match : fields.globalMatch(text)) {
        const QString tag = match.captured();
        if (tag.startsWith(QLatin1String("<select")))
            form.m_fields.append({attributeOf(tag, QStringLiteral("name")).value_or(QString()), selectedOption(tag)});
        else
            form.addInput(tag);
    }
    return form;
}

void HtmlForm::addInput(const QString &tag)
{
    const QString type = attributeOf(tag, QStringLiteral("type")).value_or(QString());
    const bool isChoice = type == QLatin1String("radio") || type == QLatin1String("checkbox");
    if (isChoice && !tag.contains(QLatin1String(" checked")))
        return;
    const QString name = attributeOf(tag, QStringLiteral("name")).value_or(QString());
    m_fields.append({name, attributeOf(tag, QStringLiteral("value")).value_or(QString())});
    if (tag.contains(QLatin1String(" required")))
        m_required.insert(name, type);
}

void HtmlForm::set(const QString &name, const QString &value)
{
    m_fields.removeIf([&name](const auto &field) { return field.first == name; });
    m_fields.append({name, value});
}

void HtmlForm::fillRequired(const QString &text, const QString &phone)
{
    for (auto &[name, value] : m_fields) {
        if (m_required.contains(name) && value.isEmpty())
            value = m_required.value(name) == QLatin1String("tel") ? phone : text;
    }
}

QByteArray HtmlForm::body() const
{
    QByteArray body;
    for (const auto &[name, value] : m_fields) {
        if (!body.isEmpty())
            body += '&';
        body += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return body;
}
