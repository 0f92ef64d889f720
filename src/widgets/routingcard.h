// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routingservice.h"

#include <QScrollArea>
#include <QTimeZone>

#include <functional>
#include <memory>

namespace Ui {
class RoutingCard;
}

/// A routing form: its questions, and what was sent with it.
class RoutingCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit RoutingCard(QWidget *parent = nullptr);
    ~RoutingCard() override;

    /// `typeNameOf` gives the name of an event type, empty where it is not known.
    void present(const RoutingForm &form, const RoutingService::Submissions &submissions, const QTimeZone &zone, const QDateTime &now,
                 const std::function<QString(const QUrl &)> &typeNameOf);

signals:
    void earlierWanted();
    void meetingWanted(const QUrl &meeting);

private:
    void presentSubmissions(const RoutingService::Submissions &submissions, const QTimeZone &zone, const QDateTime &now,
                            const std::function<QString(const QUrl &)> &typeNameOf);

    std::unique_ptr<Ui::RoutingCard> m_ui;
    QUrl m_form;
    QList<RoutingSubmission> m_shown;
};
