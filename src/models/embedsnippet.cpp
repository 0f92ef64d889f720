// SPDX-License-Identifier: GPL-3.0-or-later
#include "embedsnippet.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

const QString styles = QStringLiteral("<link href=\"https://assets.calendly.com/assets/external/widget.css\" rel=\"stylesheet\">\n");
const QString script = QStringLiteral("<script src=\"https://assets.calendly.com/assets/external/widget.js\" type=\"text/javascript\" async></script>\n");

QString address(const QUrl &link)
{
    return link.toString(QUrl::FullyEncoded);
}

/// A text in a script. No sign in it can end the text, the script, or an attribute around it.
QString scriptText(const QString &text)
{
    QString quoted = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    quoted = quoted.mid(1, quoted.size() - 2);
    for (const char16_t sign : {u'<', u'>', u'&', u'\'', u'\u2028', u'\u2029'})
        quoted.replace(QChar(sign), QStringLiteral("\\u%1").arg(static_cast<int>(sign), 4, 16, QLatin1Char('0')));
    return quoted;
}

QString inlineSnippet(const EmbedOptions &options)
{
    return QStringLiteral("<div class=\"calendly-inline-widget\" data-url=\"%1\" style=\"min-width:320px;height:%2px;\"></div>\n")
               .arg(address(options.link).toHtmlEscaped(), QString::number(options.height))
        + script;
}

/// The link leads to the page itself where scripts are off.
QString textSnippet(const EmbedOptions &options)
{
    const QString act = QStringLiteral("Calendly.initPopupWidget({url: %1}); return false;").arg(scriptText(address(options.link)));
    return styles + script
        + QStringLiteral("<a href=\"%1\" onclick=\"%2\">%3</a>\n").arg(address(options.link).toHtmlEscaped(), act.toHtmlEscaped(), options.text.toHtmlEscaped());
}

QString widgetSnippet(const EmbedOptions &options)
{
    QStringList said{QStringLiteral("url: ") + scriptText(address(options.link)), QStringLiteral("text: ") + scriptText(options.text)};
    if (!options.buttonColor.isEmpty())
        said.append(QStringLiteral("color: ") + scriptText(QLatin1Char('#') + options.buttonColor));
    if (!options.buttonTextColor.isEmpty())
        said.append(QStringLiteral("textColor: ") + scriptText(QLatin1Char('#') + options.buttonTextColor));
    return styles + script
        + QStringLiteral("<script type=\"text/javascript\">window.addEventListener(\"load\", function () { Calendly.initBadgeWidget({%1}); });</script>\n")
              .arg(said.join(QStringLiteral(", ")));
}

} // namespace

QString embedSnippet(const EmbedOptions &options)
{
    switch (options.kind) {
    case EmbedOptions::Kind::Inline:
        return inlineSnippet(options);
    case EmbedOptions::Kind::PopupText:
        return textSnippet(options);
    case EmbedOptions::Kind::PopupWidget:
        return widgetSnippet(options);
    }
    return {};
}

QByteArray embedPage(const EmbedOptions &options, const QString &title, const QString &words)
{
    const QString head = QStringLiteral("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
                                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%1</title>\n"
                                        "<style>body { font-family: sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }</style>\n"
                                        "</head>\n<body>\n<h1>%1</h1>\n<p>%2</p>\n");
    return (head.arg(title.toHtmlEscaped(), words.toHtmlEscaped()) + embedSnippet(options) + QStringLiteral("</body>\n</html>\n")).toUtf8();
}
