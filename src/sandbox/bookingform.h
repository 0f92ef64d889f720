// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "booking.h"
#include "htmlpage.h"
#include "publicpages.h"

/// The form that books a slot. Fields: name, email, timezone, guests, text_reminder_number, q0 … (and q0_other),
/// location_kind, location, and hidden what came with the address (utm_…, salesforce_uuid, duration).
class BookingForm
{
public:
    BookingForm(const World &world, const WorldEventType &type, int link);

    /// Adds the form. `values` are those of the address (name, a1 …) or, after a refusal, those of the form itself.
    void addTo(HtmlPage &page, const QString &action, const QUrlQuery &values, const QString &zoneName) const;

    /// What was filled in, for a booking at `start`.
    BookingRequest read(const QUrlQuery &form, WorldTime start) const;

private:
    void addPlace(HtmlPage &page, const QUrlQuery &values) const;
    void addQuestion(HtmlPage &page, int position, const QUrlQuery &values) const;
    QString prefilled(int position, const QUrlQuery &values) const;
    QStringList prefilledChoices(int position, const QUrlQuery &values) const;
    QString answerTo(int position, const QUrlQuery &form) const;

    const World &m_world;
    const WorldEventType &m_type;
    int m_link;
};
