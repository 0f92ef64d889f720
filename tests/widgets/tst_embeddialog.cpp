// SPDX-License-Identifier: GPL-3.0-or-later
#include "embeddialog.h"
#include "embedpreview.h"
#include "toasthost.h"
#include "windowparts.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSpinBox>
#include <QTest>

/// What is embedded, as somebody chooses it.
class TestEmbedDialog : public QObject
{
    Q_OBJECT

public slots:
    void openPage(const QUrl &page) { m_opened = page; }

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(20);
        QVERIFY(m_world->startSignedIn());
        m_parts.reset(new MainWindowParts(windowParts(*m_world)));
        m_window = std::make_unique<QWidget>();
        m_toasts = new ToastHost(m_window.get());
        m_window->show();
        m_preview = std::make_unique<EmbedPreview>();
        EventType type;
        type.name = QStringLiteral("30 min intro");
        type.schedulingUrl = QUrl(QStringLiteral("https://calendly.com/mara/intro"));
        m_dialog = new EmbedDialog(type, *m_preview, *m_parts, *m_toasts, m_window.get());
        m_dialog->open();
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "openPage");
    }

    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        delete m_dialog;
        m_preview.reset();
        m_window.reset();
        m_parts.reset();
        m_world.reset();
    }

    void whatIsShownIsCopied()
    {
        QVERIFY(snippet().contains(QLatin1String("data-url=\"https://calendly.com/mara/intro\"")));
        QVERIFY(!line("text")->isEnabled());
        button("popupWidget")->click();
        line("text")->setText(QStringLiteral("Meet </script> me"));
        line("buttonColor")->setText(QStringLiteral("#0B6E4F"));
        button("hideDetails")->click();
        line("background")->setText(QStringLiteral("fff"));
        QVERIFY(snippet().contains(QLatin1String("url: \"https://calendly.com/mara/intro?hide_event_type_details=1\\u0026background_color=ffffff\"")));
        QVERIFY(snippet().contains(QLatin1String("text: \"Meet \\u003c/script\\u003e me\", color: \"#0b6e4f\"")));
        const QString shown = snippet();
        QTest::mouseClick(button("copy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), shown);
    }

    void theLandingPageHidesItsOwnDetails()
    {
        auto *what = m_dialog->findChild<QComboBox *>(QStringLiteral("what"));
        QCOMPARE(what->count(), 2);
        what->setCurrentIndex(1);
        button("hideDetails")->click();
        QVERIFY(snippet().contains(m_world->program->account.account()->user.schedulingUrl.toString() + QLatin1String("?hide_landing_page_details=1")));
    }

    void itIsLookedAtInTheBrowser()
    {
        button("popupText")->click();
        QTest::mouseClick(button("look"), Qt::LeftButton);
        QVERIFY(m_opened.isLocalFile());
        const QString path = m_opened.toLocalFile();
        QFile page(path);
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().contains(snippet().toUtf8()));
        QVERIFY(m_dialog->isVisible());
        delete m_dialog;
        QVERIFY(QFile::exists(path)); // the browser may read it once more
        m_preview.reset();
        QVERIFY(!QFile::exists(path));
    }

private:
    QAbstractButton *button(const char *name) const { return m_dialog->findChild<QAbstractButton *>(QLatin1String(name)); }
    QLineEdit *line(const char *name) const { return m_dialog->findChild<QLineEdit *>(QLatin1String(name)); }
    QString snippet() const { return m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("snippet"))->toPlainText(); }

    QUrl m_opened;
    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<EmbedPreview> m_preview;
    ToastHost *m_toasts = nullptr;
    QPointer<EmbedDialog> m_dialog;
};

QTEST_MAIN(TestEmbedDialog)
#include "tst_embeddialog.moc"
