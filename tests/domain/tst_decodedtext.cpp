// SPDX-License-Identifier: GPL-3.0-or-later
#include "decodedtext.h"

#include <QTest>

class TestDecodedText : public QObject
{
    Q_OBJECT

private slots:
    void filesAreReadAsTheyWereWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<DecodedText>("read");
        QTest::newRow("nothing") << QByteArray() << DecodedText{};
        QTest::newRow("utf-8") << QByteArray("Zo\xC3\xAB") << DecodedText{QStringLiteral("Zoë")};
        QTest::newRow("utf-8 with a mark") << QByteArray("\xEF\xBB\xBFZo\xC3\xAB") << DecodedText{QStringLiteral("Zoë")};
        QTest::newRow("a mark, and a broken end") << QByteArray("\xEF\xBB\xBFZo\xC3") << DecodedText{QStringLiteral("Zo\uFFFD")};
        QTest::newRow("utf-16, little end first") << QByteArray("\xFF\xFEZ\0o\0\xEB\0", 8) << DecodedText{QStringLiteral("Zoë")};
        QTest::newRow("utf-16, big end first") << QByteArray("\xFE\xFF\0Z\0o\0\xEB", 8) << DecodedText{QStringLiteral("Zoë")};
        QTest::newRow("windows-1252") << QByteArray("Zo\xEB; \x80 \x96 \x8A") << DecodedText{QStringLiteral("Zoë; € – Š"), true};
        QTest::newRow("windows-1252, one letter at the end") << QByteArray("Ren\xE9") << DecodedText{QStringLiteral("René"), true};
        QTest::newRow("what windows-1252 has not") << QByteArray("\x81") << DecodedText{QStringLiteral("\uFFFD"), true};
    }

    void filesAreReadAsTheyWereWritten()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(DecodedText, read);
        QCOMPARE(decodedText(bytes), read);
    }
};

QTEST_APPLESS_MAIN(TestDecodedText)
#include "tst_decodedtext.moc"
