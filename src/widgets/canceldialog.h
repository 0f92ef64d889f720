// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"
#include "meetingservice.h"

#include <QDialog>
#include <QTimer>

#include <memory>

namespace Ui {
class CancelDialog;
}
class ToastHost;
struct CancelItem;
struct MainWindowParts;

/// Asks before a meeting is canceled: names who gets mail, takes a reason, and shows what came of it. Nothing is sent
/// before the red button, and then it is held for a moment, unless that is switched off. Once sent, the cancellation goes
/// on without the dialog; its result then comes as a toast.
/// Open with open(); deletes itself.
class CancelDialog : public QDialog
{
    Q_OBJECT

public:
    /// `setting` says how times are written. `parts` and `toasts` outlive the dialog.
    CancelDialog(MeetingDetails meeting, AgendaSetting setting, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent);
    ~CancelDialog() override;

    void setReason(const QString &reason);
    bool isAbout(const QUrl &meeting) const; ///< it is open, and says itself what becomes of this meeting
    void setPatience(std::chrono::milliseconds patience); ///< how long to wait for names

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class State { Asking, Sending, Checking };

    void presentMeeting();
    void presentPeople();
    void presentReason();
    void presentState();
    void readPeople();
    QString filledReason() const;
    void confirm();
    void hold(const CancelItem &item);
    void ended(const CancelItem &item);
    void checkAgain();
    void checked();
    void lookedAgain(const CancelItem &item);
    void presentFound();
    static QString notYetText();
    void giveUpNames();
    void reread();

    std::unique_ptr<Ui::CancelDialog> m_ui;
    MeetingDetails m_meeting;
    AgendaSetting m_setting;
    const MainWindowParts &m_parts;
    MeetingService &m_service;
    ToastHost &m_toasts;
    State m_state = State::Asking;
    QTimer m_patience;
    bool m_unknown = false; ///< it may have been canceled all the same
    bool m_gaveUpNames = false;
};
