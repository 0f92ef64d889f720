// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// The values that a World keeps. Every value knows its own `id`, an index that stays the same as long as the world lives;
// references between values are such ids, `noId` where there is none. UUIDs and URIs are made from ids by World when asked.

/// An instant: milliseconds since 1970 in UTC. A plain number, because a hundred thousand meetings are sorted by it.
using WorldTime = qint64;

constexpr int noId = -1;

enum class WorldRole { User, Admin, Owner };

/// A person with an account (schema User). `role` and `organization` are those of the current membership.
struct WorldUser
{
    int id = noId;
    QString name;
    QString email;
    QString slug;
    QString timezone; ///< IANA name
    QString locale; ///< en, fr, es, de, pt
    bool twentyFourHours = false;
    bool hasAvatar = false;
    int organization = noId;
    WorldRole role = WorldRole::User;
    WorldTime createdAt = 0;
    WorldTime updatedAt = 0;
};

/// (schema Organization)
struct WorldOrganization
{
    int id = noId;
    QString name;
    QString plan; ///< basic, essentials, standard, professional, teams, enterprise
    QString stage; ///< trial, free, paid
    bool single = false; ///< kind single: an organization of one
    WorldTime createdAt = 0;
    WorldTime updatedAt = 0;
};

/// (schema OrganizationMembership)
struct WorldMembership
{
    int id = noId;
    int organization = noId;
    int user = noId;
    WorldRole role = WorldRole::User;
    WorldTime createdAt = 0;
    WorldTime updatedAt = 0;
    bool removed = false;
};

/// (schema OrganizationInvitation)
struct WorldInvitation
{
    int id = noId;
    int organization = noId;
    QString email;
    QString status; ///< pending, accepted, declined
    int user = noId; ///< once accepted
    WorldTime createdAt = 0;
    WorldTime updatedAt = 0;
    std::optional<WorldTime> lastSentAt;
    bool removed = false;
};

/// (schema Group)
struct WorldGroup
{
    int id = noId;
    int organization = noId;
    QString name;
    QList<int> members; ///< users
    QList<int> admins; ///< users who may see the group's meetings
    WorldTime createdAt = 0;
};

/// A place as an event type offers it (schema LocationConfiguration). An empty kind: no place at all.
struct WorldPlace
{
    QString kind; ///< zoom_conference, google_conference, physical, …
    QString location; ///< address or text
    QString additionalInfo;
    QString phoneNumber; ///< inbound_call
    bool operator==(const WorldPlace &) const = default;
};

/// (schema CustomQuestion); its position is its place in the list.
struct WorldQuestion
{
    QString name;
    QString type = QStringLiteral("string"); ///< string, text, phone_number, single_select, multi_select
    bool required = false;
    bool enabled = true;
    QStringList choices{};
    bool includeOther = false;
};

enum class WorldPooling { None, RoundRobin, Collective, MultiPool };

/// A kind of meeting that can be booked (schema EventType), with the rules that its slots follow.
struct WorldEventType
{
    int id = noId;
    int organization = noId;
    int owner = noId; ///< user of the profile; for a team the one who made it
    QString team; ///< profile of type Team with this name; empty: profile of the owner
    QString name; ///< null string: the schema's null
    QString slug; ///< null string: the schema's null
    QString publicPath; ///< "/mara/30-min-intro"
    bool active = true;
    bool group = false; ///< kind group
    WorldPooling pooling = WorldPooling::None;
    bool adhoc = false; ///< type AdhocEventType
    bool poll = false; ///< booking_method poll
    bool secret = false;
    bool adminManaged = false;
    bool paid = false;
    bool profileKnown = true; ///< false: profile is null
    QList<int> hosts; ///< users, the owner among them
    int schedule = noId; ///< hours of the owner; other hosts use their default schedule
    int durationMinutes = 30;
    QList<int> durationOptions;
    QString color;
    int position = 0;
    QString description; ///< plain text; null string: null
    QString internalNote; ///< null string: null
    QString locale = QStringLiteral("en");
    QList<WorldQuestion> questions;
    QList<WorldPlace> places;
    int bufferBeforeMinutes = 0;
    int bufferAfterMinutes = 0;
    int minimumNoticeMinutes = 240;
    int startIncrementMinutes = 30;
    int inviteesLimit = 1; ///< over 1 for group types
    int daysAhead = 60; ///< how far ahead it can be booked
    std::optional<WorldTime> deletedAt;
    WorldTime createdAt = 0;
    WorldTime updatedAt = 0;
};

/// Minutes after midnight in the schedule's zone; `to` may be 1440.
struct WorldInterval
{
    int from = 0;
    int to = 0;
    bool operator==(const WorldInterval &) const = default;
};

/// Hours of one weekday, or of one date, which beats the weekday; no intervals: closed (schema AvailabilityRule).
struct WorldRule
{
    int weekday = 0; ///< 1 Monday … 7 Sunday; 0 for a date rule
    QDate date; ///< null for a weekday rule
    QList<WorldInterval> intervals;
};

/// (schema UserAvailabilitySchedule)
struct WorldSchedule
{
    int id = noId;
    int user = noId;
    QString name;
    bool isDefault = false;
    QString timezone;
    QList<WorldRule> rules;
};

/// A time taken by something else than a meeting booked here.
struct WorldExternalBusy
{
    int user = noId;
    WorldTime start = 0;
    WorldTime end = 0;
    bool reserved = false; ///< a slot held while somebody decides; else from another calendar
};

/// (schema Cancellation)
struct WorldCancellation
{
    QString by;
    QString reason; ///< null string: null
    bool byHost = false;
    WorldTime createdAt = 0;
};

struct WorldGuest
{
    QString email;
    WorldTime createdAt = 0;
};

/// A time that was booked (schema Event). Its start and hosts never change: moving it makes a new one.
struct WorldMeeting
{
    int id = noId;
    int eventType = noId;
    int organization = noId;
    QString name; ///< null string: the schema's null
    WorldTime start = 0;
    WorldTime end = 0;
    QList<int> hosts; ///< users, at least one
    QList<int> invitees; ///< in the order of booking, canceled ones included
    int inviteesLimit = 1;
    WorldPlace place; ///< as booked; kind as in a configuration
    bool conferenceFailed = false; ///< the conference could not be made: status failed
    QList<WorldGuest> guests;
    std::optional<WorldCancellation> cancellation; ///< present: canceled
    QString notes; ///< null string: null
    QString calendarKind; ///< google, outlook …; null string: calendar_event is null
    WorldTime createdAt = 0;
    WorldTime updatedAt = 0;
    qint64 madeAt = 0; ///< World::sequence() when it was added
    qint64 canceledAt = 0; ///< World::sequence() when it was canceled; 0: never
};

/// (schema QuestionAnswer)
struct WorldAnswer
{
    QString question;
    QString answer;
    int position = 0;
};

/// (schema Tracking); null strings are the schema's null.
struct WorldTracking
{
    QString utmSource;
    QString utmMedium;
    QString utmCampaign;
    QString utmContent;
    QString utmTerm;
    QString salesforceUuid;
    bool operator==(const WorldTracking &) const = default;
};

/// (schema Payment)
struct WorldPayment
{
    QString externalId;
    QString provider; ///< stripe, paypal
    QString amount; ///< decimal as text
    QString currency;
    QString terms; ///< null string: null
    bool successful = true;
};

/// (schema Reconfirmation)
struct WorldReconfirmation
{
    WorldTime createdAt = 0;
    std::optional<WorldTime> confirmedAt;
};

/// Somebody who booked a place in a meeting (schema Invitee).
struct WorldInvitee
{
    int id = noId;
    int meeting = noId;
    QString name;
    QString firstName; ///< null string: null
    QString lastName; ///< null string: null
    QString email;
    QString timezone; ///< null string: null
    QList<WorldAnswer> answers;
    WorldTracking tracking;
    QString textReminderNumber; ///< null string: null
    std::optional<WorldCancellation> cancellation; ///< present: canceled
    bool rescheduled = false;
    int oldInvitee = noId;
    int newInvitee = noId;
    std::optional<WorldPayment> payment;
    std::optional<WorldReconfirmation> reconfirmation;
    int noShow = noId; ///< the mark, while there is one
    QString schedulingMethod; ///< instant_book, api or null
    int scheduledBy = noId; ///< a user who booked for them
    WorldTime createdAt = 0;
    WorldTime updatedAt = 0;
    qint64 madeAt = 0; ///< World::sequence() when added
    qint64 canceledAt = 0; ///< World::sequence() when canceled; 0: never
};

/// (schema InviteeNoShow)
struct WorldNoShow
{
    int id = noId;
    int invitee = noId;
    WorldTime createdAt = 0;
    bool removed = false;
};

/// What a share changes of its event type (schema ShareOverride); absent: as the type.
struct WorldShareOverride
{
    std::optional<QString> name;
    std::optional<int> durationMinutes;
    std::optional<QList<int>> durationOptions;
    std::optional<QString> periodType; ///< available_moving, moving, fixed, unlimited
    std::optional<QDate> startDate;
    std::optional<QDate> endDate;
    std::optional<int> maxBookingMinutes;
    std::optional<bool> hideLocation;
    std::optional<QList<WorldPlace>> places;
    std::optional<QList<WorldRule>> rules;
    std::optional<QString> timezone; ///< of `rules`
};

/// A single-use link, plain or made as a share. Ends with its first booking or `expiresAt`.
struct WorldLink
{
    int id = noId;
    QString token; ///< last part of its address, /d/<token>
    int eventType = noId;
    WorldTime createdAt = 0;
    WorldTime expiresAt = 0;
    int usedBy = noId; ///< the meeting that was booked with it
    std::optional<WorldShareOverride> share;
    bool takenBack = false;
};

/// (schema WebhookSubscription)
struct WorldWebhook
{
    int id = noId;
    QString callbackUrl;
    bool active = true;
    QStringList events;
    QString scope; ///< user, organization, group
    int organization = noId;
    int user = noId;
    int group = noId;
    int creator = noId;
    WorldTime createdAt = 0;
    WorldTime updatedAt = 0;
    std::optional<WorldTime> retryStartedAt;
    bool removed = false;
};

/// (schema RoutingQuestion)
struct WorldRoutingQuestion
{
    QString name;
    QString type = QStringLiteral("text"); ///< name, text, email, phone, textarea, select, radios
    bool required = true;
    QStringList choices{};
};

/// (schema RoutingForm)
struct WorldRoutingForm
{
    int id = noId;
    int organization = noId;
    QString name;
    bool published = true;
    QList<WorldRoutingQuestion> questions;
    WorldTime createdAt = 0;
    WorldTime updatedAt = 0;
};

/// What somebody sent with a routing form, and where it led (schema RoutingFormSubmission).
struct WorldSubmission
{
    int id = noId;
    int form = noId;
    QStringList answers; ///< in the order of the questions
    WorldTracking tracking;
    int eventType = noId; ///< where it led, …
    QString externalUrl; ///< … or this …
    QString headline; ///< … or a message with `body`
    QString body;
    int invitee = noId; ///< if a meeting followed
    WorldTime createdAt = 0;
};

/// (schema ActivityLogEntry)
struct WorldActivity
{
    int id = noId;
    int organization = noId;
    int actor = noId; ///< a user; noId: the system
    QString space; ///< namespace
    QString action;
    QString subject; ///< in the details
    WorldTime occurredAt = 0;
};
