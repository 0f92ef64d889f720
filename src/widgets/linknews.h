// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkentry.h"

#include <QObject>

class ToastHost;
struct MainWindowParts;

/// Tells of what became of links while nobody looked: each booking once, and once a day what is about to expire unused.
class LinkNews : public QObject
{
    Q_OBJECT

public:
    LinkNews(const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

signals:
    void meetingWanted(const QUrl &meeting);
    void linksWanted();
    void manyLinksWanted();

private:
    void tellBookings();
    void tellOne(const LinkEntry &entry);
    void tellExpiring();
    void tellInterrupted();

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
};
