// SPDX-License-Identifier: GPL-3.0-or-later
#include "embedsnippet.h"

#include <QRegularExpression>
#include <QTest>

namespace {

EmbedOptions options(EmbedOptions::Kind kind)
{
    return {.kind = kind, .link = QUrl(QStringLiteral("https://calendly.com/mara/intro?hide_gdpr_banner=1&text_color=fff000")), .text = QStringLiteral("Book me")};
}

const QString page = QStringLiteral("https://calendly.com/mara/intro?hide_gdpr_banner=1&amp;text_color=fff000");

} // namespace

/// What is pasted into somebody's page.
class TestEmbedSnippet : public QObject
{
    Q_OBJECT

private slots:
    void inThePage()
    {
        EmbedOptions wanted = options(EmbedOptions::Kind::Inline);
        wanted.height = 900;
        const QString html = embedSnippet(wanted);
        QVERIFY(html.contains(QLatin1String("class=\"calendly-inline-widget\" data-url=\"") + page + QLatin1String("\" style=\"min-width:320px;height:900px;\"")));
        QVERIFY(html.contains(QLatin1String("widget.js")));
    }

    void fromALinkThatWorksWithoutScripts()
    {
        const QString html = embedSnippet(options(EmbedOptions::Kind::PopupText));
        QVERIFY(html.contains(QLatin1String("<a href=\"") + page + QLatin1String("\" onclick=\"Calendly.initPopupWidget({url: &quot;")));
        QVERIFY(html.endsWith(QLatin1String(">Book me</a>\n")));
        QVERIFY(html.contains(QLatin1String("widget.css")));
    }

    void fromAButtonInItsColors()
    {
        EmbedOptions wanted = options(EmbedOptions::Kind::PopupWidget);
        QVERIFY(!embedSnippet(wanted).contains(QLatin1String("olor: ")));
        wanted.buttonColor = QStringLiteral("0b6e4f");
        wanted.buttonTextColor = QStringLiteral("ffffff");
        const QString html = embedSnippet(wanted);
        QVERIFY(html.contains(QLatin1String("text: \"Book me\", color: \"#0b6e4f\", textColor: \"#ffffff\"")));
    }

    void noTextBreaksOut_data()
    {
        QTest::addColumn<EmbedOptions::Kind>("kind");
        QTest::newRow("text") << EmbedOptions::Kind::PopupText;
        QTest::newRow("widget") << EmbedOptions::Kind::PopupWidget;
    }
    void noTextBreaksOut()
    {
        QFETCH(EmbedOptions::Kind, kind);
        const QStringList evil{QStringLiteral("</script><script>alert(1)</script>"), QStringLiteral("\"); alert(1); (\""), QStringLiteral("\" onclick=\"alert(1)"),
                               QStringLiteral("\\"), QStringLiteral("a\nb\u2028c"), QStringLiteral("&quot;}); alert(1)")};
        EmbedOptions wanted = options(kind);
        const QString plain = embedSnippet(wanted);
        for (const QString &text : evil) {
            wanted.text = text;
            const QString html = embedSnippet(wanted);
            // As many scripts, tags and quoted attributes as with harmless text.
            QCOMPARE(html.count(QLatin1String("<script")), plain.count(QLatin1String("<script")));
            QCOMPARE(html.count(QLatin1Char('<')), plain.count(QLatin1Char('<')));
            QCOMPARE(html.count(QLatin1String("onclick=\"")), plain.count(QLatin1String("onclick=\"")));
            static const QRegularExpression unescaped(QStringLiteral("(?<!\\\\)(?:\\\\\\\\)*\""));
            QCOMPARE(html.count(unescaped), plain.count(unescaped));
        }
        wanted.text = evil.at(4);
        if (kind == EmbedOptions::Kind::PopupWidget)
            QVERIFY(embedSnippet(wanted).contains(QLatin1String("text: \"a\\nb\\u2028c\"")));
    }

    void thePageToLookAtHoldsTheSame()
    {
        const EmbedOptions wanted = options(EmbedOptions::Kind::Inline);
        const QByteArray html = embedPage(wanted, QStringLiteral("<i>Intro</i>"), QStringLiteral("A & B"));
        QVERIFY(html.contains(embedSnippet(wanted).toUtf8()));
        QVERIFY(html.contains("<title>&lt;i&gt;Intro&lt;/i&gt;</title>"));
        QVERIFY(html.contains("A &amp; B"));
    }
};

QTEST_APPLESS_MAIN(TestEmbedSnippet)
#include "tst_embedsnippet.moc"
