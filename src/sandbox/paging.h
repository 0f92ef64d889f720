// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apicall.h"

#include <functional>
#include <optional>

namespace sandbox {

/// One field of a `sort` parameter.
struct SortField
{
    QString name;
    bool descending = false;
};

/// Where a page begins: behind (or, going back, before) the row that had this key, in the rows as they were at `view`.
struct PageMark
{
    bool backwards = false;
    qint64 view = 0; ///< World::sequence() when the first page was made
    QStringList key;
};

/// What a client asks of a list: how many rows, from where.
struct PageSpec
{
    int count = 20;
    std::optional<PageMark> mark; ///< none on the first page
    qint64 view = 0;

    bool backwards() const { return mark && mark->backwards; }
};

/// A row before it is written: its id and what it is sorted by. Keys compare field by field, as text.
struct PageRow
{
    QStringList key;
    int id = noId;
};

/// The rows of one page, and whether there are more on either side.
struct PageSlice
{
    QList<PageRow> rows;
    bool before = false;
    bool after = false;
};

/// Makes page tokens that nobody can guess or bend: each is signed, and good for the request it was made for only.
class PageTokens
{
public:
    PageTokens();

    QString encode(const PageMark &mark, const ApiCall &call) const;
    /// Nothing for a token that is not ours, or of a request with other parameters.
    std::optional<PageMark> decode(const QString &token, const ApiCall &call) const;

private:
    QByteArray sign(const QByteArray &payload, const ApiCall &call) const;

    QByteArray m_secret;
};

/// A number as text that sorts like the number; negative ones come first.
QString sortable(qint64 number);

/// The page of `rows` that `spec` asks for; `sort` tells the direction of each field of the keys, ids break ties.
PageSlice slicePage(QList<PageRow> rows, const QList<SortField> &sort, const PageSpec &spec);

/// The answer: the rows written by `write`, and the pagination object with its ready addresses.
HttpResponse pageAnswer(const ApiCall &call, const PageSpec &spec, const PageSlice &slice,
                        const std::function<QJsonObject(int id)> &write);

} // namespace sandbox
