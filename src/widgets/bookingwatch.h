// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingentry.h"
#include "bookingservice.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

class ToastHost;
struct Error;
struct MainWindowParts;
struct Toast;

/// Says of which bookings nobody knows whether they were made, also after the program ended in between, and looks when it is
/// asked to. What Calendly may still book is looked for by itself, and told. Of those whose time is past it is said once. Nothing is sent again by itself.
class BookingWatch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    BookingWatch(const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

private:
    /// What a notice offers.
    struct Way
    {
        QString text;
        std::function<void()> act;
    };

    void forget();
    void tellNew();
    void tell(const BookingEntry &entry, const QString &why, const Way &way);
    void tellLast(const BookingEntry &entry);
    void tellFound(const BookingEntry &entry, const Result<BookingService::Look> &found);
    void tellNotYet(const BookingEntry &entry);
    void tellUnseen(const BookingEntry &entry, const Error &error);
    Way lookingAt(const BookingEntry &entry);
    void look(const BookingEntry &entry);
    void settle(const BookingEntry &entry);
    void show(const BookingEntry &entry, const Toast &toast);
    QString whatText(const BookingEntry &entry) const;

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QSet<qint64> m_told;
    QHash<qint64, int> m_notices; ///< what was last told, by booking
    std::unique_ptr<QObject> m_account; ///< lives as long as the bookings belong to the same account
};
