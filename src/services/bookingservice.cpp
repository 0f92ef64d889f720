// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingservice.h"

#include "bookingattempt.h"
#include "bookingtable.h"
#include "hosting.h"
#include "meetingservice.h"
#include "pendingwrites.h"
#include "whilealive.h"

#include <algorithm>

using State = BookingEntry::State;

namespace {

bool isSame(const BookingEntry &one, const BookingEntry &other)
{
    return one.eventType == other.eventType && one.start == other.start && one.email.compare(other.email, Qt::CaseInsensitive) == 0;
}

BookingEntry entryOf(const BookingDraft &draft, const EventType &type, const QUrl &user, const QDateTime &now)
{
    const QString name = QStringList{draft.name.trimmed(), draft.lastName.trimmed()}.join(QLatin1Char(' ')).trimmed();
    return {.eventType = type.uri,
            .typeName = type.name,
            .othersHost = mayBeHostedByOthers(type, user),
            .name = name,
            .email = draft.email.trimmed(),
            .start = draft.start,
            .sentAt = now};
}

} // namespace

class BookingService::Private
{
public:
    Private(BookingService *service, BookingApi &bookingApi, MeetingsApi &meetingsApi, MeetingService &meetingService, BookingTable &bookingTable,
            PendingWrites &pendingWrites, Clock presentTime, const LookTimes &times)
        : q(service)
        , api(bookingApi)
        , meetings(meetingsApi)
        , stored(meetingService)
        , table(bookingTable)
        , writes(pendingWrites)
        , clock(std::move(presentTime))
        , late(times)
    {
    }

    Result<Done> readEntries();
    BookingAttempt *request(const BookingEntry &entry, const Account &account);
    void note(qint64 id, State state);
    void forget(qint64 id);
    void booked(qint64 id, const QUrl &meeting);
    const BookingEntry *find(qint64 id) const;
    void lookAgain(qint64 id);
    Look found(qint64 id, const std::optional<QUrl> &meeting);

    BookingService *q;
    BookingApi &api;
    MeetingsApi &meetings;
    MeetingService &stored;
    BookingTable &table;
    PendingWrites &writes;
    Clock clock;
    std::unique_ptr<QObject> account = std::make_unique<QObject>(); ///< lives as long as the store belongs to the same account
    QList<BookingEntry> entries; ///< being sent, or unknown
    bool isRead = true; ///< false: the store did not give them, so that nobody knows what may be booked already
    LateWrites<qint64> late; ///< those that may still be booked
    QHash<qint64, Account> bookers; ///< as whom to look for those by themselves
};

BookingService::BookingService(BookingApi &api, MeetingsApi &meetingsApi, MeetingService &meetings, BookingTable &table, PendingWrites &writes, Clock clock,
                               LookTimes times, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, api, meetingsApi, meetings, table, writes, std::move(clock), times))
{
}

BookingService::~BookingService() = default;

/// What was sent in an earlier start and not answered.
Result<Done> BookingService::Private::readEntries()
{
    const Result<QList<BookingEntry>> open = table.open();
    isRead = open.has_value();
    entries = open.value_or({});
    for (BookingEntry &entry : entries) {
        entry.state = State::Unknown;
        late.resume(entry.id, std::chrono::milliseconds(entry.sentAt.msecsTo(clock())), [this, id = entry.id] { lookAgain(id); });
    }
    return open ? Result<Done>(Done{}) : Unexpected(open.error());
}

BookingAttempt *BookingService::Private::request(const BookingEntry &entry, const Account &who)
{
    return new BookingAttempt(api, meetings, entry, {who.user, who.organization}, writes.hold(PendingWrites::Kind::Booking), q);
}

/// Where that cannot be written down, it is known until the program ends; the next start finds what was announced.
void BookingService::Private::note(qint64 id, State state)
{
    for (BookingEntry &entry : entries) {
        if (entry.id == id)
            entry.state = state;
    }
    if (state == State::Booked) {
        entries.removeIf([id](const BookingEntry &entry) { return entry.id == id; });
        late.settle(id);
    }
    table.setState(id, state);
}

void BookingService::Private::forget(qint64 id)
{
    entries.removeIf([id](const BookingEntry &entry) { return entry.id == id; });
    late.settle(id);
    table.remove(id);
}

const BookingEntry *BookingService::Private::find(qint64 id) const
{
    const auto entry = std::find_if(entries.begin(), entries.end(), [id](const BookingEntry &each) { return each.id == id; });
    return entry == entries.end() ? nullptr : &*entry;
}

/// Once more, by itself, for what may still be booked.
void BookingService::Private::lookAgain(qint64 id)
{
    const BookingEntry *known = find(id);
    if (!known || !bookers.contains(id))
        return;
    BookingAttempt *attempt = request(*known, bookers.value(id));
    QObject::connect(attempt, &BookingAttempt::finished, account.get(), [this, entry = *known](const BookingAttempt::Outcome &outcome) {
        if (!find(entry.id))
            return; // somebody else looked meanwhile
        const Result<Look> look = outcome ? Result<Look>(found(entry.id, *outcome)) : Unexpected(outcome.error());
        emit q->changed();
        if (look ? *look != Look::NotYet : !late.mayCome(entry.id))
            emit q->lookedAgain(entry, look);
    });
    attempt->look();
}

/// What a look came to: settles the booking, unless it may still be made.
BookingService::Look BookingService::Private::found(qint64 id, const std::optional<QUrl> &meeting)
{
    if (!meeting && late.mayCome(id))
        return Look::NotYet;
    if (meeting)
        booked(id, *meeting);
    else
        forget(id);
    return meeting ? Look::Booked : Look::NotBooked;
}

void BookingService::Private::booked(qint64 id, const QUrl &meeting)
{
    note(id, State::Booked);
    if (meeting.isEmpty())
        return;
    stored.look(meeting, account.get(), [](const Result<Meeting> &) { }); // the next sync brings it where this fails
}

void BookingService::book(const BookingDraft &draft, const EventType &type, const Account &account, QObject *context,
                          std::function<void(const Result<QUrl> &)> then)
{
    if (const Result<Done> read = d->isRead ? Result<Done>(Done{}) : d->readEntries(); !read)
        return answerLater<Result<QUrl>>(context, std::move(then), Unexpected(read.error()));
    BookingEntry entry = entryOf(draft, type, account.user, d->clock());
    const bool known = std::any_of(d->entries.begin(), d->entries.end(), [&entry](const BookingEntry &other) { return isSame(entry, other); });
    if (known) {
        const Error refusal = failure(Error::Kind::Conflict, tr("It is not known yet what came of the last booking of this person for this time."));
        return answerLater<Result<QUrl>>(context, std::move(then), Unexpected(refusal));
    }
    d->table.forgetBookedBefore(d->clock().addDays(-1));
    const Result<qint64> id = d->table.add(entry);
    if (!id)
        return answerLater<Result<QUrl>>(context, std::move(then), Unexpected(id.error()));
    entry.id = *id;
    d->entries.append(entry);
    BookingAttempt *request = d->request(entry, account);
    connect(request, &BookingAttempt::finished, this,
            [this, id = entry.id, account, alive = QPointer<QObject>(d->account.get()),
             tell = whileAlive<Result<QUrl>>(context, std::move(then))](const BookingAttempt::Outcome &outcome) {
                const bool isBooked = outcome && outcome->has_value();
                const bool isOpen = !outcome && outcomeUnknown(outcome.error());
                if (alive && isBooked)
                    d->booked(id, **outcome);
                else if (alive && isOpen)
                    d->note(id, State::Unknown);
                else if (alive)
                    d->forget(id);
                if (alive && isOpen && mayStillBeBooked(outcome.error())) {
                    d->bookers.insert(id, account);
                    d->late.wait(id, [this, id] { d->lookAgain(id); });
                }
                emit changed();
                if (isBooked)
                    tell(**outcome);
                else if (!outcome)
                    tell(Unexpected(outcome.error()));
                else
                    tell(Unexpected(failure(Error::Kind::Refused, tr("It was not booked. You can try again."))));
            });
    request->book(draft);
    emit changed();
}

QList<BookingEntry> BookingService::unknown() const
{
    QList<BookingEntry> unknown = d->entries;
    unknown.removeIf([](const BookingEntry &entry) { return entry.state != State::Unknown; });
    return unknown;
}

bool BookingService::looksAgain(qint64 id) const
{
    return d->late.mayCome(id) && d->bookers.contains(id);
}

void BookingService::look(qint64 id, const Account &account, QObject *context, std::function<void(const Result<Look> &)> then)
{
    const BookingEntry *entry = d->find(id);
    if (!entry)
        return answerLater<Result<Look>>(context, std::move(then), Unexpected(failure(Error::Kind::NotFound, QStringLiteral("This booking is known already."))));
    d->bookers.insert(id, account);
    BookingAttempt *request = d->request(*entry, account);
    connect(request, &BookingAttempt::finished, this,
            [this, id, alive = QPointer<QObject>(d->account.get()),
             tell = whileAlive<Result<Look>>(context, std::move(then))](const BookingAttempt::Outcome &outcome) {
                if (!outcome)
                    return tell(Unexpected(outcome.error()));
                const Look gone = outcome->has_value() ? Look::Booked : Look::NotBooked;
                const Look look = alive ? d->found(id, *outcome) : gone;
                emit changed();
                tell(look);
            });
    request->look();
}

Result<Done> BookingService::dismiss(qint64 id)
{
    const Result<Done> removed = d->table.remove(id);
    if (removed) {
        d->entries.removeIf([id](const BookingEntry &entry) { return entry.id == id; });
        d->late.settle(id);
        emit changed();
    }
    return removed;
}

int BookingService::countToday() const
{
    return d->table.countSince(d->clock().addDays(-1));
}

void BookingService::reload()
{
    d->account = std::make_unique<QObject>();
    d->late.clear();
    d->bookers.clear();
    d->readEntries();
    emit changed();
}
