// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QUrl>

#include <utility>

/// `read`, and after it what is `stored` and not among it: where `leftOut` rows of an answer could not be read, each may
/// be one of those, so that none is taken to be gone.
template <typename Row> QList<Row> withStored(QList<Row> read, int leftOut, const QList<Row> &stored)
{
    if (leftOut == 0)
        return read;
    QSet<QUrl> listed;
    for (const Row &row : std::as_const(read))
        listed.insert(row.uri);
    for (const Row &row : stored) {
        if (!listed.contains(row.uri))
            read.append(row);
    }
    return read;
}
