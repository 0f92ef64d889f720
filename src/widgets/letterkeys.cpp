// SPDX-License-Identifier: GPL-3.0-or-later
#include "letterkeys.h"

#include <QAction>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace {

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

QKeySequence usualKey(const QString &id)
{
    const std::optional<LetterKey> letter = letterOf(id);
    return letter ? letter->usual : QKeySequence();
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
    const QString schedule = tr("Schedule");
    const QString types = tr("Event types");
    const QString links = tr("Links");
    const QString times = tr("Open times");
    const auto letter = [](const char *id, const QString &place, const QString &text, const QKeySequence &usual) {
        return LetterKey{QLatin1String(id), place, text, usual};
    };
    return {
        letter("schedule.agenda", schedule, tr("Agenda"), Qt::Key_A),
        letter("schedule.day", schedule, tr("Day"), Qt::Key_D),
        letter("schedule.week", schedule, tr("Week"), Qt::Key_W),
        letter("schedule.workWeek", schedule, tr("Work week"), Qt::SHIFT | Qt::Key_W),
        letter("schedule.month", schedule, tr("Month"), Qt::Key_M),
        letter("schedule.today", schedule, tr("Today"), Qt::Key_T),
        letter("schedule.goToDate", schedule, tr("Go to a date"), Qt::Key_G),
        letter("schedule.copyEmail", schedule, tr("Copy e-mail"), Qt::Key_E),
        letter("schedule.reschedule", schedule, tr("Reschedule"), Qt::Key_R),
        letter("schedule.bookAgain", schedule, tr("Book again"), Qt::Key_B),
        letter("schedule.noShow", schedule, tr("No-show, on or off"), Qt::Key_N),
        letter("schedule.past", schedule, tr("Past meetings, on or off"), Qt::Key_P),
        letter("schedule.canceled", schedule, tr("Canceled meetings, on or off"), Qt::Key_X),
        letter("schedule.search", schedule, tr("Search"), Qt::Key_Slash),
        letter("eventTypes.label", types, tr("Label of the next link"), Qt::Key_L),
        letter("eventTypes.customize", types, tr("Customized link for one person"), Qt::Key_O),
        letter("eventTypes.shareTimes", types, tr("Share open times"), Qt::Key_S),
        letter("eventTypes.book", types, tr("Book a time"), Qt::Key_B),
        letter("eventTypes.parameters", types, tr("Link with parameters"), Qt::Key_P),
        letter("eventTypes.qrCode", types, tr("QR code"), Qt::Key_Q),
        letter("eventTypes.embed", types, tr("Embed in a web page"), Qt::Key_E),
        letter("eventTypes.search", types, tr("Search"), Qt::Key_Slash),
        letter("links.label", links, tr("Edit label"), Qt::Key_L),
        letter("links.change", links, tr("Change customized link"), Qt::Key_O),
        letter("links.parameters", links, tr("Link with parameters"), Qt::Key_P),
        letter("links.qrCode", links, tr("QR code"), Qt::Key_Q),
        letter("links.search", links, tr("Search"), Qt::Key_Slash),
        letter("openTimes.book", times, tr("Book the chosen time"), Qt::Key_B),
        letter("openTimes.suggest", times, tr("Suggest times"), Qt::Key_S),
        {QStringLiteral("shortcuts"), tr("Everywhere but in text"), tr("Keyboard shortcuts"), Qt::Key_Question, true},
    };
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
    auto *shortcut = new QShortcut(letters ? letters->acting(id) : usualKey(id), list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, context, std::move(act));
    if (letters)
        connect(letters, &LetterKeys::changed, shortcut, [letters, id, shortcut] { shortcut->setKey(letters->acting(id)); });
}

void LetterKeys::bind(LetterKeys *letters, const QString &id, QAction *action)
{
    const QList<QKeySequence> others = action->shortcuts();
    const auto set = [action, others](const QKeySequence &key) { action->setShortcuts(key.isEmpty() ? others : others + QList<QKeySequence>{key}); };
    set(letters ? letters->acting(id) : usualKey(id));
    if (letters)
        connect(letters, &LetterKeys::changed, action, [letters, id, set] { set(letters->acting(id)); });
}
