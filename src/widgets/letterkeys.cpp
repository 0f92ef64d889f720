// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterkeys.h"

#include "keybutton.h"

#include <QAction>
#include <QShortcut>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace {

struct Entry
{
    const char *id;
    const char *place;
    const char *text;
    int usual;
};

constexpr const char *schedule = QT_TRANSLATE_NOOP("LetterKeys", "Schedule");
constexpr const char *types = QT_TRANSLATE_NOOP("LetterKeys", "Event types");
constexpr const char *links = QT_TRANSLATE_NOOP("LetterKeys", "Links");
constexpr const char *times = QT_TRANSLATE_NOOP("LetterKeys", "Open times");
constexpr const char *everywhere = QT_TRANSLATE_NOOP("LetterKeys", "Everywhere but in text");

constexpr Entry entries[] = {
    {"schedule.agenda", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Agenda"), Qt::Key_A},
    {"schedule.day", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Day"), Qt::Key_D},
    {"schedule.week", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Week"), Qt::Key_W},
    {"schedule.workWeek", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Work week"), int(Qt::SHIFT) | Qt::Key_W},
    {"schedule.month", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Month"), Qt::Key_M},
    {"schedule.today", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Today"), Qt::Key_T},
    {"schedule.goToDate", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Go to a date"), Qt::Key_G},
    {"schedule.copyEmail", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Copy e-mail"), Qt::Key_E},
    {"schedule.reschedule", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Reschedule"), Qt::Key_R},
    {"schedule.bookAgain", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Book again"), Qt::Key_B},
    {"schedule.noShow", schedule, QT_TRANSLATE_NOOP("LetterKeys", "No-show, on or off"), Qt::Key_N},
    {"schedule.noShowFollowUp", schedule, QT_TRANSLATE_NOOP("LetterKeys", "No-show with a mail and a new link"), int(Qt::SHIFT) | Qt::Key_N},
    {"schedule.past", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Past meetings, on or off"), Qt::Key_P},
    {"schedule.canceled", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Canceled meetings, on or off"), Qt::Key_X},
    {"schedule.search", schedule, QT_TRANSLATE_NOOP("LetterKeys", "Search"), Qt::Key_Slash},
    {"eventTypes.label", types, QT_TRANSLATE_NOOP("LetterKeys", "Label of the next link"), Qt::Key_L},
    {"eventTypes.customize", types, QT_TRANSLATE_NOOP("LetterKeys", "Customized link for one person"), Qt::Key_O},
    {"eventTypes.shareTimes", types, QT_TRANSLATE_NOOP("LetterKeys", "Share open times"), Qt::Key_S},
    {"eventTypes.book", types, QT_TRANSLATE_NOOP("LetterKeys", "Book a time"), Qt::Key_B},
    {"eventTypes.parameters", types, QT_TRANSLATE_NOOP("LetterKeys", "Link with parameters"), Qt::Key_P},
    {"eventTypes.qrCode", types, QT_TRANSLATE_NOOP("LetterKeys", "QR code"), Qt::Key_Q},
    {"eventTypes.embed", types, QT_TRANSLATE_NOOP("LetterKeys", "Embed in a web page"), Qt::Key_E},
    {"eventTypes.search", types, QT_TRANSLATE_NOOP("LetterKeys", "Search"), Qt::Key_Slash},
    {"links.label", links, QT_TRANSLATE_NOOP("LetterKeys", "Edit label"), Qt::Key_L},
    {"links.change", links, QT_TRANSLATE_NOOP("LetterKeys", "Change customized link"), Qt::Key_O},
    {"links.parameters", links, QT_TRANSLATE_NOOP("LetterKeys", "Link with parameters"), Qt::Key_P},
    {"links.qrCode", links, QT_TRANSLATE_NOOP("LetterKeys", "QR code"), Qt::Key_Q},
    {"links.search", links, QT_TRANSLATE_NOOP("LetterKeys", "Search"), Qt::Key_Slash},
    {"openTimes.book", times, QT_TRANSLATE_NOOP("LetterKeys", "Book the chosen time"), Qt::Key_B},
    {"openTimes.suggest", times, QT_TRANSLATE_NOOP("LetterKeys", "Suggest times"), Qt::Key_S},
    {"shortcuts", everywhere, QT_TRANSLATE_NOOP("LetterKeys", "Keyboard shortcuts"), Qt::Key_Question},
};

QString onKey()
{
    return QStringLiteral("keys/single");
}

QString memoryOf(const QString &id)
{
    return QLatin1String("keys/") + id;
}

std::optional<LetterKey> letterOf(const QString &id)
{
    const QList<LetterKey> letters = LetterKeys::all();
    const auto found = std::find_if(letters.begin(), letters.end(), [&id](const LetterKey &letter) { return letter.id == id; });
    return found == letters.end() ? std::nullopt : std::optional(*found);
}

/// Without the words for people: each key of each list asks, also while the program starts.
QKeySequence usualKey(const QString &id)
{
    const auto found = std::find_if(std::begin(entries), std::end(entries), [&id](const Entry &entry) { return id == QLatin1String(entry.id); });
    return found == std::end(entries) ? QKeySequence() : QKeySequence(found->usual);
}

} // namespace

LetterKeys::LetterKeys(Remembered remembered, Remember remember, QObject *parent)
    : QObject(parent)
    , m_remembered(std::move(remembered))
    , m_remember(std::move(remember))
{
}

QList<LetterKey> LetterKeys::all()
{
    QList<LetterKey> letters;
    for (const Entry &entry : entries)
        letters.append({QLatin1String(entry.id), tr(entry.place), tr(entry.text), QKeySequence(entry.usual), entry.place == everywhere});
    return letters;
}

bool LetterKeys::canBe(const QKeySequence &key)
{
    if (key.count() != 1)
        return false;
    const QKeyCombination combination = key[0];
    const bool isPlain = (combination.keyboardModifiers() & ~Qt::KeyboardModifiers(Qt::ShiftModifier)) == Qt::NoModifier;
    return isPlain && combination.key() > Qt::Key_Space && combination.key() < Qt::Key_Escape;
}

bool LetterKeys::areOn() const
{
    return m_remembered(onKey()).toString() != QLatin1String("off");
}

void LetterKeys::setOn(bool on)
{
    if (on == areOn())
        return;
    m_remember(onKey(), on ? QStringLiteral("on") : QStringLiteral("off"));
    emit changed();
}

QKeySequence LetterKeys::key(const QString &id) const
{
    const QVariant chosen = m_remembered(memoryOf(id));
    if (!chosen.isValid())
        return usualKey(id);
    const QString text = chosen.toString();
    const QKeySequence key(text, QKeySequence::PortableText);
    return text.isEmpty() || canBe(key) ? key : usualKey(id); // the file may have been written by anybody
}

std::optional<LetterKey> LetterKeys::holder(const QKeySequence &wanted, const QString &id) const
{
    const std::optional<LetterKey> own = letterOf(id);
    if (!own || wanted.isEmpty())
        return std::nullopt;
    const QList<LetterKey> letters = all();
    const auto found = std::find_if(letters.begin(), letters.end(), [&](const LetterKey &other) {
        const bool meets = other.place == own->place || other.everywhere || own->everywhere;
        return other.id != id && meets && key(other.id) == wanted;
    });
    return found == letters.end() ? std::nullopt : std::optional(*found);
}

void LetterKeys::setKey(const QString &id, const QKeySequence &key)
{
    m_remember(memoryOf(id), key == usualKey(id) ? QVariant() : QVariant(key.toString(QKeySequence::PortableText)));
    emit changed();
}

bool LetterKeys::areUsual() const
{
    const QList<LetterKey> letters = all();
    return std::all_of(letters.begin(), letters.end(), [this](const LetterKey &letter) { return key(letter.id) == letter.usual; });
}

void LetterKeys::makeUsual()
{
    const QList<LetterKey> letters = all();
    for (const LetterKey &letter : letters)
        m_remember(memoryOf(letter.id), {});
    emit changed();
}

void LetterKeys::bind(LetterKeys *letters, const QString &id, QWidget *list, QObject *context, std::function<void()> act)
{
    auto *shortcut = new QShortcut(QKeySequence(), list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, context, std::move(act));
    follow(letters, id, shortcut, [shortcut](const QKeySequence &key) { shortcut->setKey(key); });
}

void LetterKeys::bind(LetterKeys *letters, const QString &id, QAction *action)
{
    const QList<QKeySequence> others = action->shortcuts();
    follow(letters, id, action,
           [action, others](const QKeySequence &key) { action->setShortcuts(key.isEmpty() ? others : others + QList<QKeySequence>{key}); });
}

void LetterKeys::follow(LetterKeys *letters, const QString &id, QObject *context, const std::function<void(const QKeySequence &)> &show)
{
    show(letters ? letters->acting(id) : usualKey(id));
    if (letters)
        connect(letters, &LetterKeys::changed, context, [letters, id, show] { show(letters->acting(id)); });
}

void LetterKeys::name(LetterKeys *letters, const QString &id, KeyButton *button)
{
    follow(letters, id, button, [button](const QKeySequence &key) { button->setKeyText(key.toString(QKeySequence::NativeText)); });
}
