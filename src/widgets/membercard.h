// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "colleaguereader.h"

#include <QScrollArea>
#include <QTimeZone>

#include <memory>

namespace Ui {
class MemberCard;
}

/// One member of the organization: who it is, what can be booked with them, their hours and their next meetings.
class MemberCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit MemberCard(QWidget *parent = nullptr);
    ~MemberCard() override;

    void present(const OrganizationMembership &member, const QUrl &self, const QTimeZone &zone, const QDateTime &now);
    void presentColleague(const Colleague &colleague, const QString &whyOffline);
    /// Why the member cannot be removed; empty where that can be done.
    void setWhyNotRemoved(const QString &reason);

signals:
    void copyMailWanted();
    void openPageWanted();
    void linkWanted(const EventType &type);
    void removalWanted();

private:
    void presentTypes(const Colleague &colleague, const QString &whyOffline);
    void presentHours(const Colleague &colleague, const QString &whyOffline);
    void presentMeetings(const Colleague &colleague, const QString &whyOffline);

    std::unique_ptr<Ui::MemberCard> m_ui;
    QList<EventType> m_shownTypes;
    QTimeZone m_zone = QTimeZone::utc();
    QDateTime m_now;
};
