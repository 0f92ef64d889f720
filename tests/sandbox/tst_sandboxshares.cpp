// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingcheck.h"
#include "sandboxfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString shares = u"/shares"_s;

} // namespace

/// What can be done with a share after it was made.
class SandboxSharesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(m_box.start());
        const Answer made = m_box.mara().post(shares, {{u"event_type"_s, m_box.world().uri(World::Thing::EventType, m_box.soloType())},
                                                       {u"name"_s, u"For you"_s},
                                                       {u"duration"_s, 20}});
        QCOMPARE(made.status, 201);
        m_path = QUrl(made.resource().value(u"uri"_s).toString()).path();
        QVERIFY(m_path.startsWith(shares));
    }

    void share_isChangedWhereItSaysSo()
    {
        const Answer answer = patch(R"({"duration":45,"duration_options":[45]})");
        QCOMPARE(answer.status, 200);
        const QJsonValue changed = answer.resource().value(u"share_override"_s);
        QCOMPARE(changed[QLatin1String("duration")].toInt(), 45);
        QCOMPARE(changed[QLatin1String("name")].toString(), u"For you"_s);
        QCOMPARE(patch(R"({"duration":721})").parameter(), u"duration"_s);
    }

    void share_isTakenBack()
    {
        const qsizetype before = m_box.mara().get(shares).rows().size();
        QCOMPARE(m_box.clientOf(u"ottilie"_s)->remove(m_path).status, 403);
        QCOMPARE(m_box.mara().remove(m_path).status, 204);
        QCOMPARE(m_box.mara().remove(m_path).status, 404);
        QCOMPARE(patch("{}").status, 404);
        QCOMPARE(m_box.mara().get(shares).rows().size(), before - 1);
        const WorldLink &link = m_box.world().links().back();
        const auto refusal = refusalOf(m_box.world(), {.eventType = link.eventType, .link = link.id});
        QVERIFY(refusal && refusal->kind == BookingRefusal::Kind::LinkExpired);
    }

    void share_thatWasBookedStays()
    {
        m_box.world().useLink(m_box.world().links().back().id, 0);
        QCOMPARE(m_box.mara().remove(m_path).status, 403);
        QCOMPARE(patch("{}").status, 403);
        QCOMPARE(m_box.mara().get(shares, {{u"status"_s, u"used"_s}}).rows().last()[QLatin1String("uri")].toString().section(u'/', -1), m_path.section(u'/', -1));
    }

private:
    Answer patch(const QByteArray &body)
    {
        QNetworkRequest request = m_box.mara().request(m_path);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return m_box.mara().send("PATCH", request, body);
    }

    SandboxFixture m_box;
    QString m_path;
};

QTEST_GUILESS_MAIN(SandboxSharesTest)
#include "tst_sandboxshares.moc"
