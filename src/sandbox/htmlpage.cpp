// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlpage.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

/// A colour that may stand in a style; anything else than #rrggbb would be a hole in the page.
QString safeColor(const QString &color)
{
    static const QRegularExpression shape(u"\\A#[0-9a-fA-F]{6}\\z"_s);
    return shape.match(color).hasMatch() ? color : u"#14695f"_s;
}

const QLatin1String styleSheet(
    "body{margin:0;background:#f5f2ec;color:#1f2328;font:16px/1.5 Inter,system-ui,sans-serif}"
    "header,footer{background:#ece8df;color:#50565e;padding:10px 20px;font-size:14px}"
    "header strong{color:#105b52}"
    "main{max-width:680px;margin:24px auto;padding:24px;background:#fff;border:1px solid #ddd8cc;border-radius:8px}"
    "h1{font-size:24px;line-height:1.3;margin:0 0 12px;padding-left:12px;"
    "border-left:4px solid #14695f;overflow-wrap:anywhere}"
    "h2{font-size:16px;margin:24px 0 8px}p{margin:0 0 12px;white-space:pre-line;overflow-wrap:anywhere}"
    ".quiet{color:#62676e;font-size:14px}.problem{background:#f9e6e1;color:#a5311f;padding:10px 12px;border-radius:6px}"
    "dl{display:grid;grid-template-columns:120px 1fr;margin:0 0 4px}"
    "dt{color:#62676e}dd{margin:0;overflow-wrap:anywhere}"
    ".card{display:block;padding:12px 16px;margin:0 0 8px;border:1px solid #ddd8cc;"
    "border-left-width:4px;border-radius:6px;"
    "color:inherit;text-decoration:none}.card:hover,.slot:hover{background:#dcece8}.card b{display:block}"
    ".row{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 12px}"
    ".slot,.button,button{border:1px solid #9cc7bf;border-radius:6px;padding:6px 14px;color:#105b52;background:#fff;"
    "text-decoration:none;font:inherit;cursor:pointer}"
    "button,.button{display:inline-block;background:#14695f;color:#fff;border-color:#14695f;font-weight:600}"
    "button.grave{background:#a5311f;border-color:#a5311f}"
    "label,legend{display:block;font-weight:600;margin:12px 0 4px}fieldset{border:0;padding:0;margin:0}"
    "fieldset label{font-weight:400;margin:4px 0}"
    "input:not([type=radio]):not([type=checkbox]),textarea,select{width:100%;box-sizing:border-box;padding:8px;"
    "font:inherit;"
    "border:1px solid #8a8474;border-radius:6px;background:#fff}form button{margin-top:16px}"
    ":focus-visible{outline:2px solid #14695f;outline-offset:1px}");

} // namespace

HtmlPage::HtmlPage(const QString &title) : m_title(title) { }

HtmlPage &HtmlPage::heading(const QString &text, const QString &color)
{
    m_body += u"<h1 style=\"border-color:%1\">%2</h1>\n"_s.arg(safeColor(color), escaped(text));
    return *this;
}

HtmlPage &HtmlPage::subheading(const QString &text)
{
    m_body += u"<h2>%1</h2>\n"_s.arg(escaped(text));
    return *this;
}

HtmlPage &HtmlPage::text(const QString &text)
{
    m_body += u"<p>%1</p>\n"_s.arg(escaped(text));
    return *this;
}

HtmlPage &HtmlPage::quiet(const QString &text)
{
    m_body += u"<p class=\"quiet\">%1</p>\n"_s.arg(escaped(text));
    return *this;
}

HtmlPage &HtmlPage::problem(const QString &text)
{
    m_body += u"<p class=\"problem\" role=\"alert\">%1</p>\n"_s.arg(escaped(text));
    return *this;
}

HtmlPage &HtmlPage::fact(const QString &label, const QString &value)
{
    m_body += u"<dl><dt>%1</dt><dd>%2</dd></dl>\n"_s.arg(escaped(label), escaped(value));
    return *this;
}

HtmlPage &HtmlPage::card(const QString &href, const QString &title, const QString &detail, const QString &color)
{
    m_body += u"<a class=\"card\" href=\"%1\" style=\"border-left-color:%2\"><b>%3</b>%4</a>\n"_s.arg(
        escaped(href), safeColor(color), escaped(title), escaped(detail));
    return *this;
}

HtmlPage &HtmlPage::button(const QString &href, const QString &label)
{
    m_body += u"<a class=\"button\" href=\"%1\">%2</a>\n"_s.arg(escaped(href), escaped(label));
    return *this;
}

HtmlPage &HtmlPage::beginRow()
{
    m_body += u"<div class=\"row\">\n"_s;
    return *this;
}

HtmlPage &HtmlPage::slot(const QString &href, const QString &label)
{
    m_body += u"<a class=\"slot\" href=\"%1\">%2</a>\n"_s.arg(escaped(href), escaped(label));
    return *this;
}

HtmlPage &HtmlPage::endRow()
{
    m_body += u"</div>\n"_s;
    return *this;
}

HtmlPage &HtmlPage::beginForm(const QString &action, const QString &method)
{
    m_body += u"<form action=\"%1\" method=\"%2\">\n"_s.arg(escaped(action), escaped(method));
    return *this;
}

HtmlPage &HtmlPage::field(const Field &field)
{
    const QString required = field.required ? u" required"_s : QString();
    const QString name = escaped(field.name);
    m_body += u"<label for=\"%1\">%2</label>\n"_s.arg(name, escaped(field.label));
    if (field.type == "textarea"_L1) // the first line feed after the tag is not part of the value
        m_body += u"<textarea id=\"%1\" name=\"%1\" rows=\"3\"%2>\n%3</textarea>\n"_s.arg(name, required,
                                                                                          escaped(field.value));
    else
        m_body += u"<input id=\"%1\" name=\"%1\" type=\"%2\" value=\"%3\"%4>\n"_s.arg(name, escaped(field.type),
                                                                                      escaped(field.value), required);
    if (!field.hint.isEmpty())
        quiet(field.hint);
    return *this;
}

HtmlPage &HtmlPage::select(const QString &name, const QString &label, const QList<Choice> &choices,
                           const QString &chosen)
{
    m_body += u"<label for=\"%1\">%2</label>\n<select id=\"%1\" name=\"%1\">\n"_s.arg(escaped(name), escaped(label));
    for (const Choice &choice : choices) {
        m_body += u"<option value=\"%1\"%2>%3</option>\n"_s.arg(
            escaped(choice.value), choice.value == chosen ? u" selected"_s : QString(), escaped(choice.label));
    }
    m_body += u"</select>\n"_s;
    return *this;
}

HtmlPage &HtmlPage::radios(const QString &name, const QString &label, const QList<Choice> &choices,
                           const QString &chosen)
{
    options(u"radio"_s, name, label, choices, {chosen});
    return *this;
}

HtmlPage &HtmlPage::checks(const QString &name, const QString &label, const QList<Choice> &choices,
                           const QStringList &chosen)
{
    options(u"checkbox"_s, name, label, choices, chosen);
    return *this;
}

void HtmlPage::options(const QString &type, const QString &name, const QString &label, const QList<Choice> &choices,
                       const QStringList &chosen)
{
    m_body += u"<fieldset><legend>%1</legend>\n"_s.arg(escaped(label));
    for (const Choice &choice : choices) {
        m_body += u"<label><input type=\"%1\" name=\"%2\" value=\"%3\"%4> %5</label>\n"_s.arg(
            type, escaped(name), escaped(choice.value), chosen.contains(choice.value) ? u" checked"_s : QString(),
            escaped(choice.label));
    }
    m_body += u"</fieldset>\n"_s;
}

HtmlPage &HtmlPage::hidden(const QString &name, const QString &value)
{
    m_body += u"<input type=\"hidden\" name=\"%1\" value=\"%2\">\n"_s.arg(escaped(name), escaped(value));
    return *this;
}

HtmlPage &HtmlPage::endForm(const QString &submitLabel, bool grave)
{
    m_body += u"<button type=\"submit\"%1>%2</button>\n</form>\n"_s.arg(grave ? u" class=\"grave\""_s : QString(),
                                                                       escaped(submitLabel));
    return *this;
}

QByteArray HtmlPage::toUtf8() const
{
    const QString page
        = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"robots\" content=\"noindex\">\n<title>%1</title>\n<style>%2</style>\n</head>\n<body>\n"
          "<header><strong>Sundial sandbox</strong> · on this machine only</header>\n<main>\n%3</main>\n"
          "<footer>Not Calendly. A local sandbox with made-up people; nothing here is sent to anybody.</footer>\n"
          "</body>\n</html>\n"_s;
    return page.arg(escaped(m_title), styleSheet, m_body).toUtf8();
}
