// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingentry.h"

#include <QObject>
#include <QSet>

class ToastHost;
struct MainWindowParts;

/// Says of which bookings nobody knows whether they were made, also after the program ended in between, and looks when it is
/// asked to. Nothing is sent again by itself.
class BookingWatch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    BookingWatch(const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

private:
    void tellNew();
    void tell(const BookingEntry &entry, const QString &why);
    void look(const BookingEntry &entry);
    QString whatText(const BookingEntry &entry) const;

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QSet<qint64> m_told;
};
