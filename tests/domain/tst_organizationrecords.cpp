// SPDX-License-Identifier: GPL-3.0-or-later
#include "activityentry.h"
#include "routingform.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// Routing forms, what was sent with them, and the activity log, as Calendly may write them.
class OrganizationRecordsTest : public QObject
{
    Q_OBJECT

private slots:
    void aFormIsReadWithItsQuestions()
    {
        const QJsonObject topic{{u"name"_s, u"Topic"_s}, {u"type"_s, u"select"_s}, {u"required"_s, true}, {u"answer_choices"_s, QJsonArray{u"A"_s, u"B"_s}}};
        const QJsonObject more{{u"name"_s, u"More"_s}, {u"type"_s, u"textarea"_s}, {u"answer_choices"_s, QJsonValue()}};
        const Result<RoutingForm> form = routingFormFromJson({{u"uri"_s, u"https://api.calendly.com/routing_forms/1"_s},
                                                              {u"name"_s, u"Which call?"_s},
                                                              {u"status"_s, u"published"_s},
                                                              {u"questions"_s, QJsonArray{topic, more}},
                                                              {u"created_at"_s, u"2026-11-01T10:00:00Z"_s}});
        QVERIFY(form);
        QVERIFY(form->published);
        QCOMPARE(form->questions.size(), 2);
        QCOMPARE(form->questions.first().choices, (QStringList{u"A"_s, u"B"_s}));
        QVERIFY(form->questions.first().required);
        QVERIFY(form->questions.last().choices.isEmpty());
        QVERIFY(!routingFormFromJson({{u"name"_s, u"No address"_s}}));
    }

    void whereASubmissionLedIsRead_data()
    {
        QTest::addColumn<QJsonValue>("result");
        QTest::addColumn<RoutingSubmission::Led>("led");
        QTest::addColumn<QString>("text");
        using Led = RoutingSubmission::Led;
        const auto result = [](const QString &type, const QJsonValue &value) { return QJsonValue(QJsonObject{{u"type"_s, type}, {u"value"_s, value}}); };
        QTest::newRow("event type") << result(u"event_type"_s, u"https://api.calendly.com/event_types/1"_s) << Led::EventType
                                    << u"https://api.calendly.com/event_types/1"_s;
        QTest::newRow("address") << result(u"external_url"_s, u"https://example.com/a"_s) << Led::Address << u"https://example.com/a"_s;
        QTest::newRow("a script is no address") << result(u"external_url"_s, u"javascript:alert"_s) << Led::Address << QString();
        QTest::newRow("message") << result(u"custom_message"_s, QJsonObject{{u"headline"_s, u"Thanks"_s}, {u"body"_s, u"Soon"_s}}) << Led::Message
                                 << u"Thanks\nSoon"_s;
        QTest::newRow("something new") << result(u"hologram"_s, 1) << Led::Unknown << QString();
        QTest::newRow("nothing") << QJsonValue() << Led::Unknown << QString();
    }
    void whereASubmissionLedIsRead()
    {
        QFETCH(QJsonValue, result);
        const QJsonObject answer{{u"question"_s, u"Topic"_s}, {u"answer"_s, QJsonValue()}};
        const Result<RoutingSubmission> submission = routingSubmissionFromJson({{u"uri"_s, u"https://api.calendly.com/routing_form_submissions/1"_s},
                                                                                {u"submitter"_s, QJsonValue()},
                                                                                {u"tracking"_s, QJsonObject{{u"utm_source"_s, u"web"_s}}},
                                                                                {u"questions_and_answers"_s, QJsonArray{answer}},
                                                                                {u"result"_s, result}});
        QVERIFY(submission);
        QTEST(submission->led, "led");
        QTEST(submission->led == RoutingSubmission::Led::Message ? submission->message : submission->target.toString(), "text");
        QCOMPARE(submission->tracking.utmSource, u"web"_s);
        QCOMPARE(submission->answers.size(), 1);
    }

    void anActivityNeedsATimeAndLittleElse()
    {
        const Result<ActivityEntry> entry
            = activityEntryFromJson({{u"occurred_at"_s, u"2026-11-01T10:00:00.123Z"_s}, {u"namespace"_s, u"User"_s}, {u"action"_s, u"Add"_s}});
        QVERIFY(entry);
        QVERIFY(entry->actor.isEmpty());
        QVERIFY(!activityEntryFromJson({{u"namespace"_s, u"User"_s}}));
    }
};

QTEST_GUILESS_MAIN(OrganizationRecordsTest)
#include "tst_organizationrecords.moc"
