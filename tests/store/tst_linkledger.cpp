// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypetable.h"
#include "linkledger.h"
#include "linkordertable.h"
#include "linktable.h"
#include "meetingtable.h"
#include "sharetable.h"
#include "storedmeetings.h"

#include <QTest>

namespace {

const QDateTime now = utc("2026-11-20T12:00:00Z");

const QUrl self(QStringLiteral("https://api.example.com/users/A"));

/// A type of the kind that `pooling` names, on the profile of `owner`.
EventType typeOf(int number, const QString &pooling, const QUrl &owner)
{
    return eventTypeFromJson({{QStringLiteral("uri"), typeUri(number).toString()},
                              {QStringLiteral("kind"), QStringLiteral("solo")},
                              {QStringLiteral("pooling_type"), pooling},
                              {QStringLiteral("profile"), QJsonObject{{QStringLiteral("owner"), owner.toString()}}}})
        .value();
}

SchedulingLink linkOf(int number, int daysAgo, const QString &label = {}, int type = 1)
{
    const QDateTime made = now.addDays(-daysAgo);
    return {.id = QStringLiteral("id%1").arg(number),
            .bookingUrl = QUrl(QStringLiteral("https://example.com/d/%1?utm_content=token%1").arg(number)),
            .eventType = typeUri(type),
            .eventTypeName = type == 1 ? QStringLiteral("Intro call") : QStringLiteral("Workshop"),
            .label = label,
            .trackingToken = QStringLiteral("token%1").arg(number),
            .createdAt = made,
            .expiresAt = made.addDays(singleUseLinkDays)};
}

QStringList idsOf(const QList<LinkEntry> &entries)
{
    QStringList ids;
    for (const LinkEntry &entry : entries)
        ids.append(entry.link.id);
    return ids;
}

LinkOrder sent(const QString &link, LinkOrder::State state = LinkOrder::State::Sending)
{
    return {.link = link, .eventType = typeUri(1), .eventTypeName = QStringLiteral("Intro call"), .label = QStringLiteral("Zoë"), .state = state,
            .changedAt = now};
}

} // namespace

/// What is told of links: whether they were booked, by whom, and which meeting they became.
class LinkLedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<TemporaryStore>();
        m_links = std::make_unique<LinkTable>(m_store->database());
        m_ledger = std::make_unique<LinkLedger>(m_store->database(), [] { return self; });
        m_orders = std::make_unique<LinkOrderTable>(m_store->database());
    }

    void customizedLinks_areTakenBackAndUsed()
    {
        QVERIFY(m_links->add(linkOf(1, 0)));
        QVERIFY(m_links->add(linkOf(2, 0)));
        ShareTable shares(m_store->database());
        const QUrl uri(QStringLiteral("https://api.calendly.com/shares/S1"));
        QVERIFY(shares.put({.link = QStringLiteral("id1"), .uri = uri, .wanted = {{QStringLiteral("duration"), 20}}, .state = ShareRecord::State::Made}));
        QCOMPARE(shares.linkAt(QUrl(QStringLiteral("https://example.com/d/1"))), QStringLiteral("id1"));
        QCOMPARE(shares.linkAt(QUrl(QStringLiteral("https://example.com/d/2"))), QString()); // no share
        QCOMPARE(shares.linkAt(QUrl(QStringLiteral("https://example.com/d/"))), QString());
        QVERIFY(!isTakenBack(*m_ledger->entry(QStringLiteral("id1"), now)));
        QVERIFY(shares.takeBack(QStringLiteral("id1"), now));
        QVERIFY(isTakenBack(*m_ledger->entry(QStringLiteral("id1"), now)));
        QCOMPARE(m_ledger->totals(now).open, 1);
        QVERIFY(shares.put({.link = QStringLiteral("id2"), .uri = uri, .state = ShareRecord::State::Made}));
        QVERIFY(shares.markUsed(QStringLiteral("id2"), uri));
        QVERIFY(shares.markUsed(QStringLiteral("id2"), uri));
        QCOMPARE(m_ledger->entry(QStringLiteral("id2"), now)->status, LinkStatus::Booked);
        QCOMPARE(idsOf(m_ledger->takeNews(now)), QStringList{QStringLiteral("id2")});
        QCOMPARE(idsOf(m_ledger->takeNews(now)), QStringList());
    }

    void status_followsTheDaysAndTheBooking()
    {
        QVERIFY(m_links->add(linkOf(1, 0)));
        QVERIFY(m_links->add(linkOf(2, singleUseLinkDays))); // ends now
        QVERIFY(m_links->add(linkOf(3, singleUseLinkDays - linkExpiresSoonDays)));
        QVERIFY(m_links->add(linkOf(4, 100)));
        book(4, QStringLiteral("Ana Ruiz"));
        const QList<LinkEntry> entries = all();
        QCOMPARE(idsOf(entries), (QStringList{QStringLiteral("id1"), QStringLiteral("id3"), QStringLiteral("id2"), QStringLiteral("id4")}));
        QCOMPARE(entries.at(0).status, LinkStatus::Open);
        QVERIFY(expiresSoon(entries.at(1), now));
        QCOMPARE(entries.at(2).status, LinkStatus::Expired);
        QCOMPARE(entries.at(3).status, LinkStatus::Booked);
        QCOMPARE(entries.at(3).person, QStringLiteral("Ana Ruiz"));
        QCOMPARE(entries.at(3).meeting, eventUri(4));
        QCOMPARE(m_ledger->totals(now), (LinkTotals{.open = 2, .booked = 1, .expired = 1, .unknown = 0, .expiringSoon = 1}));
    }

    void totalsOf_countTheLinksOfOneType()
    {
        QVERIFY(m_links->add(linkOf(1, 0)));
        QVERIFY(m_links->add(linkOf(2, singleUseLinkDays - linkExpiresSoonDays)));
        QVERIFY(m_links->add(linkOf(3, singleUseLinkDays)));
        QVERIFY(m_links->add(linkOf(4, 0, {}, 2)));
        QVERIFY(m_links->add(linkOf(5, 89)));
        QVERIFY(m_links->markBooked(QStringLiteral("token5"), inviteeUri(1, 1)));
        QCOMPARE(m_ledger->totalsOf(typeUri(1), now), (LinkTotals{.open = 2, .booked = 1, .expired = 1, .expiringSoon = 1}));
        QCOMPARE(m_ledger->totalsOf(typeUri(2), now), (LinkTotals{.open = 1}));
    }

    void whatAnotherHostMayHave_isNotSaidToBeUnused_data()
    {
        QTest::addColumn<QString>("pooling");
        QTest::addColumn<QUrl>("owner");
        QTest::addColumn<bool>("known");
        QTest::newRow("own") << QString() << self << true;
        QTest::newRow("with everybody") << QStringLiteral("collective") << self << true;
        QTest::newRow("any of several hosts") << QStringLiteral("round_robin") << self << false;
        QTest::newRow("some of several hosts") << QStringLiteral("multi_pool") << self << false;
        QTest::newRow("a colleague's") << QString() << QUrl(QStringLiteral("https://api.example.com/users/B")) << false;
    }

    void whatAnotherHostMayHave_isNotSaidToBeUnused()
    {
        QFETCH(QString, pooling);
        QFETCH(QUrl, owner);
        QFETCH(bool, known);
        QVERIFY(EventTypeTable(m_store->database()).upsert(typeOf(1, pooling, owner)));
        QVERIFY(m_links->add(linkOf(1, 88)));
        QVERIFY(m_links->add(linkOf(2, 100)));
        QVERIFY(m_links->add(linkOf(3, 5)));
        book(3, QStringLiteral("Ana Ruiz"));
        QVERIFY(m_links->add(linkOf(4, 5))); // Calendly says of customized ones whether they were used
        QVERIFY(ShareTable(m_store->database()).put({.link = QStringLiteral("id4"), .state = ShareRecord::State::Made}));
        QCOMPARE(m_ledger->totals(now), (known ? LinkTotals{.open = 2, .booked = 1, .expired = 1, .expiringSoon = 1} : LinkTotals{.open = 1, .booked = 1, .unknown = 2}));
        QCOMPARE(m_ledger->totalsOf(typeUri(1), now), m_ledger->totals(now));
        const QStringList unseen{QStringLiteral("id1"), QStringLiteral("id2")};
        QCOMPARE(found({.status = LinkStatus::Unknown}), known ? QStringList() : unseen);
        QCOMPARE(found({.expiringSoon = true}), known ? QStringList{QStringLiteral("id1")} : QStringList());
        QCOMPARE(found({.status = LinkStatus::Booked}), QStringList{QStringLiteral("id3")});
        QCOMPARE(m_ledger->entry(QStringLiteral("id1"), now)->status, LinkStatus::Open); // it can still be handed on
        QCOMPARE(m_ledger->entry(QStringLiteral("id1"), now)->maybeBooked, !known);
    }

    void aBookingThatWasMoved_isTheMeetingThatStands()
    {
        QVERIFY(m_links->add(linkOf(1, 5)));
        book(1, QStringLiteral("Ana Ruiz"), true);
        MeetingTable meetings(m_store->database());
        QVERIFY(meetings.upsert({meetingAt(2, now.addDays(3))}));
        Invitee moved = inviteeOf(2, 1, QStringLiteral("Ana Ruiz"), QStringLiteral("ana@example.org"));
        moved.tracking.utmContent = QStringLiteral("token1");
        QVERIFY(meetings.setInvitees(eventUri(2), {moved}));
        QCOMPARE(all().first().meeting, eventUri(2));
        QVERIFY(!all().first().meetingCanceled);
    }

    void aBookedLinkWhoseMeetingIsGone_staysBooked()
    {
        QVERIFY(m_links->add(linkOf(1, 5)));
        book(1, QStringLiteral("Ana Ruiz"));
        QVERIFY(MeetingTable(m_store->database()).removeMissing({now, now.addDays(30)}, {}));
        QCOMPARE(all().first().status, LinkStatus::Booked);
        QVERIFY(all().first().meeting.isEmpty());
    }

    void aWishWithoutAnAnswer_isShownAsUnknownUntilItsLinkComes()
    {
        QVERIFY(m_orders->put({sent(QStringLiteral("id1"))}));
        QCOMPARE(all().first().status, LinkStatus::Unknown);
        QCOMPARE(all().first().link.label, QStringLiteral("Zoë"));
        QVERIFY(m_ledger->entries({}, now, {QStringLiteral("id1")})->isEmpty());
        QCOMPARE(m_ledger->totals(now).unknown, 1);
        QVERIFY(m_links->add(linkOf(1, 0)));
        QCOMPARE(all().size(), 1);
        QCOMPARE(all().first().status, LinkStatus::Open);
        QVERIFY(m_orders->unanswered()->isEmpty());
    }

    void oneOfMany_staysAmongThemWhenItIsMade()
    {
        LinkOrder order = sent(QStringLiteral("id1"));
        order.batch = QStringLiteral("b");
        order.problem = Error{.kind = Error::Kind::RateLimited, .message = QStringLiteral("slow down"), .httpStatus = 429};
        QVERIFY(m_orders->put({order}));
        QCOMPARE(*m_orders->batches(), QList<LinkOrder>{order});
        QVERIFY(m_links->add(linkOf(1, 0)));
        QCOMPARE(m_orders->batches()->size(), 1);
        QCOMPARE(m_orders->batches()->first().state, LinkOrder::State::Made);
        QVERIFY(!m_orders->batches()->first().problem);
    }

    void search_looksAtLabelTypeAndWhoBooked()
    {
        QVERIFY(m_links->add(linkOf(1, 1, QStringLiteral("Zoë, case 12"))));
        QVERIFY(m_links->add(linkOf(2, 2, QStringLiteral("Bo"), 2)));
        QVERIFY(m_links->add(linkOf(3, 3)));
        book(3, QStringLiteral("Ana Ruiz"));
        QCOMPARE(found({.text = QStringLiteral("zoe 12")}), QStringList{QStringLiteral("id1")});
        QCOMPARE(found({.text = QStringLiteral("workshop")}), QStringList{QStringLiteral("id2")});
        QCOMPARE(found({.text = QStringLiteral("ruiz")}), QStringList{QStringLiteral("id3")});
        QCOMPARE(found({.status = LinkStatus::Booked}), QStringList{QStringLiteral("id3")});
        QCOMPARE(found({.eventType = typeUri(2)}), QStringList{QStringLiteral("id2")});
        QCOMPARE(found({.order = LinkQuery::Order::Oldest, .limit = 1}), QStringList{QStringLiteral("id3")});
        QCOMPARE(found({.order = LinkQuery::Order::Label}), (QStringList{QStringLiteral("id2"), QStringLiteral("id1"), QStringLiteral("id3")}));
    }

    void news_areToldOnce()
    {
        QVERIFY(m_links->add(linkOf(1, 18)));
        QVERIFY(m_ledger->takeNews(now).isEmpty());
        book(1, QStringLiteral("Ana Ruiz"));
        const QList<LinkEntry> news = m_ledger->takeNews(now);
        QCOMPARE(news.size(), 1);
        QCOMPARE(news.first().person, QStringLiteral("Ana Ruiz"));
        QCOMPARE(news.first().meeting, eventUri(1));
        QVERIFY(m_ledger->takeNews(now).isEmpty());
        book(1, QStringLiteral("Ana María Ruiz"));
        QVERIFY(m_ledger->takeNews(now).isEmpty());
    }

    void copies_areCounted()
    {
        QVERIFY(m_links->add(linkOf(1, 1)));
        QVERIFY(m_links->countCopy(QStringLiteral("id1"), now.addSecs(-60)));
        QVERIFY(m_links->countCopy(QStringLiteral("id1"), now));
        QCOMPARE(m_ledger->entry(QStringLiteral("id1"), now)->copies, 2);
        QCOMPARE(m_ledger->entry(QStringLiteral("id1"), now)->copiedAt, now);
    }

private:
    void book(int number, const QString &name, bool movedAway = false)
    {
        MeetingTable meetings(m_store->database());
        QVERIFY(meetings.upsert({meetingAt(number, now.addDays(1))}));
        Invitee invitee = inviteeOf(number, 1, name, QStringLiteral("ana@example.org"));
        invitee.tracking.utmContent = QStringLiteral("token%1").arg(number);
        invitee.canceled = movedAway;
        QVERIFY(meetings.setInvitees(eventUri(number), {invitee}));
    }
    QList<LinkEntry> all() const { return *m_ledger->entries({}, now); }
    QStringList found(const LinkQuery &query) const { return idsOf(*m_ledger->entries(query, now)); }

    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<LinkTable> m_links;
    std::unique_ptr<LinkLedger> m_ledger;
    std::unique_ptr<LinkOrderTable> m_orders;
};

QTEST_GUILESS_MAIN(LinkLedgerTest)
#include "tst_linkledger.moc"
