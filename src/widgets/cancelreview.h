// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"
#include "cancelitem.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>

namespace Ui {
class CancelReview;
}
class CancelModel;
class ToastHost;
struct MainWindowParts;

/// Asks before several meetings are canceled: shows each with who gets mail, takes one reason for all, and says how many
/// people that is while rows are taken out or in.
class CancelReview : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    CancelReview(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~CancelReview() override;

    void setMeetings(const QList<QUrl> &meetings);
    /// Asks for a day, and shows what is left of it.
    void askDay(QDate day);
    QDate askedDay() const; ///< null where no day is asked for
    QList<QUrl> meetings() const { return m_wanted; } ///< those that are asked about, checked or not
    QList<CancelItem> items() const; ///< those that are checked, as they are to be sent
    void showProblem(const QString &problem);
    void type(const QString &text); ///< into the reason
    bool takesLetters() const; ///< what is typed goes to a field already
    void focusKeep();
    void setPatience(std::chrono::milliseconds patience); ///< how long to wait for names
    void confirm(); ///< as the red button does

signals:
    void keepWanted();
    void confirmed();

private:
    void reread();
    void dayChanged();
    void readDay();
    bool isDayUnread() const;
    void waitForNames();
    QList<MeetingDetails> chosen() const;
    bool getsOwnLink(const MeetingDetails &meeting) const;
    void present();
    void presentQuestion(const QList<MeetingDetails> &meetings);
    void presentPromise(const QList<MeetingDetails> &meetings);
    void presentLinks(const QList<MeetingDetails> &meetings);
    void presentButtons(const QList<MeetingDetails> &meetings);
    void ownLinksToggled(bool on);
    void copyAddresses();

    std::unique_ptr<Ui::CancelReview> m_ui;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    CancelModel *m_model;
    AgendaSetting m_setting;
    QList<QUrl> m_wanted;
    QList<MeetingDetails> m_meetings; ///< in order of time
    int m_left = 0; ///< wanted, but canceled or over
    int m_elsewhere = 0; ///< wanted, but another cancellation has it
    int m_unknown = 0; ///< whose people are not known
    QTimer m_patience;
    bool m_gaveUpNames = false;
    bool m_asksDay = false;
    bool m_storeFailed = false; ///< what is left of the day could not be read
};
