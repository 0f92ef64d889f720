// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemvault.h"

#include "callback.h"
#include "keychainvault.h"

#include <QPointer>

SystemVault::SystemVault(const QString &service, const QString &profileFolder, QObject *parent)
    : TokenVault(parent)
    , m_keychain(std::make_unique<KeychainVault>(service))
    , m_file(profileFolder)
{
    connect(m_keychain.get(), &TokenVault::writingChanged, this, &TokenVault::writingChanged);
    connect(m_keychain.get(), &TokenVault::answerAwaited, this, &TokenVault::answerAwaited);
    KeychainVault::probe(service, this, [this](bool available) { found(available); });
}

SystemVault::SystemVault(std::unique_ptr<TokenVault> keychain, bool isThere, const QString &profileFolder, QObject *parent)
    : TokenVault(parent)
    , m_keychain(std::move(keychain))
    , m_file(profileFolder)
{
    connect(m_keychain.get(), &TokenVault::writingChanged, this, &TokenVault::writingChanged);
    connect(m_keychain.get(), &TokenVault::answerAwaited, this, &TokenVault::answerAwaited);
    found(isThere);
}

bool SystemVault::isPersistent() const
{
    return m_chosen != &m_memory;
}

bool SystemVault::isWriting() const
{
    return m_keychain->isWriting();
}

bool SystemVault::isFileOffered() const
{
    return m_chosen && !isKeychain(*m_chosen) && SignInFile::isOffered();
}

bool SystemVault::isInFile() const
{
    return m_chosen == &m_file;
}

void SystemVault::found(bool keychain)
{
    if (keychain)
        m_chosen = m_keychain.get();
    else if (m_file.isChosen())
        m_chosen = &m_file;
    else
        m_chosen = &m_memory;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &use : waiting)
        use();
    emit persistenceChanged();
}

void SystemVault::whenFound(QObject *context, std::function<void(TokenVault &)> use)
{
    if (m_chosen) {
        use(*m_chosen);
        return;
    }
    m_waiting.append([this, guard = QPointer<QObject>(context), use = std::move(use)] {
        if (guard)
            use(*m_chosen);
    });
}

void SystemVault::read(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then)
{
    whenFound(context, [this, key, context, then = std::move(then)](TokenVault &vault) {
        if (isKeychain(vault))
            readFromKeychain(key, context, then);
        else
            vault.read(key, context, then);
    });
}

/// What a file holds was written while there was no keychain, so it is newer than what the keychain holds.
void SystemVault::readFromKeychain(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then)
{
    const Result<std::optional<QString>> filed = m_file.text(key);
    if (!filed || !*filed) {
        return whenMoved(key, [this, key, guard = QPointer<QObject>(context), then = std::move(then)] {
            if (guard)
                m_keychain->read(key, guard, then);
        });
    }
    if (!m_moving.contains(key))
        moveToKeychain(key, **filed);
    answerLater<std::optional<QString>>(context, std::move(then), filed);
}

void SystemVault::moveToKeychain(const QString &key, const QString &text)
{
    m_moving.insert(key, {});
    m_keychain->write(key, text, this, [this, key](const Result<Done> &kept) {
        const auto waiting = m_moving.take(key);
        // Where no keychain takes it, it stays in the file; a removal has taken it out of there already.
        if (kept && m_file.holds(key)) {
            leaveFile(key);
            emit movedToKeychain(key);
        }
        for (const auto &work : waiting)
            work();
    });
}

/// A keychain that asks for its password takes the item whenever it is unlocked: later than a removal, that would bring it
/// back, and later than another write, undo that.
void SystemVault::whenMoved(const QString &key, std::function<void()> work)
{
    const auto moving = m_moving.find(key);
    if (moving == m_moving.end())
        return work();
    moving->append([work = std::move(work), hold = hold()] { work(); });
}

void SystemVault::leaveFile(const QString &key)
{
    if (!m_file.drop(key)) // it is tried again with the next write
        return;
    if (m_file.keys().isEmpty())
        m_file.forget(); // with a keychain the choice has no meaning any more
}

// What is to be written or removed is done also when nobody waits for it any more.
void SystemVault::write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then)
{
    whenFound(this, [this, key, text, told = QPointer<QObject>(context), then = std::move(then)](TokenVault &vault) {
        whenMoved(key, [this, key, text, told, then, &vault] {
            vault.write(key, text, this, [this, key, text, told, then, inKeychain = isKeychain(vault)](const Result<Done> &kept) {
                const Result<Done> done = inKeychain ? writeInPlaceOfKeychain(key, text, kept) : kept;
                if (told)
                    then(done);
            });
        });
    });
}

/// After a write to the keychain: the file must neither outlive it nor stay behind it.
Result<Done> SystemVault::writeInPlaceOfKeychain(const QString &key, const QString &text, const Result<Done> &kept)
{
    if (!m_file.holds(key))
        return kept;
    if (!kept)
        return m_file.setText(key, text);
    leaveFile(key);
    return kept;
}

void SystemVault::remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then)
{
    whenFound(this, [this, key, told = QPointer<QObject>(context), then = std::move(then)](TokenVault &vault) {
        const Result<Done> dropped = m_file.drop(key);
        whenMoved(key, [this, key, told, then, dropped, &vault] {
            vault.remove(key, this, [told, then, dropped](const Result<Done> &removed) {
                if (told)
                    then(removed ? dropped : removed);
            });
        });
    });
}

Result<Done> SystemVault::keepInFile(bool wanted)
{
    if (!isFileOffered())
        return TokenVault::keepInFile(wanted);
    if (wanted == isInFile())
        return Done{};
    const Result<Done> moved = wanted ? moveToFile() : moveToMemory();
    emit persistenceChanged();
    return moved;
}

Result<Done> SystemVault::moveToFile()
{
    if (const Result<Done> chosen = m_file.choose(); !chosen)
        return chosen;
    const QHash<QString, QString> items = m_memory.takeAll();
    for (auto item = items.cbegin(); item != items.cend(); ++item) {
        const Result<Done> written = m_file.setText(item.key(), item.value());
        if (written)
            continue;
        m_file.forget();
        for (auto back = items.cbegin(); back != items.cend(); ++back)
            m_memory.put(back.key(), back.value());
        return written;
    }
    m_chosen = &m_file;
    return Done{};
}

Result<Done> SystemVault::moveToMemory()
{
    const QStringList keys = m_file.keys();
    for (const QString &key : keys) {
        if (const Result<std::optional<QString>> text = m_file.text(key); text && *text)
            m_memory.put(key, **text);
    }
    m_chosen = &m_memory; // what is written from here on must not bring the file back
    return m_file.forget();
}
