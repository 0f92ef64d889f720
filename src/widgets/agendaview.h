// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTimer>
#include <QTreeView>
#include <QUrl>

class AgendaDelegate;
class MeetingModel;

/// The agenda: days with their meetings in five columns that fill the width. Keys that act on a meeting are told by
/// signals; arrows and Page keys pass over the heads of days.
class AgendaView : public QTreeView
{
    Q_OBJECT

public:
    explicit AgendaView(QWidget *parent = nullptr);

    /// Shows `model`, which outlives the view.
    void setMeetings(MeetingModel *model);
    QUrl currentMeeting() const;
    void setCurrentMeeting(const QUrl &meeting); ///< the first meeting where it is not shown
    QList<QUrl> visibleMeetings() const;

    void keyboardSearch(const QString &) override { } ///< letters are commands here

signals:
    void currentMeetingChanged();
    void visibleChanged(); ///< a while after scrolling, resizing or news
    void joinPressed();
    void cardPressed(); ///< Space

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void fitColumns();
    void selectSomething();

    MeetingModel *m_model = nullptr;
    AgendaDelegate *m_delegate;
    QTimer m_visibleTimer;
};
