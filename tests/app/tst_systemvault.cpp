// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"
#include "systemvault.h"

#include <QTemporaryDir>
#include <QTest>

/// On a machine without a keychain: the test is started with a session bus that nobody listens on.
class TestSystemVault : public QObject
{
    Q_OBJECT

private:
    using Item = std::optional<QString>;

    std::shared_ptr<QList<Item>> read(TokenVault &vault)
    {
        const auto seen = std::make_shared<QList<Item>>();
        vault.read(QStringLiteral("mara"), this, [seen](const Result<Item> &item) {
            QVERIFY(item.has_value());
            seen->append(*item);
        });
        return seen;
    }

private slots:
    void withoutAKeychain_itemsLastForThisRun()
    {
        SystemVault vault(QStringLiteral("Sundial test"));
        bool isWritten = false;
        vault.write(QStringLiteral("mara"), QStringLiteral("token"), this,
                    [&isWritten](const Result<Done> &done) { isWritten = done.has_value(); });
        QTRY_VERIFY(isWritten); // it waited until it was known where to
        QVERIFY(!vault.isPersistent());
        const auto seen = read(vault);
        QTRY_COMPARE(*seen, QList<Item>{QStringLiteral("token")});
        SystemVault nextRun(QStringLiteral("Sundial test"));
        const auto later = read(nextRun);
        QTRY_COMPARE(*later, QList<Item>{std::nullopt});
    }

    void withoutAKeychain_theAccountSaysSo()
    {
        const QTemporaryDir profile;
        SystemVault vault(QStringLiteral("Sundial test"));
        LaunchOptions options;
        options.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
        options.authUrl = options.apiUrl;
        ProfileFiles files(profile.path());
        Composition composition(options, files, vault, systemClock());
        QTRY_VERIFY(!composition.account().keepsSignIns());
    }
};

QTEST_GUILESS_MAIN(TestSystemVault)
#include "tst_systemvault.moc"
