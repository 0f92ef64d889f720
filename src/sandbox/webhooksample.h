// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <QJsonObject>

namespace sandbox {

/// What a delivery of `event` to a webhook of `user` holds, with invented values where the world has none of the kind
/// (contract: schema WebhookPayload). Its people and addresses are nobody's.
QJsonObject webhookSample(const QString &event, const World &world, int user);

} // namespace sandbox
