// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemvault.h"

#include "accesstokensjson.h"
#include "callback.h"
#include "keychainvault.h"

#include <QPointer>

namespace {

/// 0 where the text is no sign-in.
int generationOf(const QString &text)
{
    const Result<AccessTokens> tokens = fromItemText(text);
    return tokens ? tokens->generation : 0;
}

} // namespace

SystemVault::SystemVault(const QString &service, const QString &profileFolder, QObject *parent)
    : SystemVault(
          std::make_unique<KeychainVault>(service),
          [service](QObject *context, std::function<void(bool)> then) { KeychainVault::probe(service, context, std::move(then)); }, profileFolder, parent)
{
}

SystemVault::SystemVault(std::unique_ptr<TokenVault> keychain, bool isThere, const QString &profileFolder, QObject *parent)
    : SystemVault(
          std::move(keychain), [isThere](QObject *, const std::function<void(bool)> &then) { then(isThere); }, profileFolder, parent)
{
}

SystemVault::SystemVault(std::unique_ptr<TokenVault> keychain, Probe probe, const QString &profileFolder, QObject *parent)
    : TokenVault(parent)
    , m_keychain(std::move(keychain))
    , m_probe(std::move(probe))
    , m_file(profileFolder)
{
    connect(m_keychain.get(), &TokenVault::writingChanged, this, &TokenVault::writingChanged);
    connect(m_keychain.get(), &TokenVault::answerAwaited, this, &TokenVault::answerAwaited);
    m_probe(this, [this](bool isThere) { found(isThere); });
}

bool SystemVault::isPersistent() const
{
    return m_chosen != &m_memory && m_memory.keys().isEmpty();
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

void SystemVault::lookAgain(QObject *context, std::function<void(TokenVault &)> use)
{
    m_looking.append([this, guard = QPointer<QObject>(context), use = std::move(use)] {
        if (guard)
            use(*m_chosen);
    });
    if (m_looking.size() > 1)
        return;
    m_probe(this, [this](bool isThere) {
        if (isThere) {
            m_chosen = m_keychain.get();
            moveKept();
            emit persistenceChanged();
        }
        const auto looking = std::exchange(m_looking, {});
        for (const auto &goOn : looking)
            goOn();
    });
}

void SystemVault::moveKept()
{
    const QStringList keys = m_memory.keys() + m_file.keys();
    for (const QString &key : keys)
        readFromKeychain(key, this, [](const auto &) {});
}

/// Where there is no keychain.
bool SystemVault::holds(const QString &key) const
{
    return isInFile() ? m_file.holds(key) : m_memory.text(key).has_value();
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

/// For writing and removing. Without a keychain it is looked again first whether one came up since, so that what was signed in
/// before it does not stay beside it for the whole run. Quitting waits for that.
void SystemVault::inTurn(std::function<void(TokenVault &)> use)
{
    whenFound(this, [this, use = std::move(use)](TokenVault &chosen) {
        if (isKeychain(chosen))
            use(chosen);
        else
            lookAgain(this, [use, hold = hold()](TokenVault &vault) { use(vault); });
    });
}

void SystemVault::read(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then)
{
    whenFound(context, [this, key, context, then = std::move(then)](TokenVault &chosen) {
        const auto readFrom = [this, key, context, then](TokenVault &vault) {
            if (isKeychain(vault))
                readFromKeychain(key, context, then);
            else
                vault.read(key, context, then);
        };
        if (isKeychain(chosen) || holds(key))
            readFrom(chosen);
        else // it may be in a keychain that was started after this program
            lookAgain(context, readFrom);
    });
}

/// What is kept where there is no keychain.
Result<std::optional<QString>> SystemVault::beside(const QString &key) const
{
    if (const std::optional<QString> remembered = m_memory.text(key))
        return remembered;
    return m_file.text(key);
}

void SystemVault::readFromKeychain(const QString &key, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then)
{
    const Result<std::optional<QString>> kept = beside(key);
    if (kept && *kept && m_moving.contains(key)) // so it is the newer one
        return answerLater<std::optional<QString>>(context, std::move(then), kept);
    whenMoved(key, [this, key, guard = QPointer<QObject>(context), then = std::move(then)] {
        m_keychain->read(key, this, [this, key, guard, then, changes = m_changes.value(key)](const Result<std::optional<QString>> &item) {
            const Result<std::optional<QString>> found = newer(key, item, changes == m_changes.value(key) && !m_changing.contains(key));
            if (guard)
                then(found);
        });
    });
}

/// Nothing that the keychain gives is older than what a file holds only because the file could not be removed. What is newer
/// beside it was written while there was no keychain, and moves there.
Result<std::optional<QString>> SystemVault::newer(const QString &key, const Result<std::optional<QString>> &item, bool isSettled)
{
    const Result<std::optional<QString>> kept = beside(key);
    if (!kept || !*kept)
        return item;
    const bool isInKeychain = item && *item;
    if (isInKeychain && (**item == **kept || generationOf(**item) > generationOf(**kept))) {
        leave(key);
        return item;
    }
    // Not over what was written there meanwhile, nor where the keychain does not say what it holds.
    if (item && isSettled && !m_moving.contains(key))
        moveToKeychain(key, **kept);
    return kept;
}

void SystemVault::moveToKeychain(const QString &key, const QString &text)
{
    m_moving.insert(key, {});
    m_keychain->write(key, text, this, [this, key](const Result<Done> &kept) {
        const auto waiting = m_moving.take(key);
        // Where no keychain takes it, it stays where it is; a removal has taken it out of there already.
        const bool wasInFile = m_file.holds(key);
        if (kept)
            leave(key);
        if (kept && wasInFile && !m_file.holds(key))
            emit movedToKeychain(key);
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

/// The keychain has it, or something newer.
void SystemVault::leave(const QString &key)
{
    forgetInMemory(key);
    const bool wasInFile = m_file.holds(key);
    if (!m_file.drop(key)) // it is tried again when it is read or written
        return;
    if (wasInFile && m_file.keys().isEmpty())
        m_file.forget(); // with a keychain the choice has no meaning any more
}

void SystemVault::forgetInMemory(const QString &key)
{
    if (!m_memory.text(key))
        return;
    m_memory.drop(key);
    emit persistenceChanged();
}

void SystemVault::changing(const QString &key, int change)
{
    ++m_changes[key];
    int &count = m_changing[key];
    count += change;
    if (count == 0)
        m_changing.remove(key);
}

// What is to be written or removed is done also when nobody waits for it any more.
void SystemVault::write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then)
{
    inTurn([this, key, text, told = QPointer<QObject>(context), then = std::move(then)](TokenVault &vault) {
        whenMoved(key, [this, key, text, told, then, &vault] {
            changing(key, +1);
            vault.write(key, text, this, [this, key, text, told, then, inKeychain = isKeychain(vault)](const Result<Done> &kept) {
                changing(key, -1);
                const Result<Done> done = inKeychain ? writeInPlaceOfKeychain(key, text, kept) : kept;
                if (told)
                    then(done);
            });
        });
    });
}

/// After a write to the keychain: what is kept beside it must neither outlive it nor stay behind it.
Result<Done> SystemVault::writeInPlaceOfKeychain(const QString &key, const QString &text, const Result<Done> &kept)
{
    if (kept)
        leave(key);
    else if (m_file.holds(key))
        return m_file.setText(key, text);
    else if (m_memory.text(key))
        m_memory.put(key, text);
    return kept;
}

void SystemVault::remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then)
{
    m_file.drop(key); // at once; and in its turn, as a write may be waiting for its own
    forgetInMemory(key);
    inTurn([this, key, told = QPointer<QObject>(context), then = std::move(then)](TokenVault &vault) {
        const Result<Done> dropped = m_file.drop(key);
        forgetInMemory(key);
        whenMoved(key, [this, key, told, then, dropped, &vault] {
            changing(key, +1);
            vault.remove(key, this, [this, key, told, then, dropped](const Result<Done> &removed) {
                changing(key, -1);
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
