// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingsummary.h"
#include "schedulinglink.h"

#include <QObject>
#include <QUrl>

class ToastHost;
struct MainWindowParts;
struct Toast;

/// Marks somebody as not having come, makes a single-use link for another time, and begins a mail to them with it; says
/// once what came of it. Goes by itself.
class NoShowFollowUp : public QObject
{
    Q_OBJECT

public:
    /// Why there is no link to `missed` that a mail could be about; empty where there is one.
    static QString whyNoLink(const MeetingDetails &missed);
    /// Nothing follows a mark that Calendly refused. Who is marked already only gets the link and the mail.
    static void send(const MeetingDetails &missed, const Invitee &person, const MainWindowParts &parts, ToastHost &toasts, QObject *parent);

private:
    NoShowFollowUp(const MeetingDetails &missed, const Invitee &person, const MainWindowParts &parts, ToastHost &toasts, QObject *parent);
    void mark();
    void makeLink();
    void write(const SchedulingLink &link);
    void end(const Toast &told);
    QString nameOf() const;
    QUrl account() const;

    const MeetingDetails m_missed;
    const Invitee m_person;
    const MainWindowParts &m_parts;
    ToastHost &m_toasts;
    const QUrl m_account; ///< whose meeting it is
    bool m_marked = false; ///< by this
    bool m_linked = false;
};
