// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QUrl>

/// Which of the meetings of a view is the current one, and which are selected together with it, as clicks and arrows
/// with Shift and Ctrl change it.
class MarkedMeetings
{
public:
    /// `meetings` in order of time, each once; what is not among them is no longer selected.
    void setMeetings(const QList<QUrl> &meetings);

    bool contains(const QUrl &meeting) const { return m_meetings.contains(meeting); }
    const QUrl &current() const { return m_current; } ///< empty where there is none
    QList<QUrl> selected() const; ///< in order of time; the current one is among them
    bool isSelected(const QUrl &meeting) const { return meeting == m_current || m_marks.contains(meeting); }
    bool hasSeveral() const; ///< more are selected than the current one

    void goTo(const QUrl &meeting); ///< selects just this, or nothing where it is empty
    void walkTo(const QUrl &meeting); ///< makes it current and keeps what is selected
    void extendTo(const QUrl &meeting); ///< selects all from the last plain step to this one
    void toggle(const QUrl &meeting); ///< selects it, too, or no longer
    void selectAll();
    void selectOnly(const QSet<QUrl> &meetings);
    void leave(); ///< one goes on to what is no meeting: one that was only walked over is not selected any more
    void clear(); ///< but for the current one

    bool operator==(const MarkedMeetings &) const = default;

private:
    QList<QUrl> m_meetings;
    QUrl m_current;
    QUrl m_anchor;
    QSet<QUrl> m_marks;
};
