// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <memory>

class MergedMeetings;
struct MainWindowParts;

namespace Ui {
class DayPanel;
}

/// The foot of the navigation: today as a dial, and the meeting that runs or comes next with a short way into
/// it, whichever open account it is of.
class DayPanel : public QFrame
{
    Q_OBJECT

public:
    explicit DayPanel(const MainWindowParts &parts, QWidget *parent = nullptr);
    ~DayPanel() override;

    int meetingsLeft() const { return m_meetingsLeft; } ///< today, without canceled ones

signals:
    void meetingsLeftChanged(int count);
    void joinRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void showDial();
    void showMeeting();
    void waitForNextMinute();

    const MainWindowParts &m_parts;
    std::unique_ptr<Ui::DayPanel> m_ui;
    MergedMeetings *m_meetings; ///< of all accounts that are open, as the button joins whichever comes first
    QTimer m_minute;
    int m_meetingsLeft = 0;
};
