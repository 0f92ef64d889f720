// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>
#include <utility>

/// A form of a page as a browser knows it: where it goes and what is filled in already.
class HtmlForm
{
public:
    /// The last form of `page`, which came from `address`; nothing where there is none.
    static std::optional<HtmlForm> read(const QString &page, const QUrl &address);

    const QUrl &action() const { return m_action; }
    /// Takes the place of what is filled in for `name`.
    void set(const QString &name, const QString &value);
    /// Writes into what must be filled in and is empty: `text`, or `phone` where a number is asked for.
    void fillRequired(const QString &text, const QString &phone);
    QByteArray body() const; ///< urlencoded

private:
    void addInput(const QString &tag);

    QUrl m_action;
    QList<std::pair<QString, QString>> m_fields;
    QHash<QString, QString> m_required; ///< names and types
};

/// Text of an attribute or of a page without the signs of HTML.
QString plainFromHtml(const QString &html);
/// The value of `name` in a tag, or nothing.
std::optional<QString> attributeOf(const QString &tag, const QString &name);
