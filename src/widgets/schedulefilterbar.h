// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "schedulefilter.h"

#include <QObject>
#include <QTimer>

class Chip;
class ChipFold;
class QAction;
class QLineEdit;
class QMenu;
class SavedFilterMenu;
class SavedFilterService;
class ToastHost;

/// Search field and chips of the schedule: together they make a ScheduleFilter.
class ScheduleFilterBar : public QObject
{
    Q_OBJECT

public:
    /// Fills `chips` and listens to `search`; both outlive the bar.
    ScheduleFilterBar(QLineEdit *search, QWidget *chips);

    /// Adds a chip for what is saved; both outlive the bar.
    void setSavedFilters(SavedFilterService &filters, ToastHost &toasts);

    const ScheduleFilter &filter() const { return m_filter; }
    QAction *addFilter() const { return m_addFilter; } ///< opens a menu of all filters
    const ChipFold &fold() const { return *m_fold; } ///< keeps the chips to one line
    void setEventTypes(const QList<EventType> &types); ///< of the own account, in place of all that could be chosen
    void addEventTypes(const QList<EventType> &types, const QString &account); ///< of another account, which is named
    void addHosts(const QList<MeetingSummary> &meetings); ///< those of `meetings` can be chosen from now on
    void forgetHosts(); ///< another account's are shown
    void setToday(QDate today) { m_today = today; }
    void setWhen(ScheduleFilter::When when);
    void setStatus(MeetingQuery::Status status);
    void move(int steps); ///< to earlier or later periods
    void toFirstPeriod();
    void showDay(QDate day, QDate today); ///< the period that `day` lies in, with nothing that narrows it
    void turnTo(QDate day, QDate today); ///< the same, but for words with all that narrows it
    void clearSearch();
    void clear(); ///< takes away what narrows the list
    void show(const ScheduleFilter &filter); ///< in place of what was filtered by
    void restore(const ScheduleFilter &filter); ///< as it was at the last start; without changed()
    void setPeriodShown(bool shown); ///< calendars have a period of their own

signals:
    void changed();

private:
    using Names = QList<std::pair<QUrl, QString>>;

    Chip *makeChip(const char *name, QWidget *chips, const QString &description);
    void makeWhenMenu(QMenu *menu);
    void makeStatusMenu(QMenu *menu);
    void makeNamesMenu(QMenu *menu, const Names &names, QUrl ScheduleFilter::*uri, QString ScheduleFilter::*name);
    void makeWordsMenu();
    void makeAddFilter(QWidget *chips);
    void present();
    void searchNow();

    ScheduleFilter m_filter;
    Names m_eventTypes;
    Names m_hosts;
    QDate m_today = QDate::currentDate();
    QLineEdit *m_search;
    QTimer m_typing;
    Chip *m_when;
    Chip *m_eventType;
    Chip *m_host;
    Chip *m_status;
    Chip *m_saved;
    ChipFold *m_fold; ///< of all but the time
    SavedFilterMenu *m_savedMenu = nullptr;
    QMenu *m_words;
    QMenu *m_all;
    QAction *m_addFilter;
};
