// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesstokensjson.h"
#include "keychainvault.h"
#include "session.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// Against the keyring that with-keyring.sh starts.
class TestKeychainVault : public QObject
{
    Q_OBJECT

private:
    using Item = Result<std::optional<QString>>;

    KeychainVault m_vault{QStringLiteral("Sundial test")};

    std::shared_ptr<QList<Item>> read(const QString &key)
    {
        const auto seen = std::make_shared<QList<Item>>();
        m_vault.read(key, this, [seen](const Item &item) { seen->append(item); });
        return seen;
    }

    std::shared_ptr<QList<Result<Done>>> write(const QString &key, const QString &text)
    {
        const auto seen = std::make_shared<QList<Result<Done>>>();
        m_vault.write(key, text, this, [seen](const Result<Done> &done) { seen->append(done); });
        return seen;
    }

    void keep(const QString &key, const QString &text)
    {
        const auto done = write(key, text);
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(done->first().has_value());
    }

    static void lockKeyring()
    {
        QDBusMessage call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
        const QList<QDBusObjectPath> collections{
            QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))};
        call << QVariant::fromValue(collections);
        QCOMPARE(QDBusConnection::sessionBus().call(call).type(), QDBusMessage::ReplyMessage);
    }

private slots:
    void item_isWrittenReadReplacedAndRemoved()
    {
        const QString key = QStringLiteral("account");
        for (const char *text : {"first", "{\"second\":\"item\"}"}) {
            keep(key, QLatin1String(text));
            const auto seen = read(key);
            QTRY_COMPARE(seen->size(), 1);
            QVERIFY(seen->first().has_value());
            QCOMPARE(seen->first()->value_or(QString()), QLatin1String(text));
        }
        auto removed = std::make_shared<QList<Result<Done>>>();
        for (int i = 0; i < 2; ++i) // what is not there is removed, too
            m_vault.remove(key, this, [removed](const Result<Done> &done) { removed->append(done); });
        QTRY_COMPARE(removed->size(), 2);
        QVERIFY(removed->first().has_value());
        QVERIFY(removed->last().has_value());
        const auto seen = read(key);
        QTRY_COMPARE(seen->size(), 1);
        QVERIFY(seen->first().has_value() && !seen->first()->has_value());
    }

    void writing_isToldUntilItIsOver()
    {
        QSignalSpy changes(&m_vault, &TokenVault::writingChanged);
        const auto done = write(QStringLiteral("busy"), QStringLiteral("x"));
        QVERIFY(m_vault.isWriting());
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(!m_vault.isWriting());
        QCOMPARE(changes.size(), 2);
    }

    void write_goesOnWhenNobodyWaitsForIt()
    {
        auto context = std::make_unique<QObject>();
        bool called = false;
        m_vault.write(QStringLiteral("alone"), QStringLiteral("kept"), context.get(),
                      [&called](const auto &) { called = true; });
        context.reset();
        QTRY_VERIFY(!m_vault.isWriting());
        QVERIFY(!called);
        const auto seen = read(QStringLiteral("alone"));
        QTRY_COMPARE(seen->size(), 1);
        QCOMPARE(seen->first()->value_or(QString()), QStringLiteral("kept"));
    }

    void answerThatTakesLong_isTold()
    {
        KeychainVault vault(QStringLiteral("Sundial test"), nullptr, std::chrono::milliseconds(0));
        const QSignalSpy awaited(&vault, &TokenVault::answerAwaited);
        bool isAnswered = false;
        vault.read(QStringLiteral("x"), this, [&](const auto &) {
            isAnswered = true;
            QCOMPARE(awaited.size(), 1);
        });
        QTRY_VERIFY(isAnswered);
    }

    void vault_canGoWhileItReads()
    {
        auto vault = std::make_unique<KeychainVault>(QStringLiteral("Sundial test"));
        vault->read(QStringLiteral("x"), vault.get(), [](const auto &) { QFAIL("nobody is there"); });
        vault->write(QStringLiteral("x"), QStringLiteral("y"), this, [](const auto &) { QFAIL("nobody is there"); });
        vault.reset();
        const auto seen = read(QStringLiteral("x"));
        QTRY_COMPARE(seen->size(), 1);
    }

    void probe_findsTheKeychain()
    {
        QList<bool> found;
        KeychainVault::probe(QStringLiteral("Sundial test"), this, [&found](bool available) { found << available; });
        QTRY_COMPARE(found, QList<bool>{true});
    }

    void lockedKeyring_isNeverTakenForSignedOut()
    {
        const AccessTokens tokens{.accessToken = "a",
                                  .refreshToken = "r",
                                  .expiresAt = QDateTime::currentDateTimeUtc().addSecs(7200),
                                  .generation = 1};
        keep(QStringLiteral("locked"), toItemText(tokens));
        lockKeyring();
        const auto seen = read(QStringLiteral("locked"));
        QTRY_COMPARE(seen->size(), 1);
        const bool isHidden = !seen->first() || !seen->first()->has_value();
        QVERIFY(isHidden);
        const auto done = write(QStringLiteral("locked"), QStringLiteral("other"));
        QTRY_COMPARE(done->size(), 1);
        QVERIFY(!done->first().has_value());
        QCOMPARE(done->first().error().kind, Error::Kind::Storage);

        const QTemporaryDir folder;
        Session session({.url = QUrl(QStringLiteral("https://auth.example.com")), .clientId = QStringLiteral("x")},
                        folder.path(), m_vault, systemClock());
        session.open(QStringLiteral("locked"));
        QTRY_COMPARE(session.state(), Session::State::KeychainUnreachable);

        QList<Result<Done>> ended;
        session.signOut(QStringLiteral("locked"), this, [&ended](const Result<Done> &end) { ended << end; });
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended.first());
        QCOMPARE(ended.first().error().kind, Error::Kind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestKeychainVault)
#include "tst_keychainvault.moc"
