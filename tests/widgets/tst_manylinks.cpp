// SPDX-License-Identifier: GPL-3.0-or-later
#include "manylinksdialog.h"
#include "toasthost.h"
#include "windowparts.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace {

const QString making = QStringLiteral("POST /scheduling_links");

} // namespace

/// A list of names becomes links, as somebody does it in the window.
class TestManyLinks : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(40);
        QVERIFY(m_world->startSignedIn());
        bool listed = false;
        m_world->program->eventTypes.refresh(m_world->calendly.person(), this, [&](const Result<Done> &done) { listed = done.has_value(); });
        QTRY_VERIFY(listed);
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_world));
        m_window = std::make_unique<QWidget>();
        m_toasts = new ToastHost(m_window.get());
        m_window->show();
        open();
    }

    void cleanup()
    {
        delete m_dialog;
        m_window.reset();
        m_parts.reset();
        m_world.reset();
    }

    void aPastedListBecomesLinks()
    {
        QVERIFY(!button("make")->isEnabled());
        list()->setPlainText(QStringLiteral("name,e-mail\nAna Ruiz,ana@example.org\nBo,bo@example.org\nBo,bo@example.org\n"));
        QVERIFY(button("make")->isEnabled());
        QVERIFY(says("found").contains(QLatin1String("The first row names the columns.")));
        QTest::mouseClick(button("make"), Qt::LeftButton);
        QTRY_COMPARE(m_world->program->links.batch().state(), LinkBatch::State::Standing);
        QCOMPARE(sent(), 2);
        QCOMPARE(rows(), (QStringList{QStringLiteral("Ana Ruiz <ana@example.org>"), QStringLiteral("Bo <bo@example.org>")}));
        QTest::mouseClick(button("copyTable"), Qt::LeftButton);
        const QString table = QGuiApplication::clipboard()->text();
        QVERIFY(table.contains(QLatin1String("Ana Ruiz\tana@example.org\thttp")));
        QTest::mouseClick(button("copyMails"), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("Hello Bo,")));
        QTest::mouseClick(button("startOver"), Qt::LeftButton);
        QVERIFY(list()->isVisible());
        QCOMPARE(m_world->program->links.totals().open, 2);
    }

    void aFileIsReadAsAList()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("people.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Name;E-mail\nZo\xC3\xAB;zoe@example.org\n");
        file.close();
        m_dialog->readFile(file.fileName());
        QCOMPARE(list()->toPlainText().count(QStringLiteral("Zoë")), 1);
        QVERIFY(button("make")->isEnabled());
        QVERIFY(!says("found").contains(QLatin1String("Windows-1252")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("Name;E-mail\nRen\xE9;rene@example.org\n");
        file.close();
        m_dialog->readFile(file.fileName());
        QCOMPARE(list()->toPlainText().count(QStringLiteral("René")), 1);
        QVERIFY(says("found").contains(QLatin1String("read as Windows-1252")));
        QVERIFY(button("make")->isEnabled());
        m_dialog->readFile(folder.filePath(QStringLiteral("missing.csv")));
        QVERIFY(says("found").contains(QLatin1String("could not be read")));
    }

    void whatIsNotKnownIsMadeAgainOnlyByWish()
    {
        m_world->calendly->failNext(making, faultOf(sandbox::Fault::Kind::Lost));
        list()->setPlainText(QStringLiteral("Ana\nBo"));
        QTest::mouseClick(button("make"), Qt::LeftButton);
        QTRY_COMPARE(m_world->program->links.batch().state(), LinkBatch::State::Standing);
        QCOMPARE(sent(), 2);
        QVERIFY(says("why").contains(QLatin1String("nobody knows")));
        QVERIFY(!button("goOn")->isVisible());
        QTest::mouseClick(button("again"), Qt::LeftButton);
        QTRY_COMPARE(m_world->program->links.totals().open, 2);
        QCOMPARE(sent(), 3);
    }

    void closingGoesOnAndOpeningShowsTheRun()
    {
        list()->setPlainText(QStringLiteral("Ana\nBo\nCy"));
        QTest::mouseClick(button("make"), Qt::LeftButton);
        m_dialog->reject();
        QTRY_COMPARE(m_world->program->links.totals().open, 3);
        open();
        QVERIFY(!list()->isVisible());
        QCOMPARE(rows().size(), 3);
    }

private:
    void open()
    {
        ManyLinksDialog::show(*m_parts, *m_toasts, m_window.get());
        m_dialog = m_window->findChild<ManyLinksDialog *>();
        QVERIFY(m_dialog && m_dialog->isVisible());
    }
    QAbstractButton *button(const char *name) const { return m_dialog->findChild<QAbstractButton *>(QLatin1String(name)); }
    QPlainTextEdit *list() const { return m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("list")); }
    QString says(const char *name) const { return m_dialog->findChild<QLabel *>(QLatin1String(name))->text(); }
    int sent() const { return static_cast<int>(m_world->calendly->requests(making).size()); }
    QStringList rows() const
    {
        const QAbstractItemModel *model = m_dialog->findChild<QTreeView *>(QStringLiteral("orders"))->model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row)
            rows.append(model->index(row, 0).data().toString());
        return rows;
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    QPointer<ManyLinksDialog> m_dialog;
};

QTEST_MAIN(TestManyLinks)
#include "tst_manylinks.moc"
