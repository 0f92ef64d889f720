// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"

#include "incomplete.h"
#include "schedulestate.h"
#include "untrusted.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyKind_isSaidInWords_data();
    void everyKind_isSaidInWords();
    void connectionThatIsNotTrusted_isNotCalledOffline();
    void openOutcome_isSaidToBeOpen();
    void incompleteList_isSaidToBeOne();
    void banner_namesWhatKeepsCalendlyAway();
    void aStoreThatCannotBeOpened_isNamedInPlaceOfTheSchedule();
    void aPauseWhileReading_isNotCalledReading();
    void missingPermission_isNamed();
    void planAndRole_areToldApart();
};

void TestErrorText::everyKind_isSaidInWords_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = int(Error::Kind::Offline); kind <= int(Error::Kind::Stopped); ++kind)
        QTest::addRow("kind %d", kind) << kind;
}

void TestErrorText::everyKind_isSaidInWords()
{
    QFETCH(int, kind);
    const Error error{
        .kind = Error::Kind(kind), .message = QStringLiteral("secret 500 https://example.com"), .httpStatus = 500};
    const ErrorText text = errorText(error);
    static const QRegularExpression codes(QStringLiteral("[0-9]|://|secret"));
    for (const QString &said : {text.title, text.sentence, errorSentence(error), whyUnread(error)}) {
        QVERIFY(!said.isEmpty());
        QVERIFY2(!said.contains(codes), qPrintable(said));
        QVERIFY(!said.contains(QLatin1Char('!')));
    }
    QVERIFY(!text.iconName.isEmpty());
    QVERIFY(errorSentence(error).endsWith(QLatin1Char('.')));
}

void TestErrorText::connectionThatIsNotTrusted_isNotCalledOffline()
{
    const Error error = untrusted(QStringLiteral("No secure connection"));
    QVERIFY(!outcomeUnknown(error));
    const ErrorText text = errorText(error);
    for (const QString &said : {text.title + text.sentence, errorSentence(error)}) {
        QVERIFY2(said.contains(QLatin1String("No secure connection to Calendly")), qPrintable(said));
        QVERIFY(said.contains(QLatin1String("date of this computer")));
        QVERIFY(!said.contains(QLatin1String("offline")) && !said.contains(QLatin1String("online")));
    }
}

void TestErrorText::openOutcome_isSaidToBeOpen()
{
    for (int kind = int(Error::Kind::Offline); kind <= int(Error::Kind::Stopped); ++kind) {
        const Error error{.kind = Error::Kind(kind)};
        QCOMPARE(errorSentence(error).contains(QStringLiteral("not known")), outcomeUnknown(error));
    }
}

void TestErrorText::incompleteList_isSaidToBeOne()
{
    const Error error = incomplete(QStringLiteral("The same page was named twice"));
    QVERIFY(outcomeUnknown(error));
    for (const QString &said : {errorText(error).title, errorSentence(error), whyUnread(error)})
        QVERIFY2(said.startsWith(QLatin1String("Part of the list is missing")), qPrintable(said));
    QVERIFY(errorSentence(error).contains(QLatin1String("not known")));
}

void TestErrorText::banner_namesWhatKeepsCalendlyAway()
{
    ScheduleFacts facts;
    facts.shown = 1;
    facts.sync = SyncService::State::Offline;
    facts.offlineSince = facts.lastSync = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    AgendaSetting setting;
    setting.zone = QTimeZone::utc();
    setting.now = facts.offlineSince.addSecs(60);
    const auto said = [&](const Error &problem) {
        facts.problem = problem;
        return scheduleBanner(facts, setting)->text;
    };
    QVERIFY(said({.kind = Error::Kind::Offline}).startsWith(QLatin1String("Offline since ")));
    QVERIFY(said(untrusted({})).startsWith(QLatin1String("No secure connection to Calendly since ")));
    QVERIFY(said({.kind = Error::Kind::Malformed}).contains(QLatin1String("may ask for a sign-in")));
}

void TestErrorText::aStoreThatCannotBeOpened_isNamedInPlaceOfTheSchedule()
{
    const ScheduleFacts facts{.firstFill = true, .sync = SyncService::State::Failed, .problem = Error{.kind = Error::Kind::Storage}};
    const auto panel = schedulePanel(facts, {}, {.now = QDateTime(QDate(2026, 11, 28), QTime(9, 0), Qt::UTC), .zone = QTimeZone::utc()});
    QVERIFY(panel);
    QCOMPARE(panel->title, QStringLiteral("Meetings cannot be stored on this computer"));
    QVERIFY2(panel->sentence.contains(QLatin1String("Your meetings in Calendly are not affected")), qPrintable(panel->sentence));
    QCOMPARE(panel->does, ScheduleButton::TryAgain);
    ScheduleFacts shown = facts;
    shown.shown = 18;
    shown.firstFill = false;
    const auto banner = scheduleBanner(shown, {.now = QDateTime(QDate(2026, 11, 28), QTime(9, 0), Qt::UTC), .zone = QTimeZone::utc()});
    QVERIFY(banner);
    QVERIFY2(banner->text.startsWith(QLatin1String("Meetings cannot be stored on this computer.")), qPrintable(banner->text));
}

void TestErrorText::aPauseWhileReading_isNotCalledReading()
{
    const ScheduleFacts paused{.firstFill = true, .sync = SyncService::State::Paused};
    QVERIFY(isLoading(paused));
    const QString text = loadingText(paused, {.meetingsRead = 100});
    QVERIFY2(text.startsWith(QLatin1String("Calendly takes no more calls")), qPrintable(text));
    QVERIFY2(text.endsWith(QLatin1String("100 are here.")), qPrintable(text));
    QVERIFY(loadingText({.firstFill = true, .sync = SyncService::State::Checking}, {}).startsWith(QLatin1String("Reading meetings")));
}

void TestErrorText::missingPermission_isNamed()
{
    Error error{.kind = Error::Kind::ScopeMissing, .message = QStringLiteral("You do not have the required scope")};
    QVERIFY(errorSentence(error).startsWith(QLatin1String("This sign-in lacks a permission for this.")));
    error.requiredScopes = {QStringLiteral("scheduling_links:write")};
    const QString named = QStringLiteral("This sign-in lacks the permission “Single-use links” (scheduling_links:write).");
    QCOMPARE(whyUnread(error), named);
    for (const QString &said : {errorSentence(error), errorText(error).sentence}) {
        QVERIFY2(said.startsWith(named), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("“Permissions…”")), qPrintable(said)); // where it can be allowed
    }
    error.requiredScopes = {QStringLiteral("users:read")}; // without which there is nothing else that works
    QVERIFY(errorText(error).sentence.contains(QLatin1String("(users:read)")));
    QVERIFY(!errorText(error).sentence.contains(QLatin1String("Everything else")));
    error.requiredScopes = {QStringLiteral("contacts:read"), QStringLiteral("webhooks:read\nX")};
    QCOMPARE(whyUnread(error), QStringLiteral("This sign-in lacks permissions: contacts:read, “Webhooks: read” (webhooks:read X)."));
}

void TestErrorText::planAndRole_areToldApart()
{
    const Error plan{.kind = Error::Kind::NotAllowed, .message = QStringLiteral("Please upgrade your Calendly account to Enterprise.")};
    const Error role{.kind = Error::Kind::NotAllowed, .message = QStringLiteral("You do not have permission")};
    for (const QString &said : {errorText(plan).sentence, errorSentence(plan), whyUnread(plan)})
        QVERIFY2(said.contains(QLatin1String("bigger plan")) && !said.contains(QLatin1String("role")), qPrintable(said));
    for (const QString &said : {errorText(role).sentence, errorSentence(role), whyUnread(role)})
        QVERIFY2(said.contains(QLatin1String("Your role")), qPrintable(said));
}

QTEST_APPLESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
