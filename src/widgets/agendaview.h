// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingview.h"

#include <QTimer>
#include <QTreeView>

class AgendaDelegate;
struct SearchQuery;
class MeetingModel;

/// The agenda: days with their meetings in five columns that fill the width. Keys that act on a meeting are told by
/// signals; arrows and Page keys pass over the heads of days. Several meetings can be selected, a day's by its head.
class AgendaView : public QTreeView, public MeetingView
{
    Q_OBJECT

public:
    explicit AgendaView(QWidget *parent = nullptr);

    /// Shows `model`, which outlives the view.
    void setMeetings(MeetingModel *model);
    /// Words of the search are marked in the rows.
    void setSearch(const SearchQuery &query);
    QUrl currentMeeting() const override;
    QDate currentDay() const; ///< of the current row; none in an empty list
    void setCurrentMeeting(const QUrl &meeting) override; ///< the first meeting where it is not shown
    bool shows(const QUrl &meeting) const override;
    /// Selects the first meeting of the day, or of the next one that has any, its day at the top.
    void showDay(QDate day);
    QList<QUrl> selectedMeetings() const override;
    QList<QUrl> visibleMeetings() const override;
    bool dropSelection() override;

    void keyboardSearch(const QString &) override { } ///< letters are commands here

signals:
    void currentMeetingChanged();
    void selectedMeetingsChanged();
    void visibleChanged(); ///< a while after scrolling, resizing or news
    void joinPressed();
    void cardPressed(); ///< Space, or a click on what was current before
    void dragWanted(const QList<QUrl> &meetings); ///< the button is down and the pointer leaves with them

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void fitColumns();
    void selectSomething();
    void selectOnly(const QModelIndex &index);
    void selectDay(int head, bool besides);
    bool makeASelectedOneCurrent(int first, int last);
    int meetingNear(int first, int last) const;

    MeetingModel *m_model = nullptr;
    AgendaDelegate *m_delegate;
    QTimer m_visibleTimer;
    QTimer m_cardTimer; ///< a click waits whether it becomes a double click, which joins
    QPersistentModelIndex m_pressedAgain; ///< the row under a plain click that was the only one selected before
};
