// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedialog.h"
#include "shareservice.h"
#include "toasthost.h"
#include "windowparts.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSpinBox>
#include <QTest>

using sandbox::Fault;

namespace {

const QString making = QStringLiteral("POST /shares");

} // namespace

/// A link for one person, as somebody makes and changes it.
class TestShareDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(20);
        QVERIFY(m_world->startSignedIn());
        bool listed = false;
        m_world->program->eventTypes.refresh(m_world->calendly.person(), this, [&](const Result<Done> &done) { listed = done.has_value(); });
        QTRY_VERIFY(listed);
        m_parts.reset(new MainWindowParts(windowParts(*m_world)));
        m_window = std::make_unique<QWidget>();
        m_toasts = new ToastHost(m_window.get());
        m_window->show();
        for (const EventType &type : m_world->program->eventTypes.eventTypes()) {
            if (ShareService::canShare(type) && type.duration == std::chrono::minutes(30)) {
                m_type = type;
                break;
            }
        }
        QVERIFY(!m_type.uri.isEmpty());
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        open();
    }

    void cleanup()
    {
        delete m_dialog;
        m_window.reset();
        m_parts.reset();
        m_world.reset();
    }

    void itBeginsAsTheEventTypeIs()
    {
        QCOMPARE(find<QSpinBox>("minutes")->value(), 30);
        QVERIFY(!find<QDateEdit>("firstDay")->isEnabled());
        QTest::mouseClick(button("send"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(lastOverride().durationMinutes, std::nullopt);
        QCOMPARE(lastOverride().rules, std::nullopt);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("/d/")));
    }

    void whatIsChangedIsSent()
    {
        find<QLineEdit>("label")->setText(QStringLiteral("Ana"));
        find<QSpinBox>("minutes")->setValue(45);
        find<QComboBox>("dates")->setCurrentIndex(1);
        find<QDateEdit>("lastDay")->setDate(QDate(2026, 11, 20));
        find<QComboBox>("hours")->setCurrentIndex(1);
        find<QComboBox>("place")->setCurrentIndex(1);
        QTest::mouseClick(button("send"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(lastOverride().durationMinutes, 45);
        QCOMPARE(lastOverride().startDate, QDate(2026, 11, 18));
        QCOMPARE(lastOverride().endDate, QDate(2026, 11, 20));
        QCOMPARE(lastOverride().rules->at(5).intervals.size(), 0);
        QCOMPARE(lastOverride().timezone, QStringLiteral("Europe/Berlin"));
        QCOMPARE(lastOverride().places->size(), 1);
        QCOMPARE(entry().link.label, QStringLiteral("Ana"));
    }

    void whatCannotBeIsSaid()
    {
        find<QComboBox>("dates")->setCurrentIndex(1);
        find<QDateEdit>("lastDay")->setDate(QDate(2026, 11, 1));
        QVERIFY(!button("send")->isEnabled());
        QVERIFY(problem().contains(QLatin1String("before the first")));
        find<QComboBox>("dates")->setCurrentIndex(0);
        QVERIFY(button("send")->isEnabled());
        find<QComboBox>("hours")->setCurrentIndex(2);
        find<QSpinBox>("minutes")->setValue(700);
        find<QComboBox>("hours")->setCurrentIndex(1);
        QVERIFY(problem().contains(QLatin1String("longer than the hours")));
    }

    void aRefusalKeepsWhatWasTyped()
    {
        m_world->calendly->failNext(making, faultOf(Fault::Kind::Status, 403));
        find<QSpinBox>("minutes")->setValue(45);
        QTest::mouseClick(button("send"), Qt::LeftButton);
        QTRY_VERIFY(find<QLabel>("problem")->isVisible());
        QVERIFY(problem().startsWith(QLatin1String("No link was made.")));
        QCOMPARE(find<QSpinBox>("minutes")->value(), 45);
        QVERIFY(button("send")->isEnabled());
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    }

    void theLinkIsChanged()
    {
        find<QSpinBox>("minutes")->setValue(45);
        find<QComboBox>("hours")->setCurrentIndex(1);
        QTest::mouseClick(button("send"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        open(entry());
        QCOMPARE(find<QSpinBox>("minutes")->value(), 45);
        QCOMPARE(find<QComboBox>("hours")->currentText(), QStringLiteral("Monday to Friday"));
        QCOMPARE(find<QComboBox>("hours")->count(), 2);
        find<QSpinBox>("minutes")->setValue(15);
        find<QComboBox>("hours")->setCurrentIndex(1);
        QTest::mouseClick(button("send"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(lastOverride().durationMinutes, 15);
        QCOMPARE(lastOverride().rules->at(6).intervals.size(), 1);
        QCOMPARE(m_world->calendly->requests(making).size(), 1);
    }

    void aChangeLeavesTheLengthAsItIs()
    {
        QTest::mouseClick(button("send"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        open(entry());
        find<QComboBox>("hours")->setCurrentIndex(1);
        QTest::mouseClick(button("send"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(lastOverride().rules);
        QCOMPARE(lastOverride().durationMinutes, std::nullopt);
        QCOMPARE(lastOverride().durationOptions, std::nullopt);
        open(entry());
        find<QSpinBox>("minutes")->setValue(20);
        QTest::mouseClick(button("send"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        open(entry());
        find<QSpinBox>("minutes")->setValue(30); // as the event type: no request can say that but by its number
        QTest::mouseClick(button("send"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(lastOverride().durationMinutes, 30);
    }

private:
    void open(const std::optional<LinkEntry> &entry = {})
    {
        m_dialog = new ShareDialog(m_type, entry, *m_parts, *m_toasts, m_window.get());
        m_dialog->open();
    }
    template <typename T> T *find(const char *name) const { return m_dialog->findChild<T *>(QLatin1String(name)); }
    QAbstractButton *button(const char *name) const { return find<QAbstractButton>(name); }
    QString problem() const { return find<QLabel>("problem")->text(); }
    const WorldShareOverride &lastOverride() const { return *m_world->calendly->world().links().back().share; }
    LinkEntry entry() const { return m_world->program->links.entries({})->value(0); }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    EventType m_type;
    QPointer<ShareDialog> m_dialog;
};

QTEST_MAIN(TestShareDialog)
#include "tst_sharedialog.moc"
