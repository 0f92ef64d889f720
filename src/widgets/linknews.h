// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkentry.h"

#include <QObject>

class ToastHost;
struct MainWindowParts;

/// Where it is remembered on which day an account was told of links that expire. It does not name the account.
QString expiryToldKey(const QString &account);

/// Tells of what became of links while nobody looked: each booking once, once a day what is about to expire unused, and at
/// any time how many those are.
class LinkNews : public QObject
{
    Q_OBJECT

public:
    LinkNews(const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

    void tellCount(); ///< emits expiring() with what is known now

signals:
    /// Unused links of which the last 7 days have begun; beside the page's name, with how a screen reader says it. Empty: none.
    void expiring(const QString &count, const QString &spoken);
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
