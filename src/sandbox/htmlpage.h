// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

/// Builds one plain HTML page, piece by piece. Whatever text goes in is escaped here, so that no caller can forget it.
class HtmlPage
{
public:
    explicit HtmlPage(const QString &title);

    struct Choice
    {
        QString value;
        QString label;
    };

    struct Field
    {
        QString name;
        QString label;
        QString type = QStringLiteral("text"); ///< of <input>; "textarea" for several lines
        QString value = {};
        bool required = false;
        QString hint = {};
    };

    HtmlPage &heading(const QString &text, const QString &color = {});
    HtmlPage &subheading(const QString &text);
    HtmlPage &text(const QString &text);
    HtmlPage &quiet(const QString &text); ///< a remark in smaller type
    HtmlPage &problem(const QString &text); ///< says what went wrong
    HtmlPage &fact(const QString &label, const QString &value);
    HtmlPage &card(const QString &href, const QString &title, const QString &detail, const QString &color);
    HtmlPage &button(const QString &href, const QString &label);
    HtmlPage &beginRow(); ///< a row of slots
    HtmlPage &slot(const QString &href, const QString &label);
    HtmlPage &endRow();

    /// Forms go to `action` by POST; their fields follow until endForm().
    HtmlPage &beginForm(const QString &action, const QString &method = QStringLiteral("post"));
    HtmlPage &field(const Field &field);
    HtmlPage &select(const QString &name, const QString &label, const QList<Choice> &choices, const QString &chosen);
    HtmlPage &radios(const QString &name, const QString &label, const QList<Choice> &choices, const QString &chosen);
    HtmlPage &checks(const QString &name, const QString &label, const QList<Choice> &choices,
                     const QStringList &chosen);
    HtmlPage &hidden(const QString &name, const QString &value);
    HtmlPage &endForm(const QString &submitLabel, bool grave = false);

    QByteArray toUtf8() const;

private:
    void options(const QString &type, const QString &name, const QString &label, const QList<Choice> &choices,
                 const QStringList &chosen);

    QString m_title;
    QString m_body;
};
