// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contentpage.h"
#include "mainwindowparts.h"
#include "meetingsummary.h"

#include <QTimer>
#include <QUrl>

#include <memory>

namespace Ui {
class SchedulePage;
}
enum class ScheduleView;
class CalendarChips;
class CardAction;
class CardPane;
class HourActions;
class LinkCopier;
class LinkedMeeting;
class LinkMenu;
class MeetingActions;
class MergedMeetings;
class MeetingView;
class ScheduleAgenda;
class ScheduleBody;
class ScheduleCalendar;
class ScheduleDates;
class ScheduleFilterBar;
class SchedulePaper;
class ToastHost;
enum class ScheduleButton;
struct AgendaSetting;
struct ScheduleFacts;
struct ScheduleFilter;

/// The schedule: meetings as an agenda or in a calendar, and a card for the one that is current.
class SchedulePage : public ContentPage
{
    Q_OBJECT

public:
    /// `parts` and `toasts` outlive the page.
    SchedulePage(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent = nullptr);
    ~SchedulePage() override;

    static QString pageTitle() { return tr("Schedule"); }
    QString title() const override { return pageTitle(); }
    void focusList() override;
    QWidget *toastPlace() const override;
    QList<QAction *> meetingActions() const override;
    QList<QAction *> linkActions() const override;
    QList<QAction *> viewActions() const override { return m_viewActions; }
    void focusSearch() override;
    bool hasSearch() const override { return true; }
    void refresh() override;

    /// Shows the meeting in the present view and on the card; turns to the period that it lies in.
    void showMeeting(const QUrl &meeting);
    /// Shows the agenda with nothing but what `filter` lets through.
    void showFilter(const ScheduleFilter &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restore();
    void rememberFilter();
    void rememberMeeting();
    void makeHeader();
    void orderTabs();
    void makeActions();
    void makeListKeys();
    void makeAllAccounts();
    void watchServices();

    void togglePast();
    void toggleCanceled();
    void showContextMenu(const QPoint &globalPlace);
    void act(ScheduleButton button);

    ScheduleFacts facts() const;
    void addKept(ScheduleFacts &facts, bool calendar) const;
    void reloadSoon();
    void reload();
    void reloadAgenda(const AgendaSetting &setting);
    void reloadCalendar(const AgendaSetting &setting);
    void chooseCurrent();
    void filterChanged();
    MeetingView &view() const;
    QWidget *viewWidget() const;
    void tellVisible();
    void currentChanged();
    void showCurrent();
    void chooseSelection();
    void tellSelection();
    void showCard();
    void showView(ScheduleView wanted);
    void turnTo(const MeetingSummary &summary);
    void fillCard();
    void readMoves();
    void showState();
    void startMinute();
    void fold();

    std::unique_ptr<Ui::SchedulePage> m_ui;
    const MainWindowParts m_parts;
    ScheduleFilterBar *m_filters;
    MergedMeetings *m_meetings;
    ScheduleAgenda *m_agenda;
    ScheduleCalendar *m_calendar;
    CalendarChips *m_calendarChips;
    HourActions *m_hours;
    MeetingActions *m_actions;
    LinkCopier *m_copier;
    LinkMenu *m_links;
    LinkedMeeting *m_linked;
    CardPane *m_pane;
    ScheduleDates *m_dates;
    SchedulePaper *m_paper;
    ScheduleBody *m_body;
    QList<QAction *> m_viewActions;
    CardAction *m_cardAction = nullptr;
    QAction *m_past = nullptr;
    QAction *m_copyLink = nullptr;
    QAction *m_allAccounts = nullptr;
    QTimer m_reload; ///< gathers notices
    QTimer m_minute;
    QTimer m_showCard; ///< the card of m_current
    bool m_typesAreOld = true; ///< what the filter offers
    bool m_cardIsOld = false; ///< what is shown beside the calendar when asked for is made then
    std::optional<MeetingDetails> m_current;
    bool m_unreadable = false; ///< what is shown could not be read
    bool m_reloading = false;
    bool m_online = false; ///< as the card last knew it
    QUrl m_wanted; ///< to be made current when the list has it
    bool m_wantedIsNew = true; ///< not looked for yet in what is shown
};
