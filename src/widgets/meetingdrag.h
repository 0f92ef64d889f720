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
/// texts. The files lie in the profile and are for this user only. Those who take one may read it late: each has a path that
/// no other gets, and stays until the account changes, somebody's data is deleted, or the object goes.
class MeetingDrag : public QObject
{
    Q_OBJECT

public:
    /// Both are there while the object is used. Its end takes neither: it is the child of a page that holds them, and children go last.
    MeetingDrag(const MainWindowParts &parts, const MergedMeetings &meetings, QObject *parent);
    ~MeetingDrag() override;

    /// Where the files of a profile lie.
    static QString folderIn(const QString &profileFolder);
    /// Before the first object of a run: a killed one left its files.
    static void sweep(const QString &profileFolder);

    /// For the dragWanted() of a view; comes back when the button is released.
    void start(QWidget *view, const QList<QUrl> &meetings);

    /// What is dragged; nothing where no meeting is stored any more.
    std::unique_ptr<QMimeData> data(const QList<QUrl> &meetings);

private:
    void clear();
    void makeFolder();
    QString newFolder();
    QUrl fileOf(const QList<MeetingDetails> &meetings, const QByteArray &calendar);
    QString wordsOf(const QList<MeetingDetails> &meetings) const;

    const MainWindowParts &m_parts;
    const QString m_dragFolder; ///< folder that the files of all windows lie in; empty: the system's temporary ones
    const MergedMeetings &m_meetings;
    std::unique_ptr<QTemporaryDir> m_folder; ///< made with the first file
    int m_dragged = 0;
};
