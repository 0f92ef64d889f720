// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawfields.h"

#include "plaintext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace {

/// Fields that are shown elsewhere on the card, or that are never shown.
const QSet<QString> &knownOfMeeting()
{
    static const QSet<QString> known{
        QStringLiteral("uri"),
        QStringLiteral("name"),
        QStringLiteral("meeting_notes_plain"),
        QStringLiteral("meeting_notes_html"),
        QStringLiteral("status"),
        QStringLiteral("start_time"),
        QStringLiteral("end_time"),
        QStringLiteral("event_type"),
        QStringLiteral("location"),
        QStringLiteral("invitees_counter"),
        QStringLiteral("created_at"),
        QStringLiteral("updated_at"),
        QStringLiteral("event_memberships"),
        QStringLiteral("event_guests"),
        QStringLiteral("cancellation"),
        QStringLiteral("calendar_event"),
    };
    return known;
}

const QSet<QString> &knownOfInvitee()
{
    static const QSet<QString> known{
        QStringLiteral("uri"),
        QStringLiteral("email"),
        QStringLiteral("first_name"),
        QStringLiteral("last_name"),
        QStringLiteral("name"),
        QStringLiteral("status"),
        QStringLiteral("questions_and_answers"),
        QStringLiteral("timezone"),
        QStringLiteral("event"),
        QStringLiteral("created_at"),
        QStringLiteral("updated_at"),
        QStringLiteral("tracking"),
        QStringLiteral("text_reminder_number"),
        QStringLiteral("rescheduled"),
        QStringLiteral("old_invitee"),
        QStringLiteral("new_invitee"),
        QStringLiteral("cancel_url"),
        QStringLiteral("reschedule_url"),
        QStringLiteral("routing_form_submission"),
        QStringLiteral("cancellation"),
        QStringLiteral("payment"),
        QStringLiteral("no_show"),
        QStringLiteral("reconfirmation"),
        QStringLiteral("scheduling_method"),
        QStringLiteral("invitee_scheduled_by"),
    };
    return known;
}

const QSet<QString> &knownOfPlace()
{
    static const QSet<QString> known{
        QStringLiteral("type"),         QStringLiteral("kind"),   QStringLiteral("location"), QStringLiteral("phone_number"),
        QStringLiteral("additional_info"), QStringLiteral("status"), QStringLiteral("join_url"),
    };
    return known;
}

/// What is known of the objects within a meeting or an invitee, by their name there.
const QHash<QString, QSet<QString>> &knownWithin()
{
    const auto keys = [](const char *words) {
        const QStringList split = QString::fromLatin1(words).split(QLatin1Char(' '));
        return QSet<QString>(split.begin(), split.end());
    };
    static const QHash<QString, QSet<QString>> known{
        {QStringLiteral("invitees_counter"), keys("total active limit")},
        {QStringLiteral("event_memberships"), keys("user user_email user_name buffered_start_time buffered_end_time")},
        {QStringLiteral("event_guests"), keys("email created_at updated_at")},
        {QStringLiteral("calendar_event"), keys("kind external_id")},
        {QStringLiteral("cancellation"), keys("canceled_by reason canceler_type created_at")},
        {QStringLiteral("questions_and_answers"), keys("question answer position")},
        {QStringLiteral("tracking"), keys("utm_campaign utm_source utm_medium utm_content utm_term salesforce_uuid")},
        {QStringLiteral("payment"), keys("external_id provider amount currency terms successful")},
        {QStringLiteral("no_show"), keys("uri invitee created_at")},
        {QStringLiteral("reconfirmation"), keys("created_at confirmed_at")},
    };
    return known;
}

bool isSecret(const QString &name)
{
    return name == QLatin1String("cancel_url") || name == QLatin1String("reschedule_url");
}

constexpr qsizetype mostConferenceFields = 60;

/// Numbers without an exponent: they are numbers of conferences.
QString leafText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest)
                            : plainBlock(value.toVariant().toString());
}

/// Values however deep they lie, under the names that they have there.
void addLeaves(QList<CardField> &fields, const QString &name, const QJsonValue &value)
{
    if (fields.size() >= mostConferenceFields || value.isNull())
        return;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            if (!isSecret(field.key()))
                addLeaves(fields, field.key(), field.value());
        }
    } else if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            addLeaves(fields, name, item);
    } else if (const QString text = leafText(value); !text.isEmpty()) {
        fields.append(CardField{oneLine(name, 100), text, false});
    }
}

/// The value without secrets, however deep they lie.
QJsonValue withoutSecrets(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray clean;
        for (const QJsonValue &item : value.toArray())
            clean.append(withoutSecrets(item));
        return clean;
    }
    if (!value.isObject())
        return value;
    QJsonObject clean;
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (!isSecret(field.key()))
            clean.insert(field.key(), withoutSecrets(field.value()));
    }
    return clean;
}

QString asText(const QJsonValue &value)
{
    if (value.isString())
        return plainBlock(value.toString());
    if (value.isObject())
        return plainBlock(QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
    if (value.isArray())
        return plainBlock(QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)));
    return value.toVariant().toString();
}

/// `within`: the name of the object that `source` is a part of, with a dot; empty for the whole.
void addUnknown(QList<CardField> &fields, const QString &within, const QJsonObject &source, const QSet<QString> &known)
{
    for (auto field = source.begin(); field != source.end(); ++field) {
        if (known.contains(field.key()) || field.value().isNull() || isSecret(field.key()))
            continue;
        const QString text = asText(withoutSecrets(field.value()));
        if (!text.isEmpty())
            fields.append(CardField{oneLine(within + field.key(), 100), text, false});
    }
}

QList<CardField> unknownFields(const QJsonObject &source, const QSet<QString> &known)
{
    QList<CardField> fields;
    addUnknown(fields, {}, source, known);
    for (auto inner = knownWithin().cbegin(); inner != knownWithin().cend(); ++inner) {
        const QJsonValue value = source.value(inner.key());
        const QJsonArray parts = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue &part : parts)
            addUnknown(fields, inner.key() + QLatin1Char('.'), part.toObject(), inner.value());
    }
    std::stable_sort(fields.begin(), fields.end(), [](const CardField &one, const CardField &other) { return one.label < other.label; });
    return fields;
}

} // namespace

QList<CardField> unknownMeetingFields(const QJsonObject &source)
{
    return unknownFields(source, knownOfMeeting());
}

QList<CardField> unknownInviteeFields(const QJsonObject &source)
{
    return unknownFields(source, knownOfInvitee());
}

QList<CardField> conferenceFields(const QJsonObject &meetingSource)
{
    QList<CardField> fields;
    const QJsonObject place = meetingSource.value(QLatin1String("location")).toObject();
    for (auto field = place.begin(); field != place.end(); ++field) {
        if (!knownOfPlace().contains(field.key()))
            addLeaves(fields, field.key(), field.value());
    }
    return fields;
}
