// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUrl>

/// When something of colleagues is to be read: a moment after they were chosen or named, so that whoever runs through a list
/// or types on asks for nobody in between, and not again within some minutes.
class ColleagueWish : public QObject
{
    Q_OBJECT

public:
    ColleagueWish(Clock clock, QObject *parent);

    /// Takes the place of what was wished for before; nobody, where there is no network to ask by.
    void want(const QList<QUrl> &users);
    void forget(); ///< nobody was asked about

signals:
    void due(const QUrl &user); ///< is asked about now

private:
    void ask();

    Clock m_clock;
    QTimer m_moment;
    QList<QUrl> m_wanted;
    QHash<QUrl, QDateTime> m_askedAt;
};
