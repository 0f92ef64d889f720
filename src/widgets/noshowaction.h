// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"
#include "result.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QWidget;
class ToastHost;
struct MainWindowParts;

/// Marks people of the current meeting as not having come, and takes marks away: at once where one person is meant, from
/// a menu of names where several are. Where held actions are on, what is sent waits with them and can be taken back by the
/// same key or button; what was done can be undone in its notice. A second action also writes to the person, with a link to
/// another time.
class NoShowAction : public QObject
{
    Q_OBJECT

public:
    /// A child of `window`, over which the menu opens. `parts` and `toasts` outlive it.
    NoShowAction(const MainWindowParts &parts, ToastHost &toasts, QWidget *window);

    QAction *action() const { return m_action; }
    QAction *followUp() const { return m_followUp; }
    /// As followUp(), which may be off: says why then.
    void markAndWrite();
    void setMeeting(const std::optional<MeetingDetails> &meeting);
    /// Where several are selected, who booked them alone is marked together, or loses the mark where all have it; people of
    /// groups are left out.
    void setSelection(const QList<QUrl> &meetings);
    /// Marks somebody of the current meeting, or takes the mark away; what waits for them is taken back instead.
    void toggle(const QUrl &invitee);
    /// True while a change of theirs waits before it is sent.
    bool isHeld(const QUrl &invitee) const { return m_held.contains(invitee); }

signals:
    void heldChanged(); ///< isHeld() differs for somebody

private:
    QString whyNot() const;
    QString whyNoFollowUp() const;
    void enable();
    void enableFollowUp();
    void act();
    void actOnSeveral();
    Result<QList<Invitee>> missedAlone() const;
    bool isToBeMarked(const Invitee &person) const;
    void takeBack(const QList<QUrl> &invitees);
    void holdMarks(const QList<QUrl> &people, bool noShow);
    using Choose = void (NoShowAction::*)(const QUrl &invitee);
    void chooseFrom(const QList<Invitee> &people, Choose choose);
    void writeTo(const QUrl &invitee);
    std::optional<Invitee> changeable(const QUrl &invitee) const;
    void hold(const QList<QUrl> &invitees, bool noShow, const QString &text, const std::function<void()> &commit);
    void dropEnded();
    void set(const QUrl &invitee, const QString &name, bool noShow, bool undoable);
    void tell(const QUrl &invitee, const QString &name, bool noShow, bool undoable);

    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    QPointer<QWidget> m_window;
    QAction *m_action;
    QAction *m_followUp;
    std::optional<MeetingDetails> m_meeting;
    QList<QUrl> m_selection;
    struct Held
    {
        int id = 0; ///< as HeldActions numbers them
        bool noShow = false; ///< a mark, not the removal of one
    };
    QHash<QUrl, Held> m_held; ///< by invitee
};
