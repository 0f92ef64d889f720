// SPDX-License-Identifier: GPL-3.0-or-later
#include "publicpages.h"
#include "worldjson.h"
#include "worldtest.h"

#include <QRegularExpression>
#include <QTest>

namespace {

/// One address as a browser would follow it.
struct Address
{
    explicit Address(const QString &text)
        : path(QUrl(text).path(QUrl::FullyDecoded))
        , query(QUrl(text).query(QUrl::FullyEncoded))
    {
    }

    QString path;
    QUrlQuery query;
};

/// The form of a page, with its fields as they stand there, and where it goes.
struct Form
{
    QString action;
    QUrlQuery fields;
};

QString unescaped(QString text)
{
    return text.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

void set(QUrlQuery &fields, const char *name, const QString &value)
{
    fields.removeAllQueryItems(QString::fromLatin1(name));
    fields.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

QString attribute(const QString &tag, const char *name)
{
    const QRegularExpression shape(QStringLiteral("\\b%1=\"([^\"]*)\"").arg(QLatin1String(name)));
    return unescaped(shape.match(tag).captured(1));
}

Form formOf(const PageAnswer &page)
{
    const QString html = QString::fromUtf8(page.html);
    Form form;
    const qsizetype begin = html.indexOf(QLatin1String("method=\"post\""));
    if (begin < 0)
        return form;
    form.action = attribute(html.mid(html.lastIndexOf(u'<', begin), 4000), "action");
    static const QRegularExpression inputs(QStringLiteral("<input[^>]*>"));
    for (auto match = inputs.globalMatch(html, begin); match.hasNext();) {
        const QString tag = match.next().captured();
        const QString type = attribute(tag, "type");
        const bool off = (type == QLatin1String("radio") || type == QLatin1String("checkbox"))
            && !tag.contains(QLatin1String("checked"));
        if (!off)
            set(form.fields, attribute(tag, "name").toLatin1().constData(), attribute(tag, "value"));
    }
    static const QRegularExpression areas(QStringLiteral("<textarea[^>]*name=\"([^\"]*)\"[^>]*>\n([^<]*)</textarea>"));
    for (auto match = areas.globalMatch(html, begin); match.hasNext();) {
        const auto area = match.next();
        set(form.fields, area.captured(1).toLatin1().constData(), unescaped(area.captured(2)));
    }
    static const QRegularExpression options(QStringLiteral("<option value=\"([^\"]*)\" selected>"));
    set(form.fields, "timezone", options.match(html, begin).captured(1));
    return form;
}

/// The first link of the page whose address holds `part`.
QString linkIn(const PageAnswer &page, const QString &part)
{
    static const QRegularExpression links(QStringLiteral("href=\"([^\"]*)\""));
    for (auto match = links.globalMatch(QString::fromUtf8(page.html)); match.hasNext();) {
        const QString href = unescaped(match.next().captured(1));
        if (href.contains(part))
            return href;
    }
    return {};
}

} // namespace

class TestPublicPages : public QObject
{
    Q_OBJECT

private:
    World m_world = World::fromSeed(seedOf(1, 150));
    PublicPages m_pages{m_world};

    PageAnswer open(const QString &address) const
    {
        const Address parts(address);
        return m_pages.get(parts.path, parts.query);
    }

    PageAnswer send(const Form &form)
    {
        const Address parts(form.action);
        return m_pages.post(parts.path, parts.query, form.fields);
    }

    /// Books the first open time under `address` as "Ada".
    PageAnswer bookAt(const QString &address)
    {
        const PageAnswer types = open(address);
        Form form = formOf(open(linkIn(types, QStringLiteral(":00Z"))));
        set(form.fields, "name", QStringLiteral("Ada"));
        set(form.fields, "email", QStringLiteral("ada@example.org"));
        set(form.fields, "q0", QStringLiteral("This & that"));
        return send(form);
    }

    const WorldInvitee &lastInvitee() const { return m_world.invitees().back(); }

private slots:
    void init()
    {
        m_world = World::fromSeed(seedOf(1, 150));
    }

    void landingPage_showsActiveTypesThatAreNotSecret()
    {
        const PageAnswer page = open(QStringLiteral("/mara"));
        QCOMPARE(page.status, 200);
        QVERIFY(page.html.contains("30 min intro"));
        QVERIFY(!page.html.contains("Interview, design role")); // secret
        QVERIFY(!page.html.contains("Contract walk-through")); // switched off
        QCOMPARE(linkIn(page, QStringLiteral("30-min")), QStringLiteral("/mara/30-min-intro"));
        QCOMPARE(open(QStringLiteral("/nobody")).status, 404);
        QCOMPARE(open(QStringLiteral("/mara/nothing")).status, 404);
        QCOMPARE(open(QStringLiteral("/mara/30-min-intro/never")).status, 404);
    }

    void everyPage_saysThatItIsNotCalendly()
    {
        const PageAnswer types = open(QStringLiteral("/mara/30-min-intro"));
        const QString invitee = m_world.uuid(World::Thing::Invitee, 0);
        for (const QString &address :
             {QStringLiteral("/mara"), QStringLiteral("/mara/30-min-intro"), QStringLiteral("/d/ck7q-2vx-9rd"),
              linkIn(types, QStringLiteral(":00Z")), QStringLiteral("/cancellations/") + invitee,
              QStringLiteral("/reschedulings/") + invitee, QStringLiteral("/booked/") + invitee,
              QStringLiteral("/nowhere/at/all")}) {
            const PageAnswer page = open(address);
            QVERIFY2(page.html.contains("Not Calendly"), qPrintable(address));
            QVERIFY2(!page.html.contains("<script"), qPrintable(address));
        }
    }

    void typePage_showsTimesInTheZoneThatIsAskedFor()
    {
        const PageAnswer berlin = open(QStringLiteral("/mara/30-min-intro?date=2026-11-26"));
        const PageAnswer kathmandu = open(QStringLiteral("/mara/30-min-intro?date=2026-11-26&timezone=Asia/Kathmandu"));
        QVERIFY(berlin.html.contains(">09:00<"));
        QVERIFY(!berlin.html.contains(">13:45<"));
        QVERIFY(kathmandu.html.contains(">13:45<") || kathmandu.html.contains(">14:15<"));
        QVERIFY(linkIn(kathmandu, QStringLiteral(":00Z")).contains(QLatin1String("timezone=Asia%2FKathmandu")));
    }

    void booking_keepsCampaignAndPrefilledValues()
    {
        const PageAnswer types = open(QStringLiteral("/mara/"
                                                     "30-min-intro?utm_source=news%20letter&utm_content=case%2B20418%"
                                                     "20%26%20more&salesforce_uuid=x1&first_name=Ada"
                                                     "&last_name=O%E2%80%99Hara&email=ada%2Btest%40example.org&a1=Line%"
                                                     "201&a2=2&guests=bo%40example.org,cy%40example.org"));
        const Form form = formOf(open(linkIn(types, QStringLiteral(":00Z"))));
        const PageAnswer done = send(form);
        QCOMPARE(done.status, 303);
        const WorldInvitee &invitee = lastInvitee();
        QCOMPARE(invitee.name, QStringLiteral("Ada O’Hara"));
        QCOMPARE(invitee.email, QStringLiteral("ada+test@example.org"));
        QCOMPARE(invitee.tracking.utmSource, QStringLiteral("news letter"));
        QCOMPARE(invitee.tracking.utmContent, QStringLiteral("case+20418 & more"));
        QCOMPARE(invitee.tracking.salesforceUuid, QStringLiteral("x1"));
        QVERIFY(invitee.tracking.utmTerm.isNull());
        QCOMPARE(invitee.answers.value(0).answer, QStringLiteral("Line 1"));
        QCOMPARE(invitee.answers.value(1).answer, QStringLiteral("The newsletter"));
        QCOMPARE(invitee.timezone, QStringLiteral("Europe/Berlin"));
        QCOMPARE(m_world.meetings().back().guests.size(), 2);
        const PageAnswer shown = open(done.redirect.toString());
        QCOMPARE(shown.status, 200);
        QVERIFY(shown.html.contains("Ada O’Hara"));
    }

    void booking_keepsWhatWasTypedWhenSomethingIsMissing()
    {
        Form form = formOf(open(linkIn(open(QStringLiteral("/mara/30-min-intro")), QStringLiteral(":00Z"))));
        set(form.fields, "name", QStringLiteral("Ada \"the\" <b>first</b>"));
        set(form.fields, "email", QStringLiteral("ada@example.org"));
        const PageAnswer refused = send(form);
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.html.contains("Please answer"));
        QVERIFY(!refused.html.contains("<b>first"));
        QCOMPARE(formOf(refused).fields.queryItemValue(QStringLiteral("name"), QUrl::FullyDecoded),
                 QStringLiteral("Ada \"the\" <b>first</b>"));
        QCOMPARE(m_world.meetings().size(), size_t(150));
    }

    void slot_cannotBeBookedTwice()
    {
        const QString slot = linkIn(open(QStringLiteral("/mara/30-min-intro")), QStringLiteral(":00Z"));
        const Form form = formOf(open(slot));
        QCOMPARE(bookAt(QStringLiteral("/mara/30-min-intro")).status, 303);
        QCOMPARE(open(slot).status, 409);
        QCOMPARE(send(form).status, 400);
        Form again = form;
        set(again.fields, "name", QStringLiteral("Bo"));
        set(again.fields, "email", QStringLiteral("bo@example.org"));
        set(again.fields, "q0", QStringLiteral("x"));
        QCOMPARE(send(again).status, 409);
        QCOMPARE(m_world.meetings().size(), size_t(151));
    }

    void callBack_asksForTheNumber()
    {
        Form form = formOf(
            open(linkIn(open(QStringLiteral("/mara/call-back?location=%2B49%2030%20555")), QStringLiteral(":00Z"))));
        QCOMPARE(form.fields.queryItemValue(QStringLiteral("location"), QUrl::FullyDecoded),
                 QStringLiteral("+49 30 555"));
        set(form.fields, "name", QStringLiteral("Ada"));
        set(form.fields, "email", QStringLiteral("ada@example.org"));
        QCOMPARE(send(form).status, 303);
        QCOMPARE(m_world.meetings().back().place.location, QStringLiteral("+49 30 555"));
    }

    void studioMeeting_keepsTheHostsAddress()
    {
        Form form = formOf(open(
            linkIn(open(QStringLiteral("/mara/portfolio?a1=x&name=A&email=a%40example.org")), QStringLiteral(":00Z"))));
        set(form.fields, "location", QStringLiteral("somewhere else"));
        QCOMPARE(send(form).status, 303);
        QVERIFY(m_world.meetings().back().place.location.startsWith(QLatin1String("Studio")));
    }

    void durationOption_isBookedAsChosen()
    {
        const PageAnswer page
            = open(QStringLiteral("/mara/coaching?duration=60&name=A&email=a%40example.org&location=%2B49305550100"));
        QCOMPARE(send(formOf(open(linkIn(page, QStringLiteral(":00Z"))))).status, 303);
        const WorldMeeting &meeting = m_world.meetings().back();
        QCOMPARE(meeting.end - meeting.start, WorldTime(60) * 60000);
    }

    void singleUseLink_worksOnce()
    {
        const int link = createLink(m_world, typeId(m_world, "/mara/30-min-intro"));
        const QString path = QStringLiteral("/d/") + m_world.links()[static_cast<size_t>(link)].token;
        const QString slot = linkIn(open(path + QStringLiteral("?utm_content=t1")), QStringLiteral(":00Z"));
        QVERIFY(slot.startsWith(path));
        QCOMPARE(bookAt(path + QStringLiteral("?utm_content=t1")).status, 303);
        QCOMPARE(lastInvitee().tracking.utmContent, QStringLiteral("t1"));
        QCOMPARE(m_world.links()[static_cast<size_t>(link)].usedBy, lastInvitee().meeting);
        const PageAnswer again = open(path);
        QCOMPARE(again.status, 410);
        QVERIFY(again.html.contains("used already"));
        QCOMPARE(open(slot).status, 410);
    }

    void linkOlderThan90Days_saysThatItHasExpired()
    {
        const PageAnswer page = open(QStringLiteral("/d/ct9w-5ka-0hs"));
        QCOMPARE(page.status, 410);
        QVERIFY(page.html.contains("has expired"));
        QCOMPARE(open(QStringLiteral("/d/not-a-link")).status, 404);
    }

    void share_showsItsOwnNameAndLength()
    {
        WorldShareOverride share;
        share.name = QStringLiteral("Just <you>");
        share.durationMinutes = 50;
        const int link = createLink(m_world, typeId(m_world, "/mara/30-min-intro"), share);
        const QString path = QStringLiteral("/d/") + m_world.links()[static_cast<size_t>(link)].token;
        const PageAnswer page = open(path);
        QVERIFY(page.html.contains("Just &lt;you&gt;"));
        QVERIFY(page.html.contains("50 min"));
        QCOMPARE(bookAt(path).status, 303);
        const WorldMeeting &meeting = m_world.meetings().back();
        QCOMPARE(meeting.name, QStringLiteral("Just <you>"));
        QCOMPARE(meeting.end - meeting.start, WorldTime(50) * 60000);
    }

    void cancelPage_cancelsWithReasonAndOnlyOnce()
    {
        bookAt(QStringLiteral("/mara/30-min-intro"));
        const int invitee = lastInvitee().id;
        const QString path = QStringLiteral("/cancellations/") + m_world.uuid(World::Thing::Invitee, invitee);
        Form form = formOf(open(path));
        QCOMPARE(form.action, path);
        set(form.fields, "reason", QStringLiteral("ill"));
        QCOMPARE(send(form).status, 200);
        QVERIFY(lastInvitee().cancellation);
        QCOMPARE(lastInvitee().cancellation->reason, QStringLiteral("ill"));
        QVERIFY(!lastInvitee().cancellation->byHost);
        QVERIFY(m_world.meetings().back().cancellation);
        QVERIFY(open(path).html.contains("was canceled"));
        QVERIFY(formOf(open(path)).action.isEmpty());
    }

    void reschedulePage_movesToAnOpenTime()
    {
        bookAt(QStringLiteral("/mara/30-min-intro"));
        const int old = lastInvitee().id;
        const WorldTime before = m_world.meetings().back().start;
        const QString path = QStringLiteral("/reschedulings/") + m_world.uuid(World::Thing::Invitee, old);
        const QString choice = linkIn(open(path), QStringLiteral("start_time"));
        QVERIFY(choice.startsWith(path));
        const PageAnswer done = send(formOf(open(choice)));
        QCOMPARE(done.status, 303);
        QCOMPARE(m_world.invitees()[static_cast<size_t>(old)].newInvitee, lastInvitee().id);
        QVERIFY(m_world.meetings().back().start != before);
        QVERIFY(open(path).html.contains("was moved"));
        QCOMPARE(linkIn(open(path), QStringLiteral("/booked/")), done.redirect.toString());
    }

    void pastMeeting_canNeitherBeCanceledNorMoved()
    {
        const QString uuid
            = m_world.uuid(World::Thing::Invitee, m_world.inviteesOf(QStringLiteral("ana@ruiz.example")).first());
        for (const QString &folder : {QStringLiteral("/cancellations/"), QStringLiteral("/reschedulings/")}) {
            const PageAnswer page = open(folder + uuid);
            QVERIFY(page.html.contains("has begun"));
            QVERIFY(formOf(page).action.isEmpty());
        }
    }

    void markupInNames_isShownAsText()
    {
        Form form = formOf(open(linkIn(open(QStringLiteral("/mara/30-min-intro")), QStringLiteral(":00Z"))));
        set(form.fields, "name", QStringLiteral("<img src=x onerror=alert(1)>"));
        set(form.fields, "email", QStringLiteral("x@example.org"));
        set(form.fields, "q0", QStringLiteral("y"));
        const PageAnswer done = send(form);
        QCOMPARE(done.status, 303);
        const PageAnswer shown = open(done.redirect.toString());
        QVERIFY(!shown.html.contains("<img"));
        QVERIFY(shown.html.contains("&lt;img src=x onerror=alert(1)&gt;"));
        const PageAnswer walk = open(QStringLiteral("/nils/walk"));
        QVERIFY(walk.html.contains("&lt;in front of the town hall&gt;"));
    }

    void poll_saysThatItCannotBeBooked()
    {
        const PageAnswer page = open(QStringLiteral("/mara/workshop-date"));
        QVERIFY(page.html.contains("poll"));
        QVERIFY(linkIn(page, QStringLiteral(":00Z")).isEmpty());
    }

    void slotAddressOfTheApi_opensTheForm()
    {
        const auto &type = m_world.eventTypes()[static_cast<size_t>(typeId(m_world, "/mara/30-min-intro"))];
        const auto slot = findSlots(m_world, type, m_world.now(), m_world.now() + WorldTime(7) * 86400000).value(0);
        const QUrl url(toJson(slot, type, m_world).value(QStringLiteral("scheduling_url")).toString());
        const PageAnswer page = m_pages.get(url.path(), QUrlQuery(url));
        QCOMPARE(page.status, 200);
        QVERIFY(!formOf(page).action.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPublicPages)
#include "tst_publicpages.moc"
