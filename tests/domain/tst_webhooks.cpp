// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookrules.h"
#include "webhooksignature.h"

#include <QTest>

#include <algorithm>

using Scope = WebhookSubscription::Scope;
using Verdict = SignatureCheck::Verdict;

namespace {

const QByteArray key = "a key of mine";
const QByteArray body = "{\"event\":\"invitee.created\",\"payload\":{\"name\":\"Zo\xc3\xab\"}}";
// printf '1795000000.<body>' | openssl dgst -sha256 -hmac 'a key of mine'
const QByteArray signature = "5f082084b1fa8134a690aac4335f9bf2fef1bff8b48cbf582a9d717b5bfd7ac6";
const QDateTime signedAt = QDateTime::fromSecsSinceEpoch(1795000000, Qt::UTC);

QByteArray header()
{
    return "t=1795000000,v1=" + signature;
}

Verdict verdict(const QByteArray &text, const QByteArray &line, const QByteArray &with, int secondsLater = 1)
{
    return checkSignature(text, line, with, signedAt.addSecs(secondsLater)).verdict;
}

} // namespace

/// What Calendly accepts in a webhook, and whether a delivery is Calendly's.
class TestWebhooks : public QObject
{
    Q_OBJECT

private slots:
    void aDeliveryThatWasSignedWithTheKeyIsValid()
    {
        const SignatureCheck check = checkSignature(body, header(), key, signedAt.addSecs(2));
        QCOMPARE(check.verdict, Verdict::Valid);
        QCOMPARE(check.signedAt, signedAt);
    }

    void theHeaderMayBePastedInAnyShape_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("whole line") << "Calendly-Webhook-Signature: " + header() + "\r\n";
        QTest::newRow("blanks") << " t = 1795000000 , v1 = " + signature;
        QTest::newRow("other order") << "v1=" + signature + ",t=1795000000";
        QTest::newRow("capitals") << "t=1795000000,v1=" + signature.toUpper();
        QTest::newRow("two signatures") << "t=1795000000,v1=" + QByteArray(64, '0') + ",v1=" + signature;
    }
    void theHeaderMayBePastedInAnyShape()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(verdict(body, line, key), Verdict::Valid);
    }

    void aLineBreakThatCopyingAddsDoesNoHarm()
    {
        QCOMPARE(verdict(body + "\n", header(), key), Verdict::Valid);
        QCOMPARE(verdict(body + "\r\n", header(), key), Verdict::Valid);
        QCOMPARE(verdict(body + "\n\n", header(), key), Verdict::Wrong);
    }

    void anyDifferenceIsWrong()
    {
        QCOMPARE(verdict(body, header(), "another key"), Verdict::Wrong);
        QCOMPARE(verdict(body + " ", header(), key), Verdict::Wrong);
        QCOMPARE(verdict({}, header(), key), Verdict::Wrong);
        QCOMPARE(verdict(body, "t=1795000001,v1=" + signature, key), Verdict::Wrong);
        QCOMPARE(verdict(body, "t=1795000000,v1=" + QByteArray(64, 'a'), key), Verdict::Wrong);
    }

    void afterThreeMinutesItIsTooOld()
    {
        QCOMPARE(verdict(body, header(), key, 180), Verdict::Valid);
        QCOMPARE(verdict(body, header(), key, 181), Verdict::TooOld);
        QCOMPARE(verdict(body, header(), "another key", 181), Verdict::Wrong);
    }

    void aHeaderThatSaysTooLittleIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("no header at all");
        QTest::newRow("no time") << "v1=" + signature;
        QTest::newRow("no signature") << QByteArray("t=1795000000");
        QTest::newRow("odd time") << "t=yesterday,v1=" + signature;
        QTest::newRow("cut") << header().chopped(1);
        QTest::newRow("not hex") << "t=1795000000,v1=" + QByteArray(64, 'g');
    }
    void aHeaderThatSaysTooLittleIsMalformed()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(verdict(body, line, key), Verdict::Malformed);
    }

    void eventsAreOfferedWhereTheyWork_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<Scope>("scope");
        QTest::addColumn<bool>("freePlan");
        QTest::addColumn<QStringList>("granted");
        QTest::addColumn<EventRefusal>("refusal");
        const QStringList unknown;
        const QStringList meetings{QStringLiteral("scheduled_events:write")};
        QTest::newRow("booked, mine") << "invitee.created" << Scope::User << true << unknown << EventRefusal::None;
        QTest::newRow("booked, all") << "invitee.created" << Scope::Organization << true << meetings << EventRefusal::None;
        QTest::newRow("recap, all") << "meeting_recap.created" << Scope::Organization << false << unknown << EventRefusal::NeedsUserScope;
        QTest::newRow("recap, free") << "meeting_recap.created" << Scope::User << true << unknown << EventRefusal::NeedsPaidPlan;
        QTest::newRow("form, mine") << "routing_form_submission.created" << Scope::User << false << unknown << EventRefusal::NeedsOrganizationScope;
        QTest::newRow("form, all") << "routing_form_submission.created" << Scope::Organization << false << unknown << EventRefusal::None;
        QTest::newRow("not granted") << "contact.created" << Scope::User << false << meetings << EventRefusal::NeedsPermission;
    }
    void eventsAreOfferedWhereTheyWork()
    {
        QFETCH(QString, event);
        QFETCH(Scope, scope);
        QFETCH(bool, freePlan);
        QFETCH(QStringList, granted);
        const auto &kinds = webhookEventKinds();
        const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const WebhookEventKind &kind) { return kind.name == event; });
        QVERIFY(found != kinds.end());
        QTEST(refusalOf(*found, scope, freePlan, granted), "refusal");
    }

    void addressesAreChecked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<AddressProblem>("problem");
        QTest::newRow("good") << " https://hooks.example.org/calendly?team=4 " << AddressProblem::None;
        QTest::newRow("empty") << "  " << AddressProblem::Missing;
        QTest::newRow("words") << "my server" << AddressProblem::NotAnAddress;
        QTest::newRow("no host") << "https:///in" << AddressProblem::NotAnAddress;
        QTest::newRow("http") << "http://hooks.example.org/" << AddressProblem::NotHttps;
        QTest::newRow("other scheme") << "ftp://hooks.example.org/" << AddressProblem::NotHttps;
        QTest::newRow("password") << "https://me:secret@hooks.example.org/" << AddressProblem::HasPassword;
        QTest::newRow("this computer") << "https://localhost:8443/in" << AddressProblem::ThisComputer;
        QTest::newRow("this computer's number") << "https://127.0.0.1/in" << AddressProblem::ThisComputer;
        QTest::newRow("long") << QStringLiteral("https://hooks.example.org/") + QString(2048, QLatin1Char('a')) << AddressProblem::TooLong;
    }
    void addressesAreChecked()
    {
        QFETCH(QString, address);
        QTEST(callbackProblem(address), "problem");
    }

    void addressesAreTheSameWithoutALastSlash()
    {
        const QUrl one(QStringLiteral("https://hooks.example.org/in"));
        QVERIFY(isSameAddress(one, QUrl(QStringLiteral("https://hooks.example.org/in/"))));
        QVERIFY(!isSameAddress(one, QUrl(QStringLiteral("https://hooks.example.org/in?x=1"))));
    }
};

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
