// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkparameters.h"

#include <QTest>
#include <QUrlQuery>

namespace {

const QUrl page(QStringLiteral("https://calendly.com/mara/intro"));

QString addressWith(const QString &name, const QString &value, const QUrl &link = page)
{
    return withParameters(link, {{name, value}}).toString(QUrl::FullyEncoded);
}

/// As a server takes a query apart: at "&" and "=", with "+" for a space.
QMap<QString, QString> readBack(const QUrl &link)
{
    QMap<QString, QString> values;
    const QList<QByteArray> pairs = link.query(QUrl::FullyEncoded).toLatin1().split('&');
    for (QByteArray pair : pairs) {
        pair.replace('+', ' ');
        const qsizetype sign = pair.indexOf('=');
        values.insert(QUrl::fromPercentEncoding(pair.left(sign)), QUrl::fromPercentEncoding(pair.mid(sign + 1)));
    }
    return values;
}

} // namespace

/// What a link says beyond its address, as a server reads it.
class TestLinkParameters : public QObject
{
    Q_OBJECT

private slots:
    void anyTextComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoded");
        QTest::newRow("and sign") << QStringLiteral("R&D") << QStringLiteral("R%26D");
        QTest::newRow("plus") << QStringLiteral("mara+work@example.org") << QStringLiteral("mara%2Bwork%40example.org");
        QTest::newRow("percent") << QStringLiteral("50% off") << QStringLiteral("50%25%20off");
        QTest::newRow("looks encoded") << QStringLiteral("%26") << QStringLiteral("%2526");
        QTest::newRow("equals and question mark") << QStringLiteral("a=b?c") << QStringLiteral("a%3Db%3Fc");
        QTest::newRow("number sign") << QStringLiteral("case #7") << QStringLiteral("case%20%237");
        QTest::newRow("emoji") << QStringLiteral("👋🏽") << QStringLiteral("%F0%9F%91%8B%F0%9F%8F%BD");
        QTest::newRow("two lines") << QStringLiteral("one\ntwo") << QStringLiteral("one%0Atwo");
        QTest::newRow("right to left") << QStringLiteral("שלום") << QStringLiteral("%D7%A9%D7%9C%D7%95%D7%9D");
        QTest::newRow("quotes") << QStringLiteral("\"<b>'") << QStringLiteral("%22%3Cb%3E%27");
    }
    void anyTextComesBackAsItWas()
    {
        QFETCH(QString, text);
        QFETCH(QString, encoded);
        const QUrl link = withParameters(page, {{QStringLiteral("name"), text}, {QStringLiteral("utm_source"), QStringLiteral("news")}});
        QCOMPARE(link.toString(QUrl::FullyEncoded), QStringLiteral("https://calendly.com/mara/intro?utm_source=news&name=") + encoded);
        QCOMPARE(readBack(link).value(QStringLiteral("name")), text);
        QCOMPARE(readBack(link).size(), 2);
        // A browser reads the address again from the clipboard.
        QCOMPARE(QUrl(link.toString(QUrl::FullyEncoded)).toString(QUrl::FullyEncoded), link.toString(QUrl::FullyEncoded));
    }

    void theyStandInAFixedOrder()
    {
        LinkParameters parameters;
        for (const QString &name : {QStringLiteral("a10"), QStringLiteral("a2"), QStringLiteral("primary_color"), QStringLiteral("email"),
                                    QStringLiteral("utm_term"), QStringLiteral("utm_source")})
            parameters.insert(name, QStringLiteral("x"));
        QCOMPARE(withParameters(page, parameters).query(), QStringLiteral("utm_source=x&utm_term=x&email=x&a2=x&a10=x&primary_color=x"));
    }

    void whatTheAddressSaysAlreadyStays()
    {
        const QUrl slot(QStringLiteral("https://calendly.com/mara/intro?month=2026-11&x=a%2Bb"));
        QCOMPARE(addressWith(QStringLiteral("name"), QStringLiteral("Bo"), slot), slot.toString(QUrl::FullyEncoded) + QStringLiteral("&name=Bo"));
        QCOMPARE(addressWith(QStringLiteral("month"), QStringLiteral("2027-01"), slot),
                 QStringLiteral("https://calendly.com/mara/intro?x=a%2Bb&month=2027-01"));
    }

    void whatIsEmptyIsNotSaid()
    {
        QCOMPARE(addressWith(QStringLiteral("name"), QStringLiteral("  ")), page.toString());
        QCOMPARE(withParameters(page, {}), page);
    }

    void choicesAreSaidByNumber()
    {
        CustomQuestion question;
        question.type = QStringLiteral("multi_select");
        question.answerChoices = {QStringLiteral("Sales"), QStringLiteral("Support"), QStringLiteral("Other, please say")};
        QCOMPARE(answerParameter(question, QStringLiteral("Support\nOther, please say\nNot there")), QStringLiteral("2,3"));
        QCOMPARE(answerFrom(question, QStringLiteral("2,3,9,x")), QStringLiteral("Support\nOther, please say"));
        question.type = QStringLiteral("single_select");
        QCOMPARE(answerParameter(question, QStringLiteral("Sales")), QStringLiteral("1"));
        question.type = QStringLiteral("text");
        QCOMPARE(answerParameter(question, QStringLiteral("Sales\nand more")), QStringLiteral("Sales\nand more"));
    }

    void colorsAreSixDigits()
    {
        QCOMPARE(colorParameter(QStringLiteral(" #0B6E4F ")), QStringLiteral("0b6e4f"));
        QCOMPARE(colorParameter(QStringLiteral("06f")), QStringLiteral("0066ff"));
        QCOMPARE(colorParameter(QStringLiteral("green")), QString());
        QCOMPARE(colorParameter(QStringLiteral("#12345")), QString());
    }

    void whatIsKeptIsNotAboutAPersonOrADay()
    {
        const LinkParameters all{{QStringLiteral("name"), QStringLiteral("Bo")},      {QStringLiteral("email"), QStringLiteral("bo@example.org")},
                                 {QStringLiteral("guests"), QStringLiteral("x@y.z")}, {QStringLiteral("location"), QStringLiteral("+49 30 1")},
                                 {QStringLiteral("a1"), QStringLiteral("2")},         {QStringLiteral("utm_source"), QStringLiteral("news")},
                                 {QStringLiteral("date"), QStringLiteral("2026-11-20")}};
        const LinkParameters kept{{QStringLiteral("a1"), QStringLiteral("2")}, {QStringLiteral("utm_source"), QStringLiteral("news")}};
        QCOMPARE(worthKeeping(all), kept);
        QCOMPARE(linkParametersFrom(toJson(kept)), kept);
        QCOMPARE(linkParametersFrom({{QStringLiteral("a1"), 7}}), LinkParameters());
    }
};

QTEST_APPLESS_MAIN(TestLinkParameters)
#include "tst_linkparameters.moc"
