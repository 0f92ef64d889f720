// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesstokensjson.h"
#include "keychainvault.h"
#include "session.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// A secret as it goes over the bus.
struct BusSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};
Q_DECLARE_METATYPE(BusSecret)

static QDBusArgument &operator<<(QDBusArgument &argument, const BusSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, BusSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

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

    static inline const QDBusObjectPath login{QStringLiteral("/org/freedesktop/secrets/collection/login")};

    static QDBusMessage callKeyring(const QString &interface, const QString &method, const QVariantList &arguments)
    {
        QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                                                           interface, method);
        call.setArguments(arguments);
        return QDBusConnection::sessionBus().call(call);
    }

    static void lockKeyring()
    {
        const QDBusMessage locked = callKeyring(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"),
                                                {QVariant::fromValue(QList<QDBusObjectPath>{login})});
        QCOMPARE(locked.type(), QDBusMessage::ReplyMessage);
    }

    /// As its user does, with the pass phrase of with-keyring.sh, which is a line end.
    static void unlockKeyring()
    {
        qDBusRegisterMetaType<BusSecret>();
        const QDBusMessage opened = callKeyring(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("OpenSession"),
                                                {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
        QCOMPARE(opened.type(), QDBusMessage::ReplyMessage);
        const BusSecret phrase{opened.arguments().at(1).value<QDBusObjectPath>(), {}, QByteArray("\n"), QStringLiteral("text/plain")};
        const QDBusMessage unlocked = callKeyring(QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
                                                  QStringLiteral("UnlockWithMasterPassword"), {QVariant::fromValue(login), QVariant::fromValue(phrase)});
        QVERIFY2(unlocked.type() == QDBusMessage::ReplyMessage, qPrintable(unlocked.errorMessage()));
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

    void keyringThatIsLockedWhileAPairIsWritten_isUnharmed_andTakesItLater()
    {
        const QString key = QStringLiteral("renewed");
        AccessTokens tokens{.accessToken = "a-1", .refreshToken = "r-1", .expiresAt = QDateTime::currentDateTimeUtc().addSecs(7200), .generation = 1};
        const QString before = toItemText(tokens);
        keep(key, before);
        lockKeyring();
        const QTemporaryDir folder;
        AuthLimits limits;
        limits.keepAgain = std::chrono::hours(1); // not by itself: what is there is looked at first
        Session session({.url = QUrl(QStringLiteral("https://auth.example.com")), .clientId = QStringLiteral("x"), .redirectUri = {}}, folder.path(),
                        m_vault, systemClock(), nullptr, limits);
        tokens.accessToken = "a-2";
        tokens.refreshToken = "r-2";
        QList<Result<Done>> kept;
        session.adopt(key, tokens, this, [&kept](const Result<Done> &done) { kept << done; });
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(!kept.first());
        QCOMPARE(kept.first().error().kind, Error::Kind::Storage);
        QVERIFY(session.isUnkept());
        const auto again = write(key, QStringLiteral("other"));
        QTRY_COMPARE(again->size(), 1);
        QVERIFY(!again->first());
        unlockKeyring();
        const auto seen = read(key);
        QTRY_COMPARE(seen->size(), 1);
        QVERIFY(seen->first().has_value());
        QCOMPARE(seen->first()->value_or(QString()), before);
        m_vault.callLast();
        QTRY_VERIFY(session.isKept());
        const auto later = read(key);
        QTRY_COMPARE(later->size(), 1);
        QCOMPARE(fromItemText(later->first()->value_or(QString()))->accessToken, QByteArray("a-2"));
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
