// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"
#include "mergedmeetings.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class BookAgainAction;
class NoShowAction;
class QAction;
class QWidget;
class ToastHost;
struct ExportSetting;
struct MainWindowParts;

/// What can be done with the meeting that is current: one action each, for menus, keys and buttons alike. An action that
/// is off says why in its tool tip.
class MeetingActions : public QObject
{
    Q_OBJECT

public:
    /// `window` is what questions are asked over; a child of it. `parts` and `toasts` outlive it.
    MeetingActions(const MainWindowParts &parts, ToastHost &toasts, QWidget *window);

    QAction *join() const { return m_join; }
    QAction *reschedule() const { return m_reschedule; }
    QAction *bookAgain() const;
    QAction *copyEmail() const { return m_copyEmail; }
    QAction *cancel() const { return m_cancel; }
    QAction *copyText() const { return m_copyText; }
    QAction *noShow() const;
    QAction *closeDay() const { return m_closeDay; }
    QAction *noShowFollowUp() const; ///< marks and writes to the person
    QList<QAction *> rest() const; ///< those without a button of their own
    QList<QAction *> all() const; ///< with separators, for a menu
    QList<QAction *> forMenuBar() const; ///< all(), and what is about no meeting in particular
    QString joinIconName() const { return m_joinIcon; }

    /// The meeting that actions are about. `setting` says how it is written. One of another account, `owner`, is looked at,
    /// joined and copied from here, and changed in that account's own window.
    void setMeeting(const std::optional<MeetingDetails> &meeting, const AgendaSetting &setting,
                    const std::optional<MergedMeetings::Owner> &owner = {});
    using ReadSelected = std::function<Result<QList<MeetingDetails>>()>;
    /// The meetings that are selected together with it: canceling is about those of this account, `own`; copying and writing
    /// are about all that `read` gives, `count` of them.
    void setSelection(const QList<QUrl> &own, int count, ReadSelected read);
    const std::optional<MeetingDetails> &meeting() const { return m_meeting; }
    /// Which day one is on; a null date where that is the day of the meeting.
    void setDay(std::function<QDate()> day) { m_day = std::move(day); }
    /// Why writing actions are off, for a visible line; empty when they are on.
    QString hint() const;

    void copyPlace();
    void writeTo(const QUrl &mail); ///< a mailto: address
    void toggleNoShow(const QUrl &invitee);
    void followUpNoShow(); ///< as its action, which may be off: says why then
    bool isNoShowHeld(const QUrl &invitee) const; ///< a change of theirs waits before it is sent

signals:
    void noShowHeldChanged();

private:
    using Act = void (MeetingActions::*)();

    QAction *make(const char *name, const QString &text, const QString &icon, Act act);
    void enable();
    void turn(QAction *action, const QString &reason, const QString &tip);
    QString whyNotCancel() const;
    QString whyNotReschedule() const;
    QString whyNoAddress() const;
    QString whyOnlyThere() const;
    bool areSeveral() const { return m_selected > 1; }
    ExportSetting exportSetting() const;
    QList<MeetingDetails> chosen() const; ///< what copying is about
    QStringList addresses(bool guestsToo) const;
    static QStringList addressesOf(const QList<MeetingDetails> &meetings, bool guestsToo);
    static QString unreadText(const QList<MeetingDetails> &meetings);
    static QList<Invitee> concerned(const MeetingDetails &details); ///< bookings that stand; of a canceled meeting all

    void joinMeeting();
    void rescheduleMeeting();
    void openReschedulePage(const QUrl &page);
    void openCancelPage();
    void showThere();
    void copyFirstEmail();
    void copyAddresses();
    void copyAll(const QStringList &addresses, const QString &missing);
    void copyAsText();
    void copyAsMarkdown();
    void copyAsCsv();
    void writeMail();
    void cancelMeeting();
    void closeCurrentDay();
    void showLastCancellations();
    void open(const QUrl &url, const QString &copied);
    void copy(const QString &text, const QString &notice);

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QPointer<QWidget> m_window;
    std::optional<MeetingDetails> m_meeting;
    std::optional<MergedMeetings::Owner> m_owner;
    QList<QUrl> m_selection; ///< of this account
    int m_selected = 0; ///< of all accounts
    ReadSelected m_readSelected;
    std::function<QDate()> m_day;
    AgendaSetting m_setting;
    QString m_joinIcon = QStringLiteral("video");

    QAction *m_showThere;
    QAction *m_join;
    QAction *m_reschedule;
    QAction *m_copyEmail;
    QAction *m_cancel;
    QAction *m_copyAddresses;
    QAction *m_copyText;
    QAction *m_copyMarkdown;
    QAction *m_copyCsv;
    QAction *m_writeMail;
    QAction *m_openCancelPage;
    NoShowAction *m_noShow;
    BookAgainAction *m_bookAgain;
    QAction *m_closeDay;
    QAction *m_lastCancellations;
    QAction *m_holdFirst;
};
