// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookingdraft.h"
#include "mainwindowparts.h"
#include "timestext.h"
#include "whynotoffered.h"

#include <QDialog>
#include <QTimer>

#include <memory>

namespace Ui {
class OpenTimesDialog;
}
class OfferSource;
class OpenTimesReader;
class SlotBoard;
class ToastHost;

/// The times of an event type that can be booked in the coming 31 days: to choose from, and to copy for somebody in their
/// own zone, each as a link. Deletes itself.
class OpenTimesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `parts` and `toasts` outlive it.
    OpenTimesDialog(EventType type, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~OpenTimesDialog() override;

    /// The times are for the person of `draft`, whose zone is shown; booking is filled in with it.
    void bookFor(const BookingDraft &draft);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; ///< Esc gives up a choice before it closes

private:
    void connectParts();
    void makeKeys();
    void fit();
    void present();
    void presentBody();
    void presentAge();
    void presentWaiting();
    void presentText();
    void presentZone();
    void takeFacts();
    QString whyEmpty() const;
    SlotBoard board(bool hidesUnkind) const;
    void suggest();
    void copy();
    void book();
    void recallZone();
    void keepZone();
    TimesStyle style() const;
    TimesText textOf(const QList<OpenTime> &times) const;
    QTimeZone theirZone() const;

    std::unique_ptr<Ui::OpenTimesDialog> m_ui;
    const EventType m_type;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    OpenTimesReader *m_reader;
    OfferSource *m_source;
    OfferFacts m_facts;
    BookingDraft m_draft; ///< of who is booked here, as far as it is known
    QTimer m_minute; ///< the age grows
    QTimer m_factsSoon; ///< what is known of busy times and meetings comes in several parts
};
