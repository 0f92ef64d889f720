// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"

#include <QRegularExpression>
#include <QTest>

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyKind_isSaidInWords_data();
    void everyKind_isSaidInWords();
    void openOutcome_isSaidToBeOpen();
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
    for (const QString &said : {text.title, text.sentence, errorSentence(error)}) {
        QVERIFY(!said.isEmpty());
        QVERIFY2(!said.contains(codes), qPrintable(said));
        QVERIFY(!said.contains(QLatin1Char('!')));
    }
    QVERIFY(!text.iconName.isEmpty());
    QVERIFY(errorSentence(error).endsWith(QLatin1Char('.')));
}

void TestErrorText::openOutcome_isSaidToBeOpen()
{
    for (int kind = int(Error::Kind::Offline); kind <= int(Error::Kind::Stopped); ++kind) {
        const Error error{.kind = Error::Kind(kind)};
        QCOMPARE(errorSentence(error).contains(QStringLiteral("not known")), outcomeUnknown(error));
    }
}

QTEST_APPLESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
