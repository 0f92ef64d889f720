// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

class MergedMeetings;
class QMimeData;
class QWidget;
struct MainWindowParts;
struct MeetingDetails;

/// Lets meetings be dragged out of the window: as an .ics file onto folders, mails and other calendars, as words onto
/// texts. The files are for this user only and go with the object, as those who take them may read them late.
class MeetingDrag : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the object.
    MeetingDrag(const MainWindowParts &parts, const MergedMeetings &meetings, QObject *parent);
    ~MeetingDrag() override;

    /// For the dragWanted() of a view; comes back when the button is released.
    void start(QWidget *view, const QList<QUrl> &meetings);

    /// What is dragged; nothing where no meeting is stored any more.
    std::unique_ptr<QMimeData> data(const QList<QUrl> &meetings);

private:
    QUrl fileOf(const QList<MeetingDetails> &meetings, const QByteArray &calendar);
    QString wordsOf(const QList<MeetingDetails> &meetings) const;

    const MainWindowParts &m_parts;
    const MergedMeetings &m_meetings;
    QTemporaryDir m_folder;
};
