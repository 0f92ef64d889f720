// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// Part of a collection, and the token that the next part is asked with (BEHAVIOUR 6).
template <typename T>
struct Page
{
    QList<T> items;
    QString nextPageToken; ///< empty: this was the last page
    int leftOut = 0; ///< items that could not be read
    bool operator==(const Page &) const = default;
};
