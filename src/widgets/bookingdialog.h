// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingdraft.h"
#include "result.h"

#include <QDialog>
#include <QPointer>

#include <memory>

namespace Ui {
class BookingDialog;
}
class BookingForm;
class ToastHost;
struct MainWindowParts;

/// Books an open time for somebody. The time is looked at again just before; one that is gone is replaced in place, and
/// nothing that was typed is lost. Deletes itself.
class BookingDialog : public QDialog
{
    Q_OBJECT

public:
    /// `filled` is what is known already, with the zone. `parts` and `toasts` outlive it; `parts` has bookings.
    BookingDialog(EventType type, const QDateTime &start, const BookingDraft &filled, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~BookingDialog() override;

signals:
    void booked();
    void timesRead(const QList<OpenTime> &times); ///< those that are open now

protected:
    void changeEvent(QEvent *event) override;
    void reject() override;

private:
    void fit();
    void presentTime();
    void presentSummary();
    void presentWorking(bool working, const QString &what = {});
    void presentGone(const QList<OpenTime> &others);
    void fail(const Error &error);
    void recallZone(const QString &email);
    void tryToBook();
    void lookedAgain(const Result<QList<OpenTime>> &times);
    void send();
    void ended(const Result<QUrl> &outcome);
    void lookForOthers();

    std::unique_ptr<Ui::BookingDialog> m_ui;
    const EventType m_type;
    QDateTime m_start;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    BookingForm *m_form;
    BookingDraft m_sent; ///< what is being booked
    bool m_working = false;
    QPointer<QWidget> m_resumeAt; ///< what had the focus before the work, which disables it
};
