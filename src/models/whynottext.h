// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "whynotoffered.h"

#include <QLocale>

/// Why a time is not offered, in one line; says so where Calendly does not tell. Times read as in `zone`.
QString whyNotText(const WhyNotOffered &why, const OfferFacts &facts, const QTimeZone &zone, const QLocale &locale = QLocale());
