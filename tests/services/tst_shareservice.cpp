// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkworld.h"
#include "shareservice.h"

#include <QJsonArray>
#include <QTest>

using sandbox::Fault;

namespace {

const QString making = QStringLiteral("POST /shares");
const QString listing = QStringLiteral("GET /shares");
const QString taking = QStringLiteral("DELETE /shares/*");
const QString changing = QStringLiteral("PATCH /shares/*");

} // namespace

/// Customized links: made once, known in the ledger, changed and taken back; and what becomes of them when answers are lost.
class TestShareService : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<LinkWorld>();
        QVERIFY(m_world->start());
        for (const EventType &type : m_world->program->eventTypes.eventTypes()) {
            if (ShareService::canShare(type)) {
                m_type = type;
                break;
            }
        }
        QVERIFY(!m_type.uri.isEmpty());
        m_link.reset();
        m_done.reset();
    }

    void cleanup() { m_world.reset(); }

    void aLinkChangesItsEventTypeForOnePerson()
    {
        make();
        QVERIFY(m_link->has_value());
        QCOMPARE(sent(making), 1);
        const WorldLink &made = m_world->calendly->world().links().back();
        QCOMPARE(made.share->durationMinutes, 20);
        QCOMPARE(made.share->startDate, QDate(2026, 11, 23));
        QCOMPARE(made.share->rules->size(), 7);
        QCOMPARE(made.share->places->size(), 1);
        const LinkEntry entry = only();
        QCOMPARE(entry.status, LinkStatus::Open);
        QCOMPARE(entry.link.label, QStringLiteral("Ana"));
        QVERIFY(entry.share && !entry.share->uri.isEmpty());
        QCOMPARE(shareOverrideFromJson(entry.share->wanted).duration, std::chrono::minutes(20));
    }

    void aLostAnswerIsLookedFor()
    {
        m_world->calendly->failNext(making, faultOf(Fault::Kind::Lost));
        make();
        QVERIFY(m_link->has_value());
        QCOMPARE(sent(making), 1);
        QVERIFY(only().share && !only().share->uri.isEmpty());
        QVERIFY((*m_link)->bookingUrl.toString().startsWith(m_world->calendly->world().bookingUrl(m_world->calendly->world().links().back())));
    }

    void whatWasNotMadeLeavesNoTrace()
    {
        m_world->calendly->failNext(making, faultOf(Fault::Kind::Status, 500));
        make();
        QVERIFY(!m_link->has_value());
        QCOMPARE(m_link->error().kind, Error::Kind::Refused);
        QCOMPARE(sent(making), 1);
        QCOMPARE(entries().size(), 0);
        m_link.reset();
        m_world->calendly->failNext(making, faultOf(Fault::Kind::Status, 403));
        make();
        QVERIFY(!m_link->has_value());
        QCOMPARE(entries().size(), 0);
        QCOMPARE(m_world->program->links.unanswered().size(), 0);
    }

    void anotherLinkThatSaysTheSameIsNotTakenForIt()
    {
        make();
        m_link.reset();
        m_world->calendly->failNext(making, faultOf(Fault::Kind::Status, 500));
        make();
        QVERIFY(!m_link->has_value());
        QCOMPARE(entries().size(), 1);
    }

    void whatCalendlyMakesAfterOurPatience_isFoundByItself()
    {
        shares().setLookTimes({.after = {std::chrono::milliseconds(50), std::chrono::milliseconds(3000)}, .longest = std::chrono::milliseconds(20)});
        Fault slow = faultOf(Fault::Kind::Delay);
        slow.wait = std::chrono::milliseconds(4500); // a client waits three seconds here
        m_world->calendly->failNext(making, slow);
        make();
        QVERIFY(!m_link->has_value());
        QVERIFY(outcomeUnknown(m_link->error()));
        QCOMPARE(only().status, LinkStatus::Unknown);
        refresh();
        QCOMPARE(only().status, LinkStatus::Unknown);
        QTRY_COMPARE_WITH_TIMEOUT(only().status, LinkStatus::Open, 20000);
        QVERIFY(!only().share->uri.isEmpty());
        QCOMPARE(sent(making), 1);
    }

    void whatAGatewayGaveUpOn_isUndoneOnlyAfterTheLastLook()
    {
        shares().setLookTimes({.after = {std::chrono::milliseconds(10), std::chrono::milliseconds(300)}, .longest = std::chrono::milliseconds(20)});
        m_world->calendly->failNext(making, faultOf(Fault::Kind::Status, 504));
        make();
        QVERIFY(outcomeUnknown(m_link->error()));
        QCOMPARE(only().status, LinkStatus::Unknown);
        QTRY_COMPARE(entries().size(), 0);
        QCOMPARE(sent(making), 1);
    }

    void aClockThatIsFast_doesNotHideTheLink()
    {
        m_world->calendly.setBehind(std::chrono::hours(1));
        m_world->calendly->failNext(making, faultOf(Fault::Kind::Lost));
        make();
        QVERIFY(!m_link->has_value());
        QVERIFY2(outcomeUnknown(m_link->error()), "a link that fits is there");
        QCOMPARE(only().status, LinkStatus::Unknown);
        refresh();
        QCOMPARE(only().status, LinkStatus::Unknown);
    }

    void whatIsNotKnownIsSettledByTheNextReading()
    {
        loseEverything();
        QCOMPARE(only().status, LinkStatus::Unknown);
        refresh();
        QCOMPARE(only().status, LinkStatus::Open);
        QVERIFY(!only().share->uri.isEmpty());
        QCOMPARE(sent(making), 1);
    }

    void andSoItIsAfterARestart()
    {
        loseEverything();
        m_world->quitProgram();
        m_world->startProgram();
        QVERIFY(m_world->signIn());
        QCOMPARE(only().status, LinkStatus::Unknown);
        refresh();
        QCOMPARE(only().status, LinkStatus::Open);
        QCOMPARE(only().link.label, QStringLiteral("Ana"));
    }

    void aLinkIsTakenBack()
    {
        make();
        takeBack();
        QVERIFY(m_done->has_value());
        QVERIFY(isTakenBack(only()));
        QCOMPARE(m_world->program->links.totals().open, 0);
        QVERIFY(m_world->calendly->world().links().back().takenBack);
        QCOMPARE(sent(taking), 1);
    }

    void aLostAnswerToTakingBackIsLookedFor()
    {
        make();
        // Qt itself may send a DELETE again; the second one is answered "not found".
        m_world->calendly->failNext(taking, faultOf(Fault::Kind::Lost));
        takeBack();
        QVERIFY(m_done->has_value());
        QVERIFY(isTakenBack(only()));
    }

    void whatIsStillThereIsNotCalledTakenBack()
    {
        make();
        m_world->calendly->failAlways(taking, faultOf(Fault::Kind::Status, 500));
        takeBack();
        QVERIFY(!m_done->has_value());
        QCOMPARE(only().status, LinkStatus::Open);
        m_done.reset();
        m_world->calendly->failAlways(taking, faultOf(Fault::Kind::Status, 404));
        takeBack();
        QVERIFY(!m_done->has_value());
        QCOMPARE(only().status, LinkStatus::Open);
    }

    void aBookedLinkIsKnownAndStays()
    {
        make();
        m_world->calendly->world().useLink(m_world->calendly->world().links().back().id, 0);
        takeBack();
        QVERIFY(!m_done->has_value());
        refresh();
        QCOMPARE(only().status, LinkStatus::Booked);
        QCOMPARE(m_world->program->links.totals().booked, 1);
        QCOMPARE(m_world->program->links.takeNews().size(), 1);
        refresh();
        QCOMPARE(m_world->program->links.takeNews().size(), 0);
    }

    void aLinkIsChanged()
    {
        make();
        change();
        QVERIFY(m_done->has_value());
        QCOMPARE(sent(changing), 1);
        QCOMPARE(m_world->calendly->world().links().back().share->durationMinutes, 45);
        QCOMPARE(shareOverrideFromJson(only().share->wanted).duration, std::chrono::minutes(45));
    }

    void aLostAnswerToAChangeIsLookedFor()
    {
        make();
        m_world->calendly->failNext(changing, faultOf(Fault::Kind::Lost));
        change();
        QVERIFY(m_done->has_value());
        m_done.reset();
        m_world->calendly->world().changeShare(m_world->calendly->world().links().back().id, {.durationMinutes = 20});
        m_world->calendly->failNext(changing, faultOf(Fault::Kind::Status, 502));
        change();
        QVERIFY(!m_done->has_value());
        QCOMPARE(m_done->error().kind, Error::Kind::Refused);
        QCOMPARE(sent(changing), 2);
    }

    void withoutCustomizedLinksNothingIsAsked()
    {
        refresh();
        QCOMPARE(sent(listing), 0);
    }

private:
    ShareService &shares() const { return m_world->program->links.shares(); }
    static ShareOverride wanted(int minutes)
    {
        ShareOverride share{.duration = std::chrono::minutes(minutes), .from = QDate(2026, 11, 23), .until = QDate(2026, 11, 27), .timezone = QStringLiteral("Europe/Berlin")};
        for (int day = 1; day <= 7; ++day)
            share.hours.append({.weekday = day, .intervals = day > 5 ? QList<DayInterval>() : QList<DayInterval>{{QTime(10, 0), QTime(16, 0)}}});
        return share;
    }
    void make()
    {
        ShareOverride share = wanted(20);
        share.place = m_type.source.value(QLatin1String("locations")).toArray().first().toObject();
        shares().share(m_type, QStringLiteral("Ana"), share, this, [this](const Result<SchedulingLink> &link) { m_link = link; });
        QTRY_VERIFY(m_link);
    }
    void loseEverything()
    {
        m_world->calendly->failNext(making, faultOf(Fault::Kind::Lost));
        m_world->calendly->failAlways(listing, faultOf(Fault::Kind::Status, 403));
        make();
        QVERIFY(!m_link->has_value());
        m_world->calendly->clearFaults();
    }
    void takeBack()
    {
        shares().takeBack(only().link.id, this, [this](const Result<Done> &done) { m_done = done; });
        QTRY_VERIFY(m_done);
    }
    void change()
    {
        shares().change(only().link.id, wanted(45), this, [this](const Result<Done> &done) { m_done = done; });
        QTRY_VERIFY(m_done);
    }
    void refresh()
    {
        std::optional<Result<Done>> read;
        shares().refresh(this, [&read](const Result<Done> &done) { read = done; });
        QTRY_VERIFY(read);
        QVERIFY(read->has_value());
    }
    QList<LinkEntry> entries() const { return *m_world->program->links.entries({}); }
    LinkEntry only() const { return entries().value(0); }
    int sent(const QString &where) const { return static_cast<int>(m_world->calendly->requests(where).size()); }

    std::unique_ptr<LinkWorld> m_world;
    EventType m_type;
    std::optional<Result<SchedulingLink>> m_link;
    std::optional<Result<Done>> m_done;
};

QTEST_GUILESS_MAIN(TestShareService)
#include "tst_shareservice.moc"
