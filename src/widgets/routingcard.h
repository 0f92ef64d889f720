// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routingservice.h"
#include "routingtext.h"

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

    using TypeOf = std::function<RoutedType(const QUrl &eventType)>;

    /// `typeOf` tells what is known of an event type.
    void present(const RoutingForm &form, const RoutingService::Submissions &submissions, const QTimeZone &zone, const QDateTime &now,
                 const TypeOf &typeOf);

signals:
    void earlierWanted();
    void meetingWanted(const QUrl &meeting);

private:
    void presentSubmissions(const RoutingService::Submissions &submissions, const QTimeZone &zone, const QDateTime &now,
                            const TypeOf &typeOf);

    std::unique_ptr<Ui::RoutingCard> m_ui;
    QUrl m_form;
    QList<RoutingSubmission> m_shown;
    QStringList m_shownResults; ///< where each of them led, in words
};
