// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingform.h"

#include "bookingcheck.h"
#include "pagetools.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QStringList &trackingNames()
{
    static const QStringList names{u"utm_source"_s,  u"utm_medium"_s, u"utm_campaign"_s,
                                   u"utm_content"_s, u"utm_term"_s,   u"salesforce_uuid"_s};
    return names;
}

QString textOrNull(const QUrlQuery &form, const QString &name)
{
    const QString text = valueOf(form, name);
    return text.isEmpty() ? QString() : text;
}

/// The name as one text, whether it was given as one or in two parts.
QString nameIn(const QUrlQuery &values)
{
    const QString name = valueOf(values, u"name"_s);
    if (!name.isEmpty())
        return name;
    return u"%1 %2"_s.arg(valueOf(values, u"first_name"_s), valueOf(values, u"last_name"_s)).trimmed();
}

} // namespace

BookingForm::BookingForm(const World &world, const WorldEventType &type, int link)
    : m_world(world)
    , m_type(type)
    , m_link(link)
{
}

void BookingForm::addTo(HtmlPage &page, const QString &action, const QUrlQuery &values, const QString &zoneName) const
{
    page.beginForm(action)
        .field({u"name"_s, u"Name"_s, u"text"_s, nameIn(values), true})
        .field({u"email"_s, u"E-mail"_s, u"email"_s, valueOf(values, u"email"_s), true})
        .select(u"timezone"_s, u"Your time zone"_s, zoneChoices(zoneName), zoneName);
    addPlace(page, values);
    for (int position = 0; position < m_type.questions.size(); ++position) {
        if (m_type.questions.at(position).enabled)
            addQuestion(page, position, values);
    }
    page.field({u"guests"_s, u"Guests"_s, u"textarea"_s, valueOf(values, u"guests"_s), false,
                u"Up to ten e-mail addresses, with commas between them."_s});
    page.field({u"text_reminder_number"_s, u"Number for a text reminder"_s, u"tel"_s,
                valueOf(values, u"text_reminder_number"_s), false,
                u"In international form, such as +49 30 5557 0100."_s});
    for (const QString &name : trackingNames()) {
        if (!valueOf(values, name).isEmpty())
            page.hidden(name, valueOf(values, name));
    }
    if (!valueOf(values, u"duration"_s).isEmpty())
        page.hidden(u"duration"_s, valueOf(values, u"duration"_s));
    page.endForm(u"Book this time"_s);
}

void BookingForm::addPlace(HtmlPage &page, const QUrlQuery &values) const
{
    BookingRequest request;
    request.link = m_link;
    const QList<WorldPlace> places = placesOf(m_type, shareOf(m_world, request));
    if (places.isEmpty())
        return;
    const QString chosen = valueOf(values, u"location_kind"_s);
    if (places.size() == 1) {
        page.fact(u"Where"_s, placeText(places.first())).hidden(u"location_kind"_s, places.first().kind);
    } else {
        QList<HtmlPage::Choice> choices;
        for (const WorldPlace &place : places)
            choices.append({place.kind, placeText(place)});
        page.radios(u"location_kind"_s, u"Where"_s, choices, chosen.isEmpty() ? places.first().kind : chosen);
    }
    const auto isKind
        = [](const QString &kind) { return [kind](const WorldPlace &place) { return place.kind == kind; }; };
    const QString written = valueOf(values, u"location"_s);
    if (std::any_of(places.begin(), places.end(), isKind(u"outbound_call"_s)))
        page.field({u"location"_s, u"Your phone number"_s, u"tel"_s, written, places.size() == 1});
    else if (std::any_of(places.begin(), places.end(), isKind(u"ask_invitee"_s)))
        page.field({u"location"_s, u"Where would you like to meet?"_s, u"text"_s, written, places.size() == 1});
}

void BookingForm::addQuestion(HtmlPage &page, int position, const QUrlQuery &values) const
{
    const WorldQuestion &question = m_type.questions.at(position);
    const QString name = u"q%1"_s.arg(position);
    const QString label = question.required ? question.name + u" *"_s : question.name;
    if (question.choices.isEmpty()) {
        const QString type = question.type == "text"_L1 ? u"textarea"_s
            : question.type == "phone_number"_L1        ? u"tel"_s
                                                        : u"text"_s;
        page.field({name, label, type, prefilled(position, values), question.required});
        return;
    }
    QList<HtmlPage::Choice> choices;
    for (const QString &choice : question.choices)
        choices.append({choice, choice});
    const QStringList chosen = prefilledChoices(position, values);
    if (question.type == "multi_select"_L1)
        page.checks(name, label, choices, chosen);
    else
        page.radios(name, label, choices, chosen.value(0));
    if (question.includeOther)
        page.field({name + u"_other"_s, u"Other"_s, u"text"_s, valueOf(values, name + u"_other"_s)});
}

QString BookingForm::prefilled(int position, const QUrlQuery &values) const
{
    const QString own = valueOf(values, u"q%1"_s.arg(position));
    return own.isEmpty() ? valueOf(values, u"a%1"_s.arg(position + 1)) : own;
}

QStringList BookingForm::prefilledChoices(int position, const QUrlQuery &values) const
{
    const QStringList own = values.allQueryItemValues(u"q%1"_s.arg(position), QUrl::FullyDecoded);
    if (!own.isEmpty())
        return own;
    QStringList chosen; // numbers of options, from 1 (BEHAVIOUR 15.4)
    for (const QString &number :
         valueOf(values, u"a%1"_s.arg(position + 1)).split(QLatin1Char(','), Qt::SkipEmptyParts))
        chosen.append(m_type.questions.at(position).choices.value(number.trimmed().toInt() - 1));
    return chosen;
}

QString BookingForm::answerTo(int position, const QUrlQuery &form) const
{
    const QString name = u"q%1"_s.arg(position);
    QStringList given = form.allQueryItemValues(name, QUrl::FullyDecoded);
    given.append(valueOf(form, name + u"_other"_s));
    given.removeAll(QString());
    return given.join(QLatin1Char('\n')).replace("\r\n"_L1, "\n"_L1);
}

BookingRequest BookingForm::read(const QUrlQuery &form, WorldTime start) const
{
    BookingRequest request;
    request.eventType = m_type.id;
    request.start = start;
    request.link = m_link;
    request.durationMinutes = valueOf(form, u"duration"_s).toInt();
    request.name = nameIn(form).trimmed();
    request.email = valueOf(form, u"email"_s).trimmed();
    request.timezone = valueOf(form, u"timezone"_s);
    static const QRegularExpression betweenDigits(u"[\\s().-]"_s);
    request.textReminderNumber = valueOf(form, u"text_reminder_number"_s).remove(betweenDigits);
    request.locationKind = valueOf(form, u"location_kind"_s);
    request.location = valueOf(form, u"location"_s).trimmed();
    for (const WorldPlace &place : placesOf(m_type, shareOf(m_world, request))) {
        if (place.kind == request.locationKind && !isAskedPlace(place.kind))
            request.location = place.location; // what the host wrote is not the invitee's to change
    }
    for (int position = 0; position < m_type.questions.size(); ++position) {
        const QString text = answerTo(position, form);
        if (!text.isEmpty())
            request.answers.append({m_type.questions.at(position).name, text, position});
    }
    static const QRegularExpression between(u"[,;\\s]+"_s);
    request.guests = valueOf(form, u"guests"_s).split(between, Qt::SkipEmptyParts);
    request.tracking = {textOrNull(form, u"utm_source"_s),   textOrNull(form, u"utm_medium"_s),
                        textOrNull(form, u"utm_campaign"_s), textOrNull(form, u"utm_content"_s),
                        textOrNull(form, u"utm_term"_s),     textOrNull(form, u"salesforce_uuid"_s)};
    return request;
}
