// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listmodel.h"
#include "routingform.h"

#include <QTimeZone>

// Routing forms and submissions in words.

QStringList routingFormHeads();
ListRow routingFormRow(const RoutingForm &form, const QTimeZone &zone, const QDateTime &now);
QString routingStatusText(const RoutingForm &form);
QString routingStatusIconName(const RoutingForm &form);
QString routingFormTitle(const RoutingForm &form);

/// "E-mail, required" and what can be chosen.
QString routingQuestionText(const RoutingQuestion &question);
/// An event type that a submission led to.
struct RoutedType
{
    QString name; ///< empty where it is not known
    QString owner; ///< empty for one of one's own, and where it is not known
};

/// Where a submission led; `type` with an event type.
QString routingResultText(const RoutingSubmission &submission, const RoutedType &type);
