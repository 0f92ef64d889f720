// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrdialog.h"
#include "qrreader.h"
#include "toasthost.h"
#include "windowparts.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPalette>
#include <QPointer>
#include <QTest>

namespace {

const QUrl page(QStringLiteral("https://calendly.com/d/abc?utm_content=sd-1"));

} // namespace

/// The dialog of a QR code: what is seen, copied and saved can be read.
class TestQrDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(20);
        QVERIFY(m_world->startServer());
        m_world->startProgram();
        m_parts.reset(new MainWindowParts(windowParts(*m_world)));
        m_window = std::make_unique<QWidget>();
        m_toasts = new ToastHost(m_window.get());
        m_window->show();
        open(page);
    }

    void cleanup()
    {
        delete m_dialog;
        m_window.reset();
        m_parts.reset();
        m_world.reset();
    }

    void itIsReadFromTheScreenInTheDarkToo()
    {
        QCOMPARE(readQr(m_dialog->grab().toImage()), page.toString());
        QPalette dark(QColor(20, 20, 20));
        m_dialog->setPalette(dark);
        QCOMPARE(readQr(m_dialog->grab().toImage()), page.toString());
        QVERIFY(m_dialog->findChild<QWidget *>(QStringLiteral("code"))->accessibleName().contains(QLatin1String("calendly.com/d/abc")));
    }

    void theCopiedPictureIsRead()
    {
        QTest::mouseClick(button("copy"), Qt::LeftButton);
        QCOMPARE(readQr(QGuiApplication::clipboard()->image()), page.toString());
    }

    void theSavedFilesAreRead()
    {
        const QTemporaryDir folder;
        for (const char *name : {"savePng", "saveSvg"}) {
            QTest::mouseClick(button(name), Qt::LeftButton);
            auto *files = m_dialog->findChild<QFileDialog *>();
            QVERIFY(files);
            const QString suffix = files->defaultSuffix();
            QVERIFY(files->selectedFiles().first().endsWith(QLatin1String("QR code 30 min intro.") + suffix));
            const QString path = folder.filePath(QLatin1String("code.") + suffix);
            emit files->fileSelected(path);
            delete files;
            QCOMPARE(readQr(QImage(path)), page.toString());
        }
    }

    void anAddressThatIsTooLongIsSaid()
    {
        open(QUrl(QStringLiteral("https://calendly.com/") + QString(3000, QLatin1Char('a'))));
        QVERIFY(m_dialog->findChild<QLabel *>(QStringLiteral("problem"))->isVisible());
        QVERIFY(!button("copy")->isEnabled());
        QVERIFY(!button("savePng")->isEnabled());
    }

private:
    void open(const QUrl &url)
    {
        delete m_dialog;
        m_dialog = new QrDialog({.title = QStringLiteral("30 min / intro"), .url = url}, *m_parts, *m_toasts, m_window.get());
        m_dialog->open();
    }
    QAbstractButton *button(const char *name) const { return m_dialog->findChild<QAbstractButton *>(QLatin1String(name)); }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    QPointer<QrDialog> m_dialog;
};

QTEST_MAIN(TestQrDialog)
#include "tst_qrdialog.moc"
