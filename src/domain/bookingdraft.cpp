// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingdraft.h"

#include "resourcejson.h"
#include "zones.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace {

using Field = BookingFault::Field;
using Kind = BookingFault::Kind;

/// Most countries' zero before the area is not dialed from abroad; that of Italy, San Marino and the Vatican is.
bool keepsTrunkZero(const QString &number)
{
    constexpr std::array countries{"+39", "+378", "+379"};
    return std::any_of(countries.begin(), countries.end(), [&number](const char *country) { return number.startsWith(QLatin1String(country)); });
}

/// A number as Calendly takes it, in the form of E.164: "+" and digits, whatever is written between them. Nothing for a text
/// that is no number with its country.
std::optional<QString> dialedNumber(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s().\u2010-\u2013-]"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression shape(QStringLiteral("\\A\\+[1-9][0-9]{6,14}\\z"));
    QString number = text;
    number.remove(between);
    if (!keepsTrunkZero(number)) {
        number = text;
        number.remove(QLatin1String("(0)"));
        number.remove(between);
    }
    return shape.match(number).hasMatch() ? std::optional(number) : std::nullopt;
}

void checkPerson(const BookingDraft &draft, QList<BookingFault> &faults)
{
    if (draft.name.trimmed().isEmpty())
        faults.append({Field::Name, Kind::Missing});
    if (draft.email.trimmed().isEmpty())
        faults.append({Field::Email, Kind::Missing});
    else if (!isEmailAddress(draft.email.trimmed()))
        faults.append({Field::Email, Kind::NotAnAddress});
    if (!zoneNamed(draft.timezone))
        faults.append({Field::Zone, Kind::Missing});
}

void checkPlace(const BookingDraft &draft, const EventType &type, QList<BookingFault> &faults)
{
    const QList<Place> places = bookablePlaces(type);
    if (places.isEmpty())
        return;
    const auto chosen = std::find_if(places.begin(), places.end(), [&draft](const Place &place) { return place.rawType == draft.placeKind; });
    if (chosen == places.end())
        faults.append({Field::Place, Kind::Missing});
    else if (asksForPlace(*chosen) && draft.placeText.trimmed().isEmpty())
        faults.append({Field::PlaceText, Kind::Missing});
    else if (chosen->kind == Place::Kind::OutboundCall && !dialedNumber(draft.placeText))
        faults.append({Field::PlaceText, Kind::NotANumber});
}

void checkAnswers(const BookingDraft &draft, const EventType &type, QList<BookingFault> &faults)
{
    for (const CustomQuestion &question : askedQuestions(type)) {
        const auto given = std::find_if(draft.answers.begin(), draft.answers.end(),
                                        [&question](const QuestionAnswer &answer) { return answer.position == question.position; });
        const QString text = given == draft.answers.end() ? QString() : given->answer.trimmed();
        if (question.required && text.isEmpty())
            faults.append({Field::Answer, Kind::Missing, question.position});
        else if (question.type == QLatin1String("phone_number") && !text.isEmpty() && !dialedNumber(text))
            faults.append({Field::Answer, Kind::NotANumber, question.position});
    }
}

QJsonObject trackingJson(const Tracking &tracking)
{
    const auto value = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{QStringLiteral("utm_source"), value(tracking.utmSource)},     {QStringLiteral("utm_medium"), value(tracking.utmMedium)},
            {QStringLiteral("utm_campaign"), value(tracking.utmCampaign)}, {QStringLiteral("utm_content"), value(tracking.utmContent)},
            {QStringLiteral("utm_term"), value(tracking.utmTerm)},         {QStringLiteral("salesforce_uuid"), value(tracking.salesforceUuid)}};
}

QJsonObject personJson(const BookingDraft &draft)
{
    QJsonObject person{{QStringLiteral("email"), draft.email.trimmed()}, {QStringLiteral("timezone"), draft.timezone}};
    if (draft.lastName.trimmed().isEmpty()) {
        person.insert(QStringLiteral("name"), draft.name.trimmed());
    } else {
        person.insert(QStringLiteral("first_name"), draft.name.trimmed());
        person.insert(QStringLiteral("last_name"), draft.lastName.trimmed());
    }
    if (const QString number = draft.textReminderNumber.trimmed(); !number.isEmpty())
        person.insert(QStringLiteral("text_reminder_number"), dialedNumber(number).value_or(number));
    return person;
}

QJsonObject placeJson(const BookingDraft &draft)
{
    QJsonObject place{{QStringLiteral("kind"), draft.placeKind}};
    const QString text = draft.placeText.trimmed();
    const bool isCalled = draft.placeKind == QLatin1String("outbound_call");
    if (!text.isEmpty())
        place.insert(QStringLiteral("location"), isCalled ? dialedNumber(text).value_or(text) : text);
    return place;
}

} // namespace

bool isEmailAddress(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("\\A[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+\\z"));
    return text.size() <= 254 && shape.match(text).hasMatch();
}

QList<BookingFault> faultsOf(const BookingDraft &draft, const EventType &type)
{
    QList<BookingFault> faults;
    checkPerson(draft, faults);
    checkPlace(draft, type, faults);
    checkAnswers(draft, type, faults);
    if (draft.guests.size() > mostGuests)
        faults.append({Field::Guests, Kind::TooMany});
    else if (!std::all_of(draft.guests.begin(), draft.guests.end(), isEmailAddress))
        faults.append({Field::Guests, Kind::NotAnAddress});
    if (!draft.textReminderNumber.trimmed().isEmpty() && !dialedNumber(draft.textReminderNumber))
        faults.append({Field::Phone, Kind::NotANumber});
    return faults;
}

QList<Place> bookablePlaces(const EventType &type)
{
    return type.kind == EventType::Kind::RoundRobin ? QList<Place>() : type.places;
}

bool asksForPlace(const Place &place)
{
    const bool textIsNeeded = place.kind == Place::Kind::Physical || place.kind == Place::Kind::Custom;
    return place.kind == Place::Kind::AskInvitee || place.kind == Place::Kind::OutboundCall || (textIsNeeded && place.location.trimmed().isEmpty());
}

QList<CustomQuestion> askedQuestions(const EventType &type)
{
    QList<CustomQuestion> asked = type.customQuestions;
    asked.removeIf([](const CustomQuestion &question) { return !question.enabled; });
    std::stable_sort(asked.begin(), asked.end(), [](const CustomQuestion &one, const CustomQuestion &other) { return one.position < other.position; });
    return asked;
}

QJsonObject toJson(const BookingDraft &draft)
{
    QJsonObject json{{QStringLiteral("event_type"), draft.eventType.toString(QUrl::FullyEncoded)},
                     {QStringLiteral("start_time"), instantToText(draft.start)},
                     {QStringLiteral("invitee"), personJson(draft)}};
    if (!draft.placeKind.isEmpty())
        json.insert(QStringLiteral("location"), placeJson(draft));
    QJsonArray answers;
    for (const QuestionAnswer &answer : draft.answers)
        answers.append(QJsonObject{{QStringLiteral("question"), answer.question},
                                   {QStringLiteral("answer"), answer.answer},
                                   {QStringLiteral("position"), answer.position}});
    if (!answers.isEmpty())
        json.insert(QStringLiteral("questions_and_answers"), answers);
    if (draft.tracking != Tracking{})
        json.insert(QStringLiteral("tracking"), trackingJson(draft.tracking));
    if (!draft.guests.isEmpty())
        json.insert(QStringLiteral("event_guests"), QJsonArray::fromStringList(draft.guests));
    return json;
}

QList<OpenTime> nearestTimes(QList<OpenTime> times, const QDateTime &wanted, int count)
{
    const auto distance = [&wanted](const OpenTime &time) { return std::abs(time.start.msecsTo(wanted)); };
    std::stable_sort(times.begin(), times.end(), [&](const OpenTime &one, const OpenTime &other) { return distance(one) < distance(other); });
    times = times.mid(0, count);
    std::sort(times.begin(), times.end(), [](const OpenTime &one, const OpenTime &other) { return one.start < other.start; });
    return times;
}
