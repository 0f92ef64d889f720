// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingdraft.h"
#include "linkservice.h"
#include "parametersdialog.h"
#include "parametersform.h"
#include "toasthost.h"
#include "windowparts.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTest>

namespace {

EventType typeWithQuestions()
{
    EventType type;
    type.uri = QUrl(QStringLiteral("https://api.calendly.com/event_types/T1"));
    type.name = QStringLiteral("30 min <intro>");
    type.schedulingUrl = QUrl(QStringLiteral("https://calendly.com/mara/intro?month=2026-11"));
    type.customQuestions = {{.name = QStringLiteral("What about?"), .type = QStringLiteral("text"), .position = 0},
                            {.name = QStringLiteral("Which team?"), .type = QStringLiteral("single_select"), .position = 1,
                             .answerChoices = {QStringLiteral("Sales"), QStringLiteral("Support")}}};
    return type;
}

} // namespace

/// A link gets parameters, as somebody types them.
class TestParametersDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(20);
        QVERIFY(m_world->startServer());
        m_world->startProgram();
        m_parts.reset(new MainWindowParts(windowParts(*m_world)));
        m_parts->remembered = [this](const QString &key) { return m_settings.value(key); };
        m_parts->remember = [this](const QString &key, const QVariant &value) { m_settings.insert(key, value); };
        m_window = std::make_unique<QWidget>();
        m_toasts = new ToastHost(m_window.get());
        m_window->show();
        const EventType type = typeWithQuestions();
        open({.title = type.name, .url = type.schedulingUrl, .type = type});
    }

    void cleanup()
    {
        delete m_dialog;
        m_window.reset();
        m_parts.reset();
        m_world.reset();
        m_settings.clear();
    }

    void theAddressIsShownAsItIsTyped()
    {
        QCOMPARE(address(), QStringLiteral("https://calendly.com/mara/intro?month=2026-11"));
        QTest::keyClicks(line("name"), QStringLiteral("Zoe & Co"));
        QTest::keyClicks(line("utm_source"), QStringLiteral("news"));
        QCOMPARE(address(), QStringLiteral("https://calendly.com/mara/intro?month=2026-11&utm_source=news&name=Zoe%20%26%20Co"));
        QTest::mouseClick(button("copy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://calendly.com/mara/intro?month=2026-11&utm_source=news&name=Zoe%20%26%20Co"));
    }

    void answersAndThePageAreSaidToo()
    {
        m_dialog->findChild<QWidget *>(QStringLiteral("a1"))->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("Prices\n50%"));
        m_dialog->findChild<QWidget *>(QStringLiteral("a2"))->findChild<QComboBox *>()->setCurrentIndex(2);
        m_dialog->findChild<QComboBox *>(QStringLiteral("opens"))->setCurrentIndex(2);
        box("hide_gdpr_banner")->setChecked(true);
        line("text_color")->setText(QStringLiteral("#FFF"));
        line("primary_color")->setText(QStringLiteral("greenish"));
        QCOMPARE(address(), QStringLiteral("https://calendly.com/mara/intro?a1=Prices%0A50%25&a2=2&month=2026-11&date=2026-11-18&hide_gdpr_banner=1&text_color=ffffff"));
        QVERIFY(faults().contains(QLatin1String("six digits")));
    }

    void whatIsNoAddressIsSaid()
    {
        QTest::keyClicks(line("email"), QStringLiteral("zoe"));
        QVERIFY(faults().contains(QLatin1String("not an e-mail address")));
        QTest::keyClicks(line("email"), QStringLiteral("+x@example.org"));
        QCOMPARE(faults(), QString());
        QVERIFY(address().endsWith(QLatin1String("email=zoe%2Bx%40example.org")));
    }

    void markdownAndNameCarryTheParameters()
    {
        line("utm_source")->setText(QStringLiteral("a(b)"));
        QTest::mouseClick(button("copyMarkdown"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("[30 min \\<intro\\>](https://calendly.com/mara/intro?month=2026-11&utm_source=a%28b%29)"));
        const EventType type = typeWithQuestions();
        open({.title = type.name, .url = type.schedulingUrl, .type = type});
        line("utm_source")->setText(QStringLiteral("x"));
        QTest::mouseClick(button("copyNamed"), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(
            QLatin1String("<a href=\"https://calendly.com/mara/intro?month=2026-11&amp;utm_source=x\">30 min &lt;intro&gt;</a>")));
    }

    void aPresetKeepsAllButThePerson()
    {
        line("utm_source")->setText(QStringLiteral("news"));
        line("name")->setText(QStringLiteral("Zoe"));
        m_dialog->findChild<QWidget *>(QStringLiteral("a2"))->findChild<QComboBox *>()->setCurrentIndex(1);
        save(QStringLiteral("Newsletter"));
        QVERIFY(!m_settings.value(QStringLiteral("links/presets")).toString().contains(QLatin1String("Zoe")));
        line("utm_source")->clear();
        line("name")->setText(QStringLiteral("Bo"));
        choosePreset(QStringLiteral("Newsletter"));
        QCOMPARE(address(), QStringLiteral("https://calendly.com/mara/intro?month=2026-11&utm_source=news&name=Bo&a2=1"));
        // The questions of another type are other questions.
        EventType other = typeWithQuestions();
        other.uri = QUrl(QStringLiteral("https://api.calendly.com/event_types/T2"));
        open({.title = other.name, .url = other.schedulingUrl, .type = other});
        choosePreset(QStringLiteral("Newsletter"));
        QCOMPARE(address(), QStringLiteral("https://calendly.com/mara/intro?month=2026-11&utm_source=news"));
    }

    void aDeletedPresetCanBeHadBack()
    {
        line("utm_source")->setText(QStringLiteral("news"));
        save(QStringLiteral("Newsletter"));
        QTest::mouseClick(button("deletePreset"), Qt::LeftButton);
        QCOMPARE(LinkPresets(*m_parts).all().size(), 0);
        for (QAbstractButton *undo : m_window->findChildren<QAbstractButton *>()) {
            if (undo->text() == QLatin1String("Undo"))
                undo->click();
        }
        QCOMPARE(LinkPresets(*m_parts).all().size(), 1);
        QCOMPARE(presets()->currentText(), QStringLiteral("Newsletter"));
    }

    void aSingleUseLinkStaysKnownByItsToken()
    {
        open({.title = QStringLiteral("Intro"), .url = QUrl(QStringLiteral("https://calendly.com/d/abc?utm_content=sd-1")), .ledgerId = QStringLiteral("L1")});
        QVERIFY(!line("utm_content")->isEnabled());
        line("name")->setText(QStringLiteral("Bo"));
        QCOMPARE(address(), QStringLiteral("https://calendly.com/d/abc?utm_content=sd-1&name=Bo"));
        LinkPresets(*m_parts).save({.name = QStringLiteral("P"), .parameters = {{QStringLiteral("utm_content"), QStringLiteral("mine")}}});
        open({.title = QStringLiteral("Intro"), .url = QUrl(QStringLiteral("https://calendly.com/d/abc?utm_content=sd-1")), .ledgerId = QStringLiteral("L1")});
        choosePreset(QStringLiteral("P"));
        QCOMPARE(address(), QStringLiteral("https://calendly.com/d/abc?utm_content=sd-1"));
    }

private:
    void open(const LinkTarget &target)
    {
        delete m_dialog;
        m_dialog = new ParametersDialog(target, *m_parts, *m_toasts, m_window.get());
        m_dialog->open();
    }
    QAbstractButton *button(const char *name) const { return m_dialog->findChild<QAbstractButton *>(QLatin1String(name)); }
    QAbstractButton *box(const char *name) const { return button(name); }
    QLineEdit *line(const char *name) const { return m_dialog->findChild<QLineEdit *>(QLatin1String(name)); }
    QString address() const { return m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("address"))->toPlainText(); }
    QComboBox *presets() const { return m_dialog->findChild<QComboBox *>(QStringLiteral("preset")); }
    QString faults() const
    {
        QStringList texts;
        for (const QLabel *fault : m_dialog->findChildren<QLabel *>(QStringLiteral("fault"))) {
            if (fault->isVisible())
                texts.append(fault->text());
        }
        return texts.join(QLatin1Char('\n'));
    }
    void save(const QString &name)
    {
        QTest::mouseClick(button("savePreset"), Qt::LeftButton);
        auto *question = m_dialog->findChild<QInputDialog *>(QStringLiteral("presetName"));
        QVERIFY(question);
        question->setTextValue(name);
        question->accept();
        QCOMPARE(presets()->currentText(), name);
    }
    void choosePreset(const QString &name)
    {
        presets()->setCurrentText(name);
        emit presets()->activated(presets()->currentIndex()); // as choosing it from the list does, even when it was current
        QCOMPARE(presets()->currentText(), name);
    }

    QMap<QString, QVariant> m_settings;
    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    QPointer<ParametersDialog> m_dialog;
};

QTEST_MAIN(TestParametersDialog)
#include "tst_parametersdialog.moc"
